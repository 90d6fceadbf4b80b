import FileAccess
import Focus
import Gazetteers
import Ingest
import NewsModel
import Salience
import Tokenization
import Topics

/// What tagging needs beside the articles: a compiled gazetteer and learned models. Opened once, shared by all workers.
public struct TaggerResources: Sendable {
    public let index: GazetteerIndex
    public let topics: TopicModel?
    /// `nil` where no models are given.
    public let focusFinder: FocusFinder?
    public let salience: SalienceWeights
    /// What compiling the gazetteer found wrong; empty when it was compiled before.
    public let issues: [TableIssue]
    /// Changes with everything that decides tags: program, tables, models.
    public let fingerprint: String

    /// Opens the tables.
    /// - Parameters:
    ///   - layers: folders and tables in the order in which they are laid over one another.
    ///   - modelsFolder: where the folders `focus` and `salience` are; without one no countries are told, and entities are
    ///     scored by `SalienceWeights.plain`.
    ///   - topicsFolder: where `media_topics.tsv` and `terms.tsv` are; without one no topics are scored.
    ///   - willCompile: called before the tables are compiled, which takes seconds, where they are not yet.
    public init(
        layers: [String], topicsFolder: String?, modelsFolder: String? = nil, program: String,
        willCompile: () -> Void = {}
    ) throws(ResourceError) {
        do {
            let opened = try GazetteerCompiler.open(
                try GazetteerSources(layers: layers), willCompile: willCompile)
            index = opened.index
            issues = opened.issues
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
            var models: UInt64 = 0
            if let modelsFolder {
                let weights: FeatureWeights<FocusFeature> = try Self.weights("\(modelsFolder)/focus/weights.tsv")
                let formerStates = try Self.formerStates("\(modelsFolder)/focus/former_states.tsv")
                focusFinder = FocusFinder(
                    index: index, countries: Countries(index: index, formerStates: formerStates), weights: weights)
                salience = SalienceWeights(
                    salience: try Self.weights("\(modelsFolder)/salience/weights.tsv"),
                    confidence: try Self.weights("\(modelsFolder)/salience/confidence.tsv"))
                for hash in [
                    weights.contentHash, formerStates.contentHash, salience.salience.contentHash,
                    salience.confidence.contentHash,
                ] {
                    models = models &* 31 &+ hash
                }
            } else {
                focusFinder = nil
                salience = .plain
            }
            fingerprint =
                "\(program) gazetteer \(String(index.contentHash, radix: 16)) topics \(hash.isEmpty ? "none" : hash)"
                + " models \(String(models, radix: 16))"
        } catch {
            throw ResourceError(description: "\(error)")
        }
    }

    private static func weights<Feature>(_ path: String) throws -> FeatureWeights<Feature> {
        let table = try readFile(path)
        do {
            return try FeatureWeights(table: table)
        } catch {
            throw ResourceError(description: "\(path): \(error)")
        }
    }

    private static func formerStates(_ path: String) throws -> FormerStates {
        let table = try readFile(path)
        do {
            return try FormerStates(table: table)
        } catch {
            throw ResourceError(description: "\(path): \(error)")
        }
    }
}

/// Why the gazetteer or the topic model cannot be opened, in words for the person at the terminal.
public struct ResourceError: Error, Equatable, CustomStringConvertible {
    public let description: String

    /// Makes an error.
    public init(description: String) { self.description = description }
}
