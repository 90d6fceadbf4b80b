import NewsModel
import Tokenization

/// Compiles the merged tables into the bytes of an index. The same tables in the same order give the same bytes.
struct IndexBuilder {
    private let contents: GazetteerContents
    private var strings = StringPool()
    private var words = WordBuilder()
    private var spellings = HashSlots(count: 0, empty: SpellingRecord())
    private var beginsInLowerCase = KeyFilter()
    private var goesOnInLowerCase = KeyFilter()

    /// A builder over what the tables say together.
    init(_ contents: GazetteerContents) {
        self.contents = contents
        for row in contents.commonWords { words.note(row.word, lower: row.first, upper: row.second) }
        for row in contents.nameWords { words.note(row.word, given: row.first, family: row.second) }
    }

    /// The bytes of the index.
    /// - Throws: `TokenizationError` when ICU has no data.
    mutating func build() throws(TokenizationError) -> [UInt8] {
        let tree = try nameTree()
        var file = IndexWriter(
            contentHash: contents.contentHash,
            flags: contents.commonWords.isEmpty ? 0 : IndexFormat.Header.knowsCommonWords)
        let (entityRecords, officeRecords) = records()
        file.append(words.slots(), as: .words)
        file.append(tree.edges.slots, as: .edges)
        file.append(tree.nodes, as: .nodes)
        file.append(beginsInLowerCase.bits + goesOnInLowerCase.bits, as: .lowerWords)
        file.append(tree.names, as: .names)
        file.append(entityRecords, as: .entities)
        file.append(officeRecords, as: .offices)
        file.append(spellings.slots, as: .spellings)
        file.append(strings.bytes, as: .strings)
        return file.finished()
    }

    private mutating func nameTree() throws(TokenizationError) -> NameTree {
        var tree = NameTreeBuilder()
        var spelled: [(key: UInt64, name: Int, text: String)] = []
        let variants = try NameVariants(stops: contents.stops)
        for (number, entity) in contents.entities.enumerated() {
            var names = variants.names(of: entity, isCommon: words.isCommon)
            if isLeader(entity), let surname = variants.surname(of: entity, besides: names, isCommon: words.isCommon) {
                names.append(surname)
            }
            for variant in names {
                let name = tree.insert(variant.path, variant.record(entity: number))
                noteLowerCase(variant)
                if entity.kind == .person, entity.weight ?? 0 >= Self.leastWeightOfSpelled,
                    let spelling = variants.spelling(of: variant)
                {
                    spelled.append((spelling.key, name, variant.text))
                }
            }
        }
        let finished = tree.finished()
        addSpellings(spelled, finished.numbers)
        for (key, place) in finished.roots { words.setNames(place, beginningWith: key) }
        return finished
    }

    /// Whether somebody held an office that newspapers put before a bare surname, and is known enough to be meant.
    private func isLeader(_ entity: EntityRow) -> Bool {
        guard entity.kind == .person, entity.weight ?? 0 >= Self.leastWeightOfLeader,
            let offices = contents.offices[entity.id]
        else { return false }
        return offices.contains { office in
            office.office.lowercased().split(separator: " ").contains { Self.leadingTitles.contains($0) }
        }
    }

    private static let leastWeightOfLeader = 2.5
    private static let leadingTitles: Set<Substring> = [
        "president", "minister", "premier", "chancellor", "king", "queen", "emperor", "sultan", "emir", "pope",
        "speaker", "secretary", "governor", "senator", "mayor",
    ]

    /// The names of people whom news hardly ever means are not looked for in other spellings: those are mostly other people.
    private static let leastWeightOfSpelled = 2.0

    private mutating func addSpellings(_ spelled: [(key: UInt64, name: Int, text: String)], _ numbers: [UInt32]) {
        spellings = HashSlots(count: spelled.count, empty: SpellingRecord())
        for (key, name, text) in spelled {
            let record = SpellingRecord(
                key: UInt32(truncatingIfNeeded: key), name: numbers[name], text: strings.add(text))
            spellings.insert(record, hash: key) { $0.name == 0 }
        }
    }

    /// Notes the words that may stand in lower case; only there does matching look at words that have no capital.
    private mutating func noteLowerCase(_ variant: NameVariant) {
        for (number, key) in variant.tokens.enumerated() where variant.capitals & (1 << UInt16(number)) == 0 {
            if number == 0 { beginsInLowerCase.insert(key) } else { goesOnInLowerCase.insert(key) }
        }
    }

    private mutating func records() -> ([EntityRecord], [OfficeRecord]) {
        var entityRecords: [EntityRecord] = []
        var officeRecords: [OfficeRecord] = []
        var numbers: [String: Int] = [:]
        for (number, entity) in contents.entities.enumerated() { numbers[entity.id] = number }
        for entity in contents.entities {
            let held = (contents.offices[entity.id] ?? []).sorted { ($0.from?.number ?? 0) > ($1.from?.number ?? 0) }
            var record = EntityRecord()
            record.id = strings.add(entity.id)
            record.name = strings.add(entity.name)
            record.role = strings.add(entity.role)
            record.firstOffice = UInt32(officeRecords.count)
            record.officeCount = UInt16(min(held.count, Int(UInt16.max)))
            record.from = entity.from?.number ?? 0
            record.until = entity.until?.number ?? 0
            record.weight = UInt16(((entity.weight ?? 0) * 100).rounded())
            record.country = CountryCode(entity.country).number
            record.kindNumber = UInt8(Kind.allCases.firstIndex(of: entity.kind) ?? 0)
            entityRecords.append(record)
            for office in held {
                var record = OfficeRecord()
                record.title = strings.add(office.office)
                record.organization = numbers[office.organization].map { UInt32($0 + 1) } ?? 0
                record.from = office.from?.number ?? 0
                record.until = office.until?.number ?? 0
                record.country = CountryCode(office.country).number
                officeRecords.append(record)
            }
        }
        return (entityRecords, officeRecords)
    }
}
