/// Collects topics, weights and rules from files in their order, and lays them out for scoring.
struct TopicModelBuilder {
    private(set) var topics: [Topic] = []
    private(set) var biases: [Double] = []
    private(set) var rules: [Int: TopicRules] = [:]
    private(set) var issues: [TopicIssue] = []
    private(set) var index: TermIndex
    /// Numbers of the topics that a user's files add or change.
    private(set) var changed: Set<Int> = []
    /// Entities and roles that a user's files name.
    private(set) var ownFeatures: [TopicModel.OwnFeature] = []
    private var weights: [Weight] = []
    private var numbers: [String: Int] = [:]
    /// The built-in topics by name, as tables of weights call them.
    private(set) var names = TopicNames()
    private let reader: TermReader

    private struct Weight {
        var entry: UInt32
        var file: UInt32
        var topic: UInt16
        var line: UInt32
        var value: Float
    }

    init(reader: TermReader, sizeHint: Int) {
        self.reader = reader
        index = TermIndex(capacity: sizeHint / 50)
        weights.reserveCapacity(sizeHint / 20)
    }

    /// Reads one file; `number` tells its weights from those of other files.
    mutating func read(_ file: TopicFile, number: Int) {
        file.bytes.withUnsafeBufferPointer { bytes in
            var rows = TopicRows(bytes)
            var usable = 0
            switch rows.layout {
            case .topics: usable = readTopics(&rows, file)
            case .weights: usable = readWeights(&rows, file, number)
            case .terms: usable = readTerms(&rows, file, number)
            case .list: usable = readList(&rows, file, number)
            }
            if usable == 0, file.isOwn { report(file, 0, .nothingUsable) }
        }
    }

    // MARK: - Topics

    private mutating func readTopics(_ rows: inout TopicRows, _ file: TopicFile) -> Int {
        var added: [(topic: Int, line: Int)] = []
        while let row = rows.next() {
            guard isWhole(row, rows, file) else { continue }
            let id = rows.string(row.fields.0)
            let parent = row.fields.1.isEmpty ? nil : rows.string(row.fields.1)
            let topic = Topic(id: id, parent: parent, name: rows.string(row.fields.2), isOwn: file.isOwn)
            if id.isEmpty || topic.name.isEmpty {
                report(file, rows.line, .emptyTopicField)
            } else if let long = [id, topic.name].first(where: { $0.utf8.count > Topic.mostBytes }) {
                report(file, rows.line, .longTopicField(long))
            } else if numbers[id] != nil {
                report(file, rows.line, .duplicateTopic(id))
            } else if let number = add(topic) {
                added.append((number, rows.line))
                noteChange(of: number, by: file)
            } else {
                report(file, rows.line, .tooManyTopics)
            }
        }
        for (topic, line) in added {
            guard let parent = topics[topic].parent, numbers[parent] == nil else { continue }
            report(file, line, .unknownParent(parent))
            topics[topic].parent = nil
        }
        return added.count
    }

    private mutating func add(_ topic: Topic) -> Int? {
        guard topics.count < TopicModel.mostTopics else { return nil }
        numbers[topic.id] = topics.count
        if !topic.isOwn { names.add(topic.name, topic: topics.count) }
        topics.append(topic)
        biases.append(TopicModel.ownBias)
        return topics.count - 1
    }

    // MARK: - Weights

    /// Rows of a topic, a term and a weight or a part in a rule; an empty term is the bias.
    private mutating func readTerms(_ rows: inout TopicRows, _ file: TopicFile, _ number: Int) -> Int {
        var usable = 0
        while let row = rows.next() {
            guard isWhole(row, rows, file), let topic = topic(rows.string(row.fields.0), rows, file) else { continue }
            var entry: UInt32?
            if !row.fields.1.isEmpty {
                guard let found = self.entry(row.fields.1, rows, file) else { continue }
                entry = found
            }
            let weight = rows.field(row.fields.2)
            if let value = decimal(weight) {
                set(value, topic, entry, file: number, line: rows.line)
                usable += 1
            } else if let entry, let part = TopicRules.Part(rawValue: rows.string(row.fields.2)) {
                addRule(part, topic, entry)
                usable += 1
            } else {
                report(file, rows.line, .malformedWeight(rows.string(row.fields.2)))
            }
        }
        return usable
    }

    /// Lines of a term and, behind a tab, its weight; "+" before it makes it required, "?" one of several, "-" excluded.
    private mutating func readList(_ rows: inout TopicRows, _ file: TopicFile, _ number: Int) -> Int {
        var usable = 0
        var found: Int?
        while let row = rows.next() {
            if row.columns > 2, usable == 0, found == nil {
                report(file, rows.line, .missingHeader)
                return 0
            }
            guard isWhole(row, rows, file) else { continue }
            var term = row.fields.0
            let part = TopicRules.Part(mark: rows.field(term).first.map { Character(Unicode.Scalar($0)) })
            if part != nil { term = term.lowerBound + 1..<term.upperBound }
            if found == nil { found = topic(file.listName, rows, file) }
            guard let topic = found, let entry = self.entry(term, rows, file) else { continue }
            if let part { addRule(part, topic, entry) }
            if row.columns > 1 || part == nil {
                guard let value = row.columns > 1 ? decimal(rows.field(row.fields.1)) : TopicModel.usualWeight else {
                    report(file, rows.line, .malformedWeight(rows.string(row.fields.1)))
                    continue
                }
                set(value, topic, entry, file: number, line: rows.line)
            }
            usable += 1
        }
        return usable
    }

