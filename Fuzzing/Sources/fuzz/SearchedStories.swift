import Glibc
import NewsModel
import Storage
import Tokenization

/// Any text as a question to the full text of a few stories: an answer or an error of the question's own, never one of SQLite.
final class SearchedStories {
    private let database: Database
    private let tokenizer: Tokenizer
    private static let texts = [
        ("Coup in Niamey", "The army took the road. O'Brien of the U.S. said so."),
        ("北京", "北京大学的学生。 Côte d’Ivoire won."),
    ]

    /// Writes the stories into a database that this process alone sees.
    init?() {
        let path = "/tmp/gazette-fuzz-\(getpid()).db"
        let stories = Self.texts.enumerated().map { place, text in
            TaggedArticle(
                article: Article(id: "\(place)", title: text.0, text: text.1), mentions: [], entities: [], topics: [],
                focus: [])
        }
        guard let writer = try? DatabaseWriter(path: path, tagger: "fuzz"),
            let source = try? writer.begin(source: "fuzz", size: 1, modified: 1),
            (try? writer.write({ writer throws(DatabaseError) in
                for (place, story) in stories.enumerated() { try writer.add(story, record: place, of: source.key) }
            })) != nil,
            let database = try? Database(path: path), let tokenizer = try? database.tokenizer()
        else { return nil }
        unlink(path)
        self.database = database
        self.tokenizer = tokenizer
    }

    /// Asks a question.
    func search(_ bytes: [UInt8]) {
        var query = StoryQuery()
        do {
            query.text = try FullTextQuery(String(decoding: bytes, as: UTF8.self), tokenizer: tokenizer)
        } catch {
            precondition(!error.description.isEmpty)
            return
        }
        for order in StoryQuery.Order.allCases {
            query.order = order
            do {
                let stories = try database.stories(query).stories
                for story in stories {
                    let end = story.sentence.text.unicodeScalars.count
                    precondition(
                        story.sentence.marks.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= end })
                }
                precondition(stories.count == (try database.storyCount(query)))
            } catch {
                preconditionFailure("\(error)")
            }
        }
    }
}
