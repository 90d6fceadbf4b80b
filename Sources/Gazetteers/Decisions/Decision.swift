import NewsModel

/// A user's correction of what names mean: one line of a `DecisionTable`.
///
///     let decision = Decision(.means, "Modi", "nil:person/salifou-modi", scope: .site("example.org"))
///     decision.tableLine  // "	means	Modi	nil:person/salifou-modi	site example.org	"
public struct Decision: Sendable, Hashable {
    /// What is decided.
    public enum Verb: String, CaseIterable, Sendable {
        /// The name, or any name for "*", does not mean the entity.
        case not
        /// The name means the entity.
        case means
        /// The name is not tagged at all.
        case never
        /// The first entity is the second.
        case merge
    }

    /// Where it holds.
    public enum Scope: Sendable, Hashable {
        case everywhere
        /// In the article with this id.
        case article(String)
        /// In the articles of this site.
        case site(String)

        /// Reads "everywhere", "article ID" or "site NAME"; nothing means everywhere.
        init?(_ text: Substring) {
            let parts = text.split(separator: " ", maxSplits: 1)
            switch (parts.first, parts.count) {
            case (nil, _), ("everywhere", 1): self = .everywhere
            case ("article", 2): self = .article(String(parts[1]))
            case ("site", 2): self = .site(String(parts[1]))
            default: return nil
            }
        }

        /// As the table has it.
        public var text: String {
            switch self {
            case .everywhere: "everywhere"
            case .article(let id): "article \(id)"
            case .site(let name): "site \(name)"
            }
        }
    }

    /// The day it was made, as the table has it; may be empty.
    public var date: String
    public var verb: Verb
    /// The name that is decided on; for `merge` the entity that goes.
    public var subject: String
    /// The entity that the name means or does not mean, or that another becomes; empty for `never`.
    public var entity: String
    public var scope: Scope
    public var note: String

    /// Makes a decision.
    public init(
        _ verb: Verb, _ subject: String, _ entity: String = "", scope: Scope = .everywhere, date: String = "",
        note: String = ""
    ) {
        self.verb = verb
        self.subject = subject
        self.entity = entity
        self.scope = scope
        self.date = date
        self.note = note
    }

    /// The line of a table; what would divide fields or lines is made a blank.
    public var tableLine: String {
        TableText.line(
            [date, verb.rawValue, subject, entity, scope.text, note].map { field in
                String(
                    String.UnicodeScalarView(
                        field.unicodeScalars.map { "\t\n\r\0".unicodeScalars.contains($0) ? " " : $0 }))
            })
    }

    /// What cannot be right about it and what to do, or `nil`.
    public var problem: String? {
        if subject.isEmpty { return "\(verb.rawValue) wants a name (for merge: the entity that goes)" }
        if subject == "*", verb != .not { return "\"*\" for any name goes with \"not\" only" }
        switch verb {
        case .never where !entity.isEmpty:
            return "\"never\" takes no entity; write \"not\" to rule one out"
        case .never: return nil
        case .merge where scope != .everywhere: return "entities are merged everywhere; leave the scope out"
        case .merge where subject == entity: return "an entity cannot be merged with itself"
        case .merge where !Self.isEntity(subject): return Self.notAnEntity(subject)
        default: return Self.isEntity(entity) ? nil : Self.notAnEntity(entity)
        }
    }

    private static func notAnEntity(_ text: String) -> String {
        "\"\(text)\" is no entity: write an id such as Q1032, gz:… or nil:person/ada-bell (see: gazette gazetteer find)"
    }

    /// Whether a text has the shape of an entity's id.
    static func isEntity(_ text: String) -> Bool {
        if text.hasPrefix("nil:") { return Kind(ofUnknown: text) != nil }
        let isWikidata = text.first == "Q" && text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy { $0 &- 48 < 10 }
        return isWikidata
            || (text.contains(":") && !text.hasPrefix(":") && !text.contains(where: \.isWhitespace))
    }
}

extension Kind {
    /// The kind in the id of an entity that no gazetteer has: "nil:person/ada-bell".
    public init?(ofUnknown id: String) {
        let parts = id.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("nil:") else { return nil }
        self.init(rawValue: String(parts[0].dropFirst(4)))
    }
}
