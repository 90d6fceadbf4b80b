import Evaluation
import Export
import NewsModel
import Storage

let evaluateCommand = Command(
    name: "evaluate", summary: "Measure the tags of a database against gold data: precision, recall, F1.",
    usage: "GOLD [--database FILE] [--task TASK] [--map FILE] [options]",
    options: [
        SharedOptions.database,
        Option("task", "TASK", "names, linking, documents or topics (default: told by the fields of the gold)"),
        Option("map", "FILE", "what labels or places of the gold stand for: a label, a tab, ids divided by | a line"),
        SharedOptions.format, SharedOptions.rawCells, SharedOptions.quiet,
    ],
    examples: [
        (
            "gazette tag gold.jsonl --input-format jsonl --text-is-body --database gold.db",
            "first tag the texts of the gold, as they are"
        ),
        ("gazette evaluate gold.jsonl --database gold.db", "then compare: names by kind, or whatever the gold has"),
        ("gazette evaluate gold.jsonl --task names --database gold.db", "names alone, of gold that has ids too"),
        ("gazette evaluate labels.jsonl --map labels.tsv --database gold.db", "topics, by what each label stands for"),
    ],
    run: { arguments in
        guard arguments.positional.count == 1, let path = arguments.positional.first else {
            throw UsageError("name one file of gold data")
        }
        let task: EvaluationTask? = try arguments.optionalChoice("task")
        let labels = try arguments.value("map").map { try LabelMap(path: $0) } ?? LabelMap()
        let gold = try GoldReader.articles(path: path)
        guard let task = task ?? EvaluationTask(gold) else {
            throw Failure("\(path): no article has entities, places or a label: there is nothing to measure")
        }
        let found = try GoldMatch(gold, in: try Database(path: SharedOptions.databasePath(arguments)))
        guard found.articles.contains(where: { $0.found != nil }) else {
            throw Failure(
                "\(path): none of the \(gold.count) articles is in the database; tag them with: "
                    + "gazette tag \(path) --input-format jsonl --text-is-body --database FILE")
        }
        let figures: [Figure]
        do {
            figures = try evaluate(task, found.articles, labels: labels)
        } catch let error as NoUsableGold {
            throw Failure("\(path): \(error)")
        }
        try SharedOptions.write(table(of: figures), arguments)
        if !arguments.has("quiet") { for note in found.notes(task) { Terminal.note(note) } }
        return found.missing.isEmpty ? .done : .doneWithRejects
    })

private func table(of figures: [Figure]) -> RowTable {
    var table = RowTable(
        columns: [.init("measure")]
            + ["precision", "recall", "f1", "right", "wrong", "missed", "value"].map { .init($0, isNumber: true) })
    for figure in figures {
        var row = [figure.name]
        if let tally = figure.tally {
            row += [tally.precision, tally.recall, tally.f1].map(fourDecimals)
            row += [tally.right, tally.wrong, tally.missed].map(String.init) + [""]
        } else {
            row += Array(repeating: "", count: 6) + [figure.value.map(shortest) ?? ""]
        }
        table.add(row)
    }
    return table
}

/// "0.0125".
private func fourDecimals(_ value: Double) -> String {
    let digits = String(Int((value * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(padded.dropLast(4)).\(padded.suffix(4))"
}

/// A whole number, or one with four decimals.
private func shortest(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? fourDecimals(value) }
