extension Topic {
    /// The topics of a table `id parent name`.
    static func read(_ table: [UInt8]) throws(TopicTableError) -> [Topic] {
        let result = table.withUnsafeBufferPointer { bytes in
            Result { () throws(TopicTableError) in try read(TableRows(bytes, table: .topics)) }
        }
        return try result.get()
    }

    private static func read(_ table: TableRows) throws(TopicTableError) -> [Topic] {
        var rows = table
        var topics: [Topic] = []
        var lines: [Int] = []
        while let row = try rows.next() {
            let id = rows.string(row.first)
            let parent = row.second.isEmpty ? nil : rows.string(row.second)
            let name = rows.string(row.third)
            if id.isEmpty || name.isEmpty { throw rows.error(.emptyTopicField) }
            if topics.contains(where: { $0.id == id }) { throw rows.error(.duplicateTopic(id)) }
            if topics.count == TopicTable.maximumTopics { throw rows.error(.tooManyTopics) }
            topics.append(Topic(id: id, parent: parent, name: name))
            lines.append(rows.line)
        }
        if topics.isEmpty { throw TopicTableError(.topics, line: 0, .noTopics) }
        for (topic, line) in zip(topics, lines) {
            guard let parent = topic.parent, !topics.contains(where: { $0.id == parent }) else { continue }
            throw TopicTableError(.topics, line: line, .unknownParent(parent))
        }
        return topics
    }
}
