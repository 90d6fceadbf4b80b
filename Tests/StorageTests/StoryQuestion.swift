import NewsModel
import TestSupport

@testable import Storage

/// A random question with its answer by going through all articles.
struct StoryQuestion {
    var query: StoryQuery
    /// Whether an article answers.
    var isAnswered: (TaggedArticle) -> Bool
}

/// Articles with everything that can be asked for, made at random.
struct RandomArticles {
    private(set) var articles: [TaggedArticle] = []
    /// The key of the first article of each one's cluster; keys begin with 1.
    private(set) var clusters: [Int] = []
    static let words = ["rain", "army", "coup", "junta", "niamey", "niger", "niamtougou", "football"]

    init(count: Int, using generator: inout SeededGenerator) {
        for number in 0..<count {
            articles.append(Self.article(number, using: &generator))
            let isCopy = number > 0 && Int.random(in: 0..<3, using: &generator) == 0
            clusters.append(isCopy ? clusters[Int.random(in: 0..<number, using: &generator)] : number + 1)
        }
    }

    /// Writes them into a database.
    func write(to path: String) throws {
        let writer = try DatabaseWriter(path: path, tagger: "t")
        try writer.beginRun(program: "p", options: "o")
        try writer.write(articles, to: "s")
        let copies = clusters.enumerated().filter { $0.element != $0.offset + 1 }
        try writer.replaceClusters(
            copies: Dictionary(uniqueKeysWithValues: copies.map { ($0.offset + 1, $0.element) }))
    }

    private static func article(_ number: Int, using generator: inout SeededGenerator) -> TaggedArticle {
        func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
        func sentence() -> String {
            (0..<(1 + random(5))).map { _ in words[random(words.count)] }.joined(separator: " ")
        }
        let mentions = (0..<random(5)).map { _ in (entity: 1 + random(6), sentence: random(2)) }
        let focus = Set((0..<random(3)).map { _ in 2 * (1 + random(3)) }).sorted()
        let topics = ["medtop:1", "medtop:2"].filter { _ in random(2) == 0 }
        var tagged = tagged(
            "a\(number)", published: random(5) == 0 ? nil : "2024-01-0\(1 + random(4))", title: sentence(),
            text: (0...random(3)).map { _ in sentence() + ". " }.joined(), mentions: mentions,
            topics: topics.map { ($0, Double(random(10)) / 10) },
            focus: focus.map { (entity: $0, score: Double(random(10)) / 10) })
        tagged.article.site = random(3) == 0 ? nil : ["Daily", "Weekly"][random(2)]
        tagged.article.section = ["world", nil][random(2)]
        tagged.article.language = ["en", "fr"][random(2)]
        for place in tagged.entities.indices {
            tagged.entities[place].salience = Double(random(100)) / 100
            tagged.entities[place].role = role(tagged.entities[place].entity)
        }
        for place in tagged.focus.indices { tagged.focus[place].role = role(tagged.focus[place].entity) }
        return tagged
    }

    private static func role(_ entity: String) -> String {
        ["river", "Politician"][entity.hasSuffix("2") || entity.hasSuffix("5") ? 0 : 1]
    }

    /// Which article stands for a cluster among those that answer, and how many others it has; by day, the undated last, of
    /// one day the first of the cluster, then the first added.
    func found(_ isAnswered: (TaggedArticle) -> Bool, _ period: Period, copies: Bool) -> [(key: Int, copies: Int)] {
        let keys = (1...articles.count).filter {
            period.first <= day($0) && day($0) <= period.last && isAnswered(articles[$0 - 1])
        }
        if copies { return keys.map { ($0, 0) } }
        return Dictionary(grouping: keys) { clusters[$0 - 1] }.map { cluster, members in
            let first = members.min { left, right in
                (day(left) == 0 ? .max : day(left), left == cluster ? 0 : left)
                    < (day(right) == 0 ? .max : day(right), right == cluster ? 0 : right)
            }
            return (first ?? 0, members.count - 1)
        }
    }

    func day(_ key: Int) -> Int { DatabaseWriter.day(articles[key - 1].article.published) }
}

/// Makes questions about random articles.
struct RandomQuestions {
    let database: Database
    var generator: SeededGenerator

