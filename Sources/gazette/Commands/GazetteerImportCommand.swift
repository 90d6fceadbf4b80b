import FileAccess
import GazetteerImport
import Gazetteers
import NewsModel

/// Options of `gazette gazetteer import`.
let importOptions = [
    Option("output", "FILE", "with import: where the table goes (default: standard output)"),
    Option("offices", "FILE", "with import: where offices go, as a table of their own"),
    Option("class", "CLASS", "with import: only this class (Q5, Person, P, ORG); may be given again"),
    Option("kind", "KIND", "with import: the kind of all entities"),
    Option("language", "CODE", "with import wikidata: the language of names (default: en)"),
    Option("column", "OURS=THEIRS", "with import csv: what a column is called there; may be given again"),
    Option("separator", "CHARACTER", "with import csv: what divides values (default: told by the header)"),
    Option("alias-separator", "TEXT", "with import csv: what divides aliases in a value (default: ; and |)"),
    Option("record-limit", "SIZE", "with import: refuse records that are longer (default: 16M)"),
]

/// `gazette gazetteer import FORMAT FILE…`: makes a table of what others keep names in.
func importTable(_ arguments: Arguments) throws -> ExitStatus {
    let formats = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    guard let name = arguments.positional.dropFirst().first else {
        throw UsageError("gazetteer import wants a format (\(formats)) and files")
    }
    guard let format = ImportFormat(rawValue: name) else {
        throw UsageError("gazetteer import knows \(formats), not \"\(name)\"")
    }
    let paths = Array(arguments.positional.dropFirst(2))
    guard !paths.isEmpty else { throw UsageError("gazetteer import \(name) wants files, or - for standard input") }
    let reader = ImportReader(paths: paths, format: format, options: try options(arguments, format))
    let table = try FileWriter(path: arguments.value("output") ?? "-")
    let offices = try arguments.value("offices").map { try FileWriter(path: $0) }
    let found = try read(reader)
    try write(found.entities, EntityTable.columns, to: table)
    if let offices { try write(found.offices, OfficeTable.columns, to: offices) }
    if found.rejectCount > mostRejectsShown { Terminal.note("… and \(found.rejectCount - mostRejectsShown) more") }
    Terminal.note(
        "\(found.entityCount) entities, \(found.officeCount) offices written; \(reader.passedOver) records passed over, "
            + "\(found.rejectCount) could not be used")
    return found.rejectCount > 0 ? .doneWithRejects : .done
}

private let mostRejectsShown = 20

/// The lines of the tables to be written.
private struct Found {
    var entities = LineSorter()
    var offices = LineSorter()
    var entityCount = 0
    var officeCount = 0
    var rejectCount = 0
}

private func read(_ reader: ImportReader) throws -> Found {
    var found = Found()
    while let item = reader.next() {
        switch item {
        case .entity(let row):
            found.entityCount += 1
            try found.entities.add(row.tableLine)
        case .office(let row):
            guard let line = row.tableLine else { continue }
            found.officeCount += 1
            try found.offices.add(line)
        // A table that lacks a whole file is worse than none.
        case .reject(let reject) where reject.record < 0: throw Failure("\(reject)")
        case .reject(let reject):
            found.rejectCount += 1
            if found.rejectCount <= mostRejectsShown { Terminal.note("\(reject)") }
        }
    }
    return found
}

private func write(_ lines: LineSorter, _ columns: [String], to file: FileWriter) throws {
    try file.write(TableText.header(columns))
    while let line = try lines.next() { try file.write(line) }
    try file.finish()
}

private func options(_ arguments: Arguments, _ format: ImportFormat) throws -> ImportOptions {
    var options = ImportOptions()
    options.classes = Set(arguments.allValues("class"))
    options.kind = try arguments.optionalChoice("kind")
    options.language = arguments.value("language") ?? options.language
    options.mostRecordBytes = try SharedOptions.size("record-limit", arguments, options.mostRecordBytes)
    options.wantsOffices = arguments.has("offices")
    options.columns = try columns(arguments.allValues("column"))
    if let separator = arguments.value("separator") {
        let text = separator == "\\t" ? "\t" : separator
        guard text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\"") else {
            throw UsageError("--separator wants one character such as ; or \\t, not \"\(separator)\"")
        }
        options.separator = byte
    }
    if let separator = arguments.value("alias-separator") {
        guard !separator.isEmpty else { throw UsageError("--alias-separator wants a text such as ; or /") }
        options.aliasSeparator = separator
    }
    if format == .wikidata { options.countries = try countries(arguments) }
    return options
}

/// Reads "name=Label,id=ID"; what has no equals sign belongs to the name before it.
private func columns(_ texts: [String]) throws(UsageError) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for text in texts {
        var pairs: [String] = []
        for part in text.split(separator: ",") {
            if part.contains("=") || pairs.isEmpty {
                pairs.append(String(part))
            } else {
                pairs[pairs.count - 1] += ",\(part)"
            }
        }
        for pair in pairs {
            let sides = pair.split(separator: "=", maxSplits: 1).map { String($0) }
            guard sides.count == 2, ImportOptions.knownColumns.contains(sides[0]) else {
                let known = ImportOptions.knownColumns.joined(separator: ", ")
                throw UsageError("--column wants OURS=THEIRS, ours being one of \(known), not \"\(pair)\"")
            }
            columns[sides[0], default: []].append(sides[1])
        }
    }
    return columns
}

/// ISO codes of the countries of the gazetteers in use.
private func countries(_ arguments: Arguments) throws -> [String: String] {
    let index = try SharedOptions.index(arguments)
    var countries: [String: String] = [:]
    for number in 0..<index.entityCount {
        let entity = index.entity(number)
        if entity.kind == .country { countries[entity.id] = entity.country.letters }
    }
    return countries
}
