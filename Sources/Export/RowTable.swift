/// Rows of an answer in the formats a user can ask for.
public struct RowTable: Sendable {
    /// How rows are written.
    public enum Format: String, CaseIterable, Sendable {
        case table
        case csv
        case json
        case jsonl
        /// A table of GitHub Flavored Markdown.
        case markdown
    }

    /// A column: its name in CSV and JSON, and whether it holds numbers.
    public struct Column: Sendable {
        public var name: String
        public var isNumber: Bool

        /// Makes a column.
        public init(_ name: String, isNumber: Bool = false) {
            self.name = name
            self.isNumber = isNumber
        }
    }

    public let columns: [Column]
    public private(set) var rows: [[String]] = []

    /// A table without rows.
    public init(columns: [Column]) { self.columns = columns }

    /// Adds a row with a value for each column.
    public mutating func add(_ row: [String]) { rows.append(row) }

    /// The rows in a format.
    ///
    /// - Parameters:
    ///   - width: that of the terminal in columns: longer lines of a table are cut.
    ///   - keepsFormulas: whether cells of CSV that a spreadsheet would run stay as they are.
    public func formatted(_ format: Format, width: Int?, keepsFormulas: Bool = false) -> [UInt8] {
        switch format {
        case .table: [UInt8](aligned(width: width).utf8)
        case .csv: csv(CSVWriter(keepsFormulas: keepsFormulas))
        case .json: json(asLines: false)
        case .jsonl: json(asLines: true)
        case .markdown: [UInt8](markdown.utf8)
        }
    }

    private func csv(_ csv: CSVWriter) -> [UInt8] {
        var csv = csv
        csv.line(columns.map(\.name))
        for row in rows {
            for (column, value) in zip(columns, row) {
                // The minus of a number begins no formula.
                if column.isNumber { csv.field(prepared: [UInt8](value.utf8)) } else { csv.field(value) }
            }
            csv.endLine()
        }
        return csv.bytes
    }

    private func json(asLines: Bool) -> [UInt8] {
        var json = JSONWriter()
        func write(_ row: [String], _ json: inout JSONWriter) {
            json.object { json in
                for (column, value) in zip(columns, row) {
                    json.field(named: column.name, value, isNumber: column.isNumber)
                }
            }
        }
        if asLines {
            for row in rows {
                write(row, &json)
                json.endLine()
            }
        } else {
            json.array { json in for row in rows { write(row, &json) } }
            json.endLine()
        }
        return json.bytes
    }

    private var markdown: String {
        func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
        let rules = columns.map { $0.isNumber ? "---:" : "---" }
        return line(columns.map(\.name)) + line(rules) + rows.map { line($0.map(markdownCell)) }.joined()
    }

    private func aligned(width: Int?) -> String {
        let lines = [columns.map(\.name)] + rows
        let widths = columns.indices.map { place in lines.map { $0[place].unicodeScalars.count }.max() ?? 0 }
        var result = ""
        for line in lines {
            var text = ""
            for (place, value) in line.enumerated() {
                let padding = String(repeating: " ", count: widths[place] - value.unicodeScalars.count)
                if place > 0 { text += "  " }
                text += columns[place].isNumber ? padding + value : value + padding
            }
            while text.last == " " { text.removeLast() }
            result += cut(text, width) + "\n"
        }
        return result
    }

    private func cut(_ text: String, _ width: Int?) -> String {
        guard let width, text.unicodeScalars.count > width, width > 1 else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(width - 1))) + "…"
    }
}

/// A cell on one line, with what would end it or begin HTML escaped.
private func markdownCell(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
        switch scalar {
        case "|", "\\", "<": result += "\\\(scalar)"
        case "\n", "\r", "\0": result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
