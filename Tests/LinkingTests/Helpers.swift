import FileAccess
import Linking
import NewsModel
import Recognition
import TestSupport

extension Story {
    /// The linker with the weights that the program comes with.
    func linker(_ decisions: UserDecisions? = nil) throws -> Linker {
        let model = try LinkingModel(
            weightsTable: try readFile("\(Self.modelsFolder)/linking/weights.tsv"),
            rolesTable: try readFile("\(Self.modelsFolder)/linking/roles.tsv"))
        return Linker(index: index, model: model, decisions: decisions)
    }

    /// What a story mentions: "words entity" in order.
    func linked(
        _ text: String, title: String = "", published: String? = nil, facts: StoryFacts = StoryFacts()
    ) throws -> [String] {
        let article = read(text, title: title, published: published)
        let mentions = try recognizer().mentions(in: article)
        return try linker().link(mentions, in: article, facts).map { "\(article.flatText($0.tokens)) \($0.entity)" }
    }

    /// The mentions with all that linking says of them.
    func links(_ text: String) throws -> [LinkedMention] {
        let article = read(text)
        return try linker().link(recognizer().mentions(in: article), in: article)
    }
}
