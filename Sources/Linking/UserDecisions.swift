import Gazetteers
import NewsModel
import Tokenization

/// The decisions of a user, ready to be applied: by name, and by the article and site that they hold for.
///
///     let decisions = try UserDecisions(table, index: index)
///     Linker(index: index, model: model, decisions: decisions)
public struct UserDecisions: Sendable {
    /// A decision with the line that it stands in.
    struct Ruling: Sendable {
        var decision: Decision
        var line: Int
    }

    /// The file.
    public let file: String
    public let contentHash: UInt64
    /// Decisions that cannot be applied with these gazetteers.
    public private(set) var issues: [TableIssue]
    /// How many decisions there are.
    public let count: Int
    /// What an entity is made, everywhere, chains of merges followed.
    let merges: [String: Merge]
    private var everywhere: [Ruling] = []
    private var ofArticle: [String: [Ruling]] = [:]
    private var ofSite: [String: [Ruling]] = [:]
    /// The decisions of stories that none is made for.
    private var usual: StoryRulings
    private let tokenizer: NameKeys

    /// Where an entity goes, and the line that says so.
    struct Merge: Sendable, Equatable {
        var entity: String
        var line: Int
    }

    /// Prepares the decisions of a table.
    /// - Throws: `TokenizationError` when ICU has no data.
    public init(_ table: DecisionTable, index: GazetteerIndex) throws(TokenizationError) {
        file = table.file
        contentHash = table.contentHash
        count = table.decisions.count
        issues = table.issues
        tokenizer = NameKeys(try Tokenizer(), table.decisions.map(\.decision.subject))
        var merged: [String: Merge] = [:]
        for (line, decision) in table.decisions {
            let ruling = Ruling(decision: decision, line: line)
            if decision.verb != .never, decision.verb != .not, Kind(ofUnknown: decision.entity) == nil,
                index.entityNumber(ofID: decision.entity) == nil
            {
                issues.append(
                    TableIssue(
                        file: table.file, line: line, severity: .error,
                        message: "no gazetteer has \(decision.entity); add it to one, or write nil:KIND/name"))
                continue
            }
            if decision.verb != .merge, decision.subject != "*", tokenizer.keys(of: decision.subject).isEmpty {
                issues.append(
                    TableIssue(
                        file: table.file, line: line, severity: .error,
                        message: "\"\(decision.subject)\" has no word that a text could have"))
                continue
            }
            switch (decision.verb, decision.scope) {
            case (.merge, _): merged[decision.subject] = Merge(entity: decision.entity, line: line)
            case (_, .everywhere): everywhere.append(ruling)
            case (_, .article(let id)): ofArticle[id, default: []].append(ruling)
            case (_, .site(let name)): ofSite[name.lowercased(), default: []].append(ruling)
            }
        }
        merges = Self.followed(merged)
        usual = StoryRulings(everywhere, tokenizer)
    }

    private static let longestChain = 64

    /// Chains of merges made one step; in a ring each entity stays what it is.
    private static func followed(_ merges: [String: Merge]) -> [String: Merge] {
        var result: [String: Merge] = [:]
        for (from, first) in merges {
            var last = first
            var steps = 0
            while let next = merges[last.entity], steps <= longestChain {
                last = next
                steps += 1
            }
            if steps <= longestChain, last.entity != from {
                result[from] = Merge(entity: last.entity, line: first.line)
            }
        }
        return result
    }

    /// The decisions that hold for an article.
    func rulings(forArticle id: String, site: String?) -> StoryRulings {
        let own = ofArticle[id] ?? []
        let sites = site.flatMap { ofSite[$0.lowercased()] } ?? []
        if own.isEmpty, sites.isEmpty { return usual }
        // What is said of less goes before what is said of more.
        return StoryRulings(everywhere + sites + own, tokenizer)
    }
}

/// The words of names as keys, made once.
struct NameKeys: Sendable {
    private var known: [String: [Token]] = [:]

    init(_ tokenizer: Tokenizer, _ names: [String]) {
        for name in names where known[name] == nil { known[name] = tokenizer.tokensOfName(name) }
    }

    func keys(of name: String) -> [Token] { known[name] ?? [] }

    /// One number for the words of a name.
    static func hash(_ tokens: some Sequence<Token>) -> UInt64 {
        tokens.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.key) &* 0x9E37_79B9_7F4A_7C15 ^ $1.key &>> 29 }
    }
}
