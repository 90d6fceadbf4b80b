import Export
import Linking
import NewsModel
import Pipeline

/// An explanation as one line of JSON.
func explanationJSON(_ report: ExplanationReport) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.field("article", report.article.id)
        json.field("name", report.explanation.name)
        json.field("same_tables", report.isOfTheseTables ? 1 : 0)
        if let stop = report.stop {
            json.field("stop") { json in
                json.object {
                    $0.field("file", stop.file)
                    $0.field("line", stop.line)
                    $0.field("reason", stop.reason)
                }
            }
        }
        json.field("places") { json in
            json.array { json in
                for place in report.explanation.places { write(place, report, to: &json) }
            }
        }
    }
    json.endLine()
    return json.bytes
}

private func write(_ place: NameExplanation.Place, _ report: ExplanationReport, to json: inout JSONWriter) {
    json.object { json in
        json.field("text", place.text)
        json.field("zone", place.isInTitle ? "title" : "text")
        json.field("start", place.span.start)
        json.field("end", place.span.end)
        switch place.outcome {
        case .weighed(let verdict):
            json.field("outcome", "weighed")
            write(verdict, report, to: &json)
        case .partOf(let other, let verdict):
            json.field("outcome", "part of another name")
            json.field("other_name", other)
            write(verdict, report, to: &json)
        case .writtenOtherwise: json.field("outcome", "written otherwise")
        case .unknown: json.field("outcome", report.stop == nil ? "unknown" : "stopped")
        }
    }
}

private func write(_ verdict: Verdict, _ report: ExplanationReport, to json: inout JSONWriter) {
    json.field("entity", verdict.linked?.entity)
    json.field("entity_name", verdict.linked?.name)
    json.field("kind", verdict.linked?.kind.rawValue)
    json.field("form", verdict.linked?.form.rawValue)
    if let linked = verdict.linked { json.field("confidence", (linked.confidence * 1000).rounded() / 1000) }
    json.field("reason", report.reason(verdict))
    json.field("mentions", verdict.sharedBy)
    json.field("merged_from", verdict.merged?.entity)
    json.field("readings") { json in
        json.array { json in
            if let short = verdict.shortForm {
                write(short.full.entity, short.full.name, "part of the name", short.evidence, to: &json)
            }
            for candidate in verdict.candidates {
                let entity = report.resources.index.entity(candidate.entity)
                write(entity.id, entity.name, candidate.form.rawValue, candidate.evidence, to: &json)
            }
            write(nil, nil, "nothing known", verdict.unknown, to: &json)
        }
    }
    json.field("excluded") { json in
        json.array { json in
            for excluded in verdict.excluded {
                json.object {
                    $0.field("entity", excluded.entity)
                    $0.field("line", excluded.line)
                }
            }
        }
    }
}

private func write(
    _ entity: String?, _ name: String?, _ form: String, _ evidence: Evidence, to json: inout JSONWriter
) {
    json.object { json in
        json.field("entity", entity)
        json.field("name", name)
        json.field("by", form)
        json.field("score", (evidence.score * 1000).rounded() / 1000)
        json.field("evidence") { json in
            json.array { json in
                for part in evidence.contributions {
                    json.object {
                        $0.field("name", part.name.label)
                        $0.field("value", (part.value * 1000).rounded() / 1000)
                        $0.field("score", (part.score * 1000).rounded() / 1000)
                    }
                }
            }
        }
    }
}
