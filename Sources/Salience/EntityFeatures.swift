/// What decides how much a story is about an entity; each feature is a number from 0 to about 3.
public enum SalienceFeature: String, CaseIterable, Sendable {
    /// 1 when the title mentions it.
    case title
    /// 1 when the first `EntityTally.leadLength` characters of the text do.
    case lead
    /// ln(1 + mentions).
    case count
    /// Its mentions as a part of those of the entity with the most.
    case share
    /// Where the text first mentions it: 1 at the beginning, 0 at the end or not at all.
    case early
    /// The part of the text's fifths that mention it.
    case spread
    case person
    case organization
    case country
    case place
    /// 1 when it is only named by its people or what is theirs ("Nigerien").
    case onlyDemonym
}

/// What decides how sure it is that an article means an entity.
public enum ConfidenceFeature: String, CaseIterable, Sendable {
    /// The log-odds of the mean confidence of its mentions, within ±4.
    case mean
    /// ln(1 + mentions).
    case count
    /// ln(1 + the other entities of the article): a story tells what is meant, a lone sentence hardly.
    case others
    /// 1 when a mention has several words.
    case longName
    /// 1 when a mention is written as the usual name.
    case usualName
    /// 1 when all mentions are acronyms.
    case onlyAcronym
    /// 1 when no gazetteer has it.
    case unknown
    case person
    case organization
    case place
    /// 1 for events, products and other things.
    case thing
}
