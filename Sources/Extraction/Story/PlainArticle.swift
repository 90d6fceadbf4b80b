import NewsModel

/// The story in a text whose lines are its paragraphs already; made without a string for each paragraph.
struct PlainArticle {
    /// Where the paragraphs of the story stand in the text.
    let story: [Range<Int>]
    /// Whether the story is all of the text, byte by byte.
    private let isWholeText: Bool

    /// The story, or `nil` if the text must be cleaned by other means.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !TextDecoder.hasSignature(bytes), let body = PlainBody(bytes), !body.paragraphs.isEmpty else {
            return nil
        }
        let paragraphs = body.paragraphs
        let lines = paragraphs.map { BodyLine(UnsafeBufferPointer(rebasing: bytes[$0])) }
        let isClean = CleanBody.isClean(lines) { index in
            WordScan(UnsafeBufferPointer(rebasing: bytes[paragraphs[index]])).wordCount
        }
        guard isClean else { return nil }
        story = CleanBody.kept(lines).map { paragraphs[$0] }
        isWholeText = body.isExact && story.count == paragraphs.count
    }

    /// The article of the text that the story was found in.
    func article(of text: String) -> Article {
        var result = StoryText()
        if isWholeText {
            result = StoryText(text, paragraphs: story)
        } else {
            for paragraph in story {
                result.append(String(text.utf8.dropFirst(paragraph.lowerBound).prefix(paragraph.count)) ?? "")
            }
        }
        return Article(id: "", title: "", text: result.text, zones: result.zones)
    }
}
