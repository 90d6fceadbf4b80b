import Storage

/// What there is about an entity as one line of JSON, as `gazette entities NAME --format json` prints it.
public func profileObject(_ profile: EntityProfile) -> [UInt8] {
    var json = JSONWriter()
    let entity = profile.entity
    json.object { json in
        json.field("entity", entity.id)
        json.field("name", entity.name)
        json.field("kind", entity.kind)
        json.field("role", entity.role)
        json.field("selected_stories", profile.selectedStories)
        json.field("stories", entity.articles)
        json.field("main_stories", profile.mainStories)
        json.field("mentions", entity.mentions)
        json.field("variants") { json in json.array { json in for name in profile.variants { json.string(name) } } }
        if let first = profile.first { json.field("first") { write(first, to: &$0) } }
        if let last = profile.last { json.field("last") { write(last, to: &$0) } }
        json.field("timeline") { write(profile.timeline, to: &$0) }
        json.field("examined_stories", profile.examinedStories)
        json.field("names") { write(profile.names, named: "name", counted: "mentions", to: &$0) }
        json.field("neighbours") { write(profile.neighbours, to: &$0) }
        json.field("topics") { write(profile.topics, id: "topic", named: "name", counted: "stories", to: &$0) }
        json.field("countries") { write(profile.countries, id: "entity", named: "name", counted: "stories", to: &$0) }
        json.field("sites") { write(profile.sites, named: "site", counted: "stories", to: &$0) }
    }
    json.endLine()
    return json.bytes
}

private func write(_ story: EntityProfile.DatedStory, to json: inout JSONWriter) {
    json.object { json in
        json.field("id", story.id)
        json.field("published", story.published)
        json.field("title", story.title)
    }
}

private func write(_ timeline: Timeline, to json: inout JSONWriter) {
    json.object { json in
        json.field("unit", timeline.unit.rawValue)
        json.field("undated", timeline.undated)
        json.field("counts") { json in
            json.array { json in
                for count in timeline.counts {
                    json.object { json in
                        json.field("date", count.date)
                        json.field("stories", count.stories)
                    }
                }
            }
        }
    }
}

private func write(_ neighbours: [EntityProfile.Neighbour], to json: inout JSONWriter) {
    json.array { json in
        for neighbour in neighbours {
            json.object { json in
                json.field("entity", neighbour.id)
                json.field("name", neighbour.name)
                json.field("kind", neighbour.kind)
                json.field("stories", neighbour.association.together)
                json.field("expected", rounded(neighbour.association.expected))
                json.field("log_likelihood", rounded(neighbour.association.logLikelihood))
                json.field("pmi", rounded(neighbour.association.pmi))
            }
        }
    }
}

/// To three decimals.
private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
