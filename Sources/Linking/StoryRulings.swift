import Gazetteers
import NewsModel
import Tokenization

/// The decisions of a user that hold for one story.
struct StoryRulings: Sendable {
    /// What is decided on a name.
    struct NameRuling: Sendable {
        /// The entity that it means, or `nil` for none at all, with the line that says so.
        var outcome: (entity: String?, line: Int)?
        /// Entities that it does not mean, with the lines.
        var excluded: [(entity: String, line: Int)] = []
    }

    private var names: [UInt64: NameRuling] = [:]
    /// What no name means.
    private var excluded: [(entity: String, line: Int)] = []
    /// The names that mean something by decision, as they are written.
    private(set) var meant: [[Token]] = []

    var isEmpty: Bool { names.isEmpty && excluded.isEmpty }

    /// Takes decisions in the order of their strength: a later one overrules an earlier of the same name.
    init(_ rulings: [UserDecisions.Ruling], _ keys: NameKeys) {
        for ruling in rulings {
            let decision = ruling.decision
            if decision.subject == "*" {
                excluded.append((decision.entity, ruling.line))
                continue
            }
            let tokens = keys.keys(of: decision.subject)
            let key = NameKeys.hash(tokens)
            var name = names[key] ?? NameRuling()
            switch decision.verb {
            case .means:
                name.outcome = (decision.entity, ruling.line)
                name.excluded.removeAll { $0.entity == decision.entity }
                meant.append(tokens)
            case .never: name.outcome = (nil, ruling.line)
            case .not:
                if name.outcome?.entity == decision.entity { name.outcome = nil }
                name.excluded.append((decision.entity, ruling.line))
            case .merge: break
            }
            names[key] = name
        }
    }

    /// What is decided on a name; `nil` where nothing is.
    func ruling(on tokens: ArraySlice<Token>) -> NameRuling? {
        guard !isEmpty else { return nil }
        guard var ruling = names[NameKeys.hash(tokens)] else {
            return excluded.isEmpty ? nil : NameRuling(outcome: nil, excluded: excluded)
        }
        ruling.excluded += excluded
        return ruling
    }

    /// Where names that mean something by decision stand in a text, written as the decision writes them.
    func places(in tokens: [Token]) -> [Range<Int>] {
        guard !meant.isEmpty else { return [] }
        let firsts = HashSet64(meant.compactMap { $0.first?.key })
        var result: [Range<Int>] = []
        for start in tokens.indices where firsts.contains(tokens[start].key) {
            for name in meant where start + name.count <= tokens.count {
                let range = start..<start + name.count
                if zip(name, tokens[range]).allSatisfy({ Self.isWritten($0, as: $1) }) { result.append(range) }
            }
        }
        return result
    }

    private static func isWritten(_ name: Token, as token: Token) -> Bool {
        name.key == token.key && (token.shape.contains(.capitalized) || !name.shape.contains(.capitalized))
    }
}
