/// The elements whose meaning matters to the extraction; all others are `other`.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    case html, head, title, meta, link, base, body, script, style, noscript, template, svg, iframe, object, math
    case textarea, audio, video, canvas, select, option, optgroup, button, form, input, label, fieldset
    case nav, header, footer, aside, main, article, section, div, p, br, hr, pre, blockquote, q, center, address
    case h1, h2, h3, h4, h5, h6, ul, ol, menu, dir, li, dl, dt, dd, figure, figcaption, img, picture, source
    case table, caption, thead, tbody, tfoot, tr, td, th, colgroup, col, a, span, b, i, em, strong, time, dialog
    case details, summary, hgroup, area, embed, param, track, wbr, xmp, noembed, noframes
    case other

    /// The tag with the hash of its lower-case name.
    static func named(_ hash: UInt64) -> HTMLTag { byHash[hash] ?? .other }

    /// The lower-case name of every tag, by its number.
    private static let names = allCases.map { Array(String(describing: $0).utf8) }
    var name: [UInt8] { Self.names[number] }

    private static let byHash: [UInt64: HTMLTag] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name.reduce(WordHash.seed, WordHash.combine), $0) }
    )

    /// A number for the tag: an index among all, or to be hashed.
    var number: Int { Int(rawValue) }

    /// Elements without content.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .base, .input, .br, .hr, .img, .source, .col, .area, .embed, .param, .track, .wbr: true
        default: false
        }
    }

    /// Elements that end the line before and after them.
    var isBlock: Bool {
        switch self {
        case .html, .body, .nav, .header, .footer, .aside, .main, .article, .section, .div, .p, .hr, .pre, .blockquote,
            .center, .address, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .menu, .dir, .li, .dl, .dt, .dd, .figure,
            .figcaption, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .form, .fieldset, .dialog, .details,
            .summary, .hgroup, .option, .optgroup, .select, .button, .br:
            true
        default: false
        }
    }

    /// Elements whose content no reader sees, or that hold no prose.
    var isHidden: Bool {
        switch self {
        case .script, .style, .noscript, .template, .svg, .iframe, .object, .math, .textarea, .audio, .video, .canvas,
            .select, .button, .title, .xmp, .noembed, .noframes, .dialog, .head:
            true
        default: false
        }
    }

    /// Elements whose content is not markup.
    var isRawText: Bool {
        switch self {
        case .script, .style, .textarea, .title, .iframe, .xmp, .noembed, .noframes: true
        default: false
        }
    }

    /// Whether an open element of this kind ends where `next` starts, because authors leave out its end tag.
    func isClosed(by next: HTMLTag) -> Bool {
        switch self {
        case .p: next.isBlock && next != .br
        case .li: next == .li
        case .dt, .dd: next == .dt || next == .dd
        case .td, .th: next == .td || next == .th || next == .tr || next == .tbody || next == .tfoot
        case .tr: next == .tr || next == .tbody || next == .tfoot
        case .option: next == .option || next == .optgroup
        case .head: next == .body || next.isBlock
        default: false
        }
    }

    var headingLevel: Int {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: 0
        }
    }
}
