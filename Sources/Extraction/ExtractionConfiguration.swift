/// How records become articles.
///
///     var configuration = ExtractionConfiguration()
///     configuration.textIsBody = true
public struct ExtractionConfiguration: Sendable {
    /// Whether `ArticleFields.text` is taken exactly as it came, with nothing dropped and no zones.
    public var textIsBody = false
    /// The lines that are known to repeat across the pages of a dump; none by default.
    public var lines = LineTable()

    /// What the classifier of blocks weighs; read the table `Gazetteers/story/weights.tsv` for anything but a test.
    public var weights = StoryWeights.plain

    /// Makes the configuration that suits whole pages and clean bodies alike.
    public init() {}
}
