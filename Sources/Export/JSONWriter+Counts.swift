import Storage

/// An array of objects with a name and a number each, and an id where `id` names its field.
func write(
    _ counts: [NamedCount], id: StaticString? = nil, named name: StaticString,
    counted number: StaticString, to json: inout JSONWriter
) {
    json.array { json in
        for count in counts {
            json.object { json in
                if let id { json.field(id, count.id) }
                json.field(name, count.name)
                json.field(number, count.count)
            }
        }
    }
}
