import Extraction
import NewsModel
import Storage

/// Finds which stories of a database are copies of each other: the pass after the last batch, on one thread.
///
/// It goes through the sketches of all stories in an order that depends on the sources alone, so that the clusters are
/// the same for any number of workers, in one run or in several, whole or cut off. Texts are read only to be compared.
struct ClusterPass {
    private let writer: DatabaseWriter

    init(writer: DatabaseWriter) { self.writer = writer }

    /// Finds the clusters and writes them.
    func run() throws {
        try sketchOldStories()
        var finder = CopyFinder()
        var keys: [Int] = []
        var copies: [Int: Int] = [:]
        var texts = ComparableTexts(writer: writer)
        try writer.forEachSketch { key, sketch in
            let first = try finder.place(sketch) { number, sharesAddress in
                try texts.areCopies(key, keys[number], sharesAddress: sharesAddress)
            }
            if let first { copies[key] = keys[first] }
            keys.append(key)
        }
        try writer.replaceClusters(copies: copies)
    }

    /// Gives the stories that an earlier version wrote their sketches.
    private func sketchOldStories() throws {
        for key in try writer.storiesWithoutSketch() {
            guard let story = try writer.story(key), let sketch = Self.sketch(of: story) else { continue }
            try writer.write { writer throws(DatabaseError) in try writer.add(sketch, of: key) }
        }
    }

    private static func sketch(of story: StoryText) -> CopySketch? {
        var article = Article(id: "", title: story.title, text: story.text)
        article.url = story.url
        article.canonicalURL = story.canonicalURL
        return CopySketcher.sketch(of: article)
    }
}

/// The texts that are being compared: the last story and the last it was compared with are kept, as both come again.
private struct ComparableTexts {
    let writer: DatabaseWriter
    private var story = Entry()
    private var earlier = Entry()

    /// A story and its shingles, which are made when they are needed: equal texts need none.
    private struct Entry {
        var text: StoryText?
        var shingles: ComparableText?
    }

    init(writer: DatabaseWriter) { self.writer = writer }

    mutating func areCopies(_ key: Int, _ earlierKey: Int, sharesAddress: Bool) throws -> Bool {
        try read(key, into: &story)
        try read(earlierKey, into: &earlier)
        guard let text = story.text, let earlierText = earlier.text else { return false }
        if text.text == earlierText.text, text.title == earlierText.title { return true }
        guard let left = shingles(&story), let right = shingles(&earlier) else { return false }
        return CopyComparison(left, right).isCopy(sharesAddress: sharesAddress)
    }

    private func read(_ key: Int, into entry: inout Entry) throws {
        if entry.text?.key == key { return }
        entry = Entry(text: try writer.story(key), shingles: nil)
    }

    private func shingles(_ entry: inout Entry) -> ComparableText? {
        if entry.shingles == nil, let text = entry.text {
            entry.shingles = Shingles(title: text.title, text: text.text).map(ComparableText.init)
        }
        return entry.shingles
    }
}
