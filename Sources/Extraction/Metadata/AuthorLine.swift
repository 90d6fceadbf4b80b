/// Reads the names of authors from lines that have no "By".
enum AuthorLine {
    /// The names of a line between the headline and the story: a name alone, or beside a date, a role or a handle.
    static func names(in text: String) -> String? {
        if BylineParser.isNameLine(text) { return text }
        guard text.utf8.count < 160 else { return nil }
        return beside(DateParser.first(in: text), in: text) ?? beforeRole(text)
    }

    /// "Jane Doe" of "Jane Doe - Dec 21, 2023", "Posted on Dec 21, 2023 by Jane Doe" or "Dec 21, 2023 / Jane Doe".
    private static func beside(_ date: DateParser.Match?, in text: String) -> String? {
        guard let date else { return nil }
        let tail = Substring(text.utf8.dropFirst(date.end))
        for opening in [" by ", " By ", " / ", " | ", " • ", " · "] {
            guard let range = tail.firstPlace(of: opening) else { continue }
            if let names = people(tail[range.upperBound...]) { return names }
        }
        guard date.start > 4 else { return nil }
        var head = Substring(text.utf8.prefix(date.start))
        // "New York, Dec 21, 2023 - The mayor…": where a story was written.
        if head.hasSuffix(", "), tail.contains(where: \.isLetter) { return nil }
        let dividers = [" - ", " – ", " | ", " • ", " · ", " / "].compactMap { head.firstPlace(of: $0)?.lowerBound }
        if let divider = dividers.min() { head = head[..<divider] }
        return people(head)
    }

    /// "Jane Doe" of "Jane Doe, Associated Press", "Jane Doe/" or "Jane Doe @jane".
    private static func beforeRole(_ text: String) -> String? {
        guard let names = people(Substring(text)), text.hasPrefix(names) else { return nil }
        let rest = text.dropFirst(names.count).drop { $0 == " " }
        guard let mark = rest.first else { return names }
        let isShort = WordScan(String(rest)).wordCount <= 6
        switch mark {
        case "@": return isShort ? names : nil
        case "/", "|": return rest.count == 1 ? names : nil
        case ",", "•", "·", "(":
            return isShort && BylineParser.holdsRole(rest.dropFirst()) ? names : nil
        default: return nil
        }
    }

    /// The names that a text opens with, if they are those of people: no single words, no headlines.
    private static func people(_ text: Substring) -> String? {
        guard let names = BylineParser.names(text), (2...8).contains(WordScan(names).wordCount),
            BylineParser.isNameLine(names)
        else { return nil }
        return names
    }

    /// "Jane Doe" of "Jane Doe is a senior reporter at …" or "Contact reporter Jane Doe at …".
    static func inBiography(_ text: String) -> String? {
        let scan = WordScan(text)
        guard scan.wordCount < 90 else { return nil }
        for opening in ["Contact reporter ", "Contact staff writer ", "Contact "] {
            guard let range = text.firstPlace(of: opening) else { continue }
            return text.holds("@") ? people(text[range.upperBound...]) : nil
        }
        for link in [" is a ", " is an ", " is the ", " covers ", " writes "] {
            guard let range = text.firstPlace(of: link) else { continue }
            let name = String(text[..<range.lowerBound])
            let says = UTF8Bytes.lowercased(text[range.upperBound...].prefix(120))
            let hasRole = ["writer", "reporter", "editor", "journalist", "correspondent", "columnist", "author"]
                .contains { says.holds($0) }
            if hasRole, BylineParser.isNameLine(name) { return name }
        }
        return nil
    }
}
