extension GazetteerIndex {
    /// The names of the one person whose long name `spelling` is another way to write; none when several people could be
    /// meant. `isKnown` tells of each word whether it is known as a word of names.
    ///
    /// Names that a table has as they stand are not looked for here: they are found as what they are.
    public func names(spelledLike spelling: NameSpelling, isKnown: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        var place = slotNumber(hash: spelling.key, count: spellings.count)
        // A table made to be full of one key must not be walked through for every name of a text.
        for _ in 0..<min(spellings.count, 256) {
            let record = spellings[place]
            if record.name == 0 { break }
            if record.key == UInt32(truncatingIfNeeded: spelling.key), Int(record.name) < names.count,
                let name = NameSpelling(name: string(record.text)),
                spelling.isSpelling(of: name, isKnown: isKnown)
            {
                found.append(Int(record.name))
            }
            place = nextSlot(place, count: spellings.count)
        }
        guard let first = found.first else { return [] }
        return found.allSatisfy { names[$0].entity == names[first].entity } ? found : []
    }
}
