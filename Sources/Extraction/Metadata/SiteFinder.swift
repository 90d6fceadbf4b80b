/// Finds the name of the site in the text of a page: the root of the breadcrumb, the copyright line, the repeated name.
enum SiteFinder {
    static func find(in page: Page, breadcrumb: Breadcrumb?) -> String? {
        var scores: [(name: String, score: Int)] = []
        func add(_ name: String, _ score: Int) {
            guard !name.isEmpty, name.utf8.count < 50, !Vocabulary.wholeLines.isWhole(WordScan(name)),
                !Vocabulary.notSections.isWhole(WordScan(name))
            else { return }
            if let index = scores.firstIndex(where: { $0.name == name }) {
                scores[index].score += score
            } else {
                scores.append((name, score))
            }
        }
        if let root = breadcrumb?.root { add(root, 3) }
        for block in page.blocks.prefix(40) {
            if let name = repeated(block.text) { add(name, 3) }
        }
        for block in page.blocks.suffix(60) {
            if let name = repeated(block.text) { add(name, 1) }
            if let name = copyrightHolder(block.text) { add(name, 2) }
        }
        for block in page.blocks.prefix(60) where block.text.utf8.count < 300 {
            if let name = copyrightHolder(block.text) { add(name, 1) }
        }
        // The first of equals: the order in which the page gives them.
        return scores.reduce(nil as (name: String, score: Int)?) { best, next in
            next.score > (best?.score ?? 1) ? next : best
        }?.name
    }

    /// "Daily News" of "Daily NewsDaily NewsDaily News": a logo's texts run together.
    static func repeated(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard (8...160).contains(bytes.count) else { return nil }
        for count in [4, 3, 2] where bytes.count % count == 0 {
            let length = bytes.count / count
            guard length >= 4, bytes[0..<bytes.count - length] == bytes[length...] else { continue }
            return String(decoding: bytes[..<length], as: UTF8.self)
        }
        return nil
    }

    /// "Daily News" of "© 2024 Daily News. All rights reserved."
    static func copyrightHolder(_ text: String) -> String? {
        guard text.utf8.count < 400, let sign = text.firstIndex(of: "©") else { return nil }
        var rest = text[text.index(after: sign)...].drop { !$0.isLetter }
        if rest.hasPrefix("by ") { rest = rest.dropFirst(3) }
        if rest.hasPrefix("Copyright ") { rest = rest.dropFirst(10).drop { !$0.isLetter } }
        let name = rest.prefix {
            $0 != "." && $0 != "," && $0 != "|" && $0 != "©" && $0 != "–" && $0 != "-" && $0 != "("
        }
        var trimmed = name
        if let range = trimmed.firstRange(of: " All ") { trimmed = trimmed[..<range.lowerBound] }
        while let last = trimmed.last, last == " " || last.isNumber { trimmed.removeLast() }
        guard trimmed.utf8.count >= 3, WordScan(String(trimmed)).wordCount <= 6 else { return nil }
        return String(trimmed)
    }
}
