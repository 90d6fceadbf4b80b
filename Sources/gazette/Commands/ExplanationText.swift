import Linking
import NewsModel
import Pipeline

/// An explanation for reading in a terminal.
struct ExplanationText {
    private let report: ExplanationReport
    private let mostCandidates: Int
    private static let mostPlaces = 4
    private static let reach = 34

    init(_ report: ExplanationReport, mostCandidates: Int) {
        self.report = report
        self.mostCandidates = mostCandidates
    }

    var text: String {
        let (article, explanation) = (report.article, report.explanation)
        let facts = [article.published.map { String($0.prefix(10)) }, article.site].compactMap { $0 }
        var page =
            "\(article.id)\(article.title.isEmpty ? "" : ": \(article.title)")\(facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")\n"
        if article.pageKind != .story {
            page += "This page is no story (\(article.pageKind.rawValue)) and is not tagged.\n"
        }
        if !report.isOfTheseTables {
            page += "It was tagged with other tables or another version: this is how it would be tagged now.\n"
        }
        if explanation.places.isEmpty { page += "\n\"\(explanation.name)\" does not stand in this article.\n" }
        for group in report.groups { page += "\n" + text(of: group) }
        return page
    }

    private func text(of group: [NameExplanation.Place]) -> String {
        guard let first = group.first else { return "" }
        var page = headline(first.outcome, group) + "\n"
        for place in group.prefix(Self.mostPlaces) {
            page += "    \(place.isInTitle ? "title" : "text ")  \(cut(place))\n"
        }
        if group.count > Self.mostPlaces { page += "    … and \(group.count - Self.mostPlaces) more\n" }
        switch first.outcome {
        case .weighed(let verdict), .partOf(_, let verdict): page += readings(verdict)
        case .writtenOtherwise, .unknown: break
        }
        return page
    }

    private func headline(_ outcome: NameExplanation.Outcome, _ group: [NameExplanation.Place]) -> String {
        let words = "\"\(group[0].text)\"\(group.count > 1 ? ", \(group.count) times" : "")"
        switch outcome {
        case .weighed(let verdict): return "\(words): \(meaning(verdict))"
        case .partOf(let other, let verdict):
            let isLinked = verdict.linked != nil
            return
                "\(words): not tagged by itself, since \"\(other)\" is the name here\(isLinked ? "" : ", though not tagged")\n"
                + "  \"\(other)\": \(meaning(verdict))"
        case .writtenOtherwise:
            let entities = report.explanation.entities.prefix(3).map(report.described).joined(separator: "; ")
            return "\(words): not tagged. The gazetteer has the name (\(entities)),\n"
                + "  but asks for capitals where the text has none, or for a whole word"
        case .unknown:
            if let stop = report.stop {
                return
                    "\(words): not tagged. The name is stopped by line \(stop.line) of \(stop.file):\n  \(stop.reason)"
            }
            return "\(words): not tagged. No gazetteer has the name, and nothing in its shape or\n"
                + "  beside it makes it one"
        }
    }

    private func meaning(_ verdict: Verdict) -> String {
        guard let linked = verdict.linked else { return "not tagged\n  \(report.reason(verdict))" }
        var text = "\(linked.entity)  \(linked.name), \(linked.kind.rawValue)"
        if !linked.role.isEmpty, linked.role != linked.kind.rawValue { text += ", \(linked.role)" }
        text += "\n  \(report.reason(verdict)); form \(linked.form.rawValue), "
        text += "confidence \(Self.fixed(linked.confidence))"
        if let merged = verdict.merged {
            text +=
                "\n  merged from \(merged.entity) by line \(merged.line) of \(report.resources.decisions?.file ?? "")"
        }
        return text
    }

    /// The words with some of their sentence around.
    private func cut(_ place: NameExplanation.Place) -> String {
        guard let range = place.sentence.range(of: place.text) else { return place.text }
        let before = place.sentence[..<range.lowerBound]
        let after = place.sentence[range.upperBound...]
        let start = before.count > Self.reach ? "…\(before.suffix(Self.reach))" : String(before)
        let end = after.count > Self.reach ? "\(after.prefix(Self.reach))…" : String(after)
        return "\(start)[\(place.text)]\(end)"
    }

    /// All readings with their scores, the best first.
    private func readings(_ verdict: Verdict) -> String {
        var readings: [(title: String, evidence: Evidence)] = verdict.candidates.map {
            ("\(report.described($0.entity)), by its \($0.form.rawValue)", $0.evidence)
        }
        if let short = verdict.shortForm {
            readings.insert(("\(short.full.entity) \(short.full.name), by a part of the name", short.evidence), at: 0)
        }
        let shown = readings.prefix(max(mostCandidates, 1))
        let hidden = readings.count - shown.count
        var all = Array(shown)
        if !verdict.unknown.contributions.isEmpty { all.append(("nothing known", verdict.unknown)) }
        all = all.enumerated().sorted {
            ($1.element.evidence.score, $0.offset) < ($0.element.evidence.score, $1.offset)
        }.map(\.element)
        var page = all.isEmpty ? "" : "\n"
        for (place, reading) in all.enumerated() {
            let title = "\(place + 1). \(reading.title)"
            page += "  \(title.padded(to: 74)) \(Self.fixed(reading.evidence.score, width: 6))\n"
            for part in reading.evidence.contributions.sorted(by: Self.isStronger) where abs(part.score) >= 0.005 {
                page += line(part)
            }
        }
        if hidden > 0 {
            page += "  … and \(hidden) more candidates, which score less (--candidates \(readings.count))\n"
        }
        for excluded in verdict.excluded {
            page += "  ruled out: \(excluded.entity) \(excluded.name), by line \(excluded.line) of "
            page += "\(report.resources.decisions?.file ?? "the decisions")\n"
        }
        if verdict.sharedBy > 1 {
            page += "  (averages over \(verdict.sharedBy) mentions of these words, which have one sense)\n"
        }
        return page
    }

    private static func isStronger(_ left: Contribution, _ right: Contribution) -> Bool {
        abs(left.score) > abs(right.score)
    }

    private func line(_ part: Contribution) -> String {
        let weights = report.resources.models.linking.weights
        let value = part.value == 1 ? "" : " × \(Self.fixed(part.value))"
        return "     \(Self.fixed(part.score, width: 6, isSigned: true))  \((part.name.label + value).padded(to: 22))"
            + " \(weights.meaning(of: part.name))\n"
    }

    /// A number with two places.
    static func fixed(_ number: Double, width: Int = 0, isSigned: Bool = false) -> String {
        let hundredths = Int((abs(number) * 100).rounded())
        let sign = number < 0 && hundredths > 0 ? "-" : isSigned ? "+" : ""
        let decimals = hundredths % 100
        let text = "\(sign)\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The first place where a text stands in this one, letter for letter.
    fileprivate func range(of text: String) -> Range<Index>? {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        for start in 0...bytes.count - wanted.count where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let from = utf8.index(utf8.startIndex, offsetBy: start)
            return from..<utf8.index(from, offsetBy: wanted.count)
        }
        return nil
    }
}
