/// The stretch of a page where running text is densest: where the story is, roughly.
enum StoryCore {
    /// What a block without prose costs; a few short lines inside a story do not divide it.
    private static let cost = 0.14

    /// The range of blocks with the greatest sum of prose, less a cost for each block.
    static func find(in page: Page) -> Range<Int> {
        var best = 0..<0
        var bestSum = 0.0
        var sum = 0.0
        var start = 0
        for index in page.blocks.indices {
            if sum <= 0 {
                sum = 0
                start = index
            }
            let block = page.blocks[index]
            let feature = page.features[index]
            // Stories come before what is appended to pages.
            let position = Double(index) / Double(page.blocks.count)
            var value = feature.prose * (1 - 0.4 * position) - cost
            if feature.line.isEnding { value -= 0.5 }
            if !block.hints.isDisjoint(with: .outside) { value = min(value, 0) - 0.1 }
            sum += value
            if sum > bestSum {
                bestSum = sum
                best = start..<index + 1
            }
        }
        return best
    }
}
