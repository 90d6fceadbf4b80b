/// Titles as pages print them, made plain.
enum TitleText {
    private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « "]

    /// The title without the name of the site before or after it.
    ///
    /// Cuts at a divider where the other part is the site's name, or where `reference` (the page's own headline) ends.
    static func withoutSite(_ title: String, site: String?, reference: String?) -> String {
        if let reference, reference.utf8.count > 8, title.utf8.count > reference.utf8.count,
            folded(title).hasPrefix(folded(reference)) || folded(title).hasSuffix(folded(reference))
        {
            return reference
        }
        for separator in separators {
            guard let range = lastRange(of: separator, in: title) else { continue }
            let head = String(title[..<range.lowerBound])
            let tail = String(title[range.upperBound...])
            if let site, folded(tail) == folded(site) { return withoutSite(head, site: site, reference: nil) }
            let isStrong = separator == " | " || separator == " :: " || separator == " » "
            let tailWords = WordScan(tail).wordCount
            if isStrong || (separator != " — " && tailWords <= 4), tailWords <= 5, WordScan(head).wordCount > tailWords
            {
                return withoutSite(head, site: site, reference: nil)
            }
        }
        return title
    }

    /// What the headline may be, folded, if a window's title is "Headline | Section | Site": all of it, or all before a
    /// divider.
    static func headlines(inWindowTitle title: String) -> Set<String> {
        var headlines: Set = [folded(title)]
        for separator in separators {
            for place in title.places(of: separator) { headlines.insert(folded(String(title[..<place.lowerBound]))) }
        }
        return headlines
    }

    /// Letters and digits only, in lower case; typographic quotation marks and dashes go too.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in UTF8Bytes.lowercased(text).unicodeScalars {
            let isKept =
                scalar.isASCII
                ? UTF8Bytes.isASCIILetter(UInt8(scalar.value)) || UTF8Bytes.isDigit(UInt8(scalar.value))
                : !(0x2000...0x206F).contains(scalar.value)
            if isKept { folded.append(scalar) }
        }
        return String(folded)
    }

    private static func lastRange(of separator: String, in text: String) -> Range<String.Index>? {
        text.places(of: separator).last
    }
}
