/// How many different stories of a dump have a line on their pages: what tells menus and "about us" from a story.
///
///     let table = LineTable([(hash, 12)])
///     table.stories(with: hash)  // 12
///
/// Lines go by their `LineHash`; those of a single story are left out. A hash table with open addressing: a look-up
/// costs a memory access or two, and a line twelve to twenty-four bytes.
public struct LineTable: Sendable, Equatable {
    private var keys: [UInt64]
    private var counts: [UInt32]
    /// How many lines are in the table.
    public private(set) var count = 0

    /// A table that knows no line.
    public init() {
        keys = [UInt64](repeating: 0, count: 16)
        counts = [UInt32](repeating: 0, count: 16)
    }

    /// A table of lines with their numbers of stories.
    public init(_ lines: some Sequence<(hash: UInt64, stories: Int)>) {
        self.init()
        for line in lines { insert(line.hash, stories: line.stories) }
    }

    /// The number of stories whose pages have the line; 0 for a line of one story alone.
    public func stories(with hash: UInt64) -> Int {
        let place = place(of: hash)
        return keys[place] == hash ? Int(counts[place]) : 0
    }

    /// The lines in order of their hashes.
    public var lines: [(hash: UInt64, stories: Int)] {
        keys.indices.filter { counts[$0] > 0 }.map { (keys[$0], Int(counts[$0])) }.sorted { $0.0 < $1.0 }
    }

    /// A number that differs where the lines do.
    public var contentHash: UInt64 {
        keys.indices.reduce(0) { $0 &+ (keys[$1] ^ UInt64(counts[$1])) &* 0x9E37_79B9_7F4A_7C15 }
    }

    /// Two tables are equal when they hold the same lines, in whatever order they were put in.
    public static func == (left: LineTable, right: LineTable) -> Bool {
        left.count == right.count && left.lines.allSatisfy { right.stories(with: $0.hash) == $0.stories }
    }

    mutating func insert(_ hash: UInt64, stories: Int) {
        // 0 marks an empty slot; no line is lost by it that anybody will ever see.
        guard hash != 0, stories > 0 else { return }
        if count * 8 >= keys.count * 5 { grow() }
        let place = place(of: hash)
        if keys[place] != hash { count += 1 }
        keys[place] = hash
        counts[place] = UInt32(clamping: stories)
    }

    private func place(of hash: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while keys[place] != 0, keys[place] != hash { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = lines
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        counts = [UInt32](repeating: 0, count: keys.count)
        count = 0
        for line in old { insert(line.hash, stories: line.stories) }
    }
}
