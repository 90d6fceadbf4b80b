import Export
import NewsModel
import Storage

/// Stories as a user wants to see them.
struct StoryListing {
    let page: StoryPage
    /// Whether cells of CSV that a spreadsheet would run stay as they are.
    var keepsFormulas = false

    /// The stories in a format: a list for reading; one object of JSON with the stories and where the next page begins; a
    /// list in Markdown.
    func formatted(_ format: RowTable.Format) -> [UInt8] {
        switch format {
        case .table: Array(list.utf8)
        case .csv: table.formatted(.csv, width: nil, keepsFormulas: keepsFormulas)
        case .json: json
        case .jsonl: jsonLines
        case .markdown: Array(page.stories.map(markdown).joined().utf8)
        }
    }

    private var list: String { page.stories.isEmpty ? "no stories\n" : page.stories.map(entry).joined() }

    /// A line of date and title, and the sentence below.
    private func entry(_ story: Story) -> String {
        let day = story.published.map { String($0.prefix(10)) } ?? "no date   "
        let marked = Terminal.marked(story.sentence)
        let title = story.sentenceIsTitle ? marked : story.title
        var entry = "\(day)  \(title)\(site(story))  [\(story.id)]\(copies(story))\n"
        if !story.sentenceIsTitle, !story.sentence.text.isEmpty {
            entry += "            " + wrapped(marked, width: Terminal.width, indent: 12) + "\n"
        }
        return entry
    }

    private func site(_ story: Story) -> String { story.site.map { $0.isEmpty ? "" : " (\($0))" } ?? "" }

    private func copies(_ story: Story) -> String {
        story.copies == 0 ? "" : story.copies == 1 ? "  (+1 copy)" : "  (+\(story.copies) copies)"
    }

    private var table: RowTable {
        var table = RowTable(columns: [
            .init("published"), .init("id"), .init("mentions", isNumber: true), .init("title"), .init("sentence"),
            .init("marks"), .init("site"), .init("url"), .init("salience", isNumber: true),
            .init("relevance", isNumber: true), .init("copies", isNumber: true),
        ])
        for story in page.stories {
            let marks = story.sentence.marks.map { "\($0.start)-\($0.end)" }.joined(separator: " ")
            table.add([
                story.published ?? "", story.id, String(story.mentions), story.title, story.sentence.text, marks,
                story.site ?? "", story.url ?? "", number(story.salience), number(story.relevance),
                String(story.copies),
            ])
        }
        return table
    }

    private func number(_ value: Double?) -> String { value.map { "\(($0 * 10_000).rounded() / 10_000)" } ?? "" }

    private var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("stories") { json in
                json.array { json in for story in page.stories { write(story, &json) } }
            }
            json.field("next", page.next.map { "\($0)" })
        }
        json.endLine()
        return json.bytes
    }

    private var jsonLines: [UInt8] {
        var json = JSONWriter()
        for story in page.stories {
            write(story, &json)
            json.endLine()
        }
        return json.bytes
    }

    private func write(_ story: Story, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", story.id)
            json.field("published", story.published)
            json.field("title", story.title)
            json.field("site", story.site)
            json.field("url", story.url)
            json.field("mentions", story.mentions)
            json.field(named: "salience", number(story.salience), isNumber: true)
            json.field(named: "relevance", number(story.relevance), isNumber: true)
            json.field("sentence", story.sentence.text)
            json.field("marks") { json in
                json.array { json in
                    for mark in story.sentence.marks {
                        json.array { json in
                            json.number(mark.start)
                            json.number(mark.end)
                        }
                    }
                }
            }
            json.field("copies", story.copies)
        }
    }

    /// An item of a list, with the sentence as a quotation below.
    private func markdown(_ story: Story) -> String {
        let marked = story.sentence.with(before: "**", after: "**", plain: Markdown.escaped)
        let title = story.sentenceIsTitle ? marked : Markdown.escaped(story.title)
        let link = story.url.map { $0.isEmpty ? title : "[\(title)](\(Markdown.address($0)))" } ?? title
        let day = story.published.map { String($0.prefix(10)) } ?? "no date"
        var item = "- \(day) \(link)\(Markdown.escaped(site(story))) `\(story.id.filter { $0 != "`" })`"
        item += copies(story).dropFirst() + "\n"
        if !story.sentenceIsTitle, !story.sentence.text.isEmpty { item += "  > \(marked)\n" }
        return item
    }
}

/// Text inside a page of Markdown (CommonMark).
enum Markdown {
    /// Text that is read as it is, on one line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_{}[]<>#|~&".contains(character) { result.append("\\") }
            result.append(character.isNewline ? " " : character)
        }
        return result
    }

    /// An address inside the round brackets of a link.
    static func address(_ url: String) -> String {
        var result = ""
        for byte in url.utf8 {
            if byte <= 0x20 || byte == 0x7F || "()<>\\".utf8.contains(byte) {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }
}
