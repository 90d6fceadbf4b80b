/// Reads names of sites out of the lines that print them.
enum SiteName {
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

    /// "Daily News" of "© 2024 Daily News. All rights reserved." or "Copyright 2024 Daily News".
    static func copyrightHolder(_ text: String) -> String? {
        guard text.utf8.count < 400 else { return nil }
        var rest: Substring
        if let sign = text.firstPlace(of: "©") {
            rest = text[sign.upperBound...]
        } else if text.hasPrefix("Copyright ") || text.hasPrefix("COPYRIGHT ") {
            rest = text.dropFirst(10)
        } else {
            return nil
        }
        rest = rest.drop { !$0.isLetter }
        for opening in ["by ", "Copyright ", "COPYRIGHT "] where rest.hasPrefix(opening) {
            rest = rest.dropFirst(opening.count).drop { !$0.isLetter }
        }
        let name = untilDivider(rest)
        return name.utf8.count >= 3 && WordScan(String(name)).wordCount <= 6 ? trimmed(name) : nil
    }

    /// "Daily News" of "About Daily News" or "Subscribe to the Daily News newsletter".
    static func afterOpening(_ text: String) -> String? {
        for opening in openings where text.hasPrefix(opening) {
            let name = untilDivider(text.dropFirst(opening.count))
            return name.first?.isUppercase ?? false ? trimmed(name) : nil
        }
        for link in [" is a nonprofit", " is an independent", " is a registered", " is published by"] {
            if let range = text.firstPlace(of: link) { return trimmed(text[..<range.lowerBound]) }
        }
        return nil
    }

    private static let openings = [
        "About the ", "About ", "Subscribe to the ", "Subscribe to ", "Contact the ", "Contact ", "Advertise with ",
        "Advertise on ", "Welcome to ", "Download the ",
        "Printed from the archive of ", "Follow ", "À propos de ", "Acerca de ", "Sobre ", "Über ",
    ]

    /// "Daily News" of "Headline | Daily News" or "Daily News - Headline".
    static func after(_ headline: String, in text: String) -> String? {
        guard text.utf8.count > headline.utf8.count + 4, headline.utf8.count > 12 else { return nil }
        for divider in [" | ", " - ", " – ", " — "] {
            if text.hasPrefix(headline + divider) {
                return trimmed(text.dropFirst(headline.count + divider.count))
            }
            if text.hasSuffix(divider + headline) { return trimmed(text.dropLast(headline.count + divider.count)) }
        }
        return nil
    }

    /// "Daily News" of "By Jane Doe | Daily News" or "Daily News, World reporter".
    static func besideByline(_ text: String) -> String? {
        guard text.utf8.count < 120 else { return nil }
        if let range = text.firstPlace(of: " | "), BylineParser.labelled(text) != nil {
            return trimmed(untilDivider(text[range.upperBound...]))
        }
        guard let comma = text.firstPlace(of: ", "), text.hasSuffix("eporter") || text.hasSuffix("orrespondent") else {
            return nil
        }
        return trimmed(text[..<comma.lowerBound])
    }

    /// "Daily News" of "Daily News - Nothing but news".
    static func masthead(_ text: String) -> Substring {
        for divider in [" - ", " – ", " | ", ": "] {
            if let range = text.firstPlace(of: divider) { return text[..<range.lowerBound] }
        }
        return text[...]
    }

    /// Whether the name is that of a company, which often owns many sites.
    static func isCompany(_ name: String) -> Bool {
        let words = UTF8Bytes.lowercased(name).split(separator: " ")
        return words.contains { companies.contains(String($0.filter { $0 != "." })) }
    }

    private static let companies: Set<String> = [
        "inc", "llc", "ltd", "limited", "corp", "corporation", "company", "co", "group", "holdings", "plc", "ventures",
        "enterprises", "productions", "gmbh", "subsidiary", "media", "communications", "network", "publishing",
    ]

    private static func untilDivider(_ text: Substring) -> Substring {
        var name = text.prefix { !".,|©–(·•;:".contains($0) }
        for end in [
            " All ", " all ", " - ", " Newsletter", " newsletter", " App", " app", " Terms", "Copyright", " Staff",
            " is ", " and its ",
        ] {
            if let range = name.firstPlace(of: end) { name = name[..<range.lowerBound] }
        }
        return name
    }

    /// The text without blanks, years and marks at its ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = Substring(text)
        while let first = rest.first, !first.isLetter, !first.isNumber { rest.removeFirst() }
        while let last = rest.last, !last.isLetter, last != "!", last != "?", last != ")" { rest.removeLast() }
        return String(rest)
    }

    /// Whether a text can be the name of a site at all.
    static func isPlausible(_ name: String, _ scan: WordScan) -> Bool {
        guard (2..<60).contains(name.utf8.count), (1...7).contains(scan.wordCount), scan.separators == 0,
            name.first?.isUppercase ?? false || scan.hasAddress,
            !Vocabulary.wholeLines.isWhole(scan), !Vocabulary.notSections.isWhole(scan),
            !Vocabulary.menuItems.isWhole(scan), Vocabulary.phrases.count(in: scan.words) == 0,
            Vocabulary.labels.prefix(of: scan.words) == 0, Vocabulary.calls.prefix(of: scan.words) == 0
        else { return false }
        return !scan.endsSentence && DateParser.first(in: name) == nil
    }
}
