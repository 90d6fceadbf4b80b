/// Finds the part of the site that a story stands in: the breadcrumb, a line above the headline, "Filed under: …".
enum SectionFinder {
    /// The section as the page prints it, or `nil` if nothing near the headline names one.
    static func find(in page: Page, title: Int?, story: Range<Int>, breadcrumb: Breadcrumb?, site: String?) -> String? {
        if let section = breadcrumb?.sections.last { return section }
        guard let title else { return nil }
        return eyebrow(page, above: title, site: site) ?? labelled(page, title: title, story: story)
            ?? role(page, title: title, storyStart: story.lowerBound)
    }

    /// The short line above the headline.
    private static func eyebrow(_ page: Page, above title: Int, site: String?) -> String? {
        for index in stride(from: title - 1, through: max(0, title - 4), by: -1) where index >= 0 {
            let feature = page.features[index]
            let text = page.blocks[index].text
            // Beyond "Sign in" and the like the menu begins.
            if feature.line.isLabel, feature.scan.wordCount > 0, !Vocabulary.sections.isWhole(feature.scan) { break }
            guard (1...4).contains(feature.scan.wordCount), isName(text, feature), text != site else { continue }
            // Farther up, and for a line that stands nowhere else, only what papers call their sections.
            let isKnown = Vocabulary.sections.isWhole(feature.scan)
            let isNamedAgain = feature.repetitions > 1 || isItem(text, of: page, before: index)
            if isKnown || (isNamedAgain && index >= title - 2 && feature.scan.wordCount <= 3) { return printed(text) }
            if index == title - 1, feature.scan.wordCount <= 2, !BylineParser.isNameLine(text) { return printed(text) }
        }
        return nil
    }

    private static func isName(_ text: String, _ feature: BlockFeatures) -> Bool {
        guard let first = text.first, first.isUppercase, feature.scan.digits == 0, !feature.line.isLabel,
            !feature.line.isTeaser, feature.line.phrases == 0, !feature.scan.hasAddress, !feature.scan.endsSentence,
            feature.scan.separators == 0,
            Vocabulary.notNames.count(in: feature.scan.words) == 0
                || Vocabulary.sections.isWhole(feature.scan)
        else { return false }
        let last = feature.scan.lastByte
        return (UTF8Bytes.isASCIILetter(last) || last >= 0x80)
            && Vocabulary.notEyebrows.count(in: feature.scan.words) == 0
            && BylineParser.labelled(text) == nil
    }

    /// Whether a menu in one line above holds the text as an item.
    private static func isItem(_ text: String, of page: Page, before index: Int) -> Bool {
        page.blocks[..<index].contains { block in
            guard block.text.utf8.count < 400 else { return false }
            return [" | ", " - ", " · ", " • "].contains { divider in
                block.text.hasPrefix(text + divider) || block.text.hasSuffix(divider + text)
                    || block.text.holds(divider + text + divider)
            }
        }
    }

    /// "City" of "in City", "Filed under: City" or "Section: City".
    private static func labelled(_ page: Page, title: Int, story: Range<Int>) -> String? {
        let above = max(0, title - 4)..<max(title, story.lowerBound)
        let below = story.upperBound..<min(page.blocks.count, story.upperBound + 8)
        for range in [above, below] where !range.isEmpty {
            for index in range where page.features[index].scan.wordCount <= 8 {
                let text = page.blocks[index].text
                for opening in ["in ", "Filed under: ", "Filed Under: ", "FILED UNDER: ", "Section: ", "Category: "]
                where text.hasPrefix(opening) {
                    let name = text.dropFirst(opening.count).prefix { !",|".contains($0) }
                    if name.first?.isUppercase ?? false { return printed(String(name)) }
                }
            }
        }
        return nil
    }

    /// "World" of "Daily News, World reporter", where a line of the page is "World".
    private static func role(_ page: Page, title: Int, storyStart: Int) -> String? {
        for index in title + 1..<max(title + 1, min(storyStart, title + 10)) {
            for suffix in [" reporter", " correspondent", " editor"] where page.blocks[index].text.hasSuffix(suffix) {
                let head = page.blocks[index].text.dropLast(suffix.count)
                guard let comma = head.places(of: ", ").last else { continue }
                let name = String(head[comma.upperBound...])
                if page.blocks.contains(where: { $0.text == name }) { return name }
            }
        }
        return nil
    }

    /// "Courts" of "COURTS"; short names in capitals, such as "UK", stay.
    private static func printed(_ name: String) -> String {
        let isShouted = !name.utf8.contains(where: UTF8Bytes.isLowercase) && name.utf8.count > 3
        guard isShouted else { return name }
        return name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
    }
}
