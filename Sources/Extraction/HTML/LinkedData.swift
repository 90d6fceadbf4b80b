/// Finds the article in a page's JSON-LD and takes its metadata.
enum LinkedData {
    static func read(_ bytes: ArraySlice<UInt8>, into metadata: inout PageMetadata) {
        var reader = JSONReader(bytes)
        guard let value = reader.value() else { return }
        visit(value, depth: 0, &metadata)
    }

    private static func visit(_ value: JSONValue, depth: Int, _ metadata: inout PageMetadata) {
        guard depth < 4 else { return }
        switch value {
        case .array(let values):
            for value in values { visit(value, depth: depth + 1, &metadata) }
        case .object:
            if isArticle(value["@type"]) { take(value, &metadata) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed"] {
                if let inner = value[key] { visit(inner, depth: depth + 1, &metadata) }
            }
        default: break
        }
    }

    private static func isArticle(_ type: JSONValue?) -> Bool {
        switch type {
        case .string(let name):
            name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Review" || name == "Report"
                || name == "LiveBlogPosting" || name == "WebPage"
        case .array(let types): types.contains { isArticle($0) }
        default: false
        }
    }

    private static func take(_ article: JSONValue, _ metadata: inout PageMetadata) {
        metadata.linkedHeadline = metadata.linkedHeadline ?? article["headline"]?.text
        metadata.linkedPublished = metadata.linkedPublished ?? article["datePublished"]?.text
        metadata.section = metadata.section ?? article["articleSection"]?.text
        metadata.site = metadata.site ?? article["publisher"]?["name"]?.text
        metadata.language = metadata.language ?? article["inLanguage"]?.text.flatMap(PageMetadata.languageCode)
        if metadata.linkedAuthors.isEmpty, let author = article["author"] ?? article["creator"] {
            metadata.linkedAuthors = names(of: author)
        }
    }

    private static func names(of author: JSONValue) -> [String] {
        switch author {
        case .string(let name): name.isEmpty ? [] : [name]
        case .array(let authors): authors.flatMap(names)
        case .object: author["name"].map(names) ?? []
        case .other: []
        }
    }
}
