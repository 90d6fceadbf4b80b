import Gazetteers

/// The alternate names of a place of GeoNames that news in Latin script may use.
///
/// The list mixes names in all languages with codes, and with words that nobody writes: romanizations without capitals
/// ("ni ya mei") and with the letters of transcribers ("Ni’āmey" with a turned comma).
enum GeoNamesAliases {
    private static let most = 20

    /// The names beside `name`, each once, at most twenty.
    static func of(_ name: String, ascii: String, alternates: String) -> [Alias] {
        var seen: Set<String> = [name]
        var aliases: [Alias] = []
        if !ascii.isEmpty, seen.insert(ascii).inserted { aliases.append(Alias(name: ascii)) }
        for bytes in alternates.utf8.split(separator: UInt8(ascii: ",")) where aliases.count < most {
            let alternate = String(Substring(bytes))
            guard isName(alternate), seen.insert(alternate).inserted else { continue }
            aliases.append(Alias(name: alternate))
        }
        return aliases
    }

    private static func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.allSatisfy(isUsual), scalars.contains(where: \.properties.isUppercase) else { return false }
        // Short names in capitals are codes of airports and the like.
        return text.utf8.count > 4 || scalars.contains(where: \.properties.isLowercase)
    }

    /// A Latin letter with or without an accent, or a mark that names have.
    private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}", "\u{300}"..."\u{36F}": true
        case " ", "-", "'", "’", ".", "/": true
        default: false
        }
    }
}
