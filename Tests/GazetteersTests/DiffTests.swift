import Testing

@testable import Gazetteers

@Suite struct DiffTests {
    private func changes(_ old: String, _ new: String, offices: (String, String) = ("", "")) throws -> [GazetteerDiff
        .Change]
    {
        func contents(_ rows: String, _ offices: String) throws -> GazetteerContents {
            let tables = try Tables([
                "e.tsv": entityHeader + rows,
                "offices.tsv": "person\toffice\torganization\tcountry\tfrom\tuntil\n" + offices,
            ])
            return try withExtendedLifetime(tables) { try GazetteerContents(try tables.sources()) }
        }
        return GazetteerDiff(old: try contents(old, offices.0), new: try contents(new, offices.1)).changes
    }

    @Test func whatIsTheSameIsNoChange() throws {
        let rows = "Q1\tcountry\t\tNiger\tdemonym:Nigerien\tNE\nQ2\tcountry\t\tMali\t\tML\n"
        #expect(try changes(rows, rows).isEmpty)
        #expect(try changes("Q1\tplace\t\tA\tB|C\t\n", "Q1\tplace\t\tA\tC|B\t\n").isEmpty)
    }

    @Test func addedAndRemovedEntitiesCarryTheirNames() throws {
        let found = try changes(
            "Q1\tplace\t\tNiger\tB\t\nQ3\tplace\t\tMali\t\t\n",
            "Q2\tplace\t\tChad\tambiguous:T\t\nQ3\tplace\t\tMali\t\t\n")
        #expect(found.map(\.id) == ["Q1", "Q2"])
        #expect(found.map(\.verb) == [.removed, .added])
        #expect(found[0].removedNames == ["Niger", "B"])
        #expect(found[1].addedNames == ["Chad", "ambiguous:T"])
    }

    @Test func everyFieldThatDiffersIsNamed() throws {
        let found = try changes(
            "Q1\tperson\tpolitician\tAli\tAl\tNE\t1960\t\t2\n", "Q1\tperson\tminister\tAli\tEl\tML\t1961\t2020-05\t3\n",
            offices: ("Q1\tMinister\t\tNE\t2019\t\n", "Q1\tMinister\t\tNE\t2019\t2020\n"))
        let change = try #require(found.first)
        #expect((change.addedNames, change.removedNames) == (["El"], ["Al"]))
        #expect(
            change.fields == [
                "role: politician → minister", "country: NE → ML", "from: 1960 → 1961", "until: – → 2020-05",
                "weight: 2.0 → 3.0",
                "office added: Minister 2019–2020", "office removed: Minister 2019–",
            ])
    }

    @Test func idsAreComparedInTheOrderTheyStandIn() throws {
        let old = ["Q1", "Q10", "Q2", "gz:b"].map { "\($0)\tplace\t\tName \($0)\t\t\n" }.joined()
        let new = ["Q10", "Q3", "gz:a", "gz:b"].map { "\($0)\tplace\t\tName \($0)\t\t\n" }.joined()
        #expect(
            try changes(old, new).map { "\($0.verb) \($0.id)" } == [
                "removed Q1", "removed Q2", "added Q3", "added gz:a",
            ])
    }
}
