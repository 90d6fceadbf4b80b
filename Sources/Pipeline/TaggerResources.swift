import FileAccess
import Focus
import Gazetteers
import Ingest
import Linking

/// What tagging needs beside the articles: a compiled gazetteer and the models. Opened once, shared by all workers.
public struct TaggerResources: Sendable {
    public let index: GazetteerIndex
    public let models: TaggerModels
    /// Tells which countries a story is about.
    public let focusFinder: FocusFinder
    /// What the user decided on names; `nil` where there is no file of decisions.
    public let decisions: UserDecisions?
    /// What compiling the gazetteer found wrong; empty when it was compiled before.
    public let issues: [TableIssue]
    /// Changes with everything that decides tags: program, tables, models.
    public let fingerprint: String
    /// The part of it that is neither gazetteers nor decisions.
    let program: String
    let layers: [String]
    static let withoutTopics = " without topics"
    let decisionTable: DecisionTable?

    /// Opens the tables.
    /// - Parameters:
    ///   - layers: folders and tables in the order in which they are laid over one another.
    ///   - decisions: the user's decisions, which overrule linking.
    ///   - willCompile: called before the tables are compiled, which takes seconds, where they are not yet.
    public init(
        layers: [String], models: TaggerModels, program: String, decisions table: DecisionTable? = nil,
        willCompile: () -> Void = {}
    ) throws(ResourceError) {
        do {
            let opened = try GazetteerCompiler.open(
                try GazetteerSources(layers: layers), willCompile: willCompile)
            index = opened.index
            issues = opened.issues
            self.models = models
            decisions = try table.map { try UserDecisions($0, index: opened.index) }
            focusFinder = FocusFinder(
                index: opened.index, countries: Countries(index: opened.index, formerStates: models.formerStates),
                weights: models.focus)
            self.layers = layers
            decisionTable = table
            self.program =
                "\(program) models \(models.fingerprint)" + (models.topics == nil ? Self.withoutTopics : "")
            fingerprint =
                "\(self.program) gazetteer \(String(index.contentHash, radix: 16))"
                + (table.map { " decisions \(String($0.contentHash, radix: 16))" } ?? "")
        } catch {
            throw ResourceError(description: "\(error)")
        }
    }
}

/// Why the gazetteer or a model cannot be opened, in words for the person at the terminal.
public struct ResourceError: Error, Equatable, CustomStringConvertible {
    public let description: String

    /// Makes an error.
    public init(description: String) { self.description = description }
}
