import NewsModel

/// Under which names dumps keep the fields of an article: the common spellings, and those the user gives.
public struct FieldNames: Sendable {
    /// The place of a name: which field it is, and how much it is preferred (lower first).
    struct Place {
        var field: WritableKeyPath<ArticleFields, String?> & Sendable
        var rank: Int
    }

    private var places: [String: Place] = [:]

    private static let common: [(String, WritableKeyPath<ArticleFields, String?> & Sendable, String)] = [
        ("id", \.id, "id _id article_id articleid uuid guid doc_id docid story_id uri"),
        (
            "title", \.title,
            "title headline heading article_title headline.main headline.title title.rendered webtitle name"
        ),
        (
            "text", \.text,
            "text body content article_text body_text full_text fulltext maintext main_text article articlebody story "
                + "plain_text cleaned_text raw_text page_text bodytext content_text description summary excerpt abstract "
                + "lead_paragraph snippet"
        ),
        ("html", \.html, "html body_html content_html raw_html page_html content.rendered"),
        (
            "url", \.url,
            "url link canonical_url canonicalurl source_url article_url permalink web_url weburl href loc amphtml amp_url"
        ),
        (
            "published", \.published,
            "published date published_at publishedat date_published datepublished publish_date publication_date pub_date "
                + "pubdate published_date webpublicationdate created_at created timestamp time datetime date_publish"
        ),
        (
            "byline", \.byline,
            "byline authors author author_name creator writer author.name authors.name byline.original"
        ),
        (
            "site", \.site,
            "site site_name sitename publisher publication source source.name source.title outlet newspaper domain source_domain "
                + "website provider publisher.name"
        ),
        ("section", \.section, "section section_name sectionname category categories desk channel rubric"),
        ("language", \.language, "language lang locale language_code inlanguage"),
    ]

    /// The fields that a user may name.
    public static let fields = common.map(\.0)

    /// The common spellings, and before them the user's own.
    /// - Throws: `UnknownField` for a field that articles do not have.
    public init(_ given: [(field: String, name: String)] = []) throws(UnknownField) {
        for (_, path, names) in Self.common {
            for (rank, name) in names.split(separator: " ").enumerated() {
                places[String(name)] = Place(field: path, rank: rank + 1)
            }
        }
        for (field, name) in given {
            guard let path = Self.common.first(where: { $0.0 == field })?.1 else { throw UnknownField(field: field) }
            places[name.lowercased()] = Place(field: path, rank: 0)
        }
    }

    func place(of name: String) -> Place? {
        if let place = places[name] ?? places[name.lowercased()] { return place }
        // Search engines and services put the article into an object of its own beside what they say of it.
        for wrapper in Self.wrappers where name.hasPrefix(wrapper) {
            guard var place = self.place(of: String(name.dropFirst(wrapper.count))) else { continue }
            place.rank += Self.wrappedRank
            return place
        }
        return nil
    }

    private static let wrappers = ["_source.", "fields.", "attributes.", "article.", "document."]
    /// Names of the object itself go before those of an object in it.
    private static let wrappedRank = 100

    private static let commonNames = Set(common.flatMap { $0.2.split(separator: " ").map(String.init) })

    /// Whether a name is one of the common spellings.
    static func isCommon(_ name: String) -> Bool { commonNames.contains(name.lowercased()) }
}

/// A field that articles do not have.
public struct UnknownField: Error, Equatable, CustomStringConvertible {
    public var field: String

    public var description: String {
        "unknown field \"\(field)\"; known are \(FieldNames.fields.joined(separator: ", "))"
    }
}
