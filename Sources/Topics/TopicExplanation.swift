/// Why an article has the score that it has for one topic.
public struct TopicExplanation: Sendable {
    /// The topic that is explained.
    public var topic: Topic
    /// 0…1.
    public var score: Double
    /// The log-odds of an article without any term of the topic.
    public var bias: Double
    /// The terms of the article with a weight for the topic, those that changed the score most first.
    public var parts: [Part]
    /// What the rules of the topic ask for; empty where it has none.
    public var rules: [RuleOutcome]

    /// A term of the article and what it added.
    public struct Part: Sendable {
        /// The term, with its places.
        public var term: ExplainedTerm
        /// What the tables give it for the topic.
        public var weight: Double
        /// What the weight is multiplied with: (1 + ln times) · √(100 / words).
        public var factor: Double
        /// What it adds to the log-odds.
        public var contribution: Double { weight * factor }
    }

    /// A term with its places.
    public struct ExplainedTerm: Sendable, Equatable {
        /// "role:armed group"; `nil` for words, which stand in the article.
        public var feature: String?
        /// How often the article has it.
        public var times: Int
        /// Where it stands, where it is made of words.
        public var places: [Range<Int>]
    }

    /// Whether a rule holds.
    public struct RuleOutcome: Sendable, Equatable {
        /// "required", "one of" or "excluded".
        public var part: String
        /// Whether the article is as the rule wants it.
        public var holds: Bool
        /// Those of the rule's terms that the article has.
        public var found: [ExplainedTerm]
        /// How many terms the rule names.
        public var count: Int
    }
}

/// Something that an article has beside its words, for an explanation.
public struct ArticleFeature: Sendable {
    /// What the model finds it by.
    public var term: TermKey
    /// "role:armed group".
    public var name: String

    /// Makes a feature.
    public init(term: TermKey, name: String) {
        self.term = term
        self.name = name
    }
}

extension TopicModel {
    /// Why an article has its scores for topics, by number.
    ///
    /// - Parameters:
    ///   - keys: the words, as `ArticleTerms.add(words:)` takes them.
    ///   - features: what else the article has, each as often as it has it.
    ///   - place: the place of a range of positions among `keys`, as the explanation is to give it.
    public func explanations(
        of numbers: [Int], words keys: [UInt64], features: [ArticleFeature], place: (Range<Int>) -> Range<Int> = { $0 }
    ) -> [TopicExplanation] {
        var terms = ArticleTerms(model: self)
        terms.add(words: keys)
        for feature in features { terms.add(feature.term) }
        let explained = explained(terms, keys, features, place)
        let scores = scores(terms)
        var parts: [Int: [TopicExplanation.Part]] = Dictionary(uniqueKeysWithValues: numbers.map { ($0, []) })
        for entry in terms.seen {
            guard let term = explained[entry] else { continue }
            let factor = Self.factor(count: term.times, words: terms.words)
            let found = index.entries[Int(entry)]
            for posting in postings[Int(found.firstPosting)..<Int(found.firstPosting + found.postingCount)] {
                parts[Int(posting.topic)]?.append(.init(term: term, weight: Double(posting.weight), factor: factor))
            }
        }
        return numbers.map { number in
            TopicExplanation(
                topic: topics[number], score: scores[number], bias: biases[number], parts: sorted(parts[number] ?? []),
                rules: rules[number].map { outcomes(of: $0, terms, explained) } ?? [])
        }
    }

    /// The terms of an article by entry, with their places.
    private func explained(
        _ terms: ArticleTerms, _ keys: [UInt64], _ features: [ArticleFeature], _ place: (Range<Int>) -> Range<Int>
    ) -> [UInt32: TopicExplanation.ExplainedTerm] {
        var explained: [UInt32: TopicExplanation.ExplainedTerm] = [:]
        for entry in terms.seen {
            explained[entry] = .init(feature: nil, times: Int(terms.counts[Int(entry)]), places: [])
        }
        var begun: [TermIndex.Beginning] = []
        index.forEachTerm(in: keys, begun: &begun) { explained[UInt32($0)]?.places.append(place($1)) }
        for feature in features {
            guard let hash = feature.term.hashes.first, let entry = index.find(hash) else { continue }
            explained[UInt32(entry)]?.feature = feature.name
        }
        return explained
    }

    /// Those that add or take most first; of equal ones that which the article has first.
    private func sorted(_ parts: [TopicExplanation.Part]) -> [TopicExplanation.Part] {
        parts.indices.sorted { (-abs(parts[$0].contribution), $0) < (-abs(parts[$1].contribution), $1) }
            .map { parts[$0] }
    }

    private func outcomes(
        of rules: TopicRules, _ terms: ArticleTerms, _ explained: [UInt32: TopicExplanation.ExplainedTerm]
    ) -> [TopicExplanation.RuleOutcome] {
        let parts: [(TopicRules.Part, [UInt32], Bool)] = [
            (.required, rules.required, rules.required.allSatisfy(terms.has)),
            (.oneOf, rules.oneOf, rules.oneOf.contains(where: terms.has)),
            (.excluded, rules.excluded, !rules.excluded.contains(where: terms.has)),
        ]
        return parts.filter { !$0.1.isEmpty }.map { part, entries, holds in
            .init(part: part.rawValue, holds: holds, found: entries.compactMap { explained[$0] }, count: entries.count)
        }
    }
}
