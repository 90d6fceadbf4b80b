/// Counts on the pages of how many stories each line of a dump stands, in bounded memory.
///
///     var counter = LineCounter()
///     try counter.add(survey)
///     let table = try counter.table()
///
/// Lines and pages are noted as pairs, divided by the hash of the line into parts; what does not fit into memory waits in
/// temporary files without a name, and the parts are counted one after the other. Exact, and without chance: the same
/// pages in the same order give the same table. Costs 16 bytes for each different line of each page, in memory or on the
/// disk.
public struct LineCounter: ~Copyable {
    private var parts: [LinePart]
    private var stories = StoryGroups()
    private var noted = 0
    private let mostInMemory: Int

    /// How many pages were added.
    public private(set) var pages = 0

    /// A counter that keeps up to so many pairs in memory.
    public init(mostInMemory: Int = 4 << 20) {
        self.mostInMemory = mostInMemory
        parts = (0..<64).map { _ in LinePart() }
    }

    /// Notes the lines of a page, each once however often it stands there.
    /// - Throws: `LineCountError` when there is no room for temporary files.
    public mutating func add(_ survey: PageSurvey) throws(LineCountError) {
        let storyLines = Set(survey.storyLines)
        for line in Set(survey.lines) {
            let pair = LinePair(line: line, page: pages, isStory: storyLines.contains(line))
            parts[Int(line >> 58)].pairs.append(pair)
            noted += 1
        }
        stories.addPage(storyLines: storyLines.count)
        pages += 1
        guard noted > mostInMemory else { return }
        for part in parts { try part.spill() }
        noted = 0
    }

    /// The lines that stand on the pages of at least two stories; copies of a story count as one.
    public consuming func table() throws(LineCountError) -> LineTable {
        for part in parts {
            forEachLine(of: try part.sortedPairs()) { stories.share($0.filter(\.isStory).map(\.page)) }
        }
        let storyOfPage = stories.storyOfPage()
        var table = LineTable()
        for part in parts {
            forEachLine(of: try part.sortedPairs()) { pairs in
                guard pairs.count > 1 else { return }
                let count = Set(pairs.map { storyOfPage[$0.page] }).count
                if count > 1 { table.insert(pairs[pairs.startIndex].line, stories: count) }
            }
        }
        return table
    }
}

/// Calls `body` with the pairs of each line.
private func forEachLine(of pairs: [LinePair], _ body: (ArraySlice<LinePair>) -> Void) {
    var start = 0
    while start < pairs.count {
        var end = start + 1
        while end < pairs.count, pairs[end].line == pairs[start].line { end += 1 }
        body(pairs[start..<end])
        start = end
    }
}

/// A line and a page that it stands on.
struct LinePair {
    var line: UInt64
    private var pageAndStory: UInt64

    init(line: UInt64, page: Int, isStory: Bool) {
        self.line = line
        pageAndStory = UInt64(page) << 1 | (isStory ? 1 : 0)
    }

    /// The number of the page.
    var page: Int { Int(pageAndStory >> 1) }

    /// Whether the line is a paragraph of what looks like the story of the page.
    var isStory: Bool { pageAndStory & 1 != 0 }
}
