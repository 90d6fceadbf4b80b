/// A word of a personal name as its consonants and the vowels between them, whichever way it was brought into Latin letters.
///
/// "Yevkurov" and "Evkurov" are equal, "Abdourahamane" and "Abdourahmane" differ in one vowel. The classes follow the
/// commonest romanizations of Cyrillic, Arabic and French-based African names; no published scheme keeps as much of a word
/// (Soundex and Daitch-Mokotoff drop all vowels, which joins too many names).
struct SpelledWord: Equatable {
    /// Classes of consonants in order.
    private(set) var consonants: [UInt8] = []
    /// The vowels before each consonant, and those after the last; an empty string where there are none.
    private(set) var vowels: [String] = [""]
    /// How many letters the word has.
    let letterCount: Int

    /// Reads a word in lower case without diacritics; `nil` when it has anything but the letters of ASCII and apostrophes.
    init?(_ word: some Sequence<UInt8>) {
        let letters = word.filter { $0 != UInt8(ascii: "'") }
        guard !letters.isEmpty, letters.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return nil }
        letterCount = letters.count
        consonants.reserveCapacity(letters.count)
        vowels.reserveCapacity(letters.count + 1)
        var place = 0
        while place < letters.count {
            let sound = Self.sounds[Int(letters[place] - UInt8(ascii: "a"))]
                .first { letters[place...].starts(with: $0.letters) }
            if let sound {
                for consonant in sound.consonants { append(consonant) }
                place += sound.letters.count
            } else {
                append(letters, place)
                place += 1
            }
        }
        normalizeEnds()
    }

    /// Groups of letters that are one sound, by the first of them; the longest first.
    private static let sounds = groups.reduce(
        into: [[(letters: [UInt8], consonants: [UInt8])]](repeating: [], count: 26)
    ) { sounds, group in
        let letters = Array(group.letters.utf8)
        sounds[Int(letters[0] - UInt8(ascii: "a"))].append((letters, Array(group.consonants.utf8)))
    }

    private static let groups: [(letters: String, consonants: String)] = [
        ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "j"), ("ch", "C"), ("sh", "S"), ("zh", "j"), ("dj", "j"),
        ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("q", "k"),
        ("ts", "z"), ("tz", "z"), ("cz", "z"), ("x", "ks"), ("w", "v"),
    ]

    private mutating func append(_ letters: [UInt8], _ place: Int) {
        let next = place + 1 < letters.count ? letters[place + 1] : 0
        switch letters[place] {
        case UInt8(ascii: "y") where Self.isVowel(next) && vowels[vowels.count - 1].isEmpty && consonants.isEmpty:
            break  // "Yevgeny", "Evgeny"
        case UInt8(ascii: "y"): appendVowel("i")
        case UInt8(ascii: "c"): append(next == 0x65 || next == 0x69 ? UInt8(ascii: "s") : UInt8(ascii: "k"))
        case let letter where Self.isVowel(letter): appendVowel(Unicode.Scalar(letter))
        case let letter: append(letter)
        }
    }

    private mutating func append(_ consonant: UInt8) {
        // Doubled consonants sound as one.
        if vowels[vowels.count - 1].isEmpty, consonants.last == consonant { return }
        consonants.append(consonant)
        vowels.append("")
    }

    private mutating func appendVowel(_ vowel: Unicode.Scalar) {
        vowels[vowels.count - 1].unicodeScalars.append(vowel)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch Unicode.Scalar(letter) {
        case "a", "e", "i", "o", "u": true
        default: false
        }
    }

    /// Makes runs of vowels that are one sound equal, and the endings "-off", "-ah", "-ey".
    private mutating func normalizeEnds() {
        for place in vowels.indices where vowels[place].utf8.count == 2 {
            vowels[place] = Self.sameVowels[vowels[place]] ?? vowels[place]
        }
        let last = consonants.count - 1
        guard last >= 1 else { return }
        if consonants[last] == UInt8(ascii: "f"), vowels[last + 1].isEmpty, ["o", "e"].contains(vowels[last]) {
            consonants[last] = UInt8(ascii: "v")
        }
        if consonants[last] == UInt8(ascii: "h"), vowels[last + 1].isEmpty, !vowels[last].isEmpty {
            consonants.removeLast()
            vowels.removeLast()
        }
    }

    /// Runs of two vowels that are one sound.
    private static let sameVowels = [
        "ou": "u", "oo": "u", "uu": "u", "ee": "i", "ie": "i", "ii": "i", "aa": "a",
    ]

    /// What two spellings of one word share: the consonants, and the vowels at both ends.
    var frame: [UInt8] {
        var frame = Array(vowels[0].utf8)
        frame.reserveCapacity(2 * letterCount + 2)
        frame.append(0)
        frame += consonants
        frame.append(0)
        frame += (vowels.last ?? "").utf8
        return frame
    }

    /// How two words of one frame differ in the vowels inside; `nil` when they are no spellings of one name.
    func difference(from other: SpelledWord) -> Difference? {
        guard frame == other.frame, vowels.count == other.vowels.count else { return nil }
        var difference = Difference()
        for (own, others) in zip(vowels, other.vowels) where own != others {
            if own.isEmpty || others.isEmpty {
                guard own.count + others.count == 1 else { return nil }
                difference.leftOut += 1
            } else if Self.exchangeable.contains(Set([own, others])) {
                difference.exchanged += 1
            } else {
                return nil
            }
        }
        return difference
    }

    /// Vowels that romanizations exchange.
    private static let exchangeable: Set<Set<String>> = [["e", "i"], ["o", "u"], ["io", "o"], ["ia", "a"]]

    struct Difference {
        /// Vowels that only one of the words has.
        var leftOut = 0
        /// Vowels that differ in kind.
        var exchanged = 0
    }
}
