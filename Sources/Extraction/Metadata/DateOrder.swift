/// Whether "02/03/2021" is the second of March or the third of February.
enum DateOrder {
    case dayFirst, monthFirst

    /// The order in which a page writes its other dates.
    ///
    /// Dates in numbers that can be read in one way only decide, then the written ones ("March 2" or "2 March"). A page
    /// that says nothing has the day first, as most countries do.
    init(of page: Page) {
        var inNumbers = 0
        var written = 0
        for index in page.blocks.indices where page.features[index].scan.digits > 0 {
            let tokens = DateToken.tokens(of: page.blocks[index].text).tokens
            for position in tokens.indices.dropLast() {
                switch (tokens[position].content, tokens[position + 1].content) {
                case (.month, .number(1...31, digits: 1...2)): written += 1
                case (.number(1...31, digits: 1...2), .month): written -= 1
                case (.number(13...31, digits: 2), .number(1...12, _)) where Self.hasYear(tokens, position + 2):
                    inNumbers -= 1
                case (.number(1...12, _), .number(13...31, digits: 2)) where Self.hasYear(tokens, position + 2):
                    inNumbers += 1
                default: break
                }
            }
        }
        self = (inNumbers == 0 ? written : inNumbers) > 0 ? .monthFirst : .dayFirst
    }

    private static func hasYear(_ tokens: [DateToken], _ index: Int) -> Bool {
        guard let number = DayPattern.number(tokens, index) else { return false }
        return number.digits == 4 && tokens[index].start == tokens[index - 1].end + 1
            && tokens[index - 1].start == tokens[index - 2].end + 1
    }
}
