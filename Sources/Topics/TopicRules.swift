/// What an article must and must not have to be given a topic at all, as numbers of index entries.
struct TopicRules: Sendable, Equatable {
    /// It must have each of these.
    var required: [UInt32] = []
    /// It must have one of these.
    var oneOf: [UInt32] = []
    /// It must have none of these.
    var excluded: [UInt32] = []
    /// What stands in the lists above: a row that stands a million times is asked for once.
    private var known: [Part: Set<UInt32>] = [:]

    /// What the weight column says of a term that takes part in a rule.
    enum Part: String, CaseIterable {
        case required
        case oneOf = "one of"
        case excluded

        /// What a mark before a term of a list means: "+" required, "?" one of several, "-" excluded.
        init?(mark: Character?) {
            switch mark {
            case "+": self = .required
            case "?": self = .oneOf
            case "-": self = .excluded
            default: return nil
            }
        }

        /// "+rain" in its two parts.
        static func apart(_ term: String) -> (term: String, part: Part?) {
            let part = Part(mark: term.first)
            return (part == nil ? term : String(term.dropFirst()), part)
        }
    }

    mutating func add(_ entry: UInt32, as part: Part) {
        guard known[part, default: []].insert(entry).inserted else { return }
        switch part {
        case .required: required.append(entry)
        case .oneOf: oneOf.append(entry)
        case .excluded: excluded.append(entry)
        }
    }

    /// Whether an article that has the entries of which `has` is true may be given the topic.
    func allow(_ has: (UInt32) -> Bool) -> Bool {
        required.allSatisfy(has) && (oneOf.isEmpty || oneOf.contains(where: has)) && !excluded.contains(where: has)
    }
}
