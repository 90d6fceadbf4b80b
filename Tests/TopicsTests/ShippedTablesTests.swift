import Foundation
import Testing

@testable import Topics

/// The tables in Gazetteers/topics: they load, and obvious stories get their obvious topic.
@Suite struct ShippedTablesTests {
    static let model = Result { try loadModel() }

    static func loadModel() throws -> TopicModel {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Gazetteers/topics")
        let topics = try Data(contentsOf: folder.appending(path: TopicTable.topics.fileName))
        let terms = try Data(contentsOf: folder.appending(path: TopicTable.terms.fileName))
        return try TopicModel(topicsTable: Array(topics), termsTable: Array(terms), hash: fnv)
    }

    @Test func hasTheSeventeenTopConcepts() throws {
        let model = try Self.model.get()
        #expect(model.topics.count == 17)
        #expect(model.topics.allSatisfy { $0.parent == nil })
        #expect(model.topics.first { $0.id == "medtop:16000000" }?.name == "conflict, war and peace")
    }

    @Test(arguments: [
        ("rebels shelled the town as troops withdrew | a ceasefire was signed", "16"),
        ("the striker scored a hat-trick as the club won the league match", "15"),
        ("floods swept homes away | rescuers searched for survivors", "03"),
        ("the court sentenced him to prison for murder after a trial", "02"),
        ("voters chose a new parliament | the prime minister lost the election", "11"),
        ("the central bank raised interest rates as inflation rose", "04"),
        ("teachers said pupils sat the exams at their school", "05"),
        ("cholera patients filled the hospital | nurses gave a vaccine", "07"),
        ("the union called a strike over wages | workers left the factory", "09"),
        ("the bishop prayed with priests at the cathedral", "12"),
        ("heavy rain and wind | forecasters expect a cold front and snow", "17"),
    ])
    func obviousStoriesGetTheirTopic(text: String, topic: String) throws {
        let words = text.replacing("-", with: " ")
        #expect(try Self.model.get().scores(keys: keys(words)).first?.topic == "medtop:\(topic)000000")
    }
}