    mutating func set(_ value: Double, _ topic: Int, _ entry: UInt32?, file: Int, line: Int) {
        guard let entry else {
            biases[topic] = value
            return
        }
        weights.append(
            Weight(
                entry: entry, file: UInt32(file), topic: UInt16(topic), line: UInt32(line),
                value: Float(value)))
    }

    private mutating func addRule(_ part: TopicRules.Part, _ topic: Int, _ entry: UInt32) {
        rules[topic, default: TopicRules()].add(entry, as: part)
        index.markInRule(Int(entry))
    }

    // MARK: - Fields

    /// The topic with this id, or the user's topic of this name, which is added where it is new.
    private mutating func topic(_ text: String, _ rows: TopicRows, _ file: TopicFile) -> Int? {
        if let number = numbers[text] ?? numbers[Topic.ownPrefix + text] {
            noteChange(of: number, by: file)
            return number
        }
        if text.isEmpty || text.contains(":") {
            report(file, rows.line, text.isEmpty ? .emptyTopicField : .unknownTopic(text))
            return nil
        }
        guard text.utf8.count <= Topic.mostBytes else {
            report(file, rows.line, .longTopicField(text))
            return nil
        }
        let added = add(Topic(id: Topic.ownPrefix + text, name: text, isOwn: true))
        if let added { changed.insert(added) } else { report(file, rows.line, .tooManyTopics) }
        return added
    }

    mutating func entry(_ range: Range<Int>, _ rows: TopicRows, _ file: TopicFile) -> UInt32? {
        if !file.isOwn, let entry = index.insert(plainWords: rows.field(range)) { return UInt32(entry) }
        switch reader.term(rows.field(range)) {
        case .success(let term):
            if file.isOwn, let feature = TopicModel.OwnFeature(rows.string(range), file: file.path, line: rows.line) {
                ownFeatures.append(feature)
            }
            return UInt32(index.insert(term))
        case .failure(let problem):
            report(file, rows.line, problem)
            return nil
        }
    }

    /// Notes that a user's file says something of a topic.
    mutating func noteChange(of topic: Int, by file: TopicFile) {
        if file.isOwn { changed.insert(topic) }
    }

    mutating func isWhole(_ row: TopicRows.Row, _ rows: TopicRows, _ file: TopicFile) -> Bool {
        if row.columns < rows.layout.columns {
            report(file, rows.line, .wrongColumnCount(found: row.columns, wanted: rows.layout.columns))
            return false
        }
        let text = rows.field(row.all)
        // Half the bytes of UTF-16 are often 0.
        if file.isOwn, text.contains(0) || String(validating: text, as: UTF8.self) == nil {
            report(file, rows.line, .invalidUTF8)
            return false
        }
        return true
    }

    mutating func report(_ file: TopicFile, _ line: Int, _ problem: TopicIssue.Problem) {
        issues.append(TopicIssue(file.path, line: line, problem))
    }
}

extension TopicModelBuilder {
    /// The weights grouped by term; of two weights of a term for a topic that of the later file counts.
    mutating func finishPostings(files: [TopicFile]) -> [TopicModel.Posting] {
        // The learned table is sorted by term; what users lay over it is not.
        if !zip(weights, weights.dropFirst()).allSatisfy({ $0.entry <= $1.entry }) {
            weights.sort { ($0.entry, $0.file, $0.line) < ($1.entry, $1.file, $1.line) }
        }
        var postings: [TopicModel.Posting] = []
        var origins: [UInt32] = []
        postings.reserveCapacity(weights.count)
        origins.reserveCapacity(weights.count)
        // Where the topic's last posting is; one before `first` belongs to another term.
        var lastOf = [Int](repeating: -1, count: topics.count)
        var next = 0
        while next < weights.count {
            let entry = Int(weights[next].entry)
            let first = postings.count
            while next < weights.count, weights[next].entry == entry {
                let weight = weights[next]
                let posting = TopicModel.Posting(topic: weight.topic, weight: weight.value)
                let place = lastOf[Int(weight.topic)]
                if place < first {
                    lastOf[Int(weight.topic)] = postings.count
                    postings.append(posting)
                    origins.append(weight.file)
                } else if origins[place] == weight.file {
                    report(
                        files[Int(weight.file)], Int(weight.line), .duplicateTerm(topic: topics[Int(weight.topic)].id))
                } else {
                    (postings[place], origins[place]) = (posting, weight.file)
                }
                next += 1
            }
            index.setPostings(of: entry, first: first, count: postings.count - first)
        }
        return postings
    }
}
