import Evaluation
import NewsModel
import Storage

/// The articles of a database that gold articles are: those with the same id and text, else those with the same text.
struct GoldMatch {
    /// The gold beside what was found; where an article is missing, nothing.
    private(set) var articles: [EvaluatedArticle] = []
    /// Ids of the gold that is not in the database.
    private(set) var missing: [String] = []
    /// Of these, gold whose id is there with another text.
    private(set) var otherText: [String] = []
    /// How many were found by their text alone.
    private(set) var foundByText = 0

    init(_ gold: [GoldArticle], in database: Database) throws {
        var stored: [TaggedArticle?] = []
        var keysOfID: [Bool] = []
        for article in gold {
            let sameID = try database.articles(id: article.id)
            keysOfID.append(!sameID.isEmpty)
            stored.append(sameID.first { isSame($0.tagged.article.text, article.text) }?.tagged)
        }
        let unmatched = gold.indices.filter { stored[$0] == nil }
        let byText = try database.articles(texts: Set(unmatched.map { Array(gold[$0].text.utf8) }))
        for place in unmatched {
            stored[place] = byText[Array(gold[place].text.utf8)]?.tagged
            if stored[place] != nil {
                foundByText += 1
            } else {
                missing.append(gold[place].id)
                if keysOfID[place] { otherText.append(gold[place].id) }
            }
        }
        articles = zip(gold, stored).map { ($0, $1) }
    }

    /// What a reader of the figures must know.
    func notes(_ task: EvaluationTask) -> [String] {
        var notes = ["\(task.rawValue) in \(articles.count) articles"]
        if foundByText > 0 { notes.append("\(foundByText) found by their text: their ids are others in the database") }
        if !otherText.isEmpty {
            notes.append(
                "\(otherText.count) have another text in the database (tag with --text-is-body): \(list(otherText))")
        }
        if !missing.isEmpty {
            notes.append("\(missing.count) are not in the database and count as if nothing was found: \(list(missing))")
        }
        return notes
    }

    private func list(_ ids: [String]) -> String {
        ids.prefix(10).joined(separator: ", ") + (ids.count > 10 ? ", …" : "")
    }
}

/// Whether two texts are the same code point by code point, as offsets need.
private func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
