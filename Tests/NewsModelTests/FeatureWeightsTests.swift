import NewsModel
import Testing

@Suite struct FeatureWeightsTests {
    private enum Feature: String, CaseIterable {
        case first
        case second
    }

    private func read(_ table: String) -> FeatureWeightsError? {
        do {
            _ = try FeatureWeights<Feature>(table: Array(table.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func rowsAreReadInAnyOrder() throws {
        let weights = try FeatureWeights<Feature>(
            table: Array("# made\nfeature\tweight\nsecond\t-2\nbias\t0.5\nfirst\t1\n".utf8))
        #expect(weights.bias == 0.5 && weights[.first] == 1 && weights[.second] == -2)
        #expect(weights.inOrder.map(\.weight) == [1, -2])
    }

    @Test func whatIsWrongIsNamed() {
        let head = "feature\tweight\n"
        #expect(read("first\t1\n") == .badHeader(line: 1))
        #expect(read(head + "bias\t0\nfirst\tone\n") == .badRow(line: 3))
        #expect(read(head + "bias\t0\nfirst\tinf\n") == .badRow(line: 3))
        #expect(read(head + "bias\t0\nbias\t0\n") == .badRow(line: 3))
        #expect(read(head + "bias\t0\nfirst\t1\n") == .missingFeature("second"))
        #expect(read(head + "first\t1\nsecond\t1\n") == .missingFeature("bias"))
        #expect(read(head + "bias\t0\nfirst\t1\nsecond\t1\nthird\t1\n") == .unknownFeature("third"))
        #expect(read("") == .missingFeature("bias"))
    }
}
