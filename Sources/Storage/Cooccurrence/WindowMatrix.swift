/// Which entities are mentioned near which, each article counting once for two of them.
struct WindowMatrix: CooccurrenceMatrix {
    private let mentions: Mentions
    private let postings: Postings
    private let width: Int32
    private let counts: [Int]

    /// So many tokens no title or text that the database takes has; wider windows are as wide.
    static let mostTokens = 1 << 29

    /// Makes the matrix of the mentions of some articles.
    init(_ mentions: Mentions, in range: Range<Int>, entityCount: Int, width: Int) {
        self.mentions = mentions
        self.width = Int32(clamping: min(width, Self.mostTokens))
        postings = Postings(cells: mentions.entities, in: mentions.places(of: range), entityCount: entityCount)
        counts = (0..<entityCount).map { [postings] entity in
            var (count, last) = (0, UInt32.max)
            for place in postings.places(of: entity) where mentions.units[Int(place)] != last {
                last = mentions.units[Int(place)]
                count += 1
            }
            return count
        }
    }

    func count(of entity: Int) -> Int { counts[entity] }

    func addRow(_ entity: Int, to row: inout RowAccumulator) {
        var article: [UInt32] = []
        var unit = UInt32.max
        // Windows of mentions that stand close together overlap; what one has gone through the next need not.
        var done = 0
        for posting in postings.places(of: entity) {
            let center = Int(posting)
            if mentions.units[center] != unit {
                finish(article, unit, in: &row)
                article.removeAll(keepingCapacity: true)
                unit = mentions.units[center]
            }
            var first = center
            while first > done, isNear(first - 1, center) { first -= 1 }
            var end = max(first, done)
            while end < mentions.entities.count, isNear(end, center) {
                if mentions.entities[end] < UInt32(entity) { article.append(mentions.entities[end]) }
                end += 1
            }
            done = max(done, end)
        }
        finish(article, unit, in: &row)
    }

    private func isNear(_ place: Int, _ center: Int) -> Bool {
        mentions.units[place] == mentions.units[center]
            && abs(mentions.tokens[place] - mentions.tokens[center]) <= width
    }

    /// Counts an article once for each entity that is near in it.
    private func finish(_ near: [UInt32], _ unit: UInt32, in row: inout RowAccumulator) {
        guard !near.isEmpty else { return }
        let sorted = near.sorted()
        for (place, entity) in sorted.enumerated() where place == 0 || sorted[place - 1] != entity {
            if row.collectsArticles { row.note(mentions.articles[Int(unit)], with: entity) }
            row.add(entity)
        }
    }
}

/// The mentions of articles in order of time and place.
struct Mentions {
    private(set) var entities: [UInt32] = []
    /// For each mention its first token. Those of the text are far behind those of the title.
    private(set) var tokens: [Int32] = []
    /// For each mention the number of the article in `articles`.
    private(set) var units: [UInt32] = []
    /// For each article that mentions something its place among the counted ones.
    private(set) var articles: [UInt32] = []
    private var starts: [Int] = []

    /// The number of articles that mention something.
    var count: Int { articles.count }

    /// Adds an article that mentions some entity, be it one of those that are counted or not.
    mutating func append(_ mentions: [(entity: UInt32, token: Int32)], article: Int) {
        starts.append(entities.count)
        for mention in mentions.sorted(by: { ($0.token, $0.entity) < ($1.token, $1.entity) }) {
            entities.append(mention.entity)
            tokens.append(mention.token)
            units.append(UInt32(articles.count))
        }
        articles.append(UInt32(article))
    }

    /// The places of the mentions of some articles.
    func places(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return starts[range.lowerBound]..<(range.upperBound < count ? starts[range.upperBound] : entities.count)
    }
}
