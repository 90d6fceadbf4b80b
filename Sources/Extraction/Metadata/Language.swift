import CCLD2

/// The language of a text, as CLD2 (the compact language detector of Chromium) tells it without any network.
enum Language {
    /// How much of a text is looked at, in bytes; more makes no difference but in time.
    private static let sample = 1000
    /// Every other word of English is one of its little words, of any other language hardly one in six.
    private static let englishWords = 60
    private static let leastEnglish = 20

    /// The ISO 639-1 code of the language, or of ISO 639-2 where there is none; `nil` when it is not sure.
    static func code(of text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            if isPlainlyEnglish(bytes) { return "en" }
            var end = min(bytes.count, sample)
            // The sample must not end inside a character.
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            guard let base = bytes.baseAddress,
                let found = ccld2_language(UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self), end)
            else { return nil }
            let code = String(cString: found)
            // The old code of Hebrew, and scripts or regions after a hyphen.
            return code == "iw" ? "he" : code.split(separator: "-").first.map(String.init)
        }
    }

    /// Most news is asked about in English, and CLD2 costs as much as half of the extraction of a clean text.
    private static func isPlainlyEnglish(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let words = WordHash.words(of: bytes, limit: englishWords)
        return words.count { StopWords.english.contains($0) } >= leastEnglish
    }
}
