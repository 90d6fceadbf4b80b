/// A line such as "Daily News > Blog > Politics > Headline".
struct Breadcrumb {
    var root: String
    /// The names between the root and the headline.
    var sections: [String]
    var title: String?

    /// Reads a breadcrumb, or gives `nil` if the line is none.
    init?(_ text: String, title: String?) {
        guard text.utf8.count < 400 else { return nil }
        var items: [String] = []
        for separator in [" > ", " » ", " › ", " / "] where text.holds(separator) {
            items = Self.split(text, by: separator)
            break
        }
        guard items.count >= 2, items.allSatisfy({ !$0.isEmpty }), let first = items.first, first.utf8.count < 50 else {
            return nil
        }
        if let title, let last = items.last, Self.isSame(last, title) {
            self.title = title
            items.removeLast()
        } else if let last = items.last, WordScan(last).wordCount > 4 {
            self.title = last
            items.removeLast()
        }
        guard items.allSatisfy({ WordScan($0).wordCount <= 5 }) else { return nil }
        // "You are here: Home".
        root = String((items.first ?? "").split(separator: ":").last ?? "")
        if root.hasPrefix(" ") { root.removeFirst() }
        sections = items.dropFirst().filter { !Vocabulary.notSections.isWhole(WordScan($0)) }
    }

    /// Whether the last item is the title, perhaps cut short.
    private static func isSame(_ item: String, _ title: String) -> Bool {
        if item == title { return true }
        let stem = item.hasSuffix("…") ? item.dropLast() : item.hasSuffix("...") ? item.dropLast(3) : Substring(item)
        return stem.utf8.count > 12 && title.hasPrefix(stem)
    }

    private static func split(_ text: String, by separator: String) -> [String] {
        var items: [String] = []
        var rest = Substring(text)
        while let range = rest.firstPlace(of: separator) {
            items.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        items.append(String(rest))
        return items
    }
}
