import Testing

@Suite struct HelpTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test func helpNamesEveryCommandAndTheExitStatuses() throws {
        let outcome = try folder.gazette("--help")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(
            outcome.output == """
                Tags people, countries, places, organizations and topics in news, and answers questions about them.

                Usage: gazette COMMAND …

                Commands:
                  tag           Tag the articles of files and folders into a database.
                  retag         Tag again the stories that a change of gazetteers or decisions touches.
                  annotate      Print tagged articles as JSON lines, without a database.
                  stories       List all stories that mention some entities, or are about a country or topic.
                  search        Search the full text of all stories.
                  entities      List the entities that most stories mention or that grew; tell all about one.
                  topics        Count the stories of each topic; check, try and show topics.
                  cooccurrence  Count which entities appear together, for Gephi or a spreadsheet.
                  show          Show articles with their tags marked.
                  explain       Say why a name was tagged as it was, or was not; or why a story has its topics.
                  decide        Correct tags: what a name means, or does not, from now on.
                  discover      List names that no gazetteer has and many stories mention; take them into a table.
                  stats         Say what a database holds, and what could not be read.
                  export        Write what the database holds for other programs: JSON, CSV, Parquet, spaCy, IOB.
                  evaluate      Measure the tags of a database against gold data: precision, recall, F1.
                  gazetteer     Check, compile, import, search and compare the tables of names.

                Examples:
                  gazette tag dump/ --database news.db
                      tag a folder of pages into a database
                  gazette stories Niger Russia --database news.db
                      all stories that mention both, newest first

                gazette COMMAND --help tells more. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but with rejects.

                """)
        #expect(try folder.gazette("help").output == outcome.output)
        #expect(try folder.gazette("-h").output == outcome.output)
    }

    @Test(arguments: [
        "tag", "annotate", "stories", "search", "entities", "cooccurrence", "show", "explain", "decide", "discover",
        "topics", "stats", "export", "evaluate", "gazetteer",
    ])
    func everyCommandHasHelpWithUsageOptionsAndExamples(command: String) throws {
        let outcome = try folder.gazette(command, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        for part in ["\n\nUsage: gazette \(command) ", "\n\nOptions:\n  --", "--help", "\n\nExamples:\n  "] {
            #expect(outcome.output.contains(part), "\(part)")
        }
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
        #expect(try folder.gazette("help", command).output == outcome.output)
    }

    @Test func theVersionIsOneLine() throws {
        let outcome = try folder.gazette("--version")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("gazette "))
        #expect(outcome.output.split(separator: "\n").count == 1)
    }

    @Test func noCommandIsWrongUsage() throws {
        let outcome = try folder.gazette()
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("Usage: gazette COMMAND"))
    }

    @Test(arguments: [
        (["storys", "Niger"], "did you mean stories?"), (["frobnicate"], "no command \"frobnicate\"\nSee"),
        (["help", "storis"], "did you mean stories?"),
        (["stories", "Niger", "--databse", "x"], "did you mean --database?"), (["stories"], "name an entity"),
        (["stories", "Niger", "--limit"], "--limit needs a value: N"), (["tag"], "name a file or folder to tag"),
        (["tag", "x", "--quiet=yes"], "--quiet takes no value"),
        (["tag", "x", "--field", "text"], "--field wants FIELD=NAME"),
        (["tag", "x", "--field", "colour=x"], "unknown field \"colour\""),
        (["tag", "x", "--workers", "0"], "--workers wants"),
        (["tag", "x", "--input-format", "pdf"], "auto, page, html, jsonl"),
        (["tag", "x", "--no-default-gazetteers"], "needs a --gazetteer"),
        (["show"], "name an article"), (["search"], "name the words"),
        (["gazetteer"], "wants check, compile, find, diff or import"),
        (["gazetteer", "chek"], "not \"chek\""), (["annotate"], "name a file or folder"),
    ])
    func wrongUsageSaysWhatIsRight(arguments: [String], part: String) throws {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("gazette: "))
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
        #expect(outcome.errors.contains("--help"))
    }

    @Test(arguments: [
        ["entities", "--limit", "many"], ["entities", "--limit", "0"], ["entities", "--kind", "animal"],
        ["entities", "--since", "yesterday"], ["cooccurrence", "--unit", "page"],
        ["cooccurrence", "--kind", "animal"], ["topics", "--format", "xml"], ["topics", "--by", "fortnight"],
        ["topics", "--topic-score", "2"], ["topics", "--topic-score", "nan"], ["topics", "--kind", "person"],
        ["topics", "--by", "month", "--order", "stories"], ["topics", "--by", "entity", "--kind", "animal"],
        ["topics", "politics"], ["stories", "Niger", "--topic-score", "-1"], ["cooccurrence", "--topic-score", "high"],
        ["stories", "Niger", "--least-salience", "2"], ["stories", "--least-salience", "0.5", "--topic", "politics"],
        ["stories", "Niger", "--since", "2024-02", "--until", "2024-01"], ["stories", "Niger", "--order", "best"],
        ["stories", "Niger", "--after", "yesterday"], ["stories", "Niger", "--mentions-kind", "animal"],
        ["stories", "Niger", "--order", "relevant", "--after", "20240117:4"], ["search", "(rain"],
        ["search", "-rain"], ["search", "rain", "OR"], ["search", "!"], ["stories", "--text", "*"],
        ["show", "1", "--format", "csv"],
    ])
    func wrongValuesAreWrongUsage(arguments: [String]) throws {
        let database = try Corpus.tagged(in: folder)
        let outcome = try BuiltProgram.run(arguments + ["--database", database], in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.errors.contains("See: gazette \(arguments[0]) --help"))
    }
}
