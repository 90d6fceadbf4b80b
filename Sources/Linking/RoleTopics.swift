import NewsModel
import Tokenization

/// The topics that stories about people and institutions of a role have: a footballer makes news of sport.
///
///     let roles = try RoleTopics(table: readFile("Gazetteers/linking/roles.tsv"))
struct RoleTopics: Sendable {
    /// The hashes of the roles' keys in order, and the number of the topic of each.
    private let roles: [UInt64]
    private let numbers: [Int]
    private let topics: [String]

    /// Reads a table of the columns `role` and `topic`, with a header line and `#` comments.
    init(table: [UInt8]) throws(LinkingTableError) {
        var numbers: [UInt64: Int] = [:]
        var topics: [String] = []
        for (line, fields) in try linkingRows(table, columns: ["role", "topic"]) {
            let number = topics.firstIndex(of: fields[1]) ?? topics.count
            if number == topics.count { topics.append(fields[1]) }
            guard numbers.updateValue(number, forKey: TokenKey.hash(of: fields[0])) == nil else {
                throw .repeated(line: line, fields[0])
            }
        }
        roles = numbers.keys.sorted()
        self.numbers = roles.map { numbers[$0] ?? 0 }
        self.topics = topics
    }

    /// How well a role goes with each topic of a story: from -1 for a topic that it does not have to 1.
    func agreements(with story: [ArticleTopic]) -> [Double] {
        guard !story.isEmpty else { return [] }
        return topics.map { topic in 2 * (story.first { $0.topic == topic }?.score ?? 0) - 1 }
    }

    /// The number of the topic of a role, by the hash of its key.
    func topic(ofRole key: UInt64) -> Int? {
        let place = roles.firstPlace { $0 >= key }
        return place < roles.count && roles[place] == key ? numbers[place] : nil
    }
}
