import NewsModel

extension Article {
    /// The zones that are no body as the database has them, in code points: "lead 0-212, caption 800-850"; `nil` when there
    /// are none.
    var zonesText: String? {
        let special = zones.filter { $0.zone != .body }
        guard !special.isEmpty else { return nil }
        let converter = OffsetConverter(text)
        return special.map { zone in
            let span = converter.codePoints(zone.span)
            return "\(zone.zone.rawValue) \(span.start)-\(span.end)"
        }.joined(separator: ", ")
    }
}

extension ZoneSpan {
    /// What `zonesText` wrote of a text; entries that say nothing are left out, and the body is not told.
    static func zones(fromText zones: String, of text: String) -> [ZoneSpan] {
        guard !zones.isEmpty else { return [] }
        let converter = OffsetConverter(text)
        return zones.split(separator: ",").compactMap { entry in
            let words = entry.split(separator: " ")
            let offsets = (words.last ?? "").split(separator: "-").compactMap { Int($0) }
            guard words.count == 2, let zone = Zone(rawValue: String(words[0])), offsets.count == 2,
                offsets[0] <= offsets[1]
            else { return nil }
            return ZoneSpan(
                span: converter.utf8Span(CodePointSpan(start: offsets[0], end: offsets[1])), zone: zone)
        }
    }
}
