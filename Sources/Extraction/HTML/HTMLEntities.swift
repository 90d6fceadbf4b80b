/// Decodes character references such as `&amp;`, `&#8217;` and `&eacute;`.
enum HTMLEntities {
    /// The bytes with every known reference replaced; unknown ones stay as they are.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(0x26) else { return Array(bytes) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == 0x26, let reference = reference(in: bytes, after: index + 1) {
                UTF8Bytes.append(reference.codePoint, to: &result)
                index = reference.end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The decoded text of an attribute or a title, with blanks collapsed.
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var collapsed = UTF8Bytes.collapsed(decoded(bytes))
        if collapsed.first == 0x20 { collapsed.removeFirst() }
        return String(decoding: collapsed, as: UTF8.self)
    }

    private static func reference(in bytes: ArraySlice<UInt8>, after start: Int) -> (codePoint: UInt32, end: Int)? {
        guard start < bytes.endIndex else { return nil }
        if bytes[start] == 0x23 { return number(in: bytes, after: start + 1) }
        var end = start
        while end < bytes.endIndex, end - start < 10,
            UTF8Bytes.isASCIILetter(bytes[end]) || UTF8Bytes.isDigit(bytes[end])
        {
            end += 1
        }
        guard end > start, let codePoint = named[String(decoding: bytes[start..<end], as: UTF8.self)] else {
            return nil
        }
        if end < bytes.endIndex, bytes[end] == 0x3B { return (codePoint, end + 1) }
        // Without its semicolon only the oldest names are references.
        return codePoint < 0x100 && end < bytes.endIndex && bytes[end] != 0x3D ? (codePoint, end) : nil
    }

    private static func number(in bytes: ArraySlice<UInt8>, after start: Int) -> (codePoint: UInt32, end: Int)? {
        var index = start
        guard index < bytes.endIndex else { return nil }
        let isHexadecimal = bytes[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let firstDigit = index
        var value: UInt32 = 0
        while index < bytes.endIndex, let digit = digit(bytes[index], hexadecimal: isHexadecimal) {
            // Saturates well beyond Unicode instead of overflowing.
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x0FFF_FFF)
            index += 1
        }
        guard index > firstDigit else { return nil }
        if index < bytes.endIndex, bytes[index] == 0x3B { index += 1 }
        if (0x80...0x9F).contains(value) { value = UInt32(windows1252[Int(value) - 0x80]) }
        return (value == 0 ? 0xFFFD : value, index)
    }

    private static func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt32? {
        if UTF8Bytes.isDigit(byte) { return UInt32(byte - 0x30) }
        let lower = UTF8Bytes.lowercased(byte)
        return hexadecimal && (0x61...0x66).contains(lower) ? UInt32(lower - 0x61 + 10) : nil
    }

    /// Names by code point: the Latin-1 block in order, then the rest of HTML 4 that text is written with.
    private static let named: [String: UInt32] = {
        var table: [String: UInt32] = [
            "amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39, "AMP": 38, "LT": 60, "GT": 62,
        ]
        for (offset, name) in latin1.split(separator: " ").enumerated() { table[String(name)] = UInt32(0xA0 + offset) }
        let pairs = others.split(separator: " ")
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            table[String(pairs[index])] = UInt32(pairs[index + 1], radix: 16)
        }
        return table
    }()

    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
        Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
        Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
        ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
        uuml yacute thorn yuml
        """

    private static let others = """
        OElig 152 oelig 153 Scaron 160 scaron 161 Yuml 178 fnof 192 circ 2C6 tilde 2DC ensp 2002 emsp 2003 thinsp 2009 \
        zwnj 200C zwj 200D lrm 200E rlm 200F ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201A ldquo 201C rdquo 201D \
        bdquo 201E dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 lsaquo 2039 rsaquo 203A \
        euro 20AC trade 2122 larr 2190 uarr 2191 rarr 2192 darr 2193 minus 2212 infin 221E asymp 2248 ne 2260 le 2264 ge 2265 \
        Amacr 100 amacr 101 Abreve 102 abreve 103 Aogon 104 aogon 105 Cacute 106 cacute 107 Ccaron 10C ccaron 10D Dcaron 10E \
        dcaron 10F Dstrok 110 dstrok 111 Emacr 112 emacr 113 Eogon 118 eogon 119 Ecaron 11A ecaron 11B Gbreve 11E gbreve 11F \
        Imacr 12A imacr 12B Idot 130 imath 131 Lstrok 141 lstrok 142 Nacute 143 nacute 144 Ncaron 147 ncaron 148 Omacr 14C \
        omacr 14D Odblac 150 odblac 151 Rcaron 158 rcaron 159 Sacute 15A sacute 15B Scedil 15E scedil 15F Tcedil 162 tcedil 163 \
        Umacr 16A umacr 16B Uring 16E uring 16F Udblac 170 udblac 171 Zacute 179 zacute 17A Zdot 17B zdot 17C Zcaron 17D \
        zcaron 17E comma 2C period 2E colon 3A semi 3B excl 21 quest 3F lpar 28 rpar 29 num 23 dollar 24 percnt 25 ast 2A \
        sol 2F lsqb 5B rsqb 5D lowbar 5F hyphen 2010 dash 2010 nbsp A0 Tab 9 NewLine A verbar 7C commat 40 plus 2B equals 3D
        """

    /// The code points that Windows-1252 has at 0x80…0x9F, which is what pages mean by these numbers.
    private static let windows1252: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
