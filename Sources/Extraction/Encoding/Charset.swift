import CICU

/// A character set that pages come in, as a converter of ICU.
struct Charset: Equatable {
    /// ICU's name of the converter.
    let converter: String

    /// The charset that a page or a transport declares by one of the labels of the WHATWG's Encoding Standard; `nil` for
    /// any other label.
    init?(label: String) {
        let label = UTF8Bytes.lowercased(label.drop { $0 == " " }.prefix { $0 != " " })
        guard let converter = Self.converters[label] else { return nil }
        self.converter = converter
    }

    private init(converter: String) { self.converter = converter }

    /// What Western pages are in that say nothing or "latin1".
    static let windows1252 = Charset(converter: "windows-1252")

    /// Whether the label says UTF-8.
    var isUTF8: Bool { converter == "UTF-8" }
    var isUTF16: Bool { converter.hasPrefix("UTF-16") }
    /// Whether text in it is pure ASCII to the eye of a program, with escapes between.
    var hasEscapes: Bool { converter == "ISO-2022-JP" }

    /// The guess for bytes that nothing is known of; only what stands near bytes beyond ASCII is looked at.
    static func guess(_ bytes: [UInt8]) -> Charset {
        let sample = sample(of: bytes)
        var name = [CChar](repeating: 0, count: 64)
        let confidence = sample.withUnsafeBytes { buffer in
            cicu_guess_charset(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), &name, Int32(name.count))
        }
        let label = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard confidence >= leastConfidence, let guess = Charset(label: label), !guess.isUTF8, !guess.isUTF16 else {
            return windows1252
        }
        return guess
    }

    private static let leastConfidence: Int32 = 10
    /// ICU looks no farther.
    private static let sampleSize = 8192

    /// The lines and texts between tags that have bytes beyond ASCII.
    private static func sample(of bytes: [UInt8]) -> [UInt8] {
        var sample: [UInt8] = []
        let isBorder: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D || $0 == 0x3C || $0 == 0x3E }
        for piece in bytes.lazy.split(whereSeparator: isBorder) where piece.contains(where: { $0 >= 0x80 }) {
            sample += piece.prefix(sampleSize - sample.count)
            if sample.count + 1 >= sampleSize { break }
            sample.append(0x0A)
        }
        return sample
    }

    /// The bytes as UTF-8, with U+FFFD for what is malformed; `nil` when ICU cannot convert them.
    func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        // No charset has a byte that becomes more than three, or a pair that becomes more than six.
        guard let length = Int32(exactly: bytes.count), let capacity = Int32(exactly: 3 * bytes.count + 16) else {
            return nil
        }
        let converted = [UInt8](unsafeUninitializedCapacity: Int(capacity)) { out, count in
            let written = bytes.withUnsafeBytes { buffer in
                out.withMemoryRebound(to: CChar.self) {
                    cicu_convert(
                        converter, buffer.bindMemory(to: CChar.self).baseAddress, length, $0.baseAddress, capacity)
                }
            }
            count = max(0, Int(written))
        }
        return converted.isEmpty && !bytes.isEmpty ? nil : converted
    }

    /// The labels of the Encoding Standard, each line after the name of ICU's converter that reads what pages mean by
    /// them: a wider set than the label says for the Latin, Turkish, Thai and East Asian ones.
    private static let converters: [String: String] = {
        var table: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let names = line.split(separator: " ")
            for label in names.dropFirst() { table[String(label)] = String(names[0]) }
        }
        return table
    }()

    private static let lines = """
        UTF-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
        UTF-16LE utf-16 utf-16le unicode csunicode iso-10646-ucs-2 ucs-2 unicodefeff
        UTF-16BE utf-16be unicodefffe
        ibm-866 866 cp866 csibm866 ibm866
        iso-8859-2 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
        iso-8859-3 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
        iso-8859-4 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
        iso-8859-5 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
        iso-8859-6 arabic asmo-708 csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6
        iso-8859-6 iso88596 iso_8859-6 iso_8859-6:1987
        iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7
        iso-8859-7 iso_8859-7:1987 sun_eu_greek
        iso-8859-8 csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso-ir-138 iso8859-8 iso88598 iso_8859-8
        iso-8859-8 iso_8859-8:1988 visual logical csiso88598e csiso88598i
        iso-8859-10 csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
        iso-8859-13 iso-8859-13 iso8859-13 iso885913
        iso-8859-14 iso-8859-14 iso8859-14 iso885914
        iso-8859-15 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9
        KOI8-R cskoi8r koi koi8 koi8-r koi8_r
        KOI8-U koi8-ru koi8-u
        macintosh csmacintosh mac macintosh x-mac-roman
        windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
        windows-1250 cp1250 windows-1250 x-cp1250
        windows-1251 cp1251 windows-1251 x-cp1251
        windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591
        windows-1252 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 us-ascii windows-1252 x-cp1252
        windows-1253 cp1253 windows-1253 x-cp1253
        windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5
        windows-1254 windows-1254 x-cp1254
        windows-1255 cp1255 windows-1255 x-cp1255
        windows-1256 cp1256 windows-1256 x-cp1256
        windows-1257 cp1257 windows-1257 x-cp1257
        windows-1258 cp1258 windows-1258 x-cp1258
        x-mac-cyrillic x-mac-cyrillic x-mac-ukrainian
        gb18030 chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
        Big5-HKSCS big5 big5-hkscs cn-big5 csbig5 x-x-big5
        EUC-JP cseucpkdfmtjapanese euc-jp x-euc-jp
        ISO-2022-JP csiso2022jp iso-2022-jp
        windows-31j csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
        windows-949 cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601
        windows-949 windows-949
        """
}
