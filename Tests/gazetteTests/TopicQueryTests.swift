import Foundation
import TestSupport
import Testing

/// Questions by topic, to the sample articles with topics that no model decides.
@Suite struct TopicQueryTests {
    private let folder: Folder
    private let database: String

    init() throws {
        folder = try Folder()
        database = try Corpus.tagged(in: folder)
        try execute(
            """
            DELETE FROM article_topic;
            DELETE FROM topic;
            INSERT INTO topic (key, id, name, parent) VALUES
              (1, 'medtop:11000000', 'politics and government', NULL), (2, 'medtop:20000574', 'election', 'medtop:11000000'),
              (3, 'medtop:20000578', 'local elections', 'medtop:20000574'), (4, 'medtop:16000000', 'conflict', NULL),
              (5, 'medtop:20000070', 'coup d''état', 'medtop:16000000'), (6, 'medtop:17000000', 'weather', NULL),
              (7, 'medtop:20000151', 'drought', 'medtop:17000000'), (8, 'own:drought', 'Drought', NULL),
              (9, 'own:first', 'first', 'own:second'), (10, 'own:second', 'second', 'own:first'),
              (11, 'medtop:15000000', 'sport', NULL);
            WITH given (id, topic, score) AS (VALUES
              ('niger-russia-defence-talks', 1, 0.9), ('niger-russia-defence-talks', 4, 0.6),
              ('niger-russia-defence-talks', 5, 0.55), ('chad-presidential-vote', 1, 0.8),
              ('chad-presidential-vote', 2, 0.9), ('chad-presidential-vote', 3, 0.45),
              ('india-election-modi-coalition', 2, 0.7), ('india-election-modi-coalition', 1, 0.4),
              ('manaus-drought-river', 7, 0.9), ('manaus-drought-river', 8, 0.95), ('manaus-drought-river', 6, 0.3),
              ('manaus-drought-river', 9, 0.8))
            INSERT INTO article_topic SELECT topic, day, key, score FROM given JOIN article USING (id);
            INSERT INTO article_topic SELECT 11, 0, key, 1 FROM article WHERE id = 'delhi-record-heat';
            """, in: database)
    }

