import Gazetteers
import Ingest

/// Reads files with one JSON value a line, or a JSON array written that way.
final class JSONLines {
    private let parser = JSONParser()
    /// Inside the brackets of an array that goes over lines.
    private var isInArray = false

    /// Parses a line and gives its value to `body`.
    func read(_ content: RawContent, _ body: (JSONElement) -> ImportOutcome) -> ImportOutcome {
        guard case .object(let line) = content else { return .nothing }
        let text = value(line)
        guard !text.isEmpty else { return .nothing }
        do {
            return try parser.read(text, body)
        } catch {
            return .refused("\(error); is the file cut off, or not one JSON value a line?")
        }
    }

    /// What is wrong with a file that ends here; makes ready for the next.
    func endFile() -> ImportOutcome {
        defer { isInArray = false }
        return isInArray ? .refused("the array of JSON is not closed: the file is cut off") : .nothing
    }

    /// The value of a line without the brackets and commas of the array around it; empty when nothing is left.
    private func value(_ line: [UInt8]) -> ArraySlice<UInt8> {
        var text = line[...]
        while let first = text.first, first <= 0x20 || first == UInt8(ascii: "[") || first == UInt8(ascii: ",") {
            if first == UInt8(ascii: "[") { isInArray = true }
            text.removeFirst()
        }
        while let last = text.last, last <= 0x20 || last == UInt8(ascii: "]") || last == UInt8(ascii: ",") {
            if last == UInt8(ascii: "]") { isInArray = false }
            text.removeLast()
        }
        return text
    }
}

extension Alias {
    /// An alias of which nobody says what it is: short and in capitals it is an acronym.
    init(imported name: String) {
        let isAcronym = (2...6).contains(name.utf8.count) && name.utf8.allSatisfy { $0 &- 65 < 26 }
        self.init(name: name, form: isAcronym ? .acronym : .alias)
    }
}
