/// Tells lines that a site repeats from sentences of a story that stand elsewhere too.
enum RepeatedLine {
    /// Of shorter lines, such as headings and numbers, many stories have the same.
    private static let leastWords = 4
    /// Lines of fewer words must stand on the pages of several other stories.
    private static let leastWordsOfOneOther = 8
    private static let severalStories = 3
    /// A sentence on so many stories' pages is a notice of the site, even in the middle of a story.
    private static let leastStoriesOfNotice = 20

    /// Whether a block is furniture because other stories of the dump have it on their pages.
    ///
    /// A sentence before a paragraph that only this page has is not: it is the lead that a list of recent stories quotes
    /// elsewhere, or a background that a site prints again and again.
    static func isFurniture(_ index: Int, in page: Page) -> Bool {
        let feature = page.features[index]
        let stories = feature.storiesElsewhere
        guard stories > 0, feature.scan.wordCount >= leastWords else { return false }
        guard stories >= severalStories || feature.scan.wordCount >= leastWordsOfOneOther else { return false }
        let mayBeStory = stories < leastStoriesOfNotice && isSentence(feature) && feature.line.phrases == 0
        return !(mayBeStory && isOwnParagraph(index + 1, of: page))
    }

    private static func isOwnParagraph(_ index: Int, of page: Page) -> Bool {
        guard page.features.indices.contains(index) else { return false }
        let feature = page.features[index]
        return feature.storiesElsewhere == 0 && feature.scan.wordCount >= 8 && isSentence(feature)
    }

    private static func isSentence(_ feature: BlockFeatures) -> Bool {
        feature.scan.endsSentence || feature.scan.wordCount >= 20
    }
}
