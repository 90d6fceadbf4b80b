import Export
import NewsModel
import Pipeline
import Recognition
import Storage
import Topics

/// Says why an article has its topics, or one that it may not have.
func explainTopics(_ arguments: Arguments) throws -> ExitStatus {
    let format: ExplanationFormat = try arguments.choice("format", default: .table)
    let path = SharedOptions.databasePath(arguments)
    let articles = try SharedOptions.articles(arguments.positional[0], try Database(path: path))
    let resources = try SharedOptions.resources(
        arguments, decisions: try SharedOptions.decisions(arguments, database: path))
    guard let model = resources.models.topics else { throw UsageError("--topic and --no-topics exclude each other") }
    let wanted = arguments.value("topic") ?? ""
    let ids = wanted.isEmpty ? nil : [try topicID(wanted, of: model, arguments)]
    let tagger = try ArticleTagger(resources: resources, configuration: try SharedOptions.tagger(arguments))
    let most = try arguments.number("terms", default: ids == nil ? 8 : 40)
    for article in articles {
        let report = tagger.explainTopics(ids, of: article.tagged.article)
        switch format {
        case .table:
            try Terminal.write(
                TopicExplanationText(
                    article: article.tagged.article, tokenized: report.article, explanations: report.explanations,
                    mostTerms: most
                ).text)
        case .json:
            try Terminal.write(topicExplanationJSON(article.tagged.article, report.article, report.explanations))
        }
    }
    return .done
}

/// The id of a topic of a model, by id, name or a part of the name that only one has.
func topicID(_ text: String, of model: TopicModel, _ arguments: Arguments) throws -> String {
    try TopicResolver(model: model, arguments: arguments).resolve(text).id
}

/// Why an article has its topics, for reading in a terminal.
struct TopicExplanationText {
    var article: Article
    var tokenized: TokenizedArticle
    var explanations: [TopicExplanation]
    var mostTerms: Int
    private static let mostPlaces = 3

    var text: String {
        var page = "\(article.id)\(article.title.isEmpty ? "" : ": \(article.title)")\n"
        if article.pageKind != .story {
            page += "This page is no story (\(article.pageKind.rawValue)) and has no topics.\n"
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
            page += row(part.contribution, product, "\(words(part.term))\(places(part.term))")
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
        let found = rule.found.map { "\"\(words($0))\"" }.joined(separator: ", ")
        let has = found.isEmpty ? "none of \(rule.count)" : found
        return "\(rule.part): \(has), \(rule.holds ? "so the topic is allowed" : "so the topic is not given")"
    }

    /// The term in small letters, or what it is where it is no word.
    private func words(_ term: TopicExplanation.ExplainedTerm) -> String {
        tokenized.words(of: term)
    }

    /// "3 times: title, 120, 388": code points of the text.
    private func places(_ term: TopicExplanation.ExplainedTerm) -> String {
        guard !term.places.isEmpty else { return term.times > 1 ? "  \(term.times) times" : "" }
        let starts = tokenized.codePoints(of: term)
        let shown = starts.prefix(Self.mostPlaces).map { $0.map { "at \($0.start)" } ?? "title" }
        let more = starts.count > Self.mostPlaces ? ", …" : ""
        return "  \(term.times > 1 ? "\(term.times) times: " : "")\(shown.joined(separator: ", "))\(more)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

}

extension TokenizedArticle {
    /// A term for people: its words in small letters, or what it is where it is no word.
    func words(of term: TopicExplanation.ExplainedTerm) -> String {
        term.feature ?? term.places.first.map { $0.map(key).joined(separator: " ") } ?? ""
    }

    /// Where a term stands in the text; `nil` for places in the title.
    func codePoints(of term: TopicExplanation.ExplainedTerm) -> [CodePointSpan?] {
        let body = OffsetConverter(String(decoding: bytes[bodyStart...], as: UTF8.self))
        return term.places.map { place -> CodePointSpan? in
            let span = span(place)
            guard span.start >= bodyStart else { return nil }
            return body.codePoints(UTF8Span(start: span.start - bodyStart, end: span.end - bodyStart))
        }
    }
}

/// Why an article has its topics, as one line of JSON.
func topicExplanationJSON(
    _ article: Article, _ tokenized: TokenizedArticle, _ explanations: [TopicExplanation]
) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.field("article", article.id)
        json.field("topics") { json in
            json.array { json in
                for explanation in explanations { write(explanation, tokenized, to: &json) }
            }
        }
    }
    json.endLine()
    return json.bytes
}

private func write(_ explanation: TopicExplanation, _ tokenized: TokenizedArticle, to json: inout JSONWriter) {
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
                        json.field("found", rule.found.map { tokenized.words(of: $0) }.joined(separator: "|"))
                    }
                }
            }
        }
        json.field("terms") { json in
            json.array { json in
                for part in explanation.parts { write(part, tokenized, to: &json) }
            }
        }
    }
}

private func write(_ part: TopicExplanation.Part, _ tokenized: TokenizedArticle, to json: inout JSONWriter) {
    json.object { json in
        json.field("term", tokenized.words(of: part.term))
        json.field("weight", rounded(part.weight))
        json.field("factor", rounded(part.factor))
        json.field("times", part.term.times)
        json.field("places") { json in
            json.array { json in
                for place in tokenized.codePoints(of: part.term) {
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
