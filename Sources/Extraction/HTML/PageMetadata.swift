/// What the head of an HTML page, its linked data and its marked-up bylines say about the story.
struct PageMetadata {
    var titleElement: String?
    var openGraphTitle: String?
    var linkedHeadline: String?
    var published: String?
    var linkedPublished: String?
    /// When the page was last changed.
    var modified: String?
    /// The text of the story as the linked data gives it.
    var linkedBody: String?
    var timeElements: [String] = []
    var authors: [String] = []
    var linkedAuthors: [String] = []
    /// Organizations that the linked data gives in place of authors.
    var linkedPublishers: [String] = []
    /// Texts of elements that are marked up as bylines, in page order.
    var bylineTexts: [String] = []
    var site: String?
    var section: String?
    var canonicalURL: String?
    var language: String?
    /// What the linked data and `og:type` say the page is.
    var linkedKind: DeclaredKind?
    var openGraphKind: DeclaredKind?

    /// Takes what a start tag says.
    mutating func note(_ tag: HTMLTag, _ attributes: HTMLAttributes, rel: String) {
        switch tag {
        case .html:
            attributes.visit { name, value in
                if name == "lang" || name == "xml:lang", language == nil {
                    language = Self.languageCode(HTMLEntities.text(value))
                }
            }
        case .link where rel == "canonical":
            attributes.visit { name, value in
                if name == "href", canonicalURL == nil { canonicalURL = HTMLEntities.text(value) }
            }
        case .meta: noteMeta(attributes)
        case .time:
            attributes.visit { name, value in
                if name == "datetime", timeElements.count < 20 { timeElements.append(HTMLEntities.text(value)) }
            }
        default: noteMarkedDate(attributes)
        }
    }

    /// Takes the day of `<span itemprop="datePublished" content="…">`.
    private mutating func noteMarkedDate(_ attributes: HTMLAttributes) {
        guard published == nil else { return }
        var isDate = false
        var day: ArraySlice<UInt8>?
        attributes.visit { name, value in
            if name == "itemprop" { isDate = value.elementsEqual("datePublished".utf8) }
            if name == "content" || name == "datetime" { day = value }
        }
        if isDate, let day { published = HTMLEntities.text(day) }
    }

    private mutating func noteMeta(_ attributes: HTMLAttributes) {
        var key = ""
        var content = ""
        attributes.visit { name, value in
            switch name {
            case "name", "property", "itemprop":
                if key.isEmpty { key = UTF8Bytes.lowercased(HTMLEntities.text(value)) }
            case "content": content = HTMLEntities.text(value)
            default: break
            }
        }
        guard !content.isEmpty else { return }
        switch key {
        case "og:title", "twitter:title": openGraphTitle = openGraphTitle ?? content
        case "headline", "dc.title", "sailthru.title", "parsely-title": linkedHeadline = linkedHeadline ?? content
        case "article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date",
            "sailthru.date",
            "article.published", "publish-date", "publishdate", "published", "pubdate", "date", "dc.date",
            "dc.date.issued", "dcterms.created", "dcterms.date", "cxenseparse:recs:publishtime", "publication_date",
            "date.created", "originalpublicationdate", "article.created", "published-date", "article_date_original",
            "dcterms.issued", "dc.date.created", "dc.date.published", "dcsext.articlefirstpublished", "publisheddate",
            "published_date", "published_at", "publishedtime", "published_time", "publication-date", "publicationdate",
            "pub_date", "pub-date", "release_date", "article:published", "article:post_date", "bt:pubdate",
            "citation_publication_date", "citation_date", "prism.publicationdate", "rnews:datepublished",
            "sailthru.published_time", "datecreated", "uploaddate", "og:published_time", "vr:published_time",
            "video:release_date", "cxenseparse:publishtime", "cxenseparse:pubdate", "ptime", "timestamp":
            published = published ?? content
        case "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
            "dc.date.modified", "revised", "modified":
            modified = modified ?? content
        case "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "byline",
            "article.author", "cxenseparse:author", "creator":
            if !content.utf8.contains(0x2F), !authors.contains(content) { authors.append(content) }
        case "og:site_name", "application-name": if key == "og:site_name" || site == nil { site = content }
        case "article:section", "section", "parsely-section", "og:section": section = section ?? content
        case "og:type": openGraphKind = openGraphKind ?? DeclaredKind(openGraphType: UTF8Bytes.lowercased(content))
        case "og:url": canonicalURL = canonicalURL ?? content
        default: break
        }
    }

    /// Takes what a script says, if it holds linked data.
    mutating func noteScript(_ bytes: ArraySlice<UInt8>) {
        // Linked data names its vocabulary; other scripts are left alone.
        guard Self.contains(bytes, "@type") else { return }
        LinkedData.read(bytes, into: &self)
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ needle: String) -> Bool {
        let pattern = Array(needle.utf8)
        let head = bytes.prefix(4000)
        return head.indices.contains { head[$0] == pattern[0] && head[$0...].starts(with: pattern) }
    }

    /// "en" of "en-GB".
    static func languageCode(_ value: String) -> String? {
        let code = UTF8Bytes.lowercased(value.prefix { $0.isLetter })
        return code.utf8.count == 2 ? code : nil
    }
}
