import Tokenization

/// The words that the full-text index makes of the key of a token: without diacritics, divided where something other than
/// letters, marks and digits stands ("o'brien" is "o" and "brien").
func indexedWords(ofKey key: some StringProtocol) -> [String] {
    withoutMarks(String(key)).unicodeScalars.split { !isIndexed($0) }.map { String($0) }
}

/// What the index takes as part of a word: the `categories` of its tokenizer in `Schema.search`.
private func isIndexed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse:
        true
    default: false
    }
}
