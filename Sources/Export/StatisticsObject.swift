import Storage

/// All that `gazette stats` knows as one line of JSON.
public func statisticsObject(
    _ counts: DatabaseCounts, _ statistics: DatabaseStatistics, rejects: [StoredReject]
) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        write(counts, to: &json)
        json.field("search_bytes", statistics.searchBytes)
        json.field("kinds") { write(statistics.kinds, named: "kind", counted: "entities", to: &$0) }
        json.field("languages") { write(statistics.languages, named: "language", counted: "stories", to: &$0) }
        json.field("sites") { write(statistics.sites, named: "site", counted: "stories", to: &$0) }
        json.field("topics") { write(statistics.topics, id: "topic", named: "name", counted: "stories", to: &$0) }
        json.field("countries") {
            write(statistics.countries, id: "entity", named: "name", counted: "stories", to: &$0)
        }
        json.field("runs") { json in json.array { json in for run in statistics.runs { write(run, to: &json) } } }
        json.field("rejects") { json in json.array { json in for reject in rejects { write(reject, to: &json) } } }
    }
    json.endLine()
    return json.bytes
}

private func write(_ counts: DatabaseCounts, to json: inout JSONWriter) {
    json.field("articles", counts.articles)
    json.field("clusters", counts.clusters)
    json.field("other_pages") { json in
        json.object { json in
            for (kind, count) in counts.otherPages.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                json.field(named: kind.rawValue, String(count), isNumber: true)
            }
        }
    }
    if let first = counts.firstDay, let last = counts.lastDay {
        json.field("first_day", first)
        json.field("last_day", last)
    }
    json.field("mentions", counts.mentions)
    json.field("entities", counts.entities)
    json.field("sources", counts.sources)
    json.field("finished_sources", counts.finishedSources)
    json.field("reject_count", counts.rejects)
    json.field("bytes", counts.bytes)
}

private func write(_ run: StoredRun, to json: inout JSONWriter) {
    json.object { json in
        json.field("started", run.started)
        json.field("finished", run.finished)
        json.field("program", run.program)
        json.field("options", run.options)
        json.field("articles", run.articles)
        json.field("rejects", run.rejects)
        json.field("skipped", run.skipped)
    }
}

private func write(_ reject: StoredReject, to json: inout JSONWriter) {
    json.object { json in
        json.field("source", reject.source)
        json.field("record", reject.record)
        json.field("place", reject.place)
        if let offset = reject.offset { json.field("offset", offset) }
        json.field("reason", reject.reason)
    }
}
