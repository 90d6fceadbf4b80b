import FileAccess
import Linking
import TestSupport
import Testing

@Suite struct WeightsTableTests {
    private func lines() throws -> [String] {
        String(decoding: try readFile("\(Story.modelsFolder)/linking/weights.tsv"), as: UTF8.self).split(
            separator: "\n"
        )
        .map { String($0) }
    }

    private func read(_ lines: [String]) throws -> LinkingWeights {
        try LinkingWeights(table: Array(lines.joined(separator: "\n").utf8))
    }

    @Test func theTableOfTheProgramHasARowForEachEvidenceWithItsMeaning() throws {
        let weights = try read(lines())
        for name in EvidenceName.allCases {
            #expect(!weights.meaning(of: name).isEmpty)
            #expect(weights.meaning(of: name).count <= 90)
        }
        #expect(weights[.prior] > 0)
        #expect(weights[.loneSurname] < 0)
    }

    @Test func whatIsWrongIsSaidWithItsLine() throws {
        let table = try lines()
        #expect(throws: LinkingTableError.missing("unknownPart")) { try read(table.dropLast()) }
        #expect(throws: LinkingTableError.repeated(line: table.count + 1, "unknownPart")) {
            try read(table + [try #require(table.last)])
        }
        #expect(throws: LinkingTableError.unknown("colour")) { try read(table + ["colour\t1\t1\tno evidence"]) }
        for bad in ["prior\tmuch\t1\tx", "prior\t1", "prior\tinf\t1\tx"] {
            #expect(
                throws: LinkingTableError.badRow(
                    line: table.count + 1, wanted: ["evidence", "weight", "prior", "meaning"])
            ) {
                try read(table + [bad])
            }
        }
        #expect(throws: LinkingTableError.self) { try read([]) }
    }

    @Test func theHashChangesWithEitherTable() throws {
        let weights = try readFile("\(Story.modelsFolder)/linking/weights.tsv")
        let roles = try readFile("\(Story.modelsFolder)/linking/roles.tsv")
        let first = try LinkingModel(weightsTable: weights, rolesTable: roles).contentHash
        #expect(try LinkingModel(weightsTable: weights + [10], rolesTable: roles).contentHash != first)
        #expect(try LinkingModel(weightsTable: weights, rolesTable: roles + [10]).contentHash != first)
        #expect(throws: LinkingTableError.self) {
            try LinkingModel(weightsTable: weights, rolesTable: roles + Array("footballer\tmedtop:11000000\n".utf8))
        }
    }
}
