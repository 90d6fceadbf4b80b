/// What a file says of a topic, for people to read.
public struct TopicTermRow: Sendable, Equatable {
    /// As the file has it; empty for the bias.
    public var term: String
    /// A number, or "required", "one of", "excluded".
    public var weight: String
    /// The last part of the file's path.
    public var file: String
}

extension TopicModel {
    /// The rows of all files for a topic: the bias first, then rules, then terms by the size of their weights.
    public static func rows(ofTopic topic: Topic, in files: [TopicFile]) -> [TopicTermRow] {
        var rows: [TopicTermRow] = []
        for file in files {
            let name = String(file.path.split(separator: "/").last ?? "")
            forEachRow(of: topic, in: file) { rows.append(TopicTermRow(term: $0, weight: $1, file: name)) }
        }
        return rows.sorted { rank($0) > rank($1) }
    }

    private static func rank(_ row: TopicTermRow) -> Double {
        if row.term.isEmpty { return .infinity }
        return Double(row.weight).map(abs) ?? 1e9
    }

    private static func forEachRow(
        of topic: Topic, in file: TopicFile, _ body: (_ term: String, _ weight: String) -> Void
    ) {
        file.bytes.withUnsafeBufferPointer { bytes in
            var rows = TopicRows(bytes)
            while let row = rows.next() {
                switch rows.layout {
                case .weights where !topic.isOwn:
                    // Most rows are not about the topic: the name is looked for in the bytes.
                    for part in rows.field(row.fields.1).split(separator: UInt8(ascii: "|")) {
                        guard let blank = part.lastIndex(of: UInt8(ascii: " ")),
                            part[..<blank].elementsEqual(topic.name.utf8)
                        else { continue }
                        body(rows.string(row.fields.0), String(decoding: part[(blank + 1)...], as: UTF8.self))
                    }
                case .terms where [topic.id, topic.isOwn ? topic.name : topic.id].contains(rows.string(row.fields.0)):
                    body(rows.string(row.fields.1), rows.string(row.fields.2))
                case .list where topic.isOwn && file.listName == topic.name:
                    body(rows.string(row.fields.0), row.columns > 1 ? rows.string(row.fields.1) : "")
                default: break
                }
            }
        }
    }
}
