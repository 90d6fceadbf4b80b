/// The place of a story in an answer, from which the next page goes on: "20240117:4711", or "0.83:20240117:4711" where stories
/// are ordered by relevance.
///
/// It names the story by what orders it, so that articles that come or go meanwhile move no page.
public struct StoryCursor: Sendable, Hashable, CustomStringConvertible {
    /// The relevance, where that is the order.
    var relevance: Double?
    /// 20240117; 0 where it is unknown.
    var day: Int
    var article: Int

    init(relevance: Double? = nil, day: Int, article: Int) {
        self.relevance = relevance
        self.day = day
        self.article = article
    }

    /// Reads what `description` wrote; `nil` where it is none for this order.
    public init?(_ text: String, order: StoryQuery.Order) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        if order == .relevant {
            guard let relevance = parts.popFirst().flatMap({ Double($0) }), relevance.isFinite else { return nil }
            self.relevance = relevance
        }
        guard parts.count == 2, let day = parts.first.flatMap({ Int($0) }),
            let article = parts.last.flatMap({ Int($0) }), day >= 0, article >= 0
        else { return nil }
        self.day = day
        self.article = article
    }

    public var description: String { (relevance.map { "\($0):" } ?? "") + "\(day):\(article)" }

    /// Whether this story comes before another in an order.
    func isBefore(_ other: StoryCursor, in order: StoryQuery.Order) -> Bool {
        switch order {
        case .newest: (day, article) > (other.day, other.article)
        case .oldest: (day == 0 ? .max : day, article) < (other.day == 0 ? .max : other.day, other.article)
        case .relevant:
            (relevance ?? 0, day, article) > (other.relevance ?? 0, other.day, other.article)
        }
    }
}
