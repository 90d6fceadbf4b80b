/// Collects the rows of the terms table and lays them out for scoring.
struct TopicModelBuilder {
    private(set) var index: TermIndex
    private(set) var biases: [Double]
    private let topics: [Topic]
    private let topicNumbers: [String: Int]
    private var hasBias: [Bool]
    private var weights: [Weight] = []

    private struct Weight {
        var entry: UInt32
        var line: UInt32
        var posting: TopicModel.Posting
    }

    init(topics: [Topic], sizeHint: Int) {
        self.topics = topics
        topicNumbers = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1.id, $0) })
        biases = Array(repeating: 0, count: topics.count)
        hasBias = Array(repeating: false, count: topics.count)
        index = TermIndex(capacity: sizeHint)
        weights.reserveCapacity(sizeHint)
    }

    /// Reads all rows of the terms table.
    mutating func read(_ table: [UInt8], hash: (UnsafeBufferPointer<UInt8>) -> UInt64) throws(TopicTableError) {
        // Typed throws do not pass through withUnsafeBufferPointer's closure in every toolchain; a Result does.
        let result = table.withUnsafeBufferPointer { bytes in
            Result { () throws(TopicTableError) in try read(TableRows(bytes, table: .terms), hash: hash) }
        }
        try result.get()
    }

    private mutating func read(
        _ table: TableRows, hash: (UnsafeBufferPointer<UInt8>) -> UInt64
    ) throws(TopicTableError) {
        var rows = table
        var topicBytes: [UInt8] = []
        var topic = 0
        while let row = try rows.next() {
            // Rows are sorted by topic, so the name of the topic is looked up only where it changes.
            if topicBytes.isEmpty || !rows.field(row.first).elementsEqual(topicBytes) {
                let id = rows.string(row.first)
                guard let number = topicNumbers[id] else { throw rows.error(.unknownTopic(id)) }
                topic = number
                topicBytes = Array(rows.field(row.first))
            }
            guard let weight = decimal(rows.field(row.third)) else {
                throw rows.error(.malformedWeight(rows.string(row.third)))
            }
            if row.second.isEmpty {
                if hasBias[topic] { throw rows.error(.duplicateTerm(topic: topics[topic].id)) }
                hasBias[topic] = true
                biases[topic] = weight
            } else {
                guard let entry = insertTerm(rows.field(row.second), hash: hash) else {
                    throw rows.error(.malformedTerm(rows.string(row.second)))
                }
                let posting = TopicModel.Posting(topic: UInt8(topic), weight: Float(weight))
                weights.append(Weight(entry: UInt32(entry), line: UInt32(rows.line), posting: posting))
            }
        }
    }

    /// The weights grouped by term, in the order of the table.
    mutating func finishPostings() throws(TopicTableError) -> [TopicModel.Posting] {
        var counts = [Int](repeating: 0, count: index.entries.count)
        for weight in weights { counts[Int(weight.entry)] += 1 }
        var next: [Int] = []
        next.reserveCapacity(counts.count)
        var total = 0
        for (entry, count) in counts.enumerated() {
            index.setPostings(of: entry, first: total, count: count)
            next.append(total)
            total += count
        }
        var postings = [TopicModel.Posting](repeating: .init(topic: 0, weight: 0), count: total)
        for weight in weights {
            let entry = Int(weight.entry)
            let first = Int(index.entries[entry].firstPosting)
            if postings[first..<next[entry]].contains(where: { $0.topic == weight.posting.topic }) {
                throw TopicTableError(.terms, line: Int(weight.line), .duplicateTerm(topic: topicID(weight)))
            }
            postings[next[entry]] = weight.posting
            next[entry] += 1
        }
        return postings
    }

    /// The entry of a word, or of two words with one blank between; `nil` for any other shape.
    private mutating func insertTerm(
        _ term: UnsafeBufferPointer<UInt8>, hash: (UnsafeBufferPointer<UInt8>) -> UInt64
    ) -> Int? {
        let blank = UInt8(ascii: " ")
        guard let middle = term.firstIndex(of: blank) else { return index.insert(hash(term)) }
        let first = UnsafeBufferPointer(rebasing: term[..<middle])
        let second = UnsafeBufferPointer(rebasing: term[(middle + 1)...])
        guard !first.isEmpty, !second.isEmpty, !second.contains(blank) else { return nil }
        let firstHash = hash(first)
        index.markBeginsPair(index.insert(firstHash))
        return index.insert(TermIndex.pair(firstHash, hash(second)))
    }

    private func topicID(_ weight: Weight) -> String { topics[Int(weight.posting.topic)].id }
}
