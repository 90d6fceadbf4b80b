/// A paragraph-like piece of a page: the one thing that text pages and HTML pages are both cut into.
struct Block: Sendable {
    /// The shape that the page gave the piece.
    enum Shape: Sendable {
        case paragraph, heading, listItem, quote, caption, cell
    }

    /// The text, with every run of blanks as one blank.
    var text: String
    var shape: Shape = .paragraph
    /// 1…6 for an HTML heading, else 0.
    var headingLevel = 0
    /// How deep a list item is nested, from 1; 0 for what is no list item.
    var listDepth = 0
    /// Whether a blank line, or the edge of a paragraph element, stands before.
    var gapBefore = true
    /// The share of the bytes that are link text; 0 in plain text, which does not say.
    var linkShare = 0.0
    /// What the elements around say about the piece.
    var hints: BlockHints = []
    /// The element that the piece stands in; pieces with the same number are siblings. -1 in plain text.
    var container = -1
    /// The element around the container's container: the same for paragraphs that each have a wrapper of their own.
    var outerContainer = -1
    /// The `article`, `section` or `main` element around, else the page's; -1 in plain text.
    var region = -1
    /// Where the piece stands in the tree, by tags and classes: the same for the paragraphs of a story. 0 in plain text.
    var path: UInt64 = 0
    /// How many elements are around the piece.
    var depth = 0
    /// How many elements of the page are built like the nearest, second and third named element around: many are cards.
    var likeness = SIMD4<UInt32>()

    init(text: String) { self.text = text }
}

/// What an HTML page says about a piece by its tags, classes and ids.
struct BlockHints: OptionSet, Sendable {
    let rawValue: UInt32

    static let navigation = BlockHints(rawValue: 1 << 0)
    static let header = BlockHints(rawValue: 1 << 1)
    static let footer = BlockHints(rawValue: 1 << 2)
    static let aside = BlockHints(rawValue: 1 << 3)
    static let comments = BlockHints(rawValue: 1 << 4)
    static let share = BlockHints(rawValue: 1 << 5)
    static let related = BlockHints(rawValue: 1 << 6)
    static let promotion = BlockHints(rawValue: 1 << 7)
    static let form = BlockHints(rawValue: 1 << 8)
    static let article = BlockHints(rawValue: 1 << 9)
    static let main = BlockHints(rawValue: 1 << 10)
    static let storyBody = BlockHints(rawValue: 1 << 11)
    static let byline = BlockHints(rawValue: 1 << 12)
    static let date = BlockHints(rawValue: 1 << 13)
    static let title = BlockHints(rawValue: 1 << 14)
    static let paragraphElement = BlockHints(rawValue: 1 << 15)
    static let caption = BlockHints(rawValue: 1 << 16)
    static let table = BlockHints(rawValue: 1 << 17)
    /// Hidden by its own style or attribute, as text behind a paywall and pop-ups are.
    static let concealed = BlockHints(rawValue: 1 << 19)
    /// The page came as HTML.
    static let html = BlockHints(rawValue: 1 << 18)

    /// Parts of a page that never hold the story itself.
    static let outside: BlockHints = [.navigation, .footer, .aside, .comments, .share, .related, .promotion, .form]
}
