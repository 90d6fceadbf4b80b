/// What a page declares itself to be, in its linked data or its `og:type`.
///
/// In the order of their strength.
enum DeclaredKind: Int, Comparable {
    case listing, media, story

    static func < (first: DeclaredKind, second: DeclaredKind) -> Bool { first.rawValue < second.rawValue }

    /// What the name of a schema.org type says of the page that it is the type of; `nil` for most.
    init?(linkedType: String) {
        switch linkedType {
        case "CollectionPage", "SearchResultsPage", "ItemList", "Blog": self = .listing
        case "VideoObject", "AudioObject", "PodcastEpisode", "ImageGallery", "MediaGallery", "VideoGallery", "Episode":
            self = .media
        case let name where name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report": self = .story
        default: return nil
        }
    }

    /// What the value of `og:type` says.
    init?(openGraphType: String) {
        if openGraphType == "article" {
            self = .story
        } else if openGraphType == "website" {
            self = .listing
        } else if openGraphType.hasPrefix("video") || openGraphType.hasPrefix("music") {
            self = .media
        } else {
            return nil
        }
    }
}
