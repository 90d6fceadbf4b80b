import NewsModel

/// A text with some of its parts marked.
public struct MarkedText: Sendable, Equatable {
    public var text: String
    /// What is marked, in order, none over another.
    public var marks: [CodePointSpan]

    /// Makes a text; marks that overlap or touch are made one, and end with the text.
    public init(_ text: String, marks: [CodePointSpan] = []) {
        self.text = text
        self.marks = []
        let count = marks.isEmpty ? 0 : text.unicodeScalars.count
        let inside = marks.map { CodePointSpan(start: max(0, $0.start), end: min(count, $0.end)) }
        for mark in inside.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where mark.start < mark.end {
            if let last = self.marks.last, mark.start <= last.end {
                self.marks[self.marks.count - 1].end = max(last.end, mark.end)
            } else {
                self.marks.append(mark)
            }
        }
    }

    /// The same on one line: blanks and line ends in a row become one blank, those at the ends nothing.
    var onOneLine: MarkedText {
        var scalars = String.UnicodeScalarView()
        /// How many code points of the new text stand before each of the old one.
        var places: [Int] = []
        var count = 0
        var hasGap = false
        for scalar in text.unicodeScalars {
            if scalar.isASCII ? (9...13).contains(scalar.value) || scalar == " " : scalar.properties.isWhitespace {
                hasGap = count > 0
                places.append(count)
                continue
            }
            if hasGap {
                scalars.append(" ")
                count += 1
                hasGap = false
            }
            places.append(count)
            scalars.append(scalar)
            count += 1
        }
        places.append(count)
        return MarkedText(
            String(scalars),
            marks: marks.map { CodePointSpan(start: places[$0.start], end: places[$0.end - 1] + 1) })
    }

    /// The text with something put before and after each mark; `plain` is what becomes of every part.
    public func with(before: String, after: String, plain: (String) -> String = { $0 }) -> String {
        let scalars = Array(text.unicodeScalars)
        func part(_ start: Int, _ end: Int) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end])
            return plain(String(view))
        }
        var result = ""
        var position = 0
        for mark in marks {
            result += part(position, mark.start) + before + part(mark.start, mark.end) + after
            position = mark.end
        }
        return result + part(position, scalars.count)
    }
}
