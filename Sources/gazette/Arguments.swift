/// An option of a command: the one table that parsing, help and completion come from.
struct Option: Sendable {
    /// Without dashes.
    var name: String
    /// What stands for the value in help; `nil` for a switch. In brackets where the value may be left out.
    var value: String?
    var help: String

    init(_ name: String, _ value: String? = nil, _ help: String) {
        self.name = name
        self.value = value
        self.help = help
    }

    /// Whether the option may stand alone at the end or before another option.
    var isValueOptional: Bool { value?.hasPrefix("[") ?? false }
}

/// What a user typed after the verb.
struct Arguments {
    private(set) var positional: [String] = []
    private var values: [String: [String]] = [:]

    /// Parses arguments: `--name value`, `--name=value`, switches, `--` before names that begin with a dash.
    init(_ arguments: some Sequence<String>, for command: Command) throws(UsageError) {
        let options = command.options
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                positional += rest
                return
            }
            guard argument.hasPrefix(command.takesWordsWithDash ? "--" : "-"), argument != "-" else {
                positional.append(argument)
                continue
            }
            let name = argument.drop { $0 == "-" }
            let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let option = options.first(where: { $0.name == parts.first.map(String.init) }) else {
                let nearest = nearest(to: String(parts.first ?? ""), among: options.map(\.name))
                throw UsageError("unknown option \(argument)" + (nearest.map { "; did you mean --\($0)?" } ?? ""))
            }
            if option.value == nil {
                guard parts.count == 1 else { throw UsageError("--\(option.name) takes no value") }
                values[option.name, default: []].append("")
            } else if parts.count == 2 {
                values[option.name, default: []].append(String(parts[1]))
            } else if option.isValueOptional, rest.first.map({ $0.hasPrefix("-") }) ?? true {
                values[option.name, default: []].append("")
            } else if let value = rest.popFirst() {
                values[option.name, default: []].append(value)
            } else {
                throw UsageError("--\(option.name) needs a value: \(option.value ?? "")")
            }
        }
    }

    /// The same with more values of options.
    func adding(_ more: [(option: String, value: String)]) -> Arguments {
        var arguments = self
        for (option, value) in more { arguments.values[option, default: []].append(value) }
        return arguments
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// The last value given.
    func value(_ name: String) -> String? { values[name]?.last }

    func allValues(_ name: String) -> [String] { values[name] ?? [] }

    /// A whole number that is at least `least`.
    func number(_ name: String, default standard: Int, atLeast least: Int = 1) throws(UsageError) -> Int {
        guard let text = value(name) else { return standard }
        guard let number = Int(text), number >= least else {
            throw UsageError("--\(name) wants a whole number from \(least), not \"\(text)\"")
        }
        return number
    }

    /// One of the values of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, default standard: Choice
    ) throws(UsageError) -> Choice where Choice.RawValue == String {
        guard let text = value(name) else { return standard }
        return try Self.choice(name, text)
    }

    /// One of the values of an enumeration, or none when the option was not given.
    func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ name: String
    ) throws(UsageError) -> Choice? where Choice.RawValue == String {
        guard let text = value(name) else { return nil }
        return try Self.choice(name, text)
    }

    /// Values of an enumeration, of an option that may be given again.
    func choices<Choice: RawRepresentable & CaseIterable>(
        _ name: String
    ) throws(UsageError) -> [Choice] where Choice.RawValue == String {
        var choices: [Choice] = []
        for text in allValues(name) { choices.append(try Self.choice(name, text)) }
        return choices
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ text: String
    ) throws(UsageError) -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("--\(name) wants one of \(known), not \"\(text)\"")
    }
}

/// A command line that cannot be carried out: exit status 2.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// The nearest of some names, of equals the first, when it is near enough to be a slip (Levenshtein distance at most 2).
func nearest(to name: String, among names: [String]) -> String? {
    names.map { (distance(name, $0), $0) }.filter { $0.0 <= 2 }.min { $0.0 < $1.0 }?.1
}

private func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[right.count]
}
