import NewsModel

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
    public init(table: [UInt8]) throws(FeatureWeightsError) {
        var rows = try WeightRows(table: table, columns: ["text", "html"])
        var weights: [[Double]] = []
        for name in Self.names { weights.append(try rows.take(name)) }
        try rows.finish()
        self.init(
            inText: weights.map { $0[0] }, inHTML: weights.map { $0[1] },
            contentHash: table.reduce(WordHash.seed, WordHash.combine))
    }
}
