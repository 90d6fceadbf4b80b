import NewsModel

/// Gathers the articles of a feed: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, with the elements of Dublin Core, Media RSS and the
/// content module. Prefixes are taken as everybody writes them.
final class FeedHandler: XMLItemHandler {
    var finished: [FoundRecord] = []
    private let mostItemBytes: Int
    private var depth = 0
    private var number = 0
    private var siteTitle = ""
    private var language: String?
    private var item: FeedItem?
    /// How deep the children of an item, or of the feed while there is no item, stand.
    private var itemDepth = 0
    private var capture: Capture?

    /// An element whose content is being gathered.
    private struct Capture {
        var element: String
        var depth: Int
        var text: [UInt8] = []
        /// Whether the content is markup of the document itself, rather than text with markup in it.
        var isMarkup: Bool
    }

    init(limits: IngestLimits) { mostItemBytes = limits.mostRecordBytes }

    func began(_ element: String, _ attributes: [String: String], at offset: Int) {
        depth += 1
        let name = element.hasPrefix("atom:") ? String(element.dropFirst(5)) : element
        if let capture {
            guard capture.element == "author" || capture.element == "source" else {
                return beganMarkup(element, attributes)
            }
            // Atom's authors and sources have elements for what RSS writes as text.
            self.capture = nil
        }
        if item == nil, name == "item" || name == "entry" {
            number += 1
            itemDepth = depth
            item = FeedItem(offset: offset)
            item?.fields.language = attributes["xml:lang"] ?? language
            return
        }
        if depth == 1 { language = attributes["xml:lang"] }
        if depth == itemDepth + 1 { item?.take(name, attributes) }
        let isChild = item == nil ? ["title", "language"].contains(name) && depth <= 3 : FeedItem.hasText(name)
        guard isChild, depth == itemDepth + 1 || item == nil || name == "name" || name.hasPrefix("media:") else {
            return
        }
        capture = Capture(element: name, depth: depth, isMarkup: attributes["type"] == "xhtml" || name == "xhtml:body")
    }

    func ended(_ element: String) {
        defer { depth -= 1 }
        if let capture {
            if capture.depth < depth { return append("</\(XMLName.local(element))>") }
            self.capture = nil
            return took(capture)
        }
        guard depth == itemDepth, var item else { return }
        self.item = nil
        if item.fields.site == nil, !siteTitle.isEmpty { item.fields.site = siteTitle }
        finished.append(item.record(number, mostBytes: mostItemBytes))
    }

    func text(_ bytes: UnsafeRawBufferPointer) {
        guard let capture else { return }
        // An item that is too long is still read to its end, but not kept.
        guard (item?.size ?? 0) + capture.text.count + bytes.count <= mostItemBytes else {
            item?.isTooLong = true
            return
        }
        if capture.isMarkup {
            append(Markup.escaped(String(decoding: bytes, as: UTF8.self)))
        } else {
            self.capture?.text.append(contentsOf: bytes)
        }
    }

    private func beganMarkup(_ element: String, _ attributes: [String: String]) {
        capture?.isMarkup = true
        append(Markup.tag(XMLName.local(element), attributes))
    }

    private func append(_ text: String) { capture?.text.append(contentsOf: text.utf8) }

    private func took(_ capture: Capture) {
        let text = String(decoding: capture.text, as: UTF8.self).trimming { $0.isWhitespace }
        guard !text.isEmpty else { return }
        if item != nil {
            item?.take(capture.element, text: text, isMarkup: capture.isMarkup)
        } else if capture.element == "language" {
            language = text
        } else if siteTitle.isEmpty {
            siteTitle = text
        }
    }
}
