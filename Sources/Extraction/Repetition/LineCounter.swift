/// Counts on the pages of how many stories each line of a dump stands, in bounded memory.
///
///     var counter = LineCounter()
///     try counter.add(page: 0, lines: hashes)
///     let table = try counter.table(storyOfPage: [0])
///
/// Exact, and the same whatever the order of the pages. Lines and pages are noted as pairs, divided by the hash of the
/// line into parts; what does not fit into memory waits in temporary files without a name, and the parts are counted one
/// after the other. Costs 16 bytes for each different line of each page, in memory or on the disk.
public struct LineCounter: ~Copyable {
    private var parts: [LinePart]
    private var noted = 0
    private let mostInMemory: Int

    /// A counter that keeps up to so many pairs in memory.
    public init(mostInMemory: Int = 4 << 20) {
        self.mostInMemory = mostInMemory
        parts = (0..<64).map { _ in LinePart() }
    }

    /// Notes the lines of a page, each once however often it stands there.
    /// - Throws: `LineCountError` when there is no room for temporary files.
    public mutating func add(page: UInt32, lines: [UInt64]) throws(LineCountError) {
        for line in Set(lines) {
            parts[Int(line >> 58)].pairs.append(LinePair(line: line, page: page))
            noted += 1
        }
        guard noted > mostInMemory else { return }
        for part in parts { try part.spill() }
        noted = 0
    }

    /// The lines that stand on the pages of at least two stories.
    ///
    /// - Parameter storyOfPage: for each page the number of its story; copies of a story share theirs.
    public consuming func table(storyOfPage: [UInt32]) throws(LineCountError) -> LineTable {
        var table = LineTable()
        for part in parts {
            var pairs = try part.allPairs()
            for index in pairs.indices { pairs[index].page = storyOfPage[Int(pairs[index].page)] }
            pairs.sort { ($0.line, $0.page) < ($1.line, $1.page) }
            var stories = 0
            for (index, pair) in pairs.enumerated() {
                let isNewLine = index == 0 || pairs[index - 1].line != pair.line
                if isNewLine { stories = 0 }
                if isNewLine || pairs[index - 1].page != pair.page { stories += 1 }
                let isLast = index + 1 == pairs.count || pairs[index + 1].line != pair.line
                if isLast, stories > 1 { table.insert(pair.line, stories: stories) }
            }
        }
        return table
    }
}

/// A line and a page that it stands on.
struct LinePair {
    var line: UInt64
    var page: UInt32
}
