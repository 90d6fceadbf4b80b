import Export
import NewsModel
import Storage

let showCommand = Command(
    name: "show", summary: "Show articles with their tags marked.",
    usage: "ARTICLE… [--database FILE] [options]",
    options: [
        SharedOptions.database,
        Option("format", "FORMAT", "text, for reading (the default); or json, a line an article as annotate prints it"),
        Option("json", nil, "the same as --format json"),
    ],
    examples: [
        ("gazette show 000_62f4774eb39e6342", "by the article's id, as stories lists it"),
        ("gazette show 17 18", "two, by their numbers in the database"),
    ],
    run: { arguments in
        guard !arguments.positional.isEmpty else { throw UsageError("name an article by its id") }
        let format: ShownFormat = try arguments.choice("format", default: arguments.has("json") ? .json : .text)
        let database = try Database(path: SharedOptions.databasePath(arguments))
        let articles = try arguments.positional.map { try SharedOptions.articles($0, database) }.flatMap { $0 }
        for (place, article) in articles.enumerated() {
            switch format {
            case .json: try Terminal.write(annotation(article.tagged))
            case .text:
                if place > 0 { try Terminal.write("\n" + String(repeating: "─", count: 40) + "\n\n") }
                let page = ArticlePage(article, showsColours: Terminal.showsColours, width: Terminal.width)
                try Terminal.write(page.text)
                try Terminal.write(copyList(try database.copies(of: article.key, limit: 20), of: article))
            }
        }
        return .done
    })

private enum ShownFormat: String, CaseIterable {
    case text
    case json
}

/// The other articles that tell the same story.
private func copyList(_ copies: [ArticleCopy], of article: StoredArticle) -> String {
    guard !copies.isEmpty else { return "" }
    var text = "\ncopies\n"
    for copy in copies {
        let day = copy.published.map { String($0.prefix(10)) } ?? "no date   "
        text += "  \(day)  \(copy.title)\(copy.site.map { " (\($0))" } ?? "")  [\(copy.id)]\n"
    }
    if copies.count < article.copies { text += "  … and \(article.copies - copies.count) more\n" }
    return text
}
