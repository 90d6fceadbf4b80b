import Gazetteers
import Glibc
import NewsModel
import Recognition
import Tokenization

/// An entity that a mention could mean, the gazetteer's name for it that fits best, and what speaks for and against it.
public struct Candidate: Sendable, Equatable {
    /// Number of the entity in the gazetteer.
    public var entity: Int
    public var form: MentionForm
    public var evidence: Evidence
}

/// Scores the entities that a mention could mean, each by what speaks for and against it.
struct CandidateScorer {
    let article: TokenizedArticle
    let context: StoryContext
    let index: GazetteerIndex
    let model: LinkingModel
    let siteCountry: CountryCode
    /// How well the story's topics agree with those of roles.
    let agreements: [Double]
    let keepsEvidence: Bool

    private var weights: LinkingWeights { model.weights }

    /// The candidates of a mention, each entity once, in the order of its names.
    func candidates(of mention: RecognizedMention) -> [Candidate] {
        guard !mention.names.isEmpty else { return [] }
        let surroundings = MentionSurroundings(mention, article, context, index)
        var result: [Candidate] = []
        result.reserveCapacity(mention.names.count)
        for number in mention.names {
            let name = index.name(number)
            let entity = Int(name.entity)
            if name.flags.contains(.needsTitle), !holdsTitle(entity, surroundings) { continue }
            let evidence = evidence(for: name, mention, surroundings)
            if let place = result.firstIndex(where: { $0.entity == entity }) {
                if evidence.score > result[place].evidence.score {
                    result[place] = Candidate(entity: entity, form: name.form, evidence: evidence)
                }
            } else {
                result.append(Candidate(entity: entity, form: name.form, evidence: evidence))
            }
        }
        return result
    }

    /// Whether a title beside the mention is of an office that the person held on the day of the story.
    private func holdsTitle(_ entity: Int, _ surroundings: MentionSurroundings) -> Bool {
        !surroundings.titleWords.isEmpty
            && index.officeWords(ofEntity: entity).contains { word in
                surroundings.titleWords.contains(word.key)
                    && (article.published.map { word.isHeld(on: $0.number) } ?? (word.office > 0))
            }
    }

    private func evidence(
        for name: NameRecord, _ mention: RecognizedMention, _ surroundings: MentionSurroundings
    ) -> Evidence {
        let entity = Int(name.entity)
        let kind = index.kind(ofEntity: entity)
        var evidence = Evidence(isKept: keepsEvidence)
        evidence.add(.prior, index.weight(ofEntity: entity), weights)
        if kind == .product || kind == .event || kind == .other { evidence.add(.rareKind, weights) }
        addForm(name, mention, to: &evidence)
        addCase(name, surroundings, to: &evidence)
        let role = index.roleKey(ofEntity: entity)
        addNeighbours(entity, kind, role, name, mention, surroundings, to: &evidence)
        addCountry(entity, kind, role, surroundings, to: &evidence)
        addPeople(entity, kind, name, mention, surroundings, to: &evidence)
        addTopic(ofRole: role, to: &evidence)
        addTime(entity, kind, to: &evidence)
        return evidence
    }

    private func addForm(_ name: NameRecord, _ mention: RecognizedMention, to evidence: inout Evidence) {
        switch name.form {
        case .name: evidence.add(.usualName, weights)
        case .acronym: evidence.add(.acronym, weights)
        case .demonym: evidence.add(.demonym, weights)
        case .alias, .surname, .guess: evidence.add(.otherName, weights)
        }
        if mention.tokens.count > 1 { evidence.add(.words, Double(min(mention.tokens.count - 1, 3)), weights) }
        if name.flags.contains(.ambiguous) { evidence.add(.ambiguous, weights) }
        if name.flags.contains(.derived) { evidence.add(.derived, weights) }
        switch mention.variation {
        case .none: break
        case .marks: evidence.add(.otherMarks, weights)
        case .spelling: evidence.add(.otherSpelling, weights)
        }
    }

    private func addCase(_ name: NameRecord, _ surroundings: MentionSurroundings, to evidence: inout Evidence) {
        if surroundings.isUnsureWord || (name.needsUpperCase && surroundings.isUnsureAcronym) {
            evidence.add(.weakCase, weights)
        }
        if surroundings.isBesideCapital { evidence.add(.capitalBeside, weights) }
    }

    private func addNeighbours(
        _ entity: Int, _ kind: Kind, _ role: UInt64, _ name: NameRecord, _ mention: RecognizedMention,
        _ surroundings: MentionSurroundings, to evidence: inout Evidence
    ) {
        if kind == .country || kind == .place {
            if surroundings.hasPlacePreposition { evidence.add(.placeCue, weights) }
            if surroundings.isBeforePlace { evidence.add(.beforePlace, weights) }
            if let behind = surroundings.countryBehind, behind == index.country(ofEntity: entity), kind == .place {
                evidence.add(.beforeCountry, weights)
            }
        } else if kind == .person || kind == .organization, surroundings.speaks {
            evidence.add(.speaks, weights)
        }
        if kind != .person, surroundings.neighbours.contains(role) {
            evidence.add(.roleBeside, weights)
        }
        if kind != .person, surroundings.onlyBearer == entity, name.form != .demonym {
            evidence.add(.onlyBearer, weights)
        }
        if mention.hasTitle { evidence.add(kind == .person ? .personCue : .titleMismatch, weights) }
        if name.form == .demonym, surroundings.isLanguagePlace { evidence.add(.asLanguage, weights) }
        if let support = mention.kindSupport, name.form != .demonym {
            evidence.add(.learnedKind, Double(log((support[kind] + 0.02) / 0.25)), weights)
            evidence.add(.learnedNone, Double(support.none), weights)
        }
    }

