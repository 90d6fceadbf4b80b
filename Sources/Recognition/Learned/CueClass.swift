import NewsModel

/// The classes of cue words that a word is in, a bit each.
struct CueClass: OptionSet, Sendable {
    let rawValue: UInt16

    static let honorific = CueClass(rawValue: 1)
    static let title = CueClass(rawValue: 2)
    static let organizationHead = CueClass(rawValue: 4)
    static let placeHead = CueClass(rawValue: 8)
    static let placePreposition = CueClass(rawValue: 16)
    static let speechVerb = CueClass(rawValue: 32)
    static let date = CueClass(rawValue: 64)
    static let group = CueClass(rawValue: 128)
    static let direction = CueClass(rawValue: 256)
    static let suffix = CueClass(rawValue: 512)
    static let particle = CueClass(rawValue: 1024)
    static let connector = CueClass(rawValue: 2048)

    /// The classes of the word with a key.
    init(ofWord key: UInt64) {
        let table = Self.table
        self = table.words.number(of: key).map { table.classes[$0] } ?? []
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    private static let lists: [(HashSet64, CueClass)] = [
        (CueWords.honorifics, .honorific), (CueWords.titles, .title), (CueWords.organizationHeads, .organizationHead),
        (CueWords.placeHeads, .placeHead), (CueWords.placePrepositions, .placePreposition),
        (CueWords.speechVerbs, .speechVerb), (CueWords.dates, .date), (CueWords.groups, .group),
        (CueWords.directions, .direction), (CueWords.suffixes, .suffix), (CueWords.particles, .particle),
        (CueWords.connectors, .connector),
    ]

    /// The words of all lists together, and the classes of each.
    private static let table: (words: KeyNumbers, classes: [CueClass]) = {
        var words = KeyNumbers(capacity: lists.reduce(0) { $0 + $1.0.hashes.count })
        var classes: [CueClass] = []
        for (list, cue) in lists {
            for key in list.hashes {
                let word = words.insert(key)
                if word == classes.count { classes.append([]) }
                classes[word].insert(cue)
            }
        }
        return (words, classes)
    }()
}
