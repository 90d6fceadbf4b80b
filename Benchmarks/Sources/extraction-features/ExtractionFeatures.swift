import Extraction
import FileAccess
import NewsModel

/// Prints what the classifiers of blocks and headlines see of pages, or the stories that come out. For
/// `scripts/train_extraction.py`.
///
///     swift run --package-path Benchmarks --configuration release extraction-features titles html PAGES/html
///     swift run --package-path Benchmarks --configuration release extraction-features blocks text TEXTS weights.tsv
///
/// `titles` and `blocks`: for each page a line "#", id, names of the features; then a line for each candidate or block:
/// whether it is dropped in any case, its text, its numbers. `stories`: a line for each page, with its id, title and the
/// paragraphs of the story. All columns are divided by tabs, which no text of a block holds; names and numbers among
/// themselves by blanks. Without a table the plain weights choose the headline.
@main
enum ExtractionFeatures {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard (3...4).contains(arguments.count), ["titles", "blocks", "stories"].contains(arguments[0]) else {
            print("usage: extraction-features titles|blocks|stories html|text FOLDER [WEIGHTS]")
            return
        }
        let isHTML = arguments[1] == "html"
        let folder = arguments[2]
        var configuration = ExtractionConfiguration()
        if arguments.count == 4 { configuration.weights = try StoryWeights(table: try readFile(arguments[3])) }
        for name in try namesInFolder(folder).sorted() where name.hasSuffix(isHTML ? ".html" : ".txt") {
            let bytes = try readFile("\(folder)/\(name)")
            let record = SourceRecord(
                number: 0, place: "", fallbackID: String(name.prefix { $0 != "." }),
                content: isHTML ? .html(bytes) : .page(bytes))
            switch arguments[0] {
            case "titles":
                let evidence = try StoryEvidence(of: record, configuration: configuration)
                printRows(evidence.titles, StoryEvidence.titleFeatures, id: record.fallbackID)
            case "blocks":
                let evidence = try StoryEvidence(of: record, configuration: configuration)
                printRows(evidence.blocks, StoryEvidence.features, id: record.fallbackID)
            default:
                let article = try? Extractor(configuration: configuration).article(from: record)
                let paragraphs = (article?.text ?? "").split(separator: "\n").joined(separator: "\t")
                print(record.fallbackID, article?.title ?? "", paragraphs, separator: "\t")
            }
        }
    }

    private static func printRows(_ rows: [StoryEvidence.Block], _ names: [String], id: String) {
        print("#", id, names.joined(separator: " "), separator: "\t")
        for row in rows {
            let numbers = row.values.map { String(($0 * 10_000).rounded() / 10_000) }.joined(separator: " ")
            print(row.isDropped ? "1" : "0", row.text, numbers, separator: "\t")
        }
    }
}
