import NewsModel
import TestSupport
import Testing

@testable import Gazetteers

@Suite struct ContentsTests {
    private let base =
        entityHeader
        + "Q1\tperson\t\tMohamed Bazoum\tBazoum|ambiguous:acronym:MB\tNE\nQ2\torganization\t\tCourt of Niger\t\tNE\n"
        + "Q3\tperson\t\tM. Bazoum\tThe Leader\t\t1960\t\t4\n"
    private let offices = "person\toffice\nQ3\tPresident\n"

    /// The contents of the base table with one of the user's over it; its first line is a header unless it is a list.
    private func contents(_ own: String, list: Bool = false) throws -> GazetteerContents {
        let tables = try Tables(["e.tsv": base, "offices.tsv": offices])
        let user = try Tables(["own.tsv": list ? own : "id\tkind\tname\n" + own])
        return try withExtendedLifetime((tables, user)) {
            try GazetteerContents(
                try GazetteerSources(layers: [tables.path, "\(user.path)/own.tsv"]), keepsOrigins: true)
        }
    }

    private func names(_ contents: GazetteerContents, _ id: String) -> [String] {
        contents.entities.first { $0.id == id }.map { [$0.name] + $0.aliases.map(\.written) } ?? []
    }

    @Test func entitiesStandInByteOrderEachOnce() throws {
        let found = try contents("gz:a\tplace\tAlpha\nQ10\tplace\tBeta\nQ1\tperson\tBazoum Senior\n")
        #expect(found.entities.map(\.id) == ["Q1", "Q10", "Q2", "Q3", "gz:a"])
        #expect(names(found, "Q1") == ["Bazoum Senior", "Bazoum", "ambiguous:acronym:MB", "Mohamed Bazoum"])
        #expect(found.issues.isEmpty)
    }

    @Test func anEntityIsRemoved() throws {
        let found = try contents("Q2\tremove\n")
        #expect(found.entities.map(\.id) == ["Q1", "Q3"])
    }

