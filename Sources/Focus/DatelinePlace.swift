import Gazetteers
import NewsModel
import Recognition
import Tokenization

/// A place of a dateline by the gazetteer: "RICHMOND", or qualified by where it lies, "RICHMOND, Va.".
///
/// Linking decides names in running text; here a name is a place for sure, and what stands behind the comma says which.
struct DatelinePlace {
    /// Whether a state, province or country stands behind the place.
    let isQualified: Bool
    /// The likeliest place or country; `nil` where the gazetteer has no such name.
    let likeliest: Int?

    init(_ tokens: Range<Int>, article: TokenizedArticle, index: GazetteerIndex) {
        let comma = tokens.dropFirst().first { article.tokens[$0].gap == .comma } ?? tokens.upperBound
        let places = Self.places(tokens.lowerBound..<comma, article, index)
        let wholes = Self.places(comma..<tokens.upperBound, article, index)
        isQualified = !wholes.isEmpty
        let fitting = places.filter { place in
            wholes.contains { index.country(ofEntity: $0) == index.country(ofEntity: place) }
        }
        let candidates = isQualified ? (fitting.isEmpty ? wholes : fitting) : places
        // Of equal weights the first by id.
        likeliest = candidates.max { (index.weight(ofEntity: $0), $1) < (index.weight(ofEntity: $1), $0) }
    }

    /// What goes by these words and has a country.
    private static func places(_ tokens: Range<Int>, _ article: TokenizedArticle, _ index: GazetteerIndex) -> [Int] {
        index.names(equalTo: Array(article.tokens[tokens])).map { Int(index.name($0).entity) }.filter {
            let kind = index.kind(ofEntity: $0)
            return (kind == .place || kind == .country) && index.country(ofEntity: $0) != .none
        }
    }
}
