/// Finds the article in a page's JSON-LD and takes its metadata.
enum LinkedData {
    static func read(_ bytes: ArraySlice<UInt8>, into metadata: inout PageMetadata) {
        var reader = JSONReader(bytes)
        guard let value = reader.value() else { return }
        var people: [String: String] = [:]
        collectPeople(value, depth: 0, &people)
        visit(value, depth: 0, people, &metadata)
    }

    /// The names of the people and organizations that authors refer to by "@id".
    private static func collectPeople(_ value: JSONValue, depth: Int, _ people: inout [String: String]) {
        guard depth < 4 else { return }
        switch value {
        case .array(let values):
            for value in values { collectPeople(value, depth: depth + 1, &people) }
        case .object:
            if let identifier = value["@id"]?.text, let name = value["name"]?.text { people[identifier] = name }
            if let graph = value["@graph"] { collectPeople(graph, depth: depth + 1, &people) }
        default: break
        }
    }

    private static func visit(
        _ value: JSONValue, depth: Int, _ people: [String: String], _ metadata: inout PageMetadata
    ) {
        guard depth < 4 else { return }
        switch value {
        case .array(let values):
            for value in values { visit(value, depth: depth + 1, people, &metadata) }
        case .object:
            metadata.linkedKind = kind(value["@type"], orElse: metadata.linkedKind)
            if isArticle(value["@type"]) { take(value, people, &metadata) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed"] {
                if let inner = value[key] { visit(inner, depth: depth + 1, people, &metadata) }
            }
        default: break
        }
    }

    /// The strongest kind that is declared: pages of stories have videos and lists besides.
    private static func kind(_ type: JSONValue?, orElse known: DeclaredKind?) -> DeclaredKind? {
        switch type {
        case .string(let name): [known, DeclaredKind(linkedType: name)].compactMap { $0 }.max()
        case .array(let types): types.reduce(known) { kind($1, orElse: $0) }
        default: known
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

    private static func take(_ article: JSONValue, _ people: [String: String], _ metadata: inout PageMetadata) {
        metadata.linkedHeadline = metadata.linkedHeadline ?? article["headline"]?.text
        let published = (article["datePublished"] ?? article["dateCreated"] ?? article["uploadDate"])?.text
        // The page around the story has a date of its own, which the story's goes before.
        if article["@type"]?.text == "WebPage" {
            metadata.published = metadata.published ?? published
        } else {
            metadata.linkedPublished = metadata.linkedPublished ?? published
        }
        metadata.modified = metadata.modified ?? article["dateModified"]?.text
        metadata.section = metadata.section ?? article["articleSection"]?.text
        if let body = article["articleBody"]?.text, body.utf8.count > metadata.linkedBody?.utf8.count ?? 0 {
            metadata.linkedBody = body
        }
        metadata.site = metadata.site ?? article["publisher"]?["name"]?.text
        metadata.language = metadata.language ?? article["inLanguage"]?.text.flatMap(PageMetadata.languageCode)
        let isKnown = metadata.linkedAuthors.contains { BylineParser.names(Substring($0)) != nil }
        if !isKnown, let author = article["author"] ?? article["creator"] {
            metadata.linkedAuthors = names(of: author, people)
            if metadata.linkedAuthors.isEmpty {
                metadata.linkedPublishers = names(of: author, people, organizations: true)
            }
        }
    }

    private static func names(
        of author: JSONValue, _ people: [String: String], organizations: Bool = false
    ) -> [String] {
        switch author {
        case .string(let name): return name.isEmpty ? [] : [name]
        case .array(let authors): return authors.flatMap { names(of: $0, people, organizations: organizations) }
        case .object:
            let type = author["@type"]?.text ?? "Person"
            guard organizations || !type.hasSuffix("Organization") else { return [] }
            if let name = author["name"] { return names(of: name, people) }
            return author["@id"]?.text.flatMap { people[$0] }.map { [$0] } ?? []
        case .other: return []
        }
    }
}
