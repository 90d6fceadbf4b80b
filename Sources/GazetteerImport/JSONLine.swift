import Gazetteers
import Ingest

/// A line of a file with one JSON value a line, or of a JSON array written that way.
enum JSONLine {
    /// The value without the brackets and commas of the array around it; `nil` when nothing is left.
    static func value(_ line: [UInt8]) -> ArraySlice<UInt8>? {
        var text = line[...]
        while let first = text.first, first <= 0x20 || first == UInt8(ascii: "[") || first == UInt8(ascii: ",") {
            text.removeFirst()
        }
        while let last = text.last, last <= 0x20 || last == UInt8(ascii: "]") || last == UInt8(ascii: ",") {
            text.removeLast()
        }
        return text.isEmpty ? nil : text
    }

    /// Parses the line and gives its value to `body`.
    static func read(
        _ content: RawContent, _ parser: JSONParser, _ body: (JSONElement) -> ImportOutcome
    ) -> ImportOutcome {
        guard case .object(let line) = content, let text = value(line) else { return .nothing }
        do {
            return try parser.read(text, body)
        } catch {
            return .refused("\(error); is the file cut off, or not one JSON object a line?")
        }
    }
}

extension Alias {
    /// An alias of which nobody says what it is: short and in capitals it is an acronym.
    init(imported name: String) {
        let isAcronym = (2...6).contains(name.utf8.count) && name.utf8.allSatisfy { $0 &- 65 < 26 }
        self.init(name: name, form: isAcronym ? .acronym : .alias)
    }
}
