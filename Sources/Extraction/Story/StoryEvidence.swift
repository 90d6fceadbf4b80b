import NewsModel

/// What the story classifier sees of a page, block by block: for training, and to look at a decision.
///
///     let evidence = try StoryEvidence(of: record, configuration: configuration)
///     evidence.blocks[7].values  // in the order of StoryEvidence.features
public struct StoryEvidence: Sendable {
    /// One block of the page.
    public struct Block: Sendable {
        /// The text of the block.
        public var text: String
        /// The number of each feature.
        public var values: [Double]
        /// Whether the block is a label, a teaser or the headline, which are no story whatever the numbers say.
        public var isDropped: Bool
    }

    /// The names of the features, as in the table of weights.
    public static var features: [String] { StoryVector.names }
    /// The names of the features of headlines, as in the table of weights.
    public static var titleFeatures: [String] { TitleVector.names.map { "title.\($0)" } }
    /// The blocks in the order of the page.
    public private(set) var blocks: [Block] = []

    /// The blocks that may be the headline, with their numbers.
    public private(set) var titles: [Block] = []

    /// Looks at the page of a record; the weights say which line is the headline.
    /// - Throws: `ExtractionError` when the record is no text.
    public init(of record: SourceRecord, configuration: ExtractionConfiguration) throws(ExtractionError) {
        let extraction = try Extractor(configuration: configuration).page(of: record)
        let page = extraction.page
        StoryVector.forEach(of: page, core: extraction.core, title: extraction.title) { values in
            let index = blocks.count
            let isDropped = StoryClassifier.mustDrop(page, index, title: extraction.title)
            blocks.append(Block(text: page.blocks[index].text, values: values, isDropped: isDropped))
        }
        let story = TitleFinder.storyWords(page, extraction.core)
        titles = TitleVector.candidates(in: page, core: extraction.core).map { index in
            let values = TitleVector.vector(of: page, index, core: extraction.core, story: story)
            return Block(text: page.blocks[index].text, values: values, isDropped: false)
        }
    }
}
