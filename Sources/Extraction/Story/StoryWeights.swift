/// The weights of `StoryVector` and `TitleVector`, for the text of pages and for HTML pages.
///
///     let weights = try StoryWeights(table: readFile("Gazetteers/story/weights.tsv"))
///
/// `docs/decisions/story-classifier.md` tells how they were learned.
public struct StoryWeights: Sendable {
    /// In the order of `StoryVector.names`.
    let text: [Double]
    let html: [Double]
    /// In the order of `TitleVector.names`.
    let titleInText: [Double]
    let titleInHTML: [Double]
    /// Changes with the table; 0 for weights that come from none.
    public let contentHash: UInt64

    /// Weights that look only at how much of running text a block is, and where it stands; far worse than learned ones.
    public static let plain: StoryWeights = {
        let values = [
            "bias": -1.5, "prose": 2.5, "words": 2, "inCore": 1.5, "linkShare": -2, "phraseDensity": -2,
            "title.fourToTwenty": 2, "title.heading1": 3, "title.before": -1, "title.overlap": 2, "title.inside": -2,
            "title.endsSentence": -2, "title.date": -3, "title.label": -3, "title.bullet": -2,
        ]
        let weights = names.map { values[$0] ?? 0 }
        return StoryWeights(inText: weights, inHTML: weights, contentHash: 0)
    }()

    /// The names of all rows that the table must have.
    static let names = StoryVector.names + TitleVector.names.map { "title.\($0)" }

    /// Takes the weights in the order of `names`.
    private init(inText: [Double], inHTML: [Double], contentHash: UInt64) {
        let count = StoryVector.names.count
        text = Array(inText[..<count])
        html = Array(inHTML[..<count])
        titleInText = Array(inText[count...])
        titleInHTML = Array(inHTML[count...])
        self.contentHash = contentHash
    }

    /// Reads a table of the columns `feature`, `text` and `html`, with a header line and `#` comments.
    public init(table: [UInt8]) throws(StoryWeightsError) {
        var rows: [String: (text: Double, html: Double)] = [:]
        var isHeader = true
        for (number, line) in table.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && line.first != 0x23 {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            if isHeader {
                guard columns == ["feature", "text", "html"] else { throw .badHeader(line: number + 1) }
                isHeader = false
                continue
            }
            guard columns.count == 3, let text = Double(columns[1]), let html = Double(columns[2]), text.isFinite,
                html.isFinite
            else { throw .badRow(line: number + 1) }
            guard rows.updateValue((text, html), forKey: columns[0]) == nil else { throw .badRow(line: number + 1) }
        }
        guard rows.count <= Self.names.count else { throw .unknownFeature(Self.unknown(rows.keys)) }
        var text: [Double] = []
        var html: [Double] = []
        for name in Self.names {
            guard let row = rows[name] else { throw .missingFeature(name) }
            text.append(row.text)
            html.append(row.html)
        }
        self.init(inText: text, inHTML: html, contentHash: table.reduce(WordHash.seed, WordHash.combine))
    }

    private static func unknown(_ names: some Sequence<String>) -> String {
        names.sorted().first { !Self.names.contains($0) } ?? ""
    }
}

/// What is wrong in a table of story weights.
public enum StoryWeightsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The first line that is no comment does not name the columns.
    case badHeader(line: Int)
    /// A line is not a feature and two numbers, or a feature comes twice.
    case badRow(line: Int)
    /// A feature of the program has no row.
    case missingFeature(String)
    /// A row is for a feature that the program does not have.
    case unknownFeature(String)

    /// What was wrong and what to do about it.
    public var description: String {
        switch self {
        case .badHeader(let line): "line \(line): the header must be \"feature\", \"text\", \"html\", with tabs between"
        case .badRow(let line): "line \(line): a row is a feature and two numbers, with tabs between; no feature twice"
        case .missingFeature(let name):
            "no row for the feature \"\(name)\"; take the table that came with the program, or train it again"
        case .unknownFeature(let name):
            "the program has no feature \"\(name)\"; take the table that came with it, or train it again"
        }
    }
}
