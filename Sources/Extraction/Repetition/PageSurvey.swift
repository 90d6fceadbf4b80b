/// What a page brings to the count of lines across a dump.
public struct PageSurvey: Sendable, Equatable {
    /// The `LineHash` of each line of the page.
    public var lines: [UInt64]
    /// Those among them that are paragraphs of what looks like the story as long as nothing is known of other pages.
    public var storyLines: [UInt64]

    /// Shorter lines, such as headings, can be the same in different stories.
    private static let leastParagraphWords = 10

    /// Makes a survey.
    init(lines: [UInt64], storyLines: [UInt64]) {
        self.lines = lines
        self.storyLines = storyLines
    }

    init(_ page: PageExtraction) {
        lines = page.page.blocks.map(LineHash.hash)
        storyLines = lines.indices.filter {
            page.isStory[$0] && page.page.features[$0].scan.wordCount >= Self.leastParagraphWords
        }.map { [lines] in lines[$0] }
    }
}
