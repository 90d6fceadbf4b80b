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
        for alternate in alternates.split(separator: ",") where aliases.count < most {
            let alternate = TableText.cleaned(String(alternate))
            guard isName(alternate), seen.insert(alternate).inserted else { continue }
            aliases.append(Alias(name: alternate))
        }
        return aliases
    }

    private static func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first(where: \.properties.isAlphabetic) else { return false }
        // Short names in capitals are codes of airports and the like; what has no capital is no name.
        let isCode = text.utf8.count <= 4 && !scalars.contains(where: \.properties.isLowercase)
        return !isCode && scalars.contains(where: \.properties.isUppercase) && scalars.allSatisfy(isUsual)
            && (first.properties.isUppercase || first.properties.isLowercase)
    }

    /// A Latin letter, or a mark that names have.
    private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xAA...0x24F, 0x1E00...0x1EFF: true
        case 0x300...0x36F: true
        default: scalar == " " || scalar == "-" || scalar == "'" || scalar == "’" || scalar == "." || scalar == "/"
        }
    }
}
