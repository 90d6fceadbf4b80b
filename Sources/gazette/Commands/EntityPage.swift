import Export
import Storage

/// What there is about an entity, for reading in a terminal.
struct EntityPage {
    private let profile: EntityProfile

    /// With what stands before and behind them, so many fit a terminal of 80 columns.
    private static let barsOfLine = 48

    init(_ profile: EntityProfile) { self.profile = profile }

    /// A heading, and a line or a few for each part.
    var text: String {
        let entity = profile.entity
        let role = entity.role.isEmpty || entity.role == entity.kind ? "" : ", \(entity.role)"
        var page = "\(entity.name)  (\(entity.id), \(entity.kind)\(role))\n"
        page += line(
            "stories",
            "\(entity.articles) of \(profile.selectedStories), \(profile.mainStories) mainly about it, "
                + "\(entity.mentions) mentions")
        if !profile.variants.isEmpty { page += line("forms", profile.variants.joined(separator: ", ")) }
        if let first = profile.first { page += line("first", described(first)) }
        if let last = profile.last { page += line("last", described(last)) }
        page += timeline(profile.timeline)
        page += line("names", list(profile.names) + examined)
        page += neighbours
        page += line("topics", list(profile.topics))
        page += line("about", list(profile.countries))
        page += line("sites", list(profile.sites) + examined)
        return page
    }

    private func line(_ name: String, _ value: String) -> String {
        value.isEmpty ? "" : "  \(name)\(String(repeating: " ", count: max(1, 10 - name.count)))\(value)\n"
    }

    private func described(_ story: EntityProfile.DatedStory) -> String {
        "\(story.published.prefix(10))  \(story.title)  [\(story.id)]"
    }

    private func list(_ counts: [NamedCount]) -> String {
        counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    }

    /// Says so where not all stories were read.
    private var examined: String {
        profile.examinedStories == profile.entity.articles ? "" : "  (in \(profile.examinedStories) of the stories)"
    }

    private func timeline(_ timeline: Timeline) -> String {
        let undated = timeline.undated == 0 ? "" : "\(timeline.undated) without a date"
        guard let last = timeline.counts.last else { return line("time", undated) }
        let most = timeline.counts.map(\.stories).max() ?? 0
        let bars = bars(timeline.counts.map(\.stories))
        var text = ""
        for start in stride(from: 0, to: bars.count, by: Self.barsOfLine) {
            let end = min(start + Self.barsOfLine, bars.count)
            let note =
                end < bars.count ? "" : "  \(last.date), at most \(most)" + (undated.isEmpty ? "" : ", \(undated)")
            text += line(
                start == 0 ? "by \(timeline.unit.rawValue)" : "",
                "\(timeline.counts[start].date)  \(String(bars[start..<end]))\(note)")
        }
        return text
    }

    private var neighbours: String {
        profile.neighbours.enumerated().map { place, neighbour in
            let association = neighbour.association
            return line(
                place == 0 ? "with" : "",
                "\(neighbour.name) \(association.together)  (\(neighbour.id), \(neighbour.kind), log-likelihood "
                    + "\(ExplanationText.fixed(association.logLikelihood)))")
        }.joined()
    }
}

/// A bar for each number, as high as its share of the greatest; nothing for 0.
func bars(_ numbers: [Int]) -> [Character] {
    let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard let greatest = numbers.max(), greatest > 0 else { return [] }
    return numbers.map { number in
        number <= 0 ? " " : heights[(number * heights.count + greatest - 1) / greatest - 1]
    }
}
