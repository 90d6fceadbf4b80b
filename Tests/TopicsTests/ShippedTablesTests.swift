import Foundation
import Testing

@testable import Topics

/// The tables in Gazetteers/topics: they load, and obvious stories get their obvious topics.
@Suite struct ShippedTablesTests {
    static let model = Result { try loadModel() }

    static func loadModel() throws -> TopicModel {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Gazetteers/topics")
        return try TopicModel(
            files: ["media_topics.tsv", "weights.tsv"].map {
                TopicFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
            })
    }

    @Test func everyLineIsUsed() throws {
        let model = try Self.model.get()
        #expect(model.issues.isEmpty)
        #expect(model.topics.count { $0.parent == nil } == 17)
        #expect(model.topics.count { $0.parent != nil } >= 120)
        #expect(model.isWeighted.allSatisfy { $0 })
        #expect(model.topics.first { $0.id == "medtop:16000000" }?.name == "conflict, war and peace")
    }

    @Test(arguments: [
        ("rebels shelled the town as troops withdrew | a ceasefire was signed", "16000000"),
        ("the striker scored a hat trick as the club won the league match", "15000000"),
        ("floods swept homes away | rescuers searched for survivors", "03000000"),
        ("the court sentenced him to prison for murder after a trial", "02000000"),
        ("voters chose a new parliament | the prime minister lost the election", "11000000"),
        ("the central bank raised interest rates as inflation rose", "04000000"),
        ("teachers said pupils sat the exams at their school", "05000000"),
        ("cholera patients filled the hospital | nurses gave a vaccine", "07000000"),
        ("the union called a strike over wages | workers left the factory", "09000000"),
        ("the bishop prayed with priests at the cathedral", "12000000"),
        ("heavy rain and wind | forecasters expect a cold front and snow", "17000000"),
    ])
    func obviousStoriesGetTheirTopic(text: String, topic: String) throws {
        let model = try Self.model.get()
        let tops = model.scores(of: terms(text, model)).filter { $0.parent == nil }
        #expect(tops.first?.topic == "medtop:\(topic)")
    }

    @Test(arguments: [
        ("soldiers seized power in a coup and the junta closed the borders", "coup d'état"),
        ("the batsman lost his wicket on the last day of the test match", "cricket"),
        ("a magnitude seven earthquake and its aftershocks brought houses down", "earthquake"),
        ("peace talks in the capital ended with a ceasefire between government and rebels", "peace process"),
        ("the outbreak of ebola has become an epidemic health officials said", "epidemic"),
        ("uranium miners reopened the mine", "mining"),
        ("the ambassador was expelled in a diplomatic row between the foreign ministries", "diplomacy"),
    ])
    func obviousStoriesGetTheirFinerTopic(text: String, topic: String) throws {
        let model = try Self.model.get()
        let score = model.scores(of: terms(text, model)).first { $0.name == topic }?.score
        #expect(score ?? 0 >= 0.5)
    }
}
