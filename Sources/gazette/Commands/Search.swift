import Storage

let searchCommand = Command(
    name: "search", summary: "Search the full text of all stories.",
    usage: "QUERY [--mentions NAME] [--database FILE] [options]",
    options: [
        SharedOptions.database, Option("mentions", "NAME", "only stories that mention it; may be given again"),
    ] + StoryOptions.filters + [StoryOptions.order(default: .relevant)] + StoryOptions.page + SharedOptions.gazetteers,
    examples: [
        ("gazette search niamey coup", "stories with both words, the best first, each with its best sentence"),
        ("gazette search '\"niamey coup\" -football'", "a phrase, without a word"),
        ("gazette search '(coup OR putsch) niam* title:army'", "one of two, beginnings of words, words of the title"),
        ("gazette search curfew --mentions Niger --order newest --limit 50", "of stories that mention an entity"),
    ],
    takesWordsWithDash: true,
    run: { arguments in
        guard !arguments.positional.isEmpty else {
            throw UsageError("name the words to look for, in single quotes where signs are among them")
        }
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let query = try StoryOptions.query(
            arguments, database, names: arguments.allValues("mentions"),
            text: arguments.positional.joined(separator: " "), order: .relevant)
        return try answer(query, database, arguments)
    })
