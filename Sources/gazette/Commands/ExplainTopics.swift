import Export
import NewsModel
import Pipeline
import Recognition
import Storage
import Topics

/// Says why an article has its topics, or one that it may not have.
func explainTopics(_ arguments: Arguments) throws -> ExitStatus {
    let format: ExplanationFormat = try arguments.choice("format", default: .table)
    let retagging = try Retagging(arguments)
    guard let model = retagging.resources.models.topics else {
        throw UsageError("--topic and --no-topics exclude each other")
    }
    let wanted = arguments.value("topic") ?? ""
    let resolver = TopicResolver(model: model, arguments: arguments)
    let ids = wanted.isEmpty ? nil : [try resolver.resolve(wanted).id]
    let most = try arguments.number("terms", default: ids == nil ? 8 : 40)
    for article in retagging.articles {
        let (tokenized, explanations) = retagging.tagger.explainTopics(ids, of: article.tagged.article)
        let explained = ExplainedArticle(article: article.tagged.article, tokenized: tokenized)
        switch format {
        case .table:
            if try !retagging.isOfTheseTables(article), !arguments.has("quiet") {
                Terminal.note("tagged with other tables or another version: this is how it would be tagged now")
            }
            try Terminal.write(
                TopicExplanationText(article: explained, explanations: explanations, mostTerms: most).text)
        case .json: try Terminal.write(topicExplanationJSON(explained, explanations))
        }
    }
    return .done
}

/// An article with what is needed to show where terms stand in it.
struct ExplainedArticle {
    let article: Article
    private let tokenized: TokenizedArticle
    private let text: OffsetConverter

    init(article: Article, tokenized: TokenizedArticle) {
        self.article = article
        self.tokenized = tokenized
        text = OffsetConverter(String(decoding: tokenized.bytes[tokenized.bodyStart...], as: UTF8.self))
    }

    /// A term for people: its words in small letters, or what it is where it is no word.
    func words(of term: TopicExplanation.ExplainedTerm) -> String {
        if let feature = term.feature { return feature }
        guard let place = term.places.first else { return "" }
        let words = place.filter { !tokenized.tokens[$0].shape.contains(.possessive) }
        return words.map(tokenized.key).joined(separator: " ")
    }

    /// Where tokens stand in the text; `nil` in the title.
    func codePoints(of tokens: Range<Int>) -> CodePointSpan? {
        let span = tokenized.span(tokens)
        guard span.start >= tokenized.bodyStart else { return nil }
        return text.codePoints(
            UTF8Span(start: span.start - tokenized.bodyStart, end: span.end - tokenized.bodyStart))
    }
}

/// Why an article has its topics, for reading in a terminal.
struct TopicExplanationText {
    var article: ExplainedArticle
    var explanations: [TopicExplanation]
    var mostTerms: Int
    private static let mostPlaces = 3

    var text: String {
        let story = article.article
        var page = "\(story.id)\(story.title.isEmpty ? "" : ": \(story.title)")\n"
        guard story.pageKind == .story else {
            return page + "This page is no story (\(story.pageKind.rawValue)) and has no topics.\n"
        }
        if explanations.isEmpty { page += "\nNo topic fits this article.\n" }
        for explanation in explanations { page += "\n" + section(explanation) }
        return page
    }

    private func section(_ explanation: TopicExplanation) -> String {
        var page = "\(explanation.topic.id)  \(explanation.topic.name)  \(ExplanationText.fixed(explanation.score))\n"
        for rule in explanation.rules { page += "  \(line(rule))\n" }
        page += row(explanation.bias, "", "without any term")
        for part in explanation.parts.prefix(mostTerms) {
            let product = "\(ExplanationText.fixed(part.weight)) × \(ExplanationText.fixed(part.factor))"
            page += row(part.contribution, product, "\(article.words(of: part.term))\(places(part.term))")
        }
        let rest = explanation.parts.dropFirst(mostTerms)
        if !rest.isEmpty {
            page += row(rest.reduce(0) { $0 + $1.contribution }, "", "\(rest.count) more terms (--terms N shows them)")
        }
        let total = explanation.parts.reduce(explanation.bias) { $0 + $1.contribution }
        return page + row(total, "", "log-odds together")
    }

    private func row(_ value: Double, _ product: String, _ label: String) -> String {
        let number = ExplanationText.fixed(value, width: 7, isSigned: true)
        return "  \(number)  \(padded(product, 14))  \(label)\n"
    }

    private func line(_ rule: TopicExplanation.RuleOutcome) -> String {
        let found = rule.found.map { "\"\(article.words(of: $0))\"" }.joined(separator: ", ")
        let has = found.isEmpty ? "none of \(rule.count)" : found
        return "\(rule.part): \(has), \(rule.holds ? "so the topic is allowed" : "so the topic is not given")"
    }

    /// "3 times: title, 120, 388": code points of the text.
    private func places(_ term: TopicExplanation.ExplainedTerm) -> String {
        guard !term.places.isEmpty else { return term.times > 1 ? "  \(term.times) times" : "" }
        let shown = term.places.prefix(Self.mostPlaces).map { place in
            article.codePoints(of: place).map { "at \($0.start)" } ?? "title"
        }
        let more = term.places.count > Self.mostPlaces ? ", …" : ""
        return "  \(term.times > 1 ? "\(term.times) times: " : "")\(shown.joined(separator: ", "))\(more)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// Why an article has its topics, as one line of JSON.
func topicExplanationJSON(_ article: ExplainedArticle, _ explanations: [TopicExplanation]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.field("article", article.article.id)
        json.field("topics") { json in
            json.array { json in
                for explanation in explanations { write(explanation, article, to: &json) }
            }
        }
    }
    json.endLine()
    return json.bytes
}

private func write(_ explanation: TopicExplanation, _ article: ExplainedArticle, to json: inout JSONWriter) {
    json.object { json in
        json.field("topic", explanation.topic.id)
        json.field("name", explanation.topic.name)
        json.field("score", rounded(explanation.score))
        json.field("bias", rounded(explanation.bias))
        json.field("rules") { json in
            json.array { json in
                for rule in explanation.rules {
                    json.object { json in
                        json.field("part", rule.part)
                        json.field("holds", rule.holds ? 1 : 0)
                        json.field("found") { json in
                            json.array { json in
                                for term in rule.found { json.string(article.words(of: term)) }
                            }
                        }
                    }
                }
            }
        }
        json.field("terms") { json in
            json.array { json in
                for part in explanation.parts { write(part, article, to: &json) }
            }
        }
    }
}

private func write(_ part: TopicExplanation.Part, _ article: ExplainedArticle, to json: inout JSONWriter) {
    json.object { json in
        json.field("term", article.words(of: part.term))
        json.field("weight", rounded(part.weight))
        json.field("factor", rounded(part.factor))
        json.field("times", part.term.times)
        json.field("places") { json in
            json.array { json in
                for place in part.term.places.map(article.codePoints) {
                    json.object { json in
                        json.field("zone", place == nil ? "title" : "text")
                        if let place {
                            json.field("start", place.start)
                            json.field("end", place.end)
                        }
                    }
                }
            }
        }
    }
}

private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