    @Test func aNameIsRemovedAndTheNextTakesItsPlace() throws {
        #expect(names(try contents("Q1\tremove\tMB\n"), "Q1") == ["Mohamed Bazoum", "Bazoum"])
        #expect(names(try contents("Q1\tremove\tMohamed Bazoum\n"), "Q1") == ["Bazoum", "ambiguous:acronym:MB"])
        let last = try contents("Q2\tremove\tCourt of Niger\n")
        #expect(names(last, "Q2") == ["Court of Niger"])
        #expect(
            last.issues.map(\.message) == ["\"Court of Niger\" is the only name of Q2: remove the entity, or rename it"]
        )
    }

    @Test func aRenamedEntityKeepsItsOldNameAsAnAlias() throws {
        #expect(
            names(try contents("Q1\trename\tBazoum\n"), "Q1") == ["Bazoum", "ambiguous:acronym:MB", "Mohamed Bazoum"])
    }

    @Test func aMergeGivesNamesAndOfficesToTheOther() throws {
        let found = try contents("Q3\tmerge\tQ1\n")
        #expect(found.entities.map(\.id) == ["Q1", "Q2"])
        #expect(
            names(found, "Q1") == ["Mohamed Bazoum", "Bazoum", "ambiguous:acronym:MB", "M. Bazoum", "The Leader"])
        #expect(found.entities[0].weight == 4)
        #expect(found.offices["Q1"]?.map(\.office) == ["President"])
        #expect(found.offices["Q1"]?.map(\.person) == ["Q1"])
        #expect(found.offices["Q3"] == nil)
        #expect(found.origins["Q1"]?.count == 3)
    }

    @Test func mergesGoOnToTheLastAndNeverInACircle() throws {
        let found = try contents("Q3\tmerge\tQ1\nQ1\tmerge\tQ2\nQ2\tmerge\tQ3\n")
        #expect(found.entities.map(\.id) == ["Q2"])
        #expect(found.offices["Q2"]?.count == 1)
        #expect(found.issues.map(\.line) == [4])
        #expect(found.issues.first?.message == "Q3 is merged into Q2 already: a circle")
        #expect(try contents("Q1\tmerge\tQ1\n").issues.count == 1)
    }

    @Test(arguments: [
        ("Q9\tremove\n", "no entity Q9"), ("Q1\tmerge\tQ9\n", "no entity Q9"),
        ("Q1\tremove\tNobody\n", "no name \"Nobody\""),
        ("Q1\tmerge\n", "merge wants the other entity's id"), ("Q1\trename\n", "rename wants the new name"),
        ("Q1\tremove\nQ1\tremove\n", "an edit took it away"), ("Q2\trename\tCourt of Niger\n", "is called"),
    ])
    func anEditThatChangesNothingIsNamed(edit: String, part: String) throws {
        let found = try contents(edit + "gz:x\tplace\tOther\n")
        #expect(found.issues.count == 1)
        #expect(found.issues.first?.message.contains(part) == true)
        #expect(found.issues.first?.file.hasSuffix("own.tsv") == true)
        #expect(found.entities.contains { $0.id == "gz:x" })
    }

    /// The contents of the base table with two tables of the user's over it, the second over the first.
    private func contents(_ first: String, then second: String) throws -> GazetteerContents {
        let tables = try Tables(["e.tsv": base])
        let user = try Tables(["a.tsv": "id\tkind\tname\n" + first, "b.tsv": "id\tkind\tname\n" + second])
        return try withExtendedLifetime((tables, user)) {
            try GazetteerContents(
                try GazetteerSources(layers: [tables.path, "\(user.path)/a.tsv", "\(user.path)/b.tsv"]))
        }
    }

    @Test func aLaterRowBringsBackWhatWasRemoved() throws {
        let found = try contents("Q2\tremove\n", then: "Q2\torganization\tHigh Court\n")
        #expect(names(found, "Q2") == ["High Court"])
    }

    @Test func aRowOfAMergedEntityAddsToTheOther() throws {
        let found = try contents("Q3\tmerge\tQ1\n", then: "Q3\tperson\tPresident Bazoum\n")
        #expect(found.entities.map(\.id) == ["Q1", "Q2"])
        #expect(names(found, "Q1").last == "President Bazoum")
    }

    // MARK: Lists

    @Test func aListNamesWhatIsKnownAndMakesTheRest() throws {
        let found = try contents("# kind: organization\nCourt of Niger\nGarba  Cloth\n\nGARBA CLOTH\n", list: true)
        #expect(found.entities.map(\.id) == ["Q1", "Q2", "Q3", "gz:list/organization/garba-cloth"])
        #expect(found.entities.last?.kind == .organization)
        #expect(names(found, "gz:list/organization/garba-cloth") == ["GARBA CLOTH", "Garba Cloth"])
        #expect(found.origins["Q2"]?.map(\.line) == [3, 2])
        #expect(found.issues.isEmpty)
    }

    @Test func whatSomebodyNamesIsNotObscure() throws {
        func weight(_ own: String, list: Bool = false) throws -> Double? {
            try contents(own, list: list).entities.first { $0.id == "Q2" }?.weight
        }
        #expect(try weight("Q1\tperson\tMohamed Bazoum\n") == 1)
        #expect(try weight("Q2\torganization\tHigh Court\n") == 3)
        #expect(try weight("Court of Niger\n", list: true) == 3)
    }

    @Test func aListWithoutAKindIsOfOtherThings() throws {
        #expect(try contents("Garba Cloth\n", list: true).entities.last?.kind == .other)
        let wrong = try contents("# kind: shop\nGarba Cloth\n", list: true)
        #expect(wrong.issues.map(\.line) == [1])
    }

    // MARK: Bad tables

    @Test(arguments: [
        ("", "the table is empty"), ("\u{0}\u{0}\n", "own.tsv:1: error: a NUL byte"),
        ("id,kind,name\nQ1,place,X\n", "no column"),
        ("id\tkind\tname\nQ1\tbad\tX\n", "unknown kind"),
        ("name\tnote\nX\ty\n", "no column \"id\""), ("id\tkind\tname\tcolour\nQ1\tplace\tX\tred\n", "unknown column"),
    ])
    func aTableOfNoUseStopsEverything(table: String, part: String) throws {
        let error = #expect(throws: ContentsError.self) { try contents(table, list: true) }
        #expect(
            error.map { "\($0)".contains(part) && "\($0)".contains("own.tsv:") } == true, "\(String(describing: error))"
        )
    }

    @Test func damagedLinesAreNamedAndTheRestIsUsed() throws {
        let long = String(repeating: "x", count: 1 << 20)
        var bytes = Array("\u{FEFF}id\tkind\tname\r\nQ7\tplace\tTillabéri\r\nQ8\tplace\tA".utf8)
        bytes += [0xFF, 0x0A] + Array("Q9\tplace\tN\0L\nQ10\tplace\t\(long)\nQ11\tplace\tDiffa".utf8)
        let table = EntityTable(file: "t.tsv", bytes: bytes)
        #expect(table.rows.map(\.row.name) == ["Tillabéri", "Diffa"])
        #expect(table.issues.map(\.line) == [3, 4, 5])
        #expect(table.issues[0].message.hasPrefix("not UTF-8"))
        #expect(table.issues[1].message.hasPrefix("a NUL byte"))
        #expect(table.issues[2].message.hasPrefix("a line of 1048586 bytes"))
    }

    @Test func anIdThatStandsTwiceIsUsedOnce() throws {
        let found = try contents("gz:a\tplace\tAlpha\ngz:b\tplace\tBeta\ngz:a\tplace\tGamma\n")
        #expect(names(found, "gz:a") == ["Alpha"])
        #expect(found.issues.map(\.line) == [4])
        #expect(found.issues.first?.message.hasPrefix("id gz:a stands in line 2 already") == true)
    }

    @Test func namesWithoutEndCostNoTimeWithoutEnd() throws {
        let many = (0..<140_000).map { "B\($0)" }.joined(separator: "|")
        let merges = (0..<2000).map { "gz:\($0)\tmerge\tgz:a\t\n" }.joined()
        let rows = (0..<2000).map { "gz:\($0)\tplace\tName \($0)\t\n" }.joined()
        let tables = try Tables([
            "a.tsv": "id\tkind\tname\taliases\ngz:a\tplace\tA\t\(many)\ngz:b\tplace\tB\t\n",
            "b.tsv": "id\tkind\tname\taliases\n\(rows)\(merges)",
        ])
        let (_, issues) = try withExtendedLifetime(tables) { try GazetteerCompiler.indexBytes(try tables.sources()) }
        #expect(issues.first?.line == 2)
        #expect(issues.first?.message.hasPrefix("140000 aliases: the first 1000 are used") == true)
        #expect(issues.count == 2001)
    }

    @Test func longChainsOfMergesCostNoTimeWithoutEnd() throws {
        let count = 20_000
        let rows = (0...count).map { "gz:\($0)\tplace\tName \($0)\n" }.joined()
        let merges = (0..<count).map { "gz:\($0)\tmerge\tgz:\($0 + 1)\n" }.joined()
        let tables = try Tables([
            "a.tsv": "id\tkind\tname\n\(rows)\(merges)",
            "b.tsv": "person\toffice\n" + (0..<count).map { "gz:\($0)\tHost \($0)\n" }.joined(),
        ])
        let found = try withExtendedLifetime(tables) { try GazetteerContents(try tables.sources(), keepsOrigins: true) }
        #expect(found.entities.map(\.id) == ["gz:\(count)"])
        #expect(found.offices["gz:\(count)"]?.count == count)
        #expect(found.offices.count == 1)
        #expect(found.entities[0].aliases.count == EntityRow.mostAliases)
    }

    @Test func aTableInAnotherEncodingSaysSo() throws {
        let table = EntityTable(file: "t.tsv", bytes: [0xFF, 0xFE, 0x69, 0, 0x64, 0, 0x0A, 0])
        #expect(table.issues.map(\.line) == [1])
    }

    @Test func aTableWithoutRowsIsNamed() throws {
        #expect(try contents("").issues.map(\.message) == ["the table has no rows"])
    }

    @Test func aFolderMayHoldTablesOfAnyName() throws {
        let tables = try Tables([
            "e.tsv": base, "who held what.tsv": offices, "watch.tsv": "# kind: place\nZonga\n",
            "never.tsv": "name\treason\nBazoum\ttoo short\n", "often.tsv": "word\tlower\tupper\nmay\t9\t1\n",
        ])
        let found = try withExtendedLifetime(tables) { try GazetteerContents(try tables.sources()) }
        #expect(found.offices["Q3"]?.map(\.office) == ["President"])
        #expect(found.entities.last?.id == "gz:list/place/zonga")
        #expect(found.stops == ["Bazoum"])
        #expect(found.commonWords.map(\.word) == ["may"])
        #expect(found.issues.isEmpty)
    }

    // MARK: Properties

    @Test func layersAreTheSameInOneFileOrInSeveral() throws {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<50 {
            // A table has each id once.
            let lines = (1...12).shuffled(using: &generator).map { line("Q\($0)", &generator) }
            let header = "id\tkind\tname\n"
            let whole = try Tables(["base.tsv": base, "all.tsv": header + lines.joined()])
            let parts = try Tables(
                Dictionary(uniqueKeysWithValues: lines.enumerated().map { ("\(10 + $0).tsv", header + $1) }))
            let together = try GazetteerContents(
                try GazetteerSources(
                    layers: ["\(whole.path)/base.tsv"] + lines.indices.map { "\(parts.path)/\(10 + $0).tsv" }))
            // A table's rows come before its edits, so that only tables without edits are the same in one piece.
            guard
                !lines.contains(where: { $0.contains("\tremove") || $0.contains("\tmerge") || $0.contains("\trename") })
            else {
                #expect(Set(together.entities.map(\.id)).count == together.entities.count)
                continue
            }
            let one = try GazetteerContents(
                try GazetteerSources(layers: ["\(whole.path)/base.tsv", "\(whole.path)/all.tsv"]))
            #expect(one.entities == together.entities)
        }
    }

    private func line(_ id: String, _ generator: inout SeededGenerator) -> String {
        let other = "Q\(Int.random(in: 1...5, using: &generator))"
        switch Int.random(in: 0..<40, using: &generator) {
        case 0: return "\(id)\tremove\n"
        case 1: return "\(id)\tmerge\t\(other)\n"
        case 2: return "\(id)\trename\tName \(other)\n"
        default: return "\(id)\tperson\tName \(Int.random(in: 1...9, using: &generator))\n"
        }
    }
}
