let topicsCommand = Command(
    name: "topics", summary: "Count the stories of each topic; check, try and show topics.",
    usage: "[check PATH… | try PATH TEXT | show TOPIC] [--by WHAT] [--topic TOPIC] [options]",
    options: topicCountOptions + SharedOptions.topics + SharedOptions.gazetteers,
    examples: [
        ("gazette topics --since 2024-01", "what the stories since then are about, finer topics under broader ones"),
        ("gazette topics --topic politics", "one topic and the finer ones"),
        ("gazette topics --by month --topic election --format csv", "how many stories of each month, as CSV"),
        ("gazette topics --by entity --kind person", "who stories about a topic mention more than others do"),
        ("gazette topics check drought.txt", "what is wrong in your own topics, by file and line"),
        ("gazette topics try drought.txt \"The wells are dry\"", "the scores of a text, and the terms that made them"),
        ("gazette topics show \"coup d'état\"", "the terms of a topic with their weights"),
    ],
    run: { arguments in
        switch arguments.positional.first {
        case "check": return try checkTopics(arguments)
        case "try": return try tryTopics(arguments)
        case "show": return try showTopic(arguments)
        case let other?: throw UsageError("topics has check, try and show, not \"\(other)\"; --topic names a topic")
        case nil: return try topicCounts(arguments)
        }
    })
