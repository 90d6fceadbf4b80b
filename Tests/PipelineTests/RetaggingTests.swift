import FileAccess
import Gazetteers
import Ingest
import Pipeline
import Storage
import TestSupport
import Testing

@Suite struct RetaggingTests {
    private let bench: Workbench
    private var folder: TemporaryFolder { bench.folder }
    private var database: String { bench.database }

    init() throws {
        bench = try Workbench()
        try bench.writeLines("a", count: 60)
        try folder.write("dump/names.jsonl", Self.stories.utf8)
    }

    /// Stories with people whose names are spelled in several ways, and sites that are newspapers.
    private static let stories = """
        {"id":"s1","title":"Talks","text":"Abdourahamane Tchiani met Ada Bell in Gao. Tchiani was late. Bell was not.","site":"Gao Times"}
        {"id":"s2","title":"Talks","text":"Abdourahmane Tchiani spoke in Niamey. President Tchiani left.","site":"Gao Times"}
        {"id":"s3","title":"Bell","text":"Ada Bell founded Acme Works. The Works of Acme grew. ACME is known.","site":"The Sun"}
        {"id":"s4","title":"N'Diaye","text":"Mamadou N'Diayemba of Gao met Mamadou Ndiayemba.","site":"The Sun"}
        {"id":"s5","title":"Nothing","text":"It rained all day and nobody came.","site":"The Sun"}

        """

    /// Rows of the user's table that come and go in the tests.
    private static let rows = [
        "gz:t\tperson\tpolitician\tAbdourahamane Tchiani\t\tNE\t", "gz:b\tperson\t\tAda Bell\tBell\tML\t",
        "gz:b\tperson\t\tAda Bell\t\tNE\t5", "gz:g\tplace\tcity\tGao\t\tML\t", "gz:g\tplace\tcity\tGao\t\tNE\t2",
        "gz:n\torganization\tnewspaper\tGao Times\t\tML\t",
        "gz:a\torganization\tcompany\tAcme Works\tacronym:ACME\tML\t",
        "gz:d\tperson\t\tMamadou Ndiayemba\t\tML\t", "gz:h\tperson\t\tHadiza Garba\tGarba\tNE\t",
        "gz:w\torganization\t\tThe Works of Acme\t\t\t", "gz:i\tperson\tpolitician\tIvan Petrov\tPetrov\tRU\t",
        "Q912\tcountry\tcountry\tMali\tMalia\tML\t", "Q1\tperson\t\tAssimi Goïta\tGoïta\tML\t6",
    ]

    private static let decisions = [
        "\tnot\tGao\tgz:g\teverywhere\t", "\tmeans\tBell\tnil:person/some-bell\tarticle s1\t",
        "\tnever\tMali\t\tsite The Sun\t", "\tmerge\tgz:b\tgz:h\teverywhere\t", "\tnot\t*\tQ159\teverywhere\t",
        "\tmeans\tnobody\tnil:person/no-body\teverywhere\t", "\tnot\tBell\tgz:b\teverywhere\t",
    ]

    private func table(_ rows: some Sequence<String>) throws -> String {
        try folder.write(
            "mine.tsv", ("id\tkind\trole\tname\taliases\tcountry\tweight\n" + rows.map { "\($0)\n" }.joined()).utf8)
    }

    private func resources(_ table: String?, _ decisions: [String] = []) throws -> TaggerResources {
        let path = try folder.write(
            "decisions.tsv", "gazette decisions 1\n\(decisions.map { "\($0)\n" }.joined())".utf8)
        return try bench.resources(
            layers: table.map { [$0] } ?? [], DecisionTable(file: path, bytes: try readFile(path)))
    }

