import NewsModel

/// Puts the blocks of a story together: the text of the article and the zone of each paragraph.
struct StoryText {
    private(set) var text = ""
    private(set) var zones: [ZoneSpan] = []
    private var hasLead = false

    /// Nothing yet.
    init() {}

    /// A text that is a story already; its paragraphs are given by their places.
    init(_ text: String, paragraphs: [Range<Int>]) {
        self.text = text
        zones.reserveCapacity(paragraphs.count)
        for paragraph in paragraphs {
            let span = UTF8Span(start: paragraph.lowerBound, end: paragraph.upperBound)
            zones.append(ZoneSpan(span: span, zone: hasLead ? .body : .lead))
            hasLead = true
        }
    }

    /// Appends a paragraph; captions are told apart, and the first paragraph that is none is the lead.
    mutating func append(_ paragraph: String, isCaption: Bool = false) {
        guard !paragraph.isEmpty else { return }
        if !text.isEmpty { text += "\n\n" }
        let start = text.utf8.count
        text += paragraph
        let zone: Zone = isCaption ? .caption : hasLead ? .body : .lead
        if zone == .lead { hasLead = true }
        zones.append(ZoneSpan(span: UTF8Span(start: start, end: text.utf8.count), zone: zone))
    }
}
