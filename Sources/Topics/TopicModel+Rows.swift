/// What a file says of a topic, for people to read.
public struct TopicTermRow: Sendable, Equatable {
    /// As the file has it, without a mark; empty for the bias.
    public var term: String
    /// A number, or "required", "one of", "excluded".
    public var weight: String
    /// The last part of the file's path.
    public var file: String
}

extension TopicModel {
    /// The rows of all files that count for a topic: the bias first, then rules, then terms by the size of their weights.
    /// Weights that a later file overrules are left out.
    public func rows(of topic: Topic, in files: [TopicFile]) -> [TopicTermRow] {
        var rows: [TopicTermRow] = []
        var numbered: [String: Int] = [:]
        for file in files {
            let name = String(file.path.split(separator: "/").last ?? "")
            forEachRow(of: topic, in: file) { term, weight in
                let row = TopicTermRow(term: term, weight: weight, file: name)
                let isRule = TopicRules.Part(rawValue: weight) != nil
                if !isRule, let earlier = numbered[term] {
                    rows[earlier] = row
                } else {
                    if !isRule { numbered[term] = rows.count }
                    rows.append(row)
                }
            }
        }
        let ranks = rows.map(rank)
        return rows.indices.sorted { (-ranks[$0], $0) < (-ranks[$1], $1) }.map { rows[$0] }
    }

    private func rank(_ row: TopicTermRow) -> Double {
        if row.term.isEmpty { return .infinity }
        return Array(row.weight.utf8).withUnsafeBufferPointer(decimal).map(abs) ?? .greatestFiniteMagnitude
    }

    private func forEachRow(
        of topic: Topic, in file: TopicFile, _ body: (_ term: String, _ weight: String) -> Void
    ) {
        file.bytes.withUnsafeBufferPointer { bytes in
            var rows = TopicRows(bytes)
            while let row = rows.next() {
                switch rows.layout {
                case .weights where !topic.isOwn:
                    let weight = Self.weight(of: topic, in: rows.field(row.fields.1))
                    if let weight { body(rows.string(row.fields.0), weight) }
                case .terms where isMeant(topic, by: rows.string(row.fields.0)):
                    body(rows.string(row.fields.1), rows.string(row.fields.2))
                case .list where isMeant(topic, by: file.listName):
                    let (term, part) = TopicRules.Part.apart(rows.string(row.fields.0))
                    if let part { body(term, part.rawValue) }
                    if row.columns > 1 {
                        body(term, rows.string(row.fields.1))
                    } else if part == nil {
                        body(term, String(Self.usualWeight))
                    }
                default: break
                }
            }
        }
    }

    /// Whether a file that names a topic so means this one: by id, or by the name of a topic of the user's.
    private func isMeant(_ topic: Topic, by name: String) -> Bool {
        if name == topic.id { return true }
        return topic.id == Topic.ownPrefix + name && !topics.contains { $0.id == name }
    }

    /// The weight of a topic in "sport 1.5|politics -0.3".
    private static func weight(of topic: Topic, in weights: UnsafeBufferPointer<UInt8>) -> String? {
        for part in weights.split(separator: UInt8(ascii: "|")) {
            guard let blank = part.lastIndex(of: UInt8(ascii: " ")), part[..<blank].elementsEqual(topic.name.utf8)
            else { continue }
            return String(decoding: part[(blank + 1)...], as: UTF8.self)
        }
        return nil
    }
}
