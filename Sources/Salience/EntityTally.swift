import Glibc
import NewsModel

/// What an article says of one entity, counted mention by mention.
struct EntityTally {
    /// How many characters of a text count as its lead.
    static let leadLength = 300

    private let kind: Kind
    private let isUnknown: Bool
    private(set) var mentions = 0
    private var isInTitle = false
    private var isInLead = false
    private var first: Double?
    private var fifths: UInt8 = 0
    private var demonyms = 0
    private var acronyms = 0
    private var hasLongName = false
    private var hasUsualName = false
    private var confidences = 0.0

    init(_ mention: Mention) {
        kind = mention.kind
        isUnknown = mention.entity.hasPrefix("nil:")
    }

    /// Counts a mention in an article whose text has so many characters.
    mutating func add(_ mention: Mention, textLength: Int) {
        mentions += 1
        if mention.zone == .title {
            isInTitle = true
        } else {
            let place = Double(mention.codePoints.start) / Double(max(1, textLength))
            if mention.codePoints.start < Self.leadLength { isInLead = true }
            if first == nil { first = place }
            fifths |= 1 << UInt8(min(4, max(0, place * 5)))
        }
        switch mention.form {
        case .demonym: demonyms += 1
        case .acronym: acronyms += 1
        case .name: hasUsualName = true
        case .alias, .surname, .guess: break
        }
        if !hasLongName { hasLongName = mention.text.utf8.contains(UInt8(ascii: " ")) }
        confidences += mention.confidence
    }

    func value(of feature: SalienceFeature, mostMentions: Int) -> Double {
        switch feature {
        case .title: flag(isInTitle)
        case .lead: flag(isInLead)
        case .count: log1p(Double(mentions))
        case .share: Double(mentions) / Double(max(1, mostMentions))
        case .early: first.map { 1 - $0 } ?? 0
        case .spread: Double(fifths.nonzeroBitCount) / 5
        case .person: flag(kind == .person)
        case .organization: flag(kind == .organization)
        case .country: flag(kind == .country)
        case .place: flag(kind == .place)
        case .onlyDemonym: flag(demonyms == mentions)
        }
    }

    func value(of feature: ConfidenceFeature, entities: Int) -> Double {
        switch feature {
        case .mean: logOdds(confidences / Double(max(1, mentions)))
        case .count: log1p(Double(mentions))
        case .others: log1p(Double(entities - 1))
        case .longName: flag(hasLongName)
        case .usualName: flag(hasUsualName)
        case .onlyAcronym: flag(acronyms == mentions)
        case .unknown: flag(isUnknown)
        case .person: flag(kind == .person)
        case .organization: flag(kind == .organization)
        case .place: flag(kind == .place)
        case .thing: flag(kind == .event || kind == .product || kind == .other)
        }
    }

    private func flag(_ isSo: Bool) -> Double { isSo ? 1 : 0 }

    private func logOdds(_ probability: Double) -> Double {
        guard probability > 0 else { return -4 }
        guard probability < 1 else { return 4 }
        return min(4, max(-4, log(probability / (1 - probability))))
    }
}
