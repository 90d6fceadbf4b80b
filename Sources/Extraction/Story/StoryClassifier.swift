/// Tells the blocks of the story from the furniture around and inside it.
///
/// Every block gets a score from its own shape and its neighbours; the best series of "story" and "furniture" under a
/// price for each change of side is then found, so that single doubtful blocks follow their neighbours.
enum StoryClassifier {
    /// What a change from story to furniture or back costs.
    private static let changeCost = 0.3

    /// What a plain sentence behind a paragraph of the story gains in plain text: it is hardly ever anything else, which
    /// the weights, made for single blocks, cannot say.
    private static let followingSentence = 1.0

    /// How much of the core's prose must be taken for story; plain text is less sure of what its core is.
    private static let leastAcceptedInHTML = 0.8
    private static let leastAcceptedInText = 0.1

    /// The share of the core's prose that is taken for story.
    private static func accepted(_ result: [Bool], _ page: Page, _ core: Range<Int>) -> Double {
        var taken = 0.0
        var total = 0.0
        for index in core {
            total += page.features[index].prose
            if result[index] { taken += page.features[index].prose }
        }
        return total > 0 ? taken / total : 1
    }

    /// For each block, whether it belongs to the story.
    static func classify(_ page: Page, core: Range<Int>, title: Int?, weights: StoryWeights) -> [Bool] {
        guard !page.blocks.isEmpty else { return [] }
        let isHTML = page.blocks[0].hints.contains(.html)
        let weights = isHTML ? weights.html : weights.text
        var scores: [Double] = []
        StoryVector.forEach(of: page, core: core, title: title) { vector in
            scores.append(zip(vector, weights).reduce(0) { $0 + $1.0 * $1.1 })
        }
        // Lines that are dropped anyway stand between the paragraphs of a text and say nothing about them; in HTML they
        // mostly mark where a box begins.
        if !isHTML { for index in core where mustDrop(page, index, title: title) { scores[index] = 0 } }
        for index in scores.indices where RepeatedLine.isFurniture(index, in: page) { scores[index] = 0 }
        for index in scores.indices.dropFirst() where !isHTML && scores[index - 1] > 0 && isPlainSentence(page, index) {
            scores[index] += followingSentence
        }
        var result = bestSeries(scores)
        // Unusual pages lose every block to a doubt that holds for the whole page. Where the densest stretch of running
        // text is nearly all refused, the doubt is taken back from it.
        let least = isHTML ? leastAcceptedInHTML : leastAcceptedInText
        for _ in 0..<2 where accepted(result, page, core) < least {
            for index in core { scores[index] += 1 }
            result = bestSeries(scores)
        }
        for index in result.indices where mustDrop(page, index, title: title) { result[index] = false }
        return result
    }

    /// The series with the greatest sum of scores (positive: story) less the cost of changes.
    static func bestSeries(_ scores: [Double]) -> [Bool] {
        var story = 0.0
        var furniture = 0.0
        var storyFromFurniture: [Bool] = []
        var furnitureFromStory: [Bool] = []
        for score in scores {
            // One very sure block must not outweigh all its neighbours.
            let clamped = min(max(score, -6), 6) / 2
            let toStory = furniture - changeCost
            let toFurniture = story - changeCost
            storyFromFurniture.append(toStory > story)
            furnitureFromStory.append(toFurniture > furniture)
            let nextStory = max(story, toStory) + clamped
            let nextFurniture = max(furniture, toFurniture) - clamped
            story = nextStory
            furniture = nextFurniture
        }
        var result = [Bool](repeating: false, count: scores.count)
        var inStory = story > furniture
        for index in scores.indices.reversed() {
            result[index] = inStory
            inStory = inStory ? !storyFromFurniture[index] : furnitureFromStory[index]
        }
        return result
    }

    private static func isPlainSentence(_ page: Page, _ index: Int) -> Bool {
        let feature = page.features[index]
        let block = page.blocks[index]
        return feature.scan.endsSentence && feature.scan.wordCount >= 6 && feature.scan.stopWords > 0
            && feature.line.phrases == 0
            && !feature.scan.hasAddress && feature.scan.separators == 0 && block.shape == .paragraph
            && block.linkShare < 0.3
    }

    /// Lines that are never part of a story, whatever their neighbours are.
    static func mustDrop(_ page: Page, _ index: Int, title: Int?) -> Bool {
        let line = page.features[index].line
        if line.isLabel || line.isTeaser || RepeatedLine.isFurniture(index, in: page) { return true }
        if let title, page.blocks[index].text == page.blocks[title].text { return true }
        return false
    }
}
