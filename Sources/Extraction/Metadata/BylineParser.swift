/// Reads the names of authors from a line such as "By Jane Doe and John Roe, Staff Writers".
enum BylineParser {
    /// The names after "By" or the like, or `nil` if the line opens with no such word.
    static func labelled(_ text: String) -> String? {
        var text = Substring(text)
        guard text.utf8.count < 600 else { return nil }
        // "ByJane Doe": two elements run together.
        if text.hasPrefix("By"), text.utf8.dropFirst(2).first.map(UTF8Bytes.isUppercase) ?? false {
            return names(text.dropFirst(2))
        }
        let scan = WordScan(String(text.prefix(200)))
        let length = Vocabulary.bylineOpenings.prefix(of: scan.words)
        guard length > 0, scan.wordCount > length else { return nil }
        for _ in 0..<length { text = text.drop { $0 != " " && $0 != ":" }.drop { $0 == " " || $0 == ":" } }
        guard let names = names(text), !names.isEmpty else { return nil }
        return names
    }

    /// The names that a line opens with, up to a role, a date or any other thing.
    static func names(_ text: Substring) -> String? {
        var kept: [String] = []
        var rest = text
        while kept.count < 24 {
            rest = rest.drop { $0 == " " }
            guard !rest.isEmpty else { break }
            if rest.first == "," || rest.first == "&" || rest.first == ";" {
                guard let end = kept.last, end != ",", end != "and", startsName(rest.dropFirst()),
                    !holdsRole(rest.dropFirst().prefix { $0 != "," && $0 != ";" && $0 != "|" })
                else { break }
                kept.append(rest.first == "&" ? "and" : ",")
                rest = rest.dropFirst()
                continue
            }
            let word = rest.prefix {
                $0 != " " && $0 != "," && $0 != ";" && $0 != "|" && $0 != "(" && $0 != "/" && $0 != "•" && $0 != "·"
            }
            // "Jane Doe@jane": a name and its handle.
            if let handle = word.dropFirst().firstIndex(of: "@"), startsName(word) {
                kept.append(String(word[..<handle]))
                break
            }
            guard !word.isEmpty, accepts(word, after: kept, rest: rest.dropFirst(word.count)) else {
                // "By Emma BatyPublished: Dec 22": two pieces of a page run together.
                if let glued = splitGlued(word) { kept.append(String(glued)) }
                break
            }
            kept.append(String(word))
            rest = rest.dropFirst(word.count)
        }
        while let last = kept.last, last == "," || joiners.contains(last) || (kept.count > 1 && last.utf8.count == 1) {
            kept.removeLast()
        }
        let nameWords = kept.filter { $0 != "," && !joiners.contains($0) }
        guard !nameWords.isEmpty, nameWords.count <= 16 else { return nil }
        var result = ""
        for piece in kept {
            if !result.isEmpty, piece != "," { result += " " }
            result += piece
        }
        return result
    }

    private static let joiners: Set<String> = ["and", "et", "y", "und", "e", "with"]
    private static let particles: Set<String> = [
        "de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "du", "ter",
        "ibn", "abu",
    ]

    private static func accepts(_ word: Substring, after kept: [String], rest: Substring) -> Bool {
        let text = String(word)
        if joiners.contains(text) { return !kept.isEmpty && startsName(rest) }
        if particles.contains(text) { return startsName(rest) }
        guard let first = word.unicodeScalars.first else { return false }
        if first == "@" { return false }
        if !first.properties.isUppercase { return kept.isEmpty && isHandle(text) && rest.allSatisfy { $0 == " " } }
        if splitGlued(word) != nil { return false }
        // "Kim Key", "Sam Read": as the second and last word it is a surname.
        let isSurname = kept.count == 1 && rest.allSatisfy { $0 == " " }
        if !isSurname, Vocabulary.notNames.isWhole(WordScan(text)) { return false }
        if MonthNames.number[
            UTF8Bytes.lowercased(text).utf8.filter { $0 != 0x2E }.reduce(WordHash.seed, WordHash.combine)] != nil,
            rest.utf8.prefix(4).contains(where: UTF8Bytes.isDigit)
        {
            return false
        }
        return !word.utf8.contains { UTF8Bytes.isDigit($0) || $0 == 0x3A }
    }

