import FileAccess
import Gazetteers
import Ingest
import Linking
import Tokenization
import Topics

/// What tagging needs beside the articles: a compiled gazetteer and the topic model. Opened once, shared by all workers.
public struct TaggerResources: Sendable {
    public let index: GazetteerIndex
    public let topics: TopicModel?
    /// The weights of linking.
    public let linking: LinkingModel
    /// What the user decided on names; `nil` where there is no file of decisions.
    public let decisions: UserDecisions?
    /// What compiling the gazetteer found wrong; empty when it was compiled before.
    public let issues: [TableIssue]
    /// Changes with everything that decides tags: program, tables, models.
    public let fingerprint: String

    /// Opens the tables.
    /// - Parameters:
    ///   - layers: folders and tables in the order in which they are laid over one another.
    ///   - linkingFolder: where `weights.tsv` and `roles.tsv` are.
    ///   - topicsFolder: where `media_topics.tsv` and `terms.tsv` are; without one no topics are scored.
    ///   - decisions: the user's decisions, which overrule linking.
    ///   - willCompile: called before the tables are compiled, which takes seconds, where they are not yet.
    public init(
        layers: [String], linkingFolder: String, topicsFolder: String?, program: String,
        decisions table: DecisionTable? = nil, willCompile: () -> Void = {}
    ) throws(ResourceError) {
        do {
            let opened = try GazetteerCompiler.open(
                try GazetteerSources(layers: layers), willCompile: willCompile)
            index = opened.index
            issues = opened.issues
            linking = try LinkingModel(
                weightsTable: try readFile("\(linkingFolder)/weights.tsv"),
                rolesTable: try readFile("\(linkingFolder)/roles.tsv"))
            decisions = try table.map { try UserDecisions($0, index: opened.index) }
            var hash = ""
            if let topicsFolder {
                let terms = try readFile("\(topicsFolder)/terms.tsv")
                let tree = try readFile("\(topicsFolder)/media_topics.tsv")
                topics = try TopicModel(topicsTable: tree, termsTable: terms, hash: TokenKey.hash(of:))
                hash = String(
                    terms.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
            } else {
                topics = nil
            }
            fingerprint =
                "\(program) gazetteer \(String(index.contentHash, radix: 16)) "
                + "linking \(String(linking.contentHash, radix: 16)) topics \(hash.isEmpty ? "none" : hash)"
                + (table.map { " decisions \(String($0.contentHash, radix: 16))" } ?? "")
        } catch {
            throw ResourceError(description: "\(error)")
        }
    }
}

/// Why the gazetteer or the topic model cannot be opened, in words for the person at the terminal.
public struct ResourceError: Error, Equatable, CustomStringConvertible {
    public let description: String

    /// Makes an error.
    public init(description: String) { self.description = description }
}
