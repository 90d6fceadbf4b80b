import Export
import Gazetteers
import Tokenization

let gazetteerCommand = Command(
    name: "gazetteer", summary: "Check, compile or search the tables of names.",
    usage: "check|compile|find [PATH… | NAME] [options]",
    options: SharedOptions.gazetteers + [
        Option("warnings", nil, "with check: show warnings too"), SharedOptions.format,
    ],
    examples: [
        ("gazette gazetteer check people.tsv", "file, line and reason for everything wrong in a table"),
        ("gazette gazetteer compile", "make the index now; else it is made when first needed"),
        ("gazette gazetteer find Niger", "the entities that go by this name, with their offices"),
    ],
    run: { arguments in
        switch arguments.positional.first {
        case "check": return try checkTables(arguments)
        case "compile": return try compileTables(arguments)
        case "find": return try findName(arguments)
        case let other?: throw UsageError("gazetteer has check, compile and find, not \"\(other)\"")
        case nil: throw UsageError("gazetteer wants check, compile or find")
        }
    })

private func checkTables(_ arguments: Arguments) throws -> ExitStatus {
    let paths = Array(arguments.positional.dropFirst())
    let layers = paths.isEmpty ? try SharedOptions.layers(arguments) : paths
    let check = try GazetteerCheck(try GazetteerSources(layers: layers))
    let warnings = check.issues.filter { $0.severity == .warning }
    for issue in check.issues where issue.severity == .error || arguments.has("warnings") {
        try Terminal.write("\(issue)\n")
    }
    let errors = check.issues.count - warnings.count
    Terminal.note(
        "\(check.entityCount) entities, \(check.nameCount) names, \(check.officeCount) offices: \(errors) errors, "
            + "\(warnings.count) warnings"
            + (warnings.isEmpty || arguments.has("warnings") ? "" : " (shown with --warnings)"))
    return check.hasErrors ? .failed : .done
}

private func compileTables(_ arguments: Arguments) throws -> ExitStatus {
    let compiled = try GazetteerCompiler.compile(try GazetteerSources(layers: try SharedOptions.layers(arguments)))
    for issue in compiled.issues { Terminal.note("\(issue)") }
    try Terminal.write("\(compiled.path)\n")
    return compiled.issues.contains { $0.severity == .error } ? .failed : .done
}

private func findName(_ arguments: Arguments) throws -> ExitStatus {
    let name = arguments.positional.dropFirst().joined(separator: " ")
    guard !name.isEmpty else { throw UsageError("gazetteer find wants a name or an id") }
    let index = try GazetteerCompiler.open(try GazetteerSources(layers: try SharedOptions.layers(arguments))).index
    var table = RowTable(columns: [
        .init("entity"), .init("name"), .init("kind"), .init("role"), .init("country"), .init("weight", isNumber: true),
        .init("form"), .init("ambiguous"), .init("offices"),
    ])
    func add(_ number: Int, form: String, isAmbiguous: Bool) {
        let entity = index.entity(number)
        let offices = index.offices(ofEntity: number).map { office in
            "\(office.title) \(dashed(office.from))–\(dashed(office.until))"
        }
        table.add([
            entity.id, entity.name, entity.kind.rawValue, entity.role, entity.country.letters, "\(entity.weight)", form,
            isAmbiguous ? "yes" : "", offices.joined(separator: "; "),
        ])
    }
    if let number = index.entityNumber(ofID: name) {
        add(number, form: "id", isAmbiguous: false)
    } else {
        for number in index.names(equalTo: try Tokenizer().tokensOfName(name)) {
            let found = index.name(number)
            add(Int(found.entity), form: found.form.rawValue, isAmbiguous: found.flags.contains(.ambiguous))
        }
    }
    guard !table.rows.isEmpty else { throw Failure("no gazetteer has \"\(name)\"") }
    try SharedOptions.write(table, arguments)
    return .done
}

private func dashed(_ date: CalendarDate?) -> String {
    guard let date else { return "" }
    func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (year, month, day) = (date.number / 10_000, date.number / 100 % 100, date.number % 100)
    return "\(year)" + (month > 0 ? "-\(digits(month))" : "") + (day > 0 ? "-\(digits(day))" : "")
}
