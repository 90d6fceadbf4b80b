import NewsModel

/// An article with what people say is in it.
public struct GoldArticle: Sendable, Equatable {
    /// The key of the article, unique in its file.
    public var id: String
    /// Where it stands: "line 12".
    public var place: String
    /// The text that offsets count in.
    public var text: String
    /// Names in the text; `nil` where nobody looked for names.
    public var entities: [GoldEntity]?
    /// The only part of the text in which names were looked for; all of it where none is given.
    public var evaluationSpan: CodePointSpan?
    /// The countries that the article is about; `nil` where nobody said.
    public var places: [String]?
    /// What the article is about, of a set of labels.
    public var label: String?

    /// An article of which nothing is said.
    public init(id: String, place: String = "", text: String) {
        self.id = id
        self.place = place
        self.text = text
    }

    /// Whether a span lies in the part that was looked at.
    func covers(_ span: CodePointSpan) -> Bool {
        evaluationSpan.map { $0.start <= span.start && span.end <= $0.end } ?? true
    }

    /// The names in the part that was looked at.
    var coveredEntities: [GoldEntity] { (entities ?? []).filter { covers($0.span) } }
}

/// A name in a gold article.
public struct GoldEntity: Sendable, Equatable {
    /// Code points of the text.
    public var span: CodePointSpan
    /// PER, LOC, ORG or another.
    public var type: String
    /// The entity meant.
    public var wikidata: String?
    /// Whether it means an entity that Wikidata does not have.
    public var isNIL = false
    /// Whether finding it is neither asked for nor wrong.
    public var isOptional = false
    /// Whether it is a name and no common noun.
    public var isNamed = true

    /// A name of which nobody said what it means.
    public init(span: CodePointSpan, type: String) {
        self.span = span
        self.type = type
    }
}

/// Why gold data cannot be used.
public struct GoldError: Error, Sendable, Equatable, CustomStringConvertible {
    /// File and line, and what is wrong there.
    public let description: String

    init(_ path: String, _ place: String, _ reason: String) {
        description = place.isEmpty ? "\(path): \(reason)" : "\(path): \(place): \(reason)"
    }
}
