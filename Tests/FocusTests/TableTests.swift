import FileAccess
import Focus
import Foundation
import NewsModel
import Testing

/// The tables that focus is made of.
@Suite struct TableTests {
    private static func shipped(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Gazetteers/focus/\(name)").path
    }

    @Test func theShippedTablesAreWhole() throws {
        let weights = try FeatureWeights<FocusFeature>(table: try readFile(Self.shipped("weights.tsv")))
        #expect(weights.bias < 0 && weights[.dateline] > 0 && weights[.titleCountry] > weights[.leadOther])
        #expect(weights.contentHash != 0)
        #expect(try FormerStates(table: try readFile(Self.shipped("former_states.tsv"))).contentHash != 0)
    }

    @Test(arguments: ["Q1\tXYZ\n", "Q1\n", "Q1\t\n", "Q1\tDE\nQ1\tFR\n"])
    func aBadRowOfFormerStatesIsNamed(rows: String) {
        #expect {
            try FormerStates(table: Array("entity\tcodes\n\(rows)".utf8))
        } throws: { error in
            (error as? FormerStatesError)?.description.contains("line") == true
        }
    }
}
