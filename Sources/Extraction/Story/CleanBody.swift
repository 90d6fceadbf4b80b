/// Tells a body that is clean already from the text of a whole page.
enum CleanBody {
    /// Whether nearly all words stand in whole sentences, and no menu leads in or out.
    ///
    /// `wordCount` gives the exact number of words of a line, which is asked for in doubtful cases only.
    static func isClean(_ lines: [BodyLine], wordCount: (Int) -> Int) -> Bool {
        var fragments = 0
        var fragmentWords = 0
        for line in lines where line.isFragment {
            fragments += 1
            fragmentWords += line.wordCount
        }
        // A page has menus: many short lines. A body has at most some headings, and teasers in the middle.
        if fragments < 8 { return true }
        let furniture = Set(lines.compactMap(\.furniture)).count
        guard furniture < 8 else { return false }
        let words = lines.indices.reduce(0) {
            $0 + (lines[$1].wordCount > BodyLine.longest ? wordCount($1) : lines[$1].wordCount)
        }
        return fragmentWords * 6 < words || (furniture < 4 && fragments * 2 < lines.count)
    }

    /// The lines that are more than a label or a teaser; all lines if none is.
    static func kept(_ lines: [BodyLine]) -> [Int] {
        let kept = lines.indices.filter { !lines[$0].isDropped }
        return kept.isEmpty ? Array(lines.indices) : kept
    }
}
