import NewsModel
import Testing

@testable import Extraction

@Suite struct StoryWeightsTests {
    private static let header = "feature\ttext\thtml\n"

    private func read(_ table: String) -> FeatureWeightsError? {
        do {
            _ = try StoryWeights(table: Array(table.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func shippedTableHasEachFeature() throws {
        let weights = try StoryWeights(table: ExtractionConfiguration.shippedWeights)
        #expect(weights.text.count == StoryVector.names.count)
        #expect(weights.text.contains { $0 != 0 })
        #expect(weights.contentHash != 0)
    }

    @Test func namesAreUnique() {
        #expect(Set(StoryWeights.names).count == StoryWeights.names.count)
    }

    @Test func vectorsAreAsLongAsTheirNames() {
        let page = Page(HTMLPage(Array("<p>It rained all night in Niamey.</p>".utf8)).blocks)
        StoryVector.forEach(of: page, core: 0..<1, title: nil) { #expect($0.count == StoryVector.names.count) }
    }

    @Test func errorsNameTheRow() {
        #expect(read("feature\ttext\n") == .badHeader(line: 1))
        #expect(read("# note\n" + Self.header + "bias\t1\n") == .badRow(line: 3))
        #expect(read(Self.header + "bias\t1\tx\n") == .badRow(line: 2))
        #expect(read(Self.header + "bias\t1\t2\nbias\t1\t2\n") == .badRow(line: 3))
        #expect(read(Self.header + "bias\t1\t2\n") == .missingFeature("logWords"))
        let all = StoryWeights.names.map { "\($0)\t1\t2\n" }.joined()
        #expect(read(Self.header + all) == nil)
        #expect(read(Self.header + all + "moonPhase\t1\t2\n") == .unknownFeature("moonPhase"))
    }
}
