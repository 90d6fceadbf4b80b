/// The header fields of a WARC record, an HTTP message or a part of mail, gathered line by line.
struct HeaderFields {
    /// Values by their names in lower case; of several fields of one name the first.
    private(set) var values: [String: String] = [:]
    private var last = ""

    /// Adds a line; `false` for the empty line that ends a header.
    mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.trimmingEnd
        if text.isEmpty { return false }
        if text.first == 0x20 || text.first == 0x09 {
            // A line that is indented goes on with the one before.
            values[last]?.append(" \(String(decoding: text.drop { $0 <= 0x20 }, as: UTF8.self))")
            return true
        }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return true }
        last = String(decoding: text[..<colon].trimmingEnd, as: UTF8.self).lowercased()
        let value = String(decoding: text[(colon + 1)...].drop { $0 <= 0x20 }, as: UTF8.self)
        if values[last] == nil { values[last] = value } else { last = "" }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without blanks and line ends at their end.
    var trimmingEnd: ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last <= 0x20 { slice.removeLast() }
        return slice
    }

    /// Takes the bytes up to the next line feed off, and the line feed too.
    mutating func popLine() -> ArraySlice<UInt8>? {
        if isEmpty { return nil }
        let end = firstIndex(of: 0x0A) ?? endIndex
        defer { self = self[Swift.min(end + 1, endIndex)...] }
        return self[startIndex..<end]
    }
}

/// The kind of content that a header declares: "text/html; charset=utf-8".
struct MediaType {
    /// In lower case, without parameters; empty when nothing is declared.
    var type: String
    /// Parameters by their names in lower case.
    private var parameters: [String: String] = [:]

    var charset: String? { parameters["charset"] }
    /// What divides the parts of a multipart body.
    var boundary: String? { parameters["boundary"] }
    /// Which part of a multipart body is the page.
    var start: String? { parameters["start"] }

    /// Reads the value of a `Content-Type` field.
    init(_ value: String) {
        let parts = Self.parts(value)
        type = parts.first?.lowercased() ?? ""
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let value = pair[1].trimming { $0 == " " || $0 == "\"" || $0 == "'" }
            if !value.isEmpty { parameters[pair[0].trimming { $0 == " " }.lowercased()] = value }
        }
    }

    /// How a page of this type is read, `auto` when its content has to tell; `nil` for what is no text.
    var format: InputFormat? {
        switch type {
        case "text/html", "application/xhtml+xml": .html
        case "text/plain": .page
        case "", "application/octet-stream", "binary/octet-stream", "unknown/unknown": .auto
        case _ where type.hasSuffix("/xml") || type.hasSuffix("+xml") && type != "image/svg+xml": .auto
        case _ where type.hasSuffix("/json") || type.hasSuffix("+json"): .auto
        case "text/csv", "text/tab-separated-values", "application/x-ndjson", "multipart/related": .auto
        default: nil
        }
    }

    /// Splits at semicolons outside quotes.
    private static func parts(_ value: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in value {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map { $0.trimming { $0 == " " } }
    }
}

extension StringProtocol {
    /// The text without such characters at its ends.
    func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        let end = lastIndex { !isTrimmed($0) }
        return end.map { String(self[..<index(after: $0)].drop(while: isTrimmed)) } ?? ""
    }
}