    private func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments + ["--database", database], in: folder)
    }

    private func lines(_ arguments: String...) throws -> [String] {
        let outcome = try run(arguments)
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    private func ids(_ arguments: String...) throws -> [String] {
        let outcome = try run(["stories"] + arguments + ["--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require(answer?["stories"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    }

    private func failure(_ arguments: String...) throws -> String {
        let outcome = try run(arguments)
        #expect(outcome.status == 1 && outcome.output == "", "\(outcome.output)")
        return outcome.errors
    }

    @Test func storiesOfATopicNeedNoName() throws {
        #expect(try ids("--topic", "Election") == ["india-election-modi-coalition", "chad-presidential-vote"])
        #expect(try ids("--topic", "MEDTOP:20000574", "--limit", "1") == ["india-election-modi-coalition"])
        #expect(try ids("--topic", "coup") == ["niger-russia-defence-talks"])
        #expect(try ids("--topic", "election", "--topic", "politics") == ["chad-presidential-vote"])
        #expect(try ids("--topic", "politics", "--since", "2024-02") == ["chad-presidential-vote"])
        #expect(try lines("stories", "--topic", "sport").first?.hasPrefix("2024-05-29  ") == true)
        let sentence = try lines("stories", "--topic", "coup")[1]
        #expect(sentence.hasPrefix("            Russia and Niger agreed on Tuesday to work more closely on defence"))
    }

    @Test func topicsGoWithNamesAndCountries() throws {
        #expect(try ids("Chad", "--topic", "politics") == ["chad-presidential-vote"])
        #expect(try ids("--about-country", "Niger", "--topic", "politics") == ["niger-russia-defence-talks"])
        #expect(try ids("Niger", "--about-country", "Niger", "--topic", "coup") == ["niger-russia-defence-talks"])
        #expect(try ids("--about-country", "India", "--topic", "coup") == [])
    }

    @Test func anotherScoreMayBeEnough() throws {
        #expect(try ids("--topic", "local elections") == [])
        #expect(try ids("--topic", "local elections", "--topic-score", "0.4") == ["chad-presidential-vote"])
        #expect(try ids("--topic", "politics", "--topic-score", "0.85") == ["niger-russia-defence-talks"])
        #expect(try lines("topics", "--topic", "local", "--topic-score", "0.4").count == 2)
    }

    @Test func ofTopicsOfOneNameTheBuiltInOneIsTaken() throws {
        let outcome = try run(["stories", "--topic", "drought"])
        #expect(outcome.output.contains("[manaus-drought-river]"))
        #expect(
            outcome.errors == "\"drought\" is several topics; taken: drought (medtop:20000151). "
                + "Others by id: Drought (own:drought)\n")
        #expect(try run(["stories", "--topic", "drou", "--quiet"]).errors == "")
        #expect(try run(["stories", "--topic", "own:drought"]).errors == "")
    }

    @Test func aTopicThatIsNoneIsAFailureWithASuggestion() throws {
        #expect(
            try failure("stories", "--topic", "electoin")
                == "gazette: no story has a topic \"electoin\"; did you mean \"election\"?\n")
        #expect(
            try failure("topics", "--topic", "coups")
                == "gazette: no story has a topic \"coups\"; did you mean \"coup d'état\"?\n")
        #expect(
            try failure("cooccurrence", "--topic", "astronomy")
                == "gazette: no story has a topic \"astronomy\"; gazette topics lists them\n")
        #expect(
            try failure("stories", "--topic", "e")
                .hasPrefix("gazette: \"e\" is part of several topics: politics and government (medtop:11000000), "))
        #expect(try failure("stories", "--topic", "").contains("no story has a topic \"\""))
    }

    @Test func topicsAreCountedUnderBroaderOnes() throws {
        #expect(
            try lines("topics") == [
                "topic            name                     stories",
                "medtop:11000000  politics and government        2",
                "medtop:20000574    election                     2",
                "medtop:15000000  sport                          1",
                "medtop:16000000  conflict                       1",
                "medtop:20000070    coup d'état                  1",
                "own:drought      Drought                        1",
                "medtop:17000000  weather                        0",
                "medtop:20000151    drought                      1",
                "own:first        first                          1",
            ])
        #expect(
            try lines("topics", "--format", "csv", "--limit", "2") == [
                "topic,name,parent,stories", "medtop:11000000,politics and government,,2",
                "medtop:20000574,election,medtop:11000000,2",
            ])
        #expect(
            try lines("topics", "--topic", "weather", "--format", "jsonl") == [
                #"{"topic":"medtop:20000151","name":"drought","parent":"medtop:17000000","stories":1}"#
            ])
        #expect(try lines("topics", "--limit", "3").count == 4)
    }

    @Test func theFirstTopicsStayUnderBroaderOnes() throws {
        try execute(
            """
            UPDATE topic SET parent = 'medtop:17000000' WHERE id = 'medtop:16000000';
            UPDATE topic SET parent = 'medtop:15000000' WHERE id = 'medtop:20000574';
            DELETE FROM article_topic WHERE topic NOT IN (2, 5, 11);
            INSERT INTO article_topic SELECT 5, day, key, 0.9 FROM article
              WHERE id IN ('chad-presidential-vote', 'india-election-modi-coalition');
            """, in: database)
        #expect(
            try lines("topics", "--limit", "2") == [
                "topic            name             stories",
                "medtop:15000000  sport                  1",
                "medtop:20000574    election             2",
                "medtop:17000000  weather                0",
                "medtop:16000000    conflict             0",
                "medtop:20000070      coup d'état        3",
            ])
        #expect(
            try lines("topics", "--limit", "2", "--format", "csv") == [
                "topic,name,parent,stories", "medtop:20000070,coup d'état,medtop:16000000,3",
                "medtop:20000574,election,medtop:15000000,2",
            ])
        #expect(
            try lines("topics", "--topic", "sport", "--topic", "conflict", "--limit", "1").dropFirst() == [
                "medtop:16000000  conflict             0", "medtop:20000070    coup d'état        3",
            ])
    }

    @Test func topicsAreCountedByTime() throws {
        #expect(
            try lines("topics", "--by", "week", "--topic", "politics", "--topic", "election", "--topic", "sport") == [
                "period    topic            name                     stories",
                "2024-W03  medtop:11000000  politics and government        1",
                "2024-W19  medtop:11000000  politics and government        1",
                "2024-W19  medtop:20000574  election                       1",
                "2024-W23  medtop:20000574  election                       1",
                "no date   medtop:15000000  sport                          1",
            ])
        #expect(
            try lines("topics", "--by", "year", "--limit", "1", "--format", "csv") == [
                "period,topic,name,stories", "2023,medtop:20000151,drought,1",
                "2024,medtop:11000000,politics and government,2",
                "no date,medtop:15000000,sport,1",
            ])
        #expect(
            try lines("topics", "--by", "day", "--since", "2024-06").dropFirst().map { $0.prefix(10) } == ["2024-06-04"]
        )
    }

    @Test func topicsAreCountedByEntity() throws {
        let found = try lines("topics", "--by", "entity", "--topic", "election", "--kind", "country", "--format", "csv")
        #expect(found.first == "topic,topic_name,entity,entity_name,kind,stories,expected,log_likelihood,pmi")
        #expect(found.contains { $0.hasPrefix("medtop:20000574,election,Q657,Chad,country,1,0.") })
        #expect(found.dropFirst().allSatisfy { $0.contains(",country,") })
        let rows = try lines("topics", "--by", "entity", "--limit", "2", "--order", "stories", "--format", "csv")
        let topics = rows.dropFirst().map { $0.prefix { $0 != "," } }
        #expect(topics.prefix(4) == ["medtop:11000000", "medtop:11000000", "medtop:20000574", "medtop:20000574"])
        #expect(topics.allSatisfy { topic in topics.count { $0 == topic } <= 2 })
    }

    @Test func pairsOfATopicAreCountedAlone() throws {
        let all = try lines("cooccurrence", "--format", "csv", "--limit", "100000")
        let coup = try lines("cooccurrence", "--format", "csv", "--limit", "100000", "--topic", "coup")
        #expect(coup.count > 1 && coup.count < all.count)
        #expect(coup.contains { $0.contains("Niger,Russia,1,") })
        #expect(!coup.contains { $0.contains("India") })
    }

    @Test func aDatabaseWithoutTopicsSaysSo() throws {
        let page = try folder.write("a.jsonl", "{\"title\":\"T\",\"text\":\"Rain fell in Niger.\"}\n".utf8)
        let tagging = try folder.gazette("tag", page, "--no-topics", "--text-is-body", "--database", "none.db")
        #expect(tagging.status == 0, "\(tagging.errors)")
        for arguments in [["stories"], ["topics"], ["cooccurrence"], ["topics", "--by", "month"]] {
            let outcome = try BuiltProgram.run(arguments + ["--topic", "war", "--database", "none.db"], in: folder)
            #expect(outcome.status == 1)
            #expect(
                outcome.errors.contains(
                    "no story of the database has topics: it is empty, or was tagged with --no-topics"))
        }
        for breakdown in ["day", "week", "month", "year", "entity"] {
            let outcome = try folder.gazette("topics", "--by", breakdown, "--database", "none.db", "--format", "json")
            #expect(outcome.status == 0 && outcome.output == "[]\n")
        }
        #expect(try folder.gazette("topics", "--database", "none.db").output == "topic  name  stories\n")
    }
}
