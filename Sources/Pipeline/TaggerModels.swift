import FileAccess
import Focus
import Linking
import NewsModel
import Recognition
import Salience
import Tokenization
import Topics

/// The learned weights of all stages.
///
///     let topics = try TopicFiles.read(builtIn: "Gazetteers/topics", layers: [])
///     let models = try TaggerModels(folder: "Gazetteers", topics: topics)
public struct TaggerModels: Sendable {
    /// Weights of the names in running text.
    public let names: NameModel
    public let linking: LinkingModel
    let focus: FeatureWeights<FocusFeature>
    let formerStates: FormerStates
    /// Weights of salience and confidence.
    public let salience: SalienceWeights
    /// `nil` where no topics are scored.
    public let topics: TopicModel?
    /// Changes with every model.
    let fingerprint: String

    /// Reads the models.
    /// - Parameters:
    ///   - folder: where the folders `names`, `linking`, `focus` and `salience` are.
    ///   - topicFiles: the files of topics; without any no topics are scored.
    /// - Throws: `ResourceError` with the file that cannot be used.
    public init(folder: String, topics topicFiles: [TopicFile]) throws(ResourceError) {
        do {
            names = try NameModel(path: "\(folder)/names/weights.bin")
            linking = try LinkingModel(
                weightsTable: try readFile("\(folder)/linking/weights.tsv"),
                rolesTable: try readFile("\(folder)/linking/roles.tsv"))
            focus = try Self.read("\(folder)/focus/weights.tsv") { try FeatureWeights(table: $0) }
            formerStates = try Self.read("\(folder)/focus/former_states.tsv") { try FormerStates(table: $0) }
            salience = SalienceWeights(
                salience: try Self.read("\(folder)/salience/weights.tsv") { try FeatureWeights(table: $0) },
                confidence: try Self.read("\(folder)/salience/confidence.tsv") { try FeatureWeights(table: $0) })
            var hashes = [
                names.contentHash, linking.contentHash, focus.contentHash, formerStates.contentHash,
                salience.salience.contentHash, salience.confidence.contentHash,
            ]
            topics = topicFiles.isEmpty ? nil : try Self.topicModel(topicFiles)
            hashes += topicFiles.map(\.contentHash)
            fingerprint = String(hashes.reduce(0) { $0 &* 31 &+ $1 }, radix: 16)
        } catch {
            throw ResourceError(description: "\(error)")
        }
    }

    private static func read<Table>(_ path: String, _ parse: ([UInt8]) throws -> Table) throws -> Table {
        let table = try readFile(path)
        do {
            return try parse(table)
        } catch {
            throw ResourceError(description: "\(path): \(error)")
        }
    }

    private static func topicModel(_ files: [TopicFile]) throws -> TopicModel {
        let model = try TopicModel(files: files)
        let isUseless = { (issue: TopicIssue) in issue.problem == .nothingUsable }
        if let issue = model.issues.first(where: isUseless) { throw ResourceError(description: "\(issue)") }
        return model
    }
}
