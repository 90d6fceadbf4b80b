import NewsModel
import Tokenization

/// A mention of an article.
struct CountedMention {
    /// `nil` where it is not counted.
    var entity: UInt32?
    /// Number of the sentence, counted over title and text.
    var sentence: Int
    /// Code points before it in the title or text.
    var start: Int
    var isInTitle: Bool
}

/// Where the mentions of an article stand: in which paragraph, at which token.
struct MentionPlaces {
    private let tokenizer: Tokenizer
    private var tokens = TokenizedText()

    init() throws(TokenizationError) { tokenizer = try Tokenizer() }

    /// For each mention the number of its paragraph: 0 is the title.
    func paragraphs(of mentions: [CountedMention], text: String) -> [Int] {
        let converter = OffsetConverter(text)
        let starts = Self.paragraphStarts(Array(text.utf8))
        return mentions.map { mention in
            if mention.isInTitle { return 0 }
            let place = converter.utf8Span(CodePointSpan(start: mention.start, end: mention.start)).start
            return 1 + Self.count(of: starts) { $0 <= place }
        }
    }

    /// For each mention the number of its first token; those of the text are out of reach of those of the title.
    mutating func tokens(of mentions: [CountedMention], title: String, text: String) -> [Int32] {
        var places = [Int32](repeating: 0, count: mentions.count)
        for isInTitle in [true, false] where mentions.contains(where: { $0.isInTitle == isInTitle }) {
            let zone = isInTitle ? title : text
            tokenizer.tokenize(zone, into: &tokens)
            let converter = OffsetConverter(zone)
            for (number, mention) in mentions.enumerated() where mention.isInTitle == isInTitle {
                let place = converter.utf8Span(CodePointSpan(start: mention.start, end: mention.start)).start
                let token = Self.count(of: tokens.tokens) { $0.end <= place }
                places[number] = Int32(clamping: token + (isInTitle ? 0 : 2 * WindowMatrix.mostTokens))
            }
        }
        return places
    }

    /// The byte offsets at which paragraphs after the first begin: behind lines that are blank.
    static func paragraphStarts(_ text: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var isBlank = false
        var isBehindBlankLine = false
        for (place, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"):
                if isBlank { isBehindBlankLine = true }
                isBlank = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default:
                if isBehindBlankLine { starts.append(place) }
                (isBlank, isBehindBlankLine) = (false, false)
            }
        }
        return starts
    }

    /// How many elements, all at the beginning, have a property.
    private static func count<Element>(of elements: [Element], _ has: (Element) -> Bool) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if has(elements[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
