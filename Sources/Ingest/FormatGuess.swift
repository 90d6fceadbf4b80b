/// What the first bytes of an input, and where these leave it open its name, say about its format.
enum FormatGuess: Equatable {
    /// Never `auto`.
    case format(InputFormat)
    /// Nothing that holds articles; why.
    case refused(String)

    /// How many bytes are looked at.
    static let bytesNeeded = 1 << 16

    /// Tells the format.
    init(_ beginning: [UInt8], name: String) {
        let ending = name.lowercased().split(separator: "/").last?.split(separator: ".").last.map(String.init) ?? ""
        var content = beginning[...]
        if content.starts(with: ByteOrderMark.utf8) { content = content.dropFirst(3) }
        content = content.drop { Self.isBlank($0) }
        self = Self.byContent(content, ending) ?? .format(Self.byName(ending) ?? .page)
    }

    private static func byContent(_ content: ArraySlice<UInt8>, _ ending: String) -> FormatGuess? {
        if content.starts(with: "WARC/".utf8) { return .format(.warc) }
        if content.first == UInt8(ascii: "{") {
            return .format(
                JSONShape.isLines(content, isNamedLines: ending == "jsonl" || ending == "ndjson") ? .jsonl : .json)
        }
        // A text may begin with a bracket too.
        if content.first == UInt8(ascii: "["), content.dropFirst().first(where: { !isBlank($0) }) == UInt8(ascii: "{") {
            return .format(.json)
        }
        let lowered = content.prefix(64).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
        let markup = ["<!doctype html", "<html", "<head", "<body", "<div", "<meta", "<article", "<p>"]
        if markup.contains(where: { lowered.starts(with: $0.utf8) }) { return .format(.html) }
        if let root = XMLRoot(content) {
            // A page may be declared to be XML and begin with any element.
            if case .refused = root.guess, byName(ending) == .html { return .format(.html) }
            return root.guess
        }
        if lowered.starts(with: "<!--".utf8) { return .format(.html) }
        if MHTMLReader.isBeginning(content) { return .format(.mhtml) }
        if let header = TableHeader(beginning: content) {
            return .format(header.delimiter == TableHeader.tab ? .tsv : .csv)
        }
        return nil
    }

    private static func byName(_ ending: String) -> InputFormat? {
        switch ending {
        case "jsonl", "ndjson": .jsonl
        case "json": .json
        case "html", "htm", "xhtml": .html
        case "csv": .csv
        case "tsv", "tab": .tsv
        case "warc", "wet": .warc
        case "mhtml", "mht": .mhtml
        case "rss", "atom": .feed
        default: nil
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Whether JSON that begins with an object is one object a line, or a document.
enum JSONShape {
    /// - Parameter isNamedLines: whether the name says so, which decides where the first lines are broken.
    static func isLines(_ content: ArraySlice<UInt8>, isNamedLines: Bool) -> Bool {
        var outline = JSONOutline()
        let end = content.withUnsafeBytes { outline.end(in: $0) }
        if outline.stop == .listBegan { return false }
        let value = content.prefix(end ?? content.count)
        guard let lineEnd = value.firstIndex(of: 0x0A) else { return true }
        if outline.hasBrokenString || end == nil && isNamedLines { return true }
        // Where an object goes over several lines, a key or its end follows; otherwise the first line is broken.
        let next = value[lineEnd...].first { !FormatGuess.isBlank($0) }
        return next != nil && next != UInt8(ascii: "\"") && next != UInt8(ascii: "}")
    }
}
