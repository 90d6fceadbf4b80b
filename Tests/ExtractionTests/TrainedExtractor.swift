import Foundation

@testable import Extraction

extension ExtractionConfiguration {
    /// The configuration of the program: with the weights that ship.
    static let trained: ExtractionConfiguration = {
        var configuration = ExtractionConfiguration()
        if let weights = try? StoryWeights(table: shippedWeights) { configuration.weights = weights }
        return configuration
    }()

    /// The bytes of the table of weights in this repository.
    static let shippedWeights: [UInt8] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return [UInt8]((try? Data(contentsOf: root.appendingPathComponent("Gazetteers/story/weights.tsv"))) ?? Data())
    }()
}

extension Extractor {
    /// An extractor with the weights that ship.
    static let trained = Extractor(configuration: .trained)
}
