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
        ("title", \.title, "title headline heading article_title headline.main name"),
        (
            "text", \.text,
            "text body content article_text body_text full_text fulltext maintext main_text article articlebody story "
                + "plain_text cleaned_text raw_text page_text"
        ),
        ("html", \.html, "html body_html content_html raw_html page_html"),
        ("url", \.url, "url link canonical_url source_url article_url permalink web_url href loc"),
        (
            "published", \.published,
            "published date published_at publishedat date_published datepublished publish_date publication_date pub_date "
                + "pubdate published_date created_at created timestamp time datetime date_publish"
        ),
        (
            "byline", \.byline,
            "byline authors author author_name creator writer author.name authors.name byline.original"
        ),
        (
            "site", \.site,
            "site site_name sitename publisher publication source source.name outlet newspaper domain source_domain "
                + "website provider publisher.name"
        ),
        ("section", \.section, "section section_name category categories desk channel rubric"),
        ("language", \.language, "language lang locale language_code"),
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

    func place(of name: String) -> Place? { places[name] ?? places[name.lowercased()] }
}

/// A field that articles do not have.
public struct UnknownField: Error, Equatable, CustomStringConvertible {
    public var field: String

    public var description: String {
        "unknown field \"\(field)\"; known are \(FieldNames.fields.joined(separator: ", "))"
    }
}