    private func addCountry(
        _ entity: Int, _ kind: Kind, _ role: UInt64, _ surroundings: MentionSurroundings,
        to evidence: inout Evidence
    ) {
        let country = index.country(ofEntity: entity)
        if surroundings.placesInRegions.contains(entity) { evidence.add(.region, weights) }
        if surroundings.placesInRegionBehind.contains(entity) { evidence.add(.regionBehind, weights) }
        guard country != .none else { return }
        if surroundings.regionCountries.contains(country), !Self.townRoles.contains(role) {
            evidence.add(.regionOf, weights)
        }
        if let share = context.share(of: country) {
            evidence.add(.storyCountry, share, weights)
        } else if kind != .country, !context.countries.isEmpty {
            evidence.add(.foreign, weights)
        }
        if kind != .country, context.names(country, inSentence: surroundings.sentence) {
            evidence.add(.sentenceCountry, weights)
        }
        if country == siteCountry { evidence.add(.siteCountry, weights) }
    }

    /// Places in which no other towns lie.
    private static let townRoles = HashSet64(
        ["city", "town", "capital", "village", "municipality", "borough"].map { TokenKey.hash(of: $0) })

    private func addTopic(ofRole role: UInt64, to evidence: inout Evidence) {
        guard !agreements.isEmpty, let topic = model.roles.topic(ofRole: role) else { return }
        evidence.add(.topic, agreements[topic], weights)
    }

    private func addTime(_ entity: Int, _ kind: Kind, to evidence: inout Evidence) {
        guard let published = article.published?.number else { return }
        let (from, until) = index.existence(ofEntity: entity)
        // A person of ten does not make news, nor does one who died two generations ago meet anybody.
        if kind == .person, let from, published / 10_000 < from.number / 10_000 + 10 {
            evidence.add(.outOfTime, weights)
        }
        if let until, kind == .person || kind == .organization, published / 10_000 > until.number / 10_000 + 40 {
            evidence.add(.outOfTime, 0.5, weights)
        }
    }
}

extension CandidateScorer {
    /// Full names, surnames and offices of people.
    private func addPeople(
        _ entity: Int, _ kind: Kind, _ name: NameRecord, _ mention: RecognizedMention,
        _ surroundings: MentionSurroundings, to evidence: inout Evidence
    ) {
        let isOneWord = mention.tokens.count == 1
        let isNamedAtLength = isOneWord && context.isNamedAtLength(entity)
        if isNamedAtLength { evidence.add(.longerName, weights) }
        let isPartOfAnother =
            !isNamedAtLength
            && (mention.antecedent != nil
                || isOneWord && context.isSurname(article.tokens[mention.tokens.lowerBound].key))
        // A name that needs no support is mostly that of the one it is known for, whatever else the story has.
        let share = name.flags.contains(.ambiguous) ? 1 : 0.25
        if isPartOfAnother {
            evidence.add(kind == .person ? .namesake : .namesakeOfOther, share, weights)
        }
        guard kind == .person else { return }
        var isSupported =
            isNamedAtLength || !isOneWord || name.form == .name
            || context.share(of: index.country(ofEntity: entity)) != nil
        if index.hasOffices(entity) || !surroundings.titleWords.isEmpty {
            isSupported = addOffices(entity, surroundings, to: &evidence) || isSupported
        }
        if !isSupported { evidence.add(.loneSurname, share, weights) }
    }

    /// Adds what the person's offices and role have to do with the words beside the mention and with the story's places.
    /// - Returns: Whether any of them speaks for the person.
    private func addOffices(
        _ entity: Int, _ surroundings: MentionSurroundings, to evidence: inout Evidence
    ) -> Bool {
        var (all, held) = (ShareOfTitle(), ShareOfTitle())
        var isPlaced = false
        for word in index.officeWords(ofEntity: entity) {
            if surroundings.titleWords.contains(word.key) {
                all.count(word)
                if let published = article.published?.number, word.isHeld(on: published) { held.count(word) }
            } else if context.placeWords.contains(word.key) {
                isPlaced = true
            }
        }
        let title = Double(max(surroundings.titleWords.count, 1))
        if all.most > 0 { evidence.add(.office, Double(all.most) / title, weights) }
        if held.most > 0 { evidence.add(.officeNow, Double(held.most) / title, weights) }
        if isPlaced { evidence.add(.officePlace, weights) }
        return all.most > 0 || isPlaced
    }

    /// How many words of the title beside a name the best of a person's offices has.
    private struct ShareOfTitle {
        private(set) var most = 0
        private var office: Int32 = -1
        private var words = 0

        /// Counts a word; those of an office come together.
        mutating func count(_ word: OfficeWord) {
            words = word.office == office ? words + 1 : 1
            office = word.office
            most = max(most, words)
        }
    }
}
