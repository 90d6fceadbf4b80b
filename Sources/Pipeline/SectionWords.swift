/// The words of the section of an article and of the folders of its address, each once, in small letters.
///
///     SectionWords.words(section: "World / Africa", url: "https://example.org/sport/2024/01/late-goal.html")
///     // ["world", "africa", "sport"]
public enum SectionWords {
    /// The words; a section or address that is missing has none.
    public static func words(section: String?, url: String?) -> [String] {
        var known: Set<String> = []
        let all = parts(of: section ?? "") + folders(of: url ?? "").flatMap { parts(of: String($0)) }
        return all.filter { known.insert($0).inserted }
    }

    /// The folders of an address: neither the host nor the last part, which is the article.
    private static func folders(of url: String) -> [Substring] {
        var path = url.prefix { $0 != "?" && $0 != "#" }
        var hasHost = path.hasPrefix("//")
        if hasHost { path = path.dropFirst(2) }
        if let scheme = path.firstRange(of: "://") {
            path = path[scheme.upperBound...]
            hasHost = true
        }
        let first = path.prefix { $0 != "/" }
        // Addresses are written without their scheme too: "example.org/sport/late-goal.html".
        if hasHost || first.contains(where: { $0 == "." || $0 == ":" }) { path = path[first.endIndex...] }
        return path.split(separator: "/").dropLast()
    }

    private static func parts(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.filter { 2...20 ~= $0.utf8.count }.map(String.init)
    }
}
