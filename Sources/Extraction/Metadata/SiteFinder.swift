/// Finds the name of the site in the text of a page.
///
/// Names come from the places where sites print them (logo, breadcrumb, copyright line, "About …", "Headline | …"); the
/// one that the page around the story speaks of most wins. Costs some look-ups for each word outside the story.
struct SiteFinder {
    private let page: Page
    private let isAround: (Int) -> Bool
    private var candidates: [Candidate] = []

    private struct Candidate {
        var name: String
        var words: [UInt64]
        var score: Double
    }

    /// How sure a name must be to be given at all.
    private static let leastScore = 2.0
    /// Menus and footers of more lines than this say nothing new.
    private static let edge = 120
    private static let mostCandidates = 24

    /// The most likely name, or `nil` if the page gives none.
    static func find(in page: Page, title: Int?, story: Range<Int>, breadcrumb: Breadcrumb?) -> String? {
        var finder = SiteFinder(page: page, title: title, story: story)
        if let root = breadcrumb?.root { finder.add(root, 3) }
        finder.addFromEdges(title: title)
        return finder.best()
    }

    private init(page: Page, title: Int?, story: Range<Int>) {
        self.page = page
        isAround = { index in !story.contains(index) && index != title }
    }

    /// The lines around the story that are near an end of the page or the story.
    private var edges: [Int] {
        let count = page.blocks.count
        return page.blocks.indices.filter { ($0 < Self.edge || $0 >= count - Self.edge) && isAround($0) }
    }

    private mutating func addFromEdges(title: Int?) {
        let headline = title.map { page.blocks[$0].text }
        for index in edges {
            let text = page.blocks[index].text
            guard text.utf8.count < 400 else { continue }
            let count = page.features[index].scan.wordCount
            if let name = SiteName.repeated(text) { add(name, 3) }
            if let name = SiteName.copyrightHolder(text) { add(name, SiteName.isCompany(name) ? 0.5 : 2) }
            if count <= 14, let name = SiteName.afterOpening(text) { add(name, 1.5) }
            if let headline, let name = SiteName.after(headline, in: text) { add(name, 4) }
            if let title, index > title, index < title + 6, let name = SiteName.besideByline(text) { add(name, 1) }
            // The logo or masthead: one of the first lines.
            if index < min(8, title ?? 8), (1...7).contains(count), page.features[index].line.phrases == 0 {
                // A lone word up there is most often an item of a menu.
                add(SiteName.masthead(text), index == 0 ? 1.6 : count == 1 ? 0.4 : 0.6)
            }
        }
    }

    private mutating func add(_ text: some StringProtocol, _ score: Double) {
        let name = SiteName.trimmed(text)
        let scan = WordScan(name)
        guard SiteName.isPlausible(name, scan) else { return }
        if let index = candidates.firstIndex(where: { $0.words == scan.words }) {
            candidates[index].score += score
            // "The Hill" rather than "THE HILL".
            if scan.allCapitals == 0 || candidates[index].name.utf8.count > name.utf8.count {
                candidates[index].name = name
            }
        } else if candidates.count < Self.mostCandidates {
            candidates.append(Candidate(name: name, words: scan.words, score: score))
        }
    }

    private func best() -> String? {
        let lines = edges.map { page.features[$0].scan.words }
        var best: (name: String, score: Double)?
        for candidate in candidates {
            var lineCount = 0
            for words in lines where Self.contains(words, candidate.words) { lineCount += 1 }
            // Once is where the name came from.
            let mentions = 0.5 * Double(min(max(lineCount - 1, 0), 8))
            let score = candidate.score + (candidate.words.count == 1 ? min(mentions, 2 * candidate.score) : mentions)
            if score >= Self.leastScore, score > best?.score ?? 0 { best = (candidate.name, score) }
        }
        return best?.name
    }

    private static func contains(_ words: [UInt64], _ name: [UInt64]) -> Bool {
        guard let first = name.first, words.count >= name.count else { return false }
        for start in 0...words.count - name.count where words[start] == first {
            if words[start..<start + name.count].elementsEqual(name) { return true }
        }
        return false
    }
}
