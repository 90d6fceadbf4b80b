/// Reads what the class, id and role of an element say about its content.
enum HTMLHints {
    /// The hints of a tag by itself.
    static func hints(of tag: HTMLTag) -> BlockHints {
        switch tag {
        case .nav, .menu: .navigation
        case .footer: .footer
        case .aside: .aside
        case .form: .form
        case .header: .header
        case .article: .article
        case .main: .main
        case .figcaption, .caption: .caption
        case .table: .table
        case .time: .date
        case .address: .byline
        default: []
        }
    }

    /// The hints in the value of a class, id, role or itemprop attribute.
    static func hints(in value: ArraySlice<UInt8>) -> BlockHints {
        var result: BlockHints = []
        var previous: UInt64 = 0
        var hash = WordHash.seed
        var length = 0
        var before: UInt8 = 0x20
        func finish() {
            guard length > 0 else { return }
            if let hint = words[hash] { result.formUnion(hint) }
            if bodyFirst.contains(previous), bodySecond.contains(hash) { result.insert(.storyBody) }
            previous = hash
            hash = WordHash.seed
            length = 0
        }
        for byte in value.prefix(400) {
            // "articleBody" is two words.
            if !UTF8Bytes.isASCIILetter(byte) || (UTF8Bytes.isUppercase(byte) && UTF8Bytes.isLowercase(before)) {
                finish()
            }
            if UTF8Bytes.isASCIIBlank(byte) { previous = 0 }
            if UTF8Bytes.isASCIILetter(byte) {
                hash = WordHash.combine(hash, UTF8Bytes.lowercased(byte))
                length += 1
            }
            before = byte
        }
        finish()
        return result
    }

    private static let words: [UInt64: BlockHints] = {
        let lists: [(BlockHints, String)] = [
            (
                .navigation,
                "nav navbar navigation menu breadcrumb breadcrumbs topbar sitenav subnav toc pagination pager"
            ),
            (.header, "masthead"),
            (.footer, "footer foot colophon copyright"),
            (.aside, "sidebar rail widget widgets aside complementary sidecolumn infobox"),
            (.comments, "comments comment disqus livefyre commenting respond commentlist"),
            (.share, "share sharing social sharebar sharedaddy addthis sharetools toolbar"),
            (
                .related,
                """
                related recommended recommendations recommendation recirc recirculation trending popular mostpopular \
                readnext outbrain taboola upnext morefrom readmore alsoread teaser teasers carousel relatedposts \
                latest suggested suggestions
                """
            ),
            (
                .promotion,
                """
                promo promotion promos newsletter newsletters signup subscribe subscription paywall ad ads advert \
                advertisement advertising sponsor sponsored sponsors cookie cookies consent gdpr banner modal popup overlay \
                donate donation disclaimer affiliate bio authorbio callout
                """
            ),
            (
                .storyBody,
                "articlebody storybody bodytext bodycopy storytext articletext entrycontent postcontent articlecontent"
            ),
            (.byline, "byline author authors contributor bylines writer"),
            (.date, "date timestamp published pubdate datetime dateline posted dtreviewed updated"),
            (.title, "headline hed"),
            (.caption, "caption figcaption credit credits wpcaption"),
        ]
        var table: [UInt64: BlockHints] = [:]
        for (hint, list) in lists {
            for word in list.split(separator: " ") { table[hash(word), default: []].formUnion(hint) }
        }
        return table
    }()

    private static let bodyFirst = hashes("article story entry post page body main content")
    private static let bodySecond = hashes("body content text copy")

    private static func hashes(_ list: String) -> Set<UInt64> { Set(list.split(separator: " ").map(hash)) }

    private static func hash(_ word: Substring) -> UInt64 { word.utf8.reduce(WordHash.seed, WordHash.combine) }
}