    /// "Baty" of "BatyPublished": a name that another element follows without a blank.
    private static func splitGlued(_ word: Substring) -> Substring? {
        var previous: UInt8 = 0
        for index in word.utf8.indices {
            let byte = word.utf8[index]
            defer { previous = byte }
            guard UTF8Bytes.isLowercase(previous), UTF8Bytes.isUppercase(byte) || UTF8Bytes.isDigit(byte) else {
                continue
            }
            let head = word[..<index]
            // "McCoy", "DeLuca", "LaToya": inner capitals after a short start are part of names.
            if head.utf8.count <= 3, UTF8Bytes.isUppercase(byte) { continue }
            return head
        }
        return nil
    }

    private static func startsName(_ text: Substring) -> Bool {
        let word = text.drop { $0 == " " }.prefix { $0 != " " && $0 != "," }
        guard let first = word.unicodeScalars.first else { return false }
        if joiners.contains(String(word)) { return true }
        if particles.contains(String(word)) { return true }
        return first.properties.isUppercase && !isRole(String(word)) && !isRole(String(word.prefix { $0 != "." }))
            && !Vocabulary.notNames.isWhole(WordScan(String(word)))
    }

    private static let roles: Set<String> = [
        "staff", "senior", "reporter", "writer", "editor", "correspondent", "associated", "reuters", "special",
        "contributor",
        "columnist", "bureau", "chief", "managing", "news", "usa", "cnn", "political", "contributing", "research",
        "professor",
        "journalist", "ap", "afp", "fellow", "courtesy", "analyst", "magazine", "times", "post", "gazette",
        "university", "institute", "center", "centre", "images", "director", "assistant", "associate", "digital", "phd",
        "md", "jr",
    ]

    private static func isRole(_ word: String) -> Bool { roles.contains(UTF8Bytes.lowercased(word)) }

    /// Whether one of the words, up to an "and", is a role or part of the name of a paper: "Crimson Staff Writer".
    static func holdsRole(_ text: some StringProtocol) -> Bool {
        text.split(separator: " ").prefix { !joiners.contains(String($0)) }.contains { isRole(String($0)) }
    }

    /// "new5nuke": one word that serves as a name.
    static func isHandle(_ text: String) -> Bool {
        let bytes = text.utf8
        return (3...24).contains(bytes.count) && bytes.contains(where: UTF8Bytes.isASCIILetter)
            && bytes.allSatisfy {
                UTF8Bytes.isASCIILetter($0) || UTF8Bytes.isDigit($0) || $0 == 0x5F || $0 == 0x2E || $0 == 0x2D
            }
    }

    /// Whether a line of its own looks like the name of a person, or several.
    static func isNameLine(_ text: String) -> Bool {
        if let suffix = [" Jr.", " Sr.", ", Jr.", ", Ph.D.", ", M.D."].first(where: { text.hasSuffix($0) }) {
            return isNameLine(String(text.dropLast(suffix.count)))
        }
        guard text.utf8.count <= 60 else { return false }
        let scan = WordScan(text)
        let names = text.split(separator: " ").filter { !joiners.contains(String($0)) }.joined(separator: " ")
        guard (2...8).contains(scan.wordCount), scan.digits == 0,
            Vocabulary.notNames.count(in: WordScan(names).words) == 0,
            Vocabulary.phrases.count(in: scan.words) == 0, !scan.endsSentence,
            !text.split(separator: " ").contains(where: { isRole(String($0)) })
        else { return false }
        // One person has hardly ever more than four names; more words are several people or a headline.
        let isList = text.holds(",") || text.split(separator: " ").contains { joiners.contains(String($0)) }
        return (isList || scan.wordCount <= 4) && Self.names(Substring(text)) == text
    }
}
