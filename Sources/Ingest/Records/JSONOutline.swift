/// Follows the structure of JSON as its bytes come, without parsing values: where a top-level value ends, and where in it
/// a list of articles begins, as the answers of news services have one.
///
/// Depth is counted and not stacked below the outermost levels, so that nesting costs no memory.
struct JSONOutline: RecordScanner {
    /// Why the scanner stopped.
    enum Stop {
        /// It did not.
        case none
        /// An object of a list of articles comes next.
        case listBegan
        /// The value is at its end.
        case valueEnded
    }

    private(set) var stop = Stop.none
    /// A line end inside a string, where JSON has none.
    private(set) var hasBrokenString = false
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// The string that is being read or has just been, as far as a key is of interest.
    private var string: [UInt8] = []
    /// The key of the value that comes next.
    private var key: [UInt8] = []
    private var isListPossible = true
    private var isAfterListBracket = false
    /// The depth from which on arrays are around.
    private var arrayDepth = Int.max

    /// Lists of articles stand no deeper: {"response": {"hits": {"hits": [ … ]}}}.
    private static let deepestList = 4
    private static let longestKey = 16

    private static let listNames = Set(
        ["articles", "items", "results", "data", "documents", "docs", "hits", "entries", "stories", "news", "posts"]
            .map { Array($0.utf8) })
    /// An object that has a text of its own is an article, whatever lists it has.
    private static let textNames = Set(
        ["text", "body", "html", "content_html", "content_text", "article_text", "maintext", "articlebody", "fulltext"]
            .map { Array($0.utf8) })

    mutating func end(in bytes: UnsafeRawBufferPointer) -> Int? {
        stop = .none
        var place = 0
        while place < bytes.count {
            if isInString {
                place = endOfString(bytes, place)
                continue
            }
            let byte = bytes[place]
            if isAfterListBracket, byte > 0x20 {
                isAfterListBracket = false
                if byte == UInt8(ascii: "{") {
                    stop = .listBegan
                    return place
                }
            }
            place += 1
            take(byte)
            if stop == .valueEnded { return place }
        }
        return nil
    }

    /// Goes on behind a list that was read to its closing bracket, which is not to be shown.
    mutating func leaveList() { close() }

    private mutating func take(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""):
            isInString = true
            string.removeAll(keepingCapacity: true)
        case UInt8(ascii: ":"):
            if depth <= Self.deepestList, arrayDepth > depth {
                key = string
                if Self.textNames.contains(key) { isListPossible = false }
            }
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "["):
            depth += 1
            let isList = depth - 1 <= Self.deepestList && arrayDepth > depth && Self.listNames.contains(key)
            isAfterListBracket = isList && isListPossible
            arrayDepth = min(arrayDepth, depth)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): close()
        default: break
        }
    }

    private mutating func close() {
        if arrayDepth == depth { arrayDepth = .max }
        depth -= 1
        key.removeAll(keepingCapacity: true)
        if depth <= 0 {
            stop = .valueEnded
        }
    }

    /// Reads on in a string; where it ends or the bytes do.
    private mutating func endOfString(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
                return place
            } else if byte == 0x0A {
                hasBrokenString = true
            }
            if string.count < Self.longestKey { string.append(byte) }
        }
        return place
    }
}

/// Follows strings, in which brackets and commas are only characters.
private struct JSONStringState {
    private var isInString = false
    private var isEscaped = false

    /// Takes the next byte and tells whether it stands outside of strings; their quotes do not.
    mutating func isOutside(_ byte: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
            return false
        }
        if isInString {
            if byte == UInt8(ascii: "\"") { isInString = false }
            if byte == UInt8(ascii: "\\") { isEscaped = true }
            return false
        }
        isInString = byte == UInt8(ascii: "\"")
        return !isInString
    }
}

/// Finds the end of one JSON value that begins with a bracket.
struct JSONValueScanner: RecordScanner {
    private var depth = 0
    private var strings = JSONStringState()

    mutating func end(in bytes: UnsafeRawBufferPointer) -> Int? {
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            guard strings.isOutside(byte) else { continue }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
                if depth <= 0 { return place }
            }
        }
        return nil
    }
}

/// Finds the end of what is no object in a list: it goes to the next comma or bracket, which is not taken.
struct JSONScalarScanner: RecordScanner {
    private var strings = JSONStringState()
    private var isBegun = false

    mutating func end(in bytes: UnsafeRawBufferPointer) -> Int? {
        for (place, byte) in bytes.enumerated() {
            defer { isBegun = true }
            if strings.isOutside(byte), isBegun, [0x2C, 0x5D, 0x5B, 0x7B, 0x7D].contains(byte) { return place }
        }
        return nil
    }
}