    private func tag(_ resources: TaggerResources, into database: String) throws {
        let run = TaggingRun(
            resources: resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()),
            ingest: IngestConfiguration(), workers: 2, builtIn: bench.builtIn)
        _ = try run.run(paths: ["\(folder.path)/dump"], database: database, program: "test", options: "o") { _ in }
    }

    private func retag(_ resources: TaggerResources, isTrial: Bool = false) throws -> RetaggingRun.Summary {
        try RetaggingRun(
            resources: resources, configuration: TaggerConfiguration(fieldNames: try FieldNames()),
            builtIn: bench.builtIn, workers: 2
        ).run(database: database, program: "test", isTrial: isTrial) { _ in }
    }

    @Test(arguments: 0..<24) func theTagsAreThoseOfARunFromNothing(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        func some(_ lines: [String], _ random: inout SeededGenerator) -> [String] {
            lines.shuffled(using: &random).filter { _ in Bool.random(using: &random) }
        }
        try tag(resources(table(some(Self.rows, &random)), some(Self.decisions, &random)), into: database)
        for round in 0..<3 {
            let changed = try resources(table(some(Self.rows, &random)), some(Self.decisions, &random))
            let summary = try retag(changed)
            #expect(summary.touched <= summary.stories)
            let full = folder.file("full\(round).db")
            try tag(changed, into: full)
            let (after, expected) = (try tags(in: database), try tags(in: full))
            for (ours, theirs) in zip(after, expected) { #expect(ours == theirs) }
            #expect(try retag(changed).stories == 0)
        }
    }

    /// What a database says of its stories, by ids.
    private func tags(in path: String) throws -> [[String]] {
        try [
            """
            SELECT article.id, sentence, start, end, entity.id, form, zone, confidence
            FROM mention JOIN article ON article.key = article JOIN entity ON entity.key = entity ORDER BY 1, 2, 3
            """,
            """
            SELECT article.id, entity.id, mentions, salience, sentence_start, sentence_end, article_entity.confidence
            FROM article_entity JOIN article ON article.key = article JOIN entity ON entity.key = entity ORDER BY 1, 2
            """,
            "SELECT id, kind, role, name FROM entity ORDER BY 1",
            "SELECT article, topic, name, score, parent FROM tagged_topic ORDER BY 1, 2",
            "SELECT article, country, score, evidence FROM tagged_country ORDER BY 1, 2",
            """
            SELECT other.id, main.id FROM variant JOIN entity AS other ON other.key = entity
            JOIN entity AS main ON main.key = main ORDER BY 1
            """,
            "SELECT tagger FROM source ORDER BY path",
            "SELECT id, program, extraction, built_in FROM tagger ORDER BY id",
        ].map { try TestSupport.rows($0, in: path) }
    }

    @Test func onlyWhatHoldsAChangedNameIsTouched() throws {
        try tag(resources(table([Self.rows[6]])), into: database)
        let changed = try resources(table([Self.rows[6], Self.rows[7]]))
        let trial = try retag(changed, isTrial: true)
        #expect((trial.stories, trial.touched, trial.changed) == (59, 1, 0))
        let summary = try retag(changed)
        #expect((summary.stories, summary.touched, summary.changed) == (59, 1, 1))
        #expect(summary.changedArticles == ["s4"])
        #expect(summary.entities["gz:d"]?.gained == 1)
        #expect(summary.entities["gz:d"]?.name == "Mamadou Ndiayemba")
        #expect(summary.reasonsForAll.isEmpty)
    }

    @Test func sourcesThatWereRetaggedAreNotTaggedAgain() throws {
        try tag(resources(table([])), into: database)
        let changed = try resources(table(Self.rows.prefix(3)))
        _ = try retag(changed)
        let run = TaggingRun(
            resources: changed, configuration: TaggerConfiguration(fieldNames: try FieldNames()),
            ingest: IngestConfiguration(), workers: 1, builtIn: bench.builtIn)
        let summary = try run.run(
            paths: ["\(folder.path)/dump"], database: database, program: "test", options: "o"
        ) { _ in }
        #expect((summary.articles, summary.skippedSources) == (0, 2))
    }

    @Test func whatAnEarlierVersionTaggedIsTaggedAgainAltogether() throws {
        try tag(resources(table([])), into: database)
        try execute("DELETE FROM tagger_file; DELETE FROM tagger", in: database)
        let summary = try retag(resources(table([Self.rows[0]])))
        #expect(summary.touched == summary.stories)
        #expect(summary.reasonsForAll == ["an earlier version did not keep what it tagged with"])
        #expect(try retag(resources(table([Self.rows[1]]))).reasonsForAll.isEmpty)
    }

    @Test func aChangedCountryTouchesAll() throws {
        try tag(resources(table([])), into: database)
        let summary = try retag(resources(table(["Q912\tcountry\tcountry\tMali\t\tML\t9"])))
        #expect(summary.touched == summary.stories)
        #expect(summary.reasonsForAll == ["the country Mali is not what it was, and others are told by it"])
    }

    @Test func aFolderOfTablesIsRememberedAsOne() throws {
        try folder.write("own/people.tsv", "id\tkind\tname\ngz:b\tperson\tAda Bell\n".utf8)
        try folder.write("own/stop.tsv", "name\treason\nGao\ta word\n".utf8)
        try tag(resources(folder.file("own")), into: database)
        try folder.write("own/stop.tsv", "name\treason\nBell\ta word\n".utf8)
        let changed = try resources(folder.file("own"))
        let summary = try retag(changed)
        #expect(summary.reasonsForAll.isEmpty && summary.touched > 0 && summary.touched < 9)
        try tag(changed, into: folder.file("full.db"))
        #expect(try tags(in: database) == tags(in: folder.file("full.db")))
    }

    @Test func aDatabaseThatIsNotThereIsNotMade() throws {
        #expect(throws: DatabaseError.missing(path: database)) { try retag(resources(nil)) }
        #expect((try? FileStatus(path: database)) == nil)
    }
}
