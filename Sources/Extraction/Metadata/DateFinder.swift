/// Chooses the date of publication among the dates of a page.
enum DateFinder {
    /// The best date near the headline, or just after the story.
    static func find(in page: Page, title: Int, storyStart: Int, storyEnd: Int) -> String? {
        var best: (score: Double, iso: String)?
        func consider(_ index: Int, bonus: Double) {
            let text = page.blocks[index].text
            guard page.features[index].scan.digits >= 3, !isCopyright(text) else { return }
            for match in DateParser.all(in: text) {
                var score = bonus + label(before: match, in: text)
                if match.hasTime { score += 0.5 }
                if page.features[index].scan.wordCount > 30 { score -= 3 }
                score -= Double(abs(index - title)) * 0.03
                if score > (best?.score ?? 0) { best = (score, match.iso) }
            }
        }
        let first = max(0, min(title, storyStart) - 25)
        let afterHead = min(page.blocks.count, max(storyStart + 5, title + 16))
        for index in first..<afterHead {
            if index < title - 4 {
                consider(index, bonus: 1)
            } else {
                consider(index, bonus: index > storyStart ? 2.5 : 4)
            }
        }
        if best == nil, storyEnd < page.blocks.count {
            for index in storyEnd..<min(page.blocks.count, storyEnd + 20) { consider(index, bonus: 2) }
        }
        return best?.iso
    }

    /// What the words before the date say: a date of publication is wanted, a last change will do.
    private static func label(before match: DateParser.Match, in text: String) -> Double {
        let before = String(decoding: Array(text.utf8.prefix(match.start).suffix(40)), as: UTF8.self)
        let words = WordScan(before).words
        if Vocabulary.updated.count(in: words) > 0 { return 0.8 }
        return Vocabulary.published.count(in: words) > 0 ? 1.5 : 0
    }

    private static func isCopyright(_ text: String) -> Bool { text.holds("©") || text.holds("(c)") }
}
