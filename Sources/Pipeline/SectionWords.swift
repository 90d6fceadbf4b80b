/// The words of the section of an article and of the folders of its address, each once, in small letters.
///
///     SectionWords.words(section: "World / Africa", url: "https://example.org/sport/2024/01/late-goal.html")
///     // ["world", "africa", "sport"]
public enum SectionWords {
    /// The words; a section or address that is missing has none.
    public static func words(section: String?, url: String?) -> [String] {
        var words: [String] = []
        for part in parts(of: section ?? "") + folders(of: url ?? "").flatMap({ parts(of: String($0)) })
        where !words.contains(part) {
            words.append(part)
        }
        return words
    }

    /// The folders of an address: neither the host nor the last part, which is the article.
    private static func folders(of url: String) -> [Substring] {
        var path = url[...]
        if let scheme = path.firstRange(of: "://") { path = path[scheme.upperBound...].drop { $0 != "/" } }
        return path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropLast()
    }

    private static func parts(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.filter { 2...20 ~= $0.utf8.count }.map(String.init)
    }
}
