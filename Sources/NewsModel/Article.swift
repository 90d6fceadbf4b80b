/// The story of a page and its metadata: what is left when the page around it is gone.
///
///     var article = Article(id: "17", title: "Rain in Niamey", text: "It rained.")
///     article.published = "2024-01-17"
public struct Article: Sendable, Equatable {
    /// The key that a user knows the article by; unique in its source.
    public var id: String
    /// The headline without the site's name; empty when the page has none.
    public var title: String
    /// When the story was published: an ISO 8601 date or date and time, as exact as the page said.
    public var published: String?
    /// The authors as printed, without "By".
    public var byline: String?
    /// The name of the site or newspaper.
    public var site: String?
    /// The part of the site that the story stands in, such as "Sports".
    public var section: String?
    /// The address that the page was fetched from, or that its record names.
    public var url: String?
    /// The address that the page itself names as its own; copies of a story (AMP, print) share it.
    public var canonicalURL: String?
    /// An ISO 639-1 language code.
    public var language: String?
    /// The cleaned body; paragraphs are divided by one blank line.
    public var text: String
    /// The zone of each paragraph of `text`, in order. Empty means: all of it is body.
    public var zones: [ZoneSpan]
    /// What sort of page it is; only stories are tagged.
    public var pageKind = PageKind.story

    /// Makes an article with only what every article has.
    public init(id: String, title: String, text: String, zones: [ZoneSpan] = []) {
        self.id = id
        self.title = title
        self.text = text
        self.zones = zones
    }
}

/// What sort of page an article was made from.
public enum PageKind: String, CaseIterable, Sendable {
    /// A page that tells a story.
    case story
    /// A page that lists other pages: a front page, a section, search results.
    case listing
    /// A page that asks to log in, to pay, to accept cookies or to prove one is human instead of telling the story.
    case wall
    /// A page about a video, a sound or pictures with hardly any text of its own.
    case media
    /// A page with too little text to be a story.
    case fragment
}

/// A stretch of an article's text and the zone it stands in.
public struct ZoneSpan: Sendable, Equatable {
    /// Byte offsets into `Article.text`.
    public var span: UTF8Span
    /// The zone of the stretch.
    public var zone: Zone

    /// Makes a zone span.
    public init(span: UTF8Span, zone: Zone) {
        self.span = span
        self.zone = zone
    }
}
