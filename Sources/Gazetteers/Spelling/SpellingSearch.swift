import Tokenization

/// Finds, among the words that texts have, those in which some long names of people may be spelled.
///
///     var search = SpellingSearch(names: ["Abdourahamane Tiani"])
///     search.note(word: "abdourahmane")
///     search.spellings  // for each name the words that each of its words may be written as
public struct SpellingSearch {
    /// For each name, for each of its words, the words of texts that may stand for it. A word in two parts stands behind an
    /// apostrophe: "n diaye".
    public private(set) var spellings: [[[String]]] = []
    /// The words of the names that have a frame, as place of the name and of the word.
    private var places: [[UInt8]: [(name: Int, word: Int)]] = [:]
    /// The first letters of these words: what may stand before an apostrophe.
    private var initials: Set<UInt8> = []

    /// Looks for these names; those that are too short or too long to be found by other spellings are left out.
    public init(names: some Sequence<String>) {
        for name in names.sorted() {
            guard let words = NameSpelling.words(ofName: name), NameSpelling(words: words) != nil else { continue }
            for (number, word) in words.enumerated() {
                places[word.frame, default: []].append((spellings.count, number))
                if let initial = word.text.utf8.first { initials.insert(initial) }
            }
            spellings.append(words.map { [$0.text] })
        }
    }

    /// Takes a word of a text, in lower case and without diacritics.
    public mutating func note(word: String) {
        guard !spellings.isEmpty else { return }
        note(word, as: word)
        for initial in initials {
            let first = String(decoding: [initial], as: UTF8.self)
            note(first + word, as: "\(first) \(word)")
        }
    }

    private mutating func note(_ word: String, as text: String) {
        guard let word = NameSpelling.Word(word), let found = places[word.frame] else { return }
        for place in found where !spellings[place.name][place.word].contains(text) {
            spellings[place.name][place.word].append(text)
        }
    }
}
