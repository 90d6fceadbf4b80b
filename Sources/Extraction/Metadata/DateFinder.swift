/// Chooses the date of publication among the dates that a page prints.
struct DateFinder {
    /// A date that a page prints.
    struct Printed {
        var iso: String
        /// Whether the page says that this is when it was last changed.
        var isUpdate: Bool
        /// Whether it stands in a short line of its own between the headline and the story.
        var isBesideHeadline: Bool
        var day: Substring { iso.prefix(10) }
    }

    private let page: Page
    private let title: Int
    private let storyStart: Int
    private var best: Printed?
    private var bestScore = 0.0
    private var order: DateOrder?

    /// The best date near the headline, or just after the story.
    static func find(in page: Page, title: Int, storyStart: Int, storyEnd: Int) -> Printed? {
        var finder = DateFinder(page: page, title: title, storyStart: storyStart)
        let first = max(0, min(title, storyStart) - 25)
        let afterHead = min(page.blocks.count, max(storyStart + 5, title + 16))
        for index in first..<afterHead {
            finder.consider(
                index, bonus: index < title - 4 ? 1 : index < title ? 3 : index > storyStart ? 2.5 : 4)
        }
        if finder.best == nil, storyEnd < page.blocks.count {
            for index in storyEnd..<min(page.blocks.count, storyEnd + 20) { finder.consider(index, bonus: 2) }
        }
        // "Published: …" far from what was taken for the headline goes before a bare date at the top of the page.
        if finder.bestScore < 2 {
            for index in 0..<min(page.blocks.count, storyEnd + 20) where finder.opensWithLabel(index) {
                finder.consider(index, bonus: 3)
            }
        }
        return finder.best
    }

    private init(page: Page, title: Int, storyStart: Int) {
        self.page = page
        self.title = title
        self.storyStart = storyStart
    }

    private mutating func consider(_ index: Int, bonus: Double) {
        let text = page.blocks[index].text
        guard page.features[index].scan.digits >= 3, !isCopyright(text), !isCaption(index) else { return }
        let isBeside =
            index >= title - 4 && index <= storyStart && page.features[index].scan.wordCount <= 16
            && page.blocks[index].hints.isDisjoint(with: .outside)
        let isSentence = isRunningText(index)
        for match in matches(in: text) {
            let label = Label(before: match, in: text)
            var score = bonus + label.score
            if match.hasTime { score += 0.5 }
            if isSentence { score -= label == .none ? 3 : 1.5 }
            if BylineParser.labelled(text) != nil { score += 0.5 }
            score -= Double(abs(index - title)) * 0.03
            guard score > bestScore else { continue }
            bestScore = score
            best = Printed(iso: match.iso, isUpdate: label == .updated, isBesideHeadline: isBeside)
        }
    }

    /// The dates of a line; where day and month may be swapped, the rest of the page decides.
    private mutating func matches(in text: String) -> [DateParser.Match] {
        let dayFirst = DateParser.all(in: text)
        guard !dayFirst.isEmpty else { return [] }
        let monthFirst = DateParser.all(in: text, order: .monthFirst)
        guard dayFirst != monthFirst else { return dayFirst }
        let order = self.order ?? DateOrder(of: page)
        self.order = order
        return order == .dayFirst ? dayFirst : monthFirst
    }

    /// What the words before the date say: a date of publication is wanted, a last change will do.
    private enum Label {
        case none, published, updated

        var score: Double {
            switch self {
            case .none: 0
            case .published: 1.5
            case .updated: 0.8
            }
        }

        init(before match: DateParser.Match, in text: String) {
            let before = String(decoding: Array(text.utf8.prefix(match.start).suffix(40)), as: UTF8.self)
            let words = WordScan(before).words
            self =
                Vocabulary.updated.count(in: words) > 0
                ? .updated : Vocabulary.published.count(in: words) > 0 ? .published : .none
        }
    }

    /// Whether the line is a sentence or a caption: its date is that of an event.
    private func isRunningText(_ index: Int) -> Bool {
        let scan = page.features[index].scan
        guard scan.endsSentence && scan.wordCount > 2 || scan.wordCount > 12 && scan.separators == 0 else {
            return false
        }
        return !opensWithLabel(index) && BylineParser.labelled(page.blocks[index].text) == nil
    }

    private func opensWithLabel(_ index: Int) -> Bool {
        let words = page.features[index].scan.words
        return Vocabulary.published.prefix(of: words) > 0 || Vocabulary.updated.prefix(of: words) > 0
    }

    private func isCopyright(_ text: String) -> Bool { text.holds("©") || text.holds("(c)") }

    /// Whether the line tells what a picture shows; its date is that of the picture.
    private func isCaption(_ index: Int) -> Bool {
        let text = page.blocks[index].text
        return page.blocks[index].shape == .caption
            || ["PHOTO:", "Photo:", "FILE ", "FILE:"].contains { text.hasPrefix($0) }
    }
}
