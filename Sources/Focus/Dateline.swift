import NewsModel
import Recognition
import Tokenization

/// The dateline that a story begins with: where it was filed, before a dash or colon.
///
/// "NIAMEY, Jan 16 (Reuters) - ", "ABUJA, Nigeria (AP) — ", "New Delhi: ", "LONDON/PARIS, March 2 -". What stands before
/// the mark must be short, and look like a place by its capitals, its date or its agency.
struct Dateline {
    /// The tokens between the beginning of the text and the mark: places, date, agency.
    var tokens: Range<Int>
    /// The places as they were filed from, each a place and what says where that is ("RICHMOND, Va.").
    var places: [Range<Int>]

    private static let mostTokens = 14
    private static let mostPlaces = 4
    private static let mostBytes = 100

    /// Finds the dateline of an article; `nil` when there is none.
    init?(_ article: TokenizedArticle) {
        let tokens = article.tokens
        var first = 0
        while first < tokens.count, article.isInTitle(first) { first += 1 }
        guard first < tokens.count, let mark = Self.mark(after: first, in: article) else { return nil }
        let placeEnd = Self.endOfPlaces(first..<mark.token, in: article)
        guard placeEnd > first else { return nil }
        let isShouted =
            (first..<placeEnd).allSatisfy { tokens[$0].shape.contains(.upper) }
            || (tokens[first].shape.contains(.upper) && tokens[first].span.count > 3)
        // A line that only begins with some word in capitals and a dash ("U.S. - a country") goes for one too.
        guard isShouted || mark.isAfterDateOrAgency else { return nil }
        guard (first..<placeEnd).allSatisfy({ tokens[$0].shape.contains(.capitalized) || tokens[$0].span.count <= 3 })
        else { return nil }
        self.tokens = first..<mark.token
        places = Self.divide(first..<placeEnd, in: article)
    }

    private struct Mark {
        /// The first token behind the mark.
        var token: Int
        /// Whether a date or an agency in brackets stands before it, which no other beginning of a text has.
        var isAfterDateOrAgency: Bool
    }

    /// The dash or colon that ends the dateline.
    private static func mark(after first: Int, in article: TokenizedArticle) -> Mark? {
        let tokens = article.tokens
        let start = Int(tokens[first].start)
        var hasBracketOrDate = false
        for token in first + 1..<max(first + 1, min(tokens.count, first + mostTokens)) {
            if tokens[token].gap == .paragraph || Int(tokens[token].start) - start > mostBytes { return nil }
            if tokens[token].gap == .openBracket || tokens[token].shape.contains(.hasDigit) { hasBracketOrDate = true }
            guard tokens[token].gap == .punctuation || tokens[token].gap == .hyphen else { continue }
            let gap = article.bytes[Int(tokens[token - 1].end)..<Int(tokens[token].start)]
            guard isMark(gap) else { continue }
            return Mark(token: token, isAfterDateOrAgency: hasBracketOrDate)
        }
        return nil
    }

    /// Whether what stands between two words is a dash with a blank beside it, a long dash, or a colon.
    private static func isMark(_ gap: ArraySlice<UInt8>) -> Bool {
        if gap.contains(UInt8(ascii: ":")) { return true }
        let isLong = gap.contains(0xE2)
        let isShort = gap.contains(UInt8(ascii: "-"))
        let hasBlank = gap.contains { $0 == 0x20 || $0 == 0x0A } || gap.contains(0xC2)
        return (isLong || isShort) && (hasBlank || isLong && gap.count == 3)
    }

    /// Where the places end: at a month, a number or an agency in brackets.
    private static func endOfPlaces(_ head: Range<Int>, in article: TokenizedArticle) -> Int {
        for token in head {
            let word = article.tokens[token]
            if word.shape.contains(.hasDigit) || Self.dates.contains(word.key) { return token }
            if token > head.lowerBound, word.gap == .openBracket { return token }
        }
        return head.upperBound
    }

    /// Places are divided by slashes.
    private static func divide(_ range: Range<Int>, in article: TokenizedArticle) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = range.lowerBound
        for token in range.dropFirst() {
            let gap = article.bytes[Int(article.tokens[token - 1].end)..<Int(article.tokens[token].start)]
            guard gap.contains(UInt8(ascii: "/")) else { continue }
            places.append(start..<token)
            start = token
        }
        places.append(start..<range.upperBound)
        return Array(places.prefix(mostPlaces))
    }

    /// Months and days of the week, whole and as agencies shorten them.
    private static let dates = HashSet64(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug
        sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
        sun
        """.split(whereSeparator: \.isWhitespace).map { TokenKey.hash(of: String($0)) })
}
