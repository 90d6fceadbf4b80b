import Tokenization

/// Collects what is known of single words: counts of the word tables, and the names that begin with them.
struct WordBuilder {
    private var records: [WordRecord] = []
    private var numbers: [UInt64: Int] = [:]

    mutating func note(_ word: String, lower: Int, upper: Int) {
        let place = number(of: TokenKey.hash(of: word))
        records[place].lower = UInt16(clamping: lower)
        records[place].upper = UInt16(clamping: upper)
    }

    mutating func note(_ word: String, given: Int, family: Int) {
        let place = number(of: TokenKey.hash(of: word))
        records[place].given = UInt16(clamping: given)
        records[place].family = UInt16(clamping: family)
    }

    func isCommon(_ key: UInt64) -> Bool { numbers[key].map { records[$0].isCommon } ?? false }

    mutating func setNames(_ place: NameTree.Place, beginningWith key: UInt64) {
        let number = number(of: key)
        records[number].node = place.node
        records[number].names = place.names
    }

    /// The finished hash table.
    func slots() -> [WordRecord] {
        var table = HashSlots(count: records.count, empty: WordRecord())
        for record in records { table.insert(record, hash: record.key) { $0.key == 0 } }
        return table.slots
    }

    private mutating func number(of key: UInt64) -> Int {
        if let number = numbers[key] { return number }
        var record = WordRecord()
        record.key = key
        numbers[key] = records.count
        records.append(record)
        return records.count - 1
    }
}
