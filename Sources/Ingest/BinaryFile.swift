/// Files that people keep beside their articles and that hold none.
enum BinaryFile {
    private static let signatures: [(offset: Int, bytes: [UInt8], name: String)] = [
        (0, Array("SQLite format 3\0".utf8), "a SQLite database, such as Gazette itself writes"),
        (0, Array("GAZINDEX".utf8), "a compiled gazetteer"),
        (0, [0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        (0, [0xFF, 0xD8, 0xFF], "a JPEG image"),
        (0, Array("GIF8".utf8), "a GIF image"),
        (0, Array("RIFF".utf8), "a media file"),
        (4, Array("ftyp".utf8), "a media file"),
        (0, Array("ID3".utf8), "a sound file"),
        (0, Array("OggS".utf8), "a media file"),
        (0, [0x7F, 0x45, 0x4C, 0x46], "a program"),
        (0, Array("MZ".utf8), "a program"),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive (unpack it first)"),
        (0, Array("Rar!".utf8), "a RAR archive (unpack it first)"),
        (0, Array("PAR1".utf8), "a Parquet file (write it out as JSON lines or CSV)"),
        (0, Array("ARROW1".utf8), "an Arrow file (write it out as JSON lines or CSV)"),
        (0, Array("wOF".utf8), "a font"),
    ]

    /// Signatures that no text begins with, though what follows them may be text.
    private static let plainSignatures: [(bytes: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF document"), (Array("{\\rtf".utf8), "an RTF document"),
    ]

    /// What a file is, told by its first bytes; `nil` for text.
    static func name(_ beginning: [UInt8]) -> String? {
        if let plain = plainSignatures.first(where: { beginning.starts(with: $0.bytes) }) { return plain.name }
        // The other signatures could be the first letters of a text, which has no NUL; UTF-16, full of it, has none first.
        let sample = beginning.prefix(4096)
        guard let known = signatures.first(where: { beginning.dropFirst($0.offset).starts(with: $0.bytes) }),
            sample.contains(0)
        else {
            // Control characters that no text has.
            let controls = sample.count { (0x01...0x08).contains($0) || (0x0E...0x1A).contains($0) }
            return controls * 10 > sample.count ? "binary data" : nil
        }
        return known.name
    }
}
