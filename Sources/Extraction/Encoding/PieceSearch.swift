/// Search for pieces of text byte by byte: many times faster than the standard library's, which minds all the ways in
/// which a letter can be written.
extension StringProtocol {
    /// The first place of the piece.
    func firstPlace(of piece: String) -> Range<Index>? {
        let bytes = utf8
        let wanted = piece.utf8
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        var start = bytes.startIndex
        while let found = bytes[start...].firstIndex(of: first) {
            if bytes[found...].starts(with: wanted) { return found..<bytes.index(found, offsetBy: wanted.count) }
            start = bytes.index(after: found)
        }
        return nil
    }

    /// All places of the piece, without overlaps.
    func places(of piece: String) -> [Range<Index>] {
        var result: [Range<Index>] = []
        var rest = self[...]
        while let range = rest.firstPlace(of: piece) {
            result.append(range)
            rest = rest[range.upperBound...]
        }
        return result
    }

    /// Whether the piece stands anywhere in the text.
    func holds(_ piece: String) -> Bool { firstPlace(of: piece) != nil }
}
