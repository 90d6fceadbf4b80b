/// What a page brings to the count of lines across a dump.
public struct PageSurvey: Sendable {
    /// The `LineHash` of each line of the page.
    public var lines: [UInt64]
    /// The story as it looks without the count: it tells copies of one story from pages of the same site.
    public var story: String

    init(_ page: PageExtraction) {
        lines = page.page.blocks.map(LineHash.hash)
        story = (try? page.article(id: ""))?.text ?? ""
    }
}
