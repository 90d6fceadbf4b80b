import NewsModel

/// Finds names that mean something else too and are not marked `ambiguous:`, and names that no text can match.
struct AmbiguityCheck {
    private let contents: GazetteerContents
    private var lowerCounts: [String: Int] = [:]
    private var firstNames: [String: Int] = [:]
    private(set) var issues: [TableIssue] = []

    /// Checks the merged tables, which must have been read with their origins.
    init(_ contents: GazetteerContents) {
        self.contents = contents
        for row in contents.commonWords where row.first >= 20 && row.first > row.second / 2 {
            lowerCounts[row.word] = row.first
        }
        for row in contents.nameWords where row.first >= 200 && row.first > 2 * row.second {
            firstNames[row.word] = row.first
        }
        var bearers: [String: [(entity: EntityRow, isMarked: Bool)]] = [:]
        for entity in contents.entities {
            check(entity)
            let marked = Set(entity.aliases.filter(\.isAmbiguous).map(\.name))
            let acronyms = Set(entity.aliases.filter { $0.form == .acronym && $0.name.utf8.count <= 5 }.map(\.name))
            for acronym in acronyms {
                bearers[acronym, default: []].append((entity, marked.contains(acronym)))
            }
        }
        checkAcronyms(bearers)
    }

    private mutating func check(_ entity: EntityRow) {
        let marked = Set(entity.aliases.filter(\.isAmbiguous).map(\.name))
        for alias in [Alias(name: entity.name, form: .name)] + entity.aliases
        where !alias.isAmbiguous && !alias.name.isEmpty {
            if marked.contains(alias.name) || contents.stops.contains(alias.name) { continue }
            if !alias.name.contains(where: { $0.isUppercase || $0.isNumber }) {
                report(
                    entity,
                    "\"\(alias.name)\" has no capital: running text would match it everywhere, so it is left out",
                    .unusableName)
            } else if alias.form != .acronym, alias.form != .demonym {
                checkWord(alias.name, entity)
            }
        }
    }

    private mutating func checkWord(_ name: String, _ entity: EntityRow) {
        guard !name.contains(where: { $0 == " " || $0 == "-" }), name.contains(where: \.isLowercase) else { return }
        let word = name.lowercased()
        if let count = lowerCounts[word] {
            report(
                entity,
                "\"\(name)\" is also a common word (\(count) times in lower case in our news): mark it ambiguous:, "
                    + "or put it into stop.tsv", .commonWord)
        } else if Self.calendar.contains(word) {
            report(entity, "\"\(name)\" is also a month or a weekday: mark it ambiguous:", .otherSense)
        } else if entity.kind != .person, let count = firstNames[word] {
            report(
                entity, "\"\(name)\" is also a first name (of \(count) known people): mark it ambiguous:", .otherSense)
        }
    }

    private static let calendar: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// An acronym may stay without a mark for one bearer alone, or for one far better known than the others.
    private mutating func checkAcronyms(_ bearers: [String: [(entity: EntityRow, isMarked: Bool)]]) {
        for (acronym, all) in bearers.sorted(by: { $0.key < $1.key }) where all.count > 1 {
            let unmarked = all.filter { !$0.isMarked }.map(\.entity)
            guard let best = unmarked.compactMap(\.weight).max() else { continue }
            let near = unmarked.filter { ($0.weight ?? 0) > best - 1 }
            guard near.count > 1, let first = near.first else { continue }
            let others = near.dropFirst().prefix(3).map { "\($0.id) \($0.name)" }.joined(separator: ", ")
            report(
                first,
                "\(acronym) stands without a mark for \(near.count) entities, also for \(others): mark all or all but "
                    + "the best known", .sharedAcronym)
        }
    }

    private mutating func report(_ entity: EntityRow, _ message: String, _ cause: TableIssue.Cause) {
        let origin = contents.origins[entity.id]?.last
        issues.append(
            TableIssue(
                file: origin?.file ?? "", line: origin?.line ?? 0, severity: .warning, message: message, cause: cause))
    }
}
