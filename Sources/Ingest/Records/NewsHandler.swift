import NewsModel

/// Gathers the stories of the news industry's formats: NITF, NewsML-G2 and NewsML 1, also NITF or XHTML inside the others.
final class NewsHandler: XMLItemHandler {
    var finished: [FoundRecord] = []
    private let mostItemBytes: Int
    /// The elements around the present place, without prefixes.
    private var path: [String] = []
    private var number = 0
    private var item: NewsItem?
    private var itemDepth = 0
    /// The text of the innermost element that is of use, and how deep that is.
    private var value: (text: [UInt8], depth: Int)?
    /// How deep an element stands that is passed over with all that is in it.
    private var skippedDepth: Int?

    private static let items = Set(["newsItem", "NewsItem", "nitf"])
    /// Items of NewsML-G2 that hold no story.
    private static let otherItems = Set(["packageItem", "knowledgeItem", "conceptItem", "planningItem", "catalogItem"])
    private static let skipped = Set(["media", "script", "style", "figure", "nitf-table", "tagline", "body.end"])
    private static let bodies = Set(["body.content", "body", "DataContent", "inlineData"])
    private static let paragraphs = Set([
        "p", "hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "bq", "block", "blockquote", "pre", "tr", "div",
        "dt", "dd",
    ])

    init(limits: IngestLimits) { mostItemBytes = limits.mostRecordBytes }

    func began(_ element: String, _ attributes: [String: String], at offset: Int) {
        let name = XMLName.local(element)
        path.append(name)
        if skippedDepth != nil { return }
        if item == nil { return beganItem(name, attributes, offset) }
        item?.take(attributes: attributes, of: name, in: parent)
        if Self.skipped.contains(name) {
            skippedDepth = path.count
        } else if item?.isBody == true {
            if Self.paragraphs.contains(name) || name == "br" { item?.endParagraph() }
        } else if Self.bodies.contains(name), name != "body" || path.contains("html") {
            item?.bodyDepth = path.count
        } else if NewsItem.hasText(name, in: parent) {
            value = ([], path.count)
        }
    }

    func ended(_ element: String) {
        let name = path.popLast() ?? ""
        let depth = path.count + 1
        if let skippedDepth {
            if depth == skippedDepth { self.skippedDepth = nil }
            return
        }
        if item?.isBody == true {
            if Self.paragraphs.contains(name) || item?.bodyDepth == depth { item?.endParagraph() }
            if item?.bodyDepth == depth { item?.bodyDepth = nil }
        } else if let value, value.depth == depth {
            item?.take(String(decoding: value.text, as: UTF8.self), of: name, in: path.last ?? "")
            self.value = nil
        }
        guard depth == itemDepth, let item else { return }
        finished.append(item.record(number, mostBytes: mostItemBytes))
        self.item = nil
    }

    func text(_ bytes: UnsafeRawBufferPointer) {
        guard skippedDepth == nil, let item, !item.isTooLong else { return }
        if item.size + bytes.count + (value?.text.count ?? 0) > mostItemBytes {
            self.item?.isTooLong = true
        } else if item.isBody {
            self.item?.addText(bytes)
        } else {
            value?.text.append(contentsOf: bytes)
        }
    }

    private var parent: String { path.dropLast().last ?? "" }

    private func beganItem(_ name: String, _ attributes: [String: String], _ offset: Int) {
        if Self.otherItems.contains(name) {
            number += 1
            skippedDepth = path.count
            finished.append(
                FoundRecord(
                    outcome: .refused("a <\(name)>, which holds no story"), place: "item \(number)", key: "\(number)",
                    offset: offset))
        }
        guard Self.items.contains(name) else { return }
        number += 1
        itemDepth = path.count
        var item = NewsItem(offset: offset)
        item.take(attributes: attributes, of: name, in: parent)
        self.item = item
    }
}