    private mutating func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    /// A question about a few things at once.
    mutating func next() throws -> StoryQuestion {
        var question = StoryQuestion(query: StoryQuery()) { _ in true }
        for _ in 0...random(2) { try add(random(9), to: &question) }
        question.query.listsCopies = random(4) == 0
        switch random(4) {
        case 0: question.query.period = Period(first: 20_240_102, last: 20_240_103)
        case 1: question.query.period = Period(first: 0, last: 20_240_102)
        default: break
        }
        return question
    }

    private mutating func add(_ what: Int, to question: inout StoryQuestion) throws {
        let entities = [1 + random(6), 1 + random(6)].map { "Q\($0)" }
        let keys = try entities.map { try database.entity(id: $0, kind: nil) ?? 999 }
        let least = random(2) == 0 ? 0 : 0.5
        switch what {
        case 0, 1:
            question.query.subjects.append(StoryQuery.Subject(anyOf: [keys[0]], leastSalience: least))
            question.require { $0.mentions([entities[0]], least) }
        case 2:
            question.query.subjects.append(StoryQuery.Subject(anyOf: keys, leastSalience: least))
            question.require { $0.mentions(entities, least) }
        case 3:
            question.query.excluded.append(keys[1])
            question.query.languages = ["EN"]
            question.require { !$0.mentions([entities[1]], 0) && $0.article.language == "en" }
        case 4:
            question.query.countries.append(keys[0])
            question.require { $0.focus.contains { $0.entity == entities[0] && $0.score >= 0.5 } }
        case 5:
            let topic = try database.topics().first { $0.id == "medtop:1" }
            question.query.topics.append(topic?.key ?? 999)
            question.require { $0.topics.contains { $0.topic == "medtop:1" && $0.score >= 0.5 } }
        case 6:
            question.query.sites = ["daily"]
            question.query.sections = ["world", "none"]
            question.require { $0.article.site == "Daily" && $0.article.section == "world" }
        case 7:
            let (kind, role) = [(Kind.person, "politician"), (.country, "river")][random(2)]
            question.query.kinds = [kind]
            question.query.roles = [role]
            question.require {
                $0.entities.contains { $0.kind == kind } && $0.entities.contains { $0.role.lowercased() == role }
            }
        default:
            let (text, isTrue) = expression(depth: 2)
            guard question.query.text == nil else { return }
            question.query.text = try FullTextQuery(text, tokenizer: try database.tokenizer())
            question.require { isTrue($0.article) }
        }
    }

    /// A question to the full text, and what it means.
    mutating func expression(depth: Int) -> (String, (Article) -> Bool) {
        let words = RandomArticles.words
        let (word, other) = (words[random(words.count)], words[random(words.count)])
        switch random(depth > 0 ? 8 : 4) {
        case 0: return ("\"\(word) \(other)\"", { $0.fields.contains { " \($0) ".contains(" \(word) \(other) ") } })
        case 1: return ("title:\(word)", { $0.fields[0].split(separator: " ").contains(Substring(word)) })
        case 2: return ("\(word.prefix(4))*", { $0.words.contains { $0.hasPrefix(word.prefix(4)) } })
        case 3: return (word.uppercased(), { $0.words.contains(word) })
        default: break
        }
        let (left, right) = (expression(depth: depth - 1), expression(depth: depth - 1))
        switch random(3) {
        case 0: return ("(\(left.0)) \(right.0)", { left.1($0) && right.1($0) })
        case 1: return ("(\(left.0) OR \(right.0))", { left.1($0) || right.1($0) })
        default: return ("(\(left.0) -(\(right.0)))", { left.1($0) && !right.1($0) })
        }
    }
}

extension StoryQuestion {
    fileprivate mutating func require(_ condition: @escaping (TaggedArticle) -> Bool) {
        let before = isAnswered
        isAnswered = { before($0) && condition($0) }
    }
}

extension TaggedArticle {
    fileprivate func mentions(_ ids: [String], _ least: Double) -> Bool {
        entities.contains { ids.contains($0.entity) && $0.salience >= least }
    }
}

extension Article {
    /// Title and text without full stops.
    fileprivate var fields: [String] { [title, text.filter { $0 != "." }] }

    fileprivate var words: [String] { fields.flatMap { $0.split(separator: " ").map { String($0) } } }
}
