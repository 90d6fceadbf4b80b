import Testing

@Suite struct RetagTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(
            "story.jsonl",
            #"{"id":"s1","title":"Floods","text":"River Watch warned of floods. Salma Adamou spoke in Niamey."}"#.utf8)
        try folder.write("mine.tsv", "id\tkind\tname\ngz:m/river\torganization\tRiver Watch\n".utf8)
        try folder.write("own.tsv", "gazette decisions 1\n\tnever\tNiamey\t\teverywhere\t\n".utf8)
    }

    private func retag(_ options: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["retag", "--database", "news.db", "--format", "csv"] + options, in: folder)
    }

    @Test func withoutOptionsEverythingIsAsTheStoriesWereTagged() throws {
        _ = try folder.gazette(
            "tag", "story.jsonl", "--database", "news.db", "--gazetteer", "mine.tsv", "--decisions", "own.tsv",
            "--no-default-gazetteers", "--no-topics")
        let unchanged = try retag()
        #expect(
            unchanged.errors.contains("--gazetteer mine.tsv --no-default-gazetteers --decisions own.tsv --no-topics"))
        #expect(unchanged.errors.contains("all stories are as these tables and decisions tag them"))
        try folder.write("mine.tsv", "id\tkind\tname\ngz:m/salma\tperson\tSalma Adamou\n".utf8)
        let changed = try retag()
        #expect(changed.errors.contains("1 of 1 stories tagged again, 1 have other tags"))
        #expect(changed.output.contains("gz:m/salma,Salma Adamou,person,1,0"))
        let stories = try folder.gazette("stories", "gz:m/salma", "--database", "news.db", "--count")
        #expect(stories.output == "1\n")
    }

    @Test(arguments: [["--limit", "x"], ["--format", "colours"], ["story.jsonl"]])
    func wrongUsageIsSaidBeforeAnythingIsDone(options: [String]) throws {
        _ = try folder.gazette("tag", "story.jsonl", "--database", "news.db", "--gazetteer", "mine.tsv")
        try folder.write("mine.tsv", "id\tkind\tname\ngz:m/salma\tperson\tSalma Adamou\n".utf8)
        #expect(try BuiltProgram.run(["retag", "--database", "news.db"] + options, in: folder).status == 2)
        #expect(try retag("--dry-run").errors.contains("1 of 1 stories may be touched"))
    }
}
