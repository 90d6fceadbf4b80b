extension TermIndex {
    /// A phrase of which the first words have been read.
    struct Beginning: Sendable {
        var hash: UInt64
        /// The position of its first word.
        var start: Int
    }

    /// Calls `body` with each term that stands in the words, and where: the entry and the positions of its words.
    ///
    /// - Parameters:
    ///   - keys: the hash of each word in order; 0 is a boundary that no phrase crosses.
    ///   - begun: scratch memory for phrases.
    @inline(__always)
    func forEachTerm(in keys: [UInt64], begun: inout [Beginning], _ body: (_ entry: Int, _ words: Range<Int>) -> Void) {
        begun.removeAll(keepingCapacity: true)
        for (position, key) in keys.enumerated() {
            guard key != 0 else {
                begun.removeAll(keepingCapacity: true)
                continue
            }
            var kept = 0
            for place in begun.indices {
                let longer = Self.joined(begun[place].hash, key)
                guard let entry = find(longer) else { continue }
                if isTerm(entry) { body(entry, begun[place].start..<position + 1) }
                if entries[entry].beginsPhrase {
                    begun[kept] = Beginning(hash: longer, start: begun[place].start)
                    kept += 1
                }
            }
            if kept < begun.count { begun.removeSubrange(kept...) }
            guard let entry = find(key) else { continue }
            if isTerm(entry) { body(entry, position..<position + 1) }
            if entries[entry].beginsPhrase { begun.append(Beginning(hash: key, start: position)) }
        }
    }

    /// Whether an entry is more than the beginning of a phrase.
    func isTerm(_ entry: Int) -> Bool { entries[entry].postingCount > 0 || entries[entry].isInRule }
}
