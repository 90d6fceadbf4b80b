/// Chooses between the authors that an HTML page declares and those that it prints.
struct BylineChoice {
    let metadata: PageMetadata
    let printed: String?

    /// The authors, or else the organization that gave the story; `nil` if the page names nobody.
    var byline: String? {
        let declared = [metadata.linkedAuthors, metadata.authors].lazy.map(Self.people).first { !$0.isEmpty } ?? []
        // Where the metadata name the paper or an agency, the page often names the people.
        if declared.isEmpty, let people = printed ?? marked { return people }
        if declared.allSatisfy(isOutlet), let people = printed ?? marked, people.holds(" ") { return people }
        return declared.isEmpty ? metadata.linkedPublishers.first : declared.joined(separator: ", ")
    }

    /// The names in an element that is marked up as the byline.
    private var marked: String? {
        metadata.bylineTexts.lazy.compactMap { BylineParser.labelled($0) ?? AuthorLine.names(in: $0) }.first
    }

    /// The names without their doubles: other letter case, handles made of a name.
    private static func people(_ values: [String]) -> [String] {
        var people: [String] = []
        var known: [String] = []
        for name in values.compactMap(name) {
            let folded = TitleText.folded(name)
            if known.contains(where: { folded == $0 || (!name.holds(" ") && folded.hasPrefix($0)) }) { continue }
            people.append(name)
            known.append(folded)
        }
        return people
    }

    /// The name or names of a declared author: "Kim Key" as it stands, "By Jane Doe, Staff Writer" read as a byline.
    private static func name(_ value: String) -> String? {
        let words = value.split(separator: " ")
        let isPlain = value.allSatisfy { $0.isLetter || $0 == " " || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
        let isCapitalized = words.allSatisfy { $0.first?.isUppercase ?? false }
        let read = BylineParser.labelled(value) ?? BylineParser.names(Substring(value))
        guard isPlain, isCapitalized, (1...4).contains(words.count), words.first != "By" else { return read }
        // "Jane Doe Senior Reporter", but "Daily News".
        let hasRole = BylineParser.holdsRole(value) && (read.map { $0.holds(" ") } ?? false)
        return hasRole ? read : value
    }

    /// Whether a name is that of a paper or an agency, or of nobody in particular.
    private func isOutlet(_ name: String) -> Bool {
        BylineParser.holdsRole(name) || name.holds(".com")
            || metadata.site.map(TitleText.folded) == TitleText.folded(name)
            || Self.nobody.contains(UTF8Bytes.lowercased(name))
    }

    private static let nobody: Set<String> = [
        "admin", "administrator", "editor", "editors", "staff", "webmaster", "newsroom", "newsdesk", "web desk",
        "guest",
        "redaction", "rédaction", "redacción", "redazione", "redaktion", "redação", "la rédaction", "contributor",
    ]
}
