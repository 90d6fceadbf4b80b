import Storage

/// The metadata with which Datasette (0.65) shows a database well: descriptions, facets, and queries to fill in.
///
///     datasette news.db --metadata metadata.json
///
/// Format: https://docs.datasette.io/en/stable/metadata.html
public enum DatasetteMetadata {
    /// The metadata as JSON; `name` is the name that Datasette gives the database: its file's without ".db".
    public static func json(databaseNamed name: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("title", "Gazette")
            json.field("description", "News with the people, organizations, countries, places and topics in it")
            json.field("databases") { json in
                json.object { json in
                    json.field(named: name) { json in
                        json.object { json in
                            json.field("tables") { writeTables(&$0) }
                            json.field("queries") { writeQueries(&$0) }
                        }
                    }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func writeTables(_ json: inout JSONWriter) {
        json.object { json in
            for table in Database.descriptions {
                json.field(named: table.name) { json in
                    json.object { json in
                        json.field("description", table.text)
                        json.field("columns") { json in
                            json.object { json in
                                for column in table.columns {
                                    json.field(named: column.name, column.text, isNumber: false)
                                }
                            }
                        }
                        writeView(of: table.name, &json)
                    }
                }
            }
        }
    }

    /// How a table is shown at first.
    private static func writeView(of table: String, _ json: inout JSONWriter) {
        if let facets = facets[table] {
            json.field("facets") { json in json.array { json in for facet in facets { json.string(facet) } } }
        }
        if let column = labels[table] { json.field("label_column", column) }
        if let column = orders[table] { json.field("sort_desc", column) }
        if table == "article" {
            json.field("fts_table", "article_search")
            json.field("fts_pk", "key")
        }
        if inner.contains(table) { json.field("hidden") { $0.boolean(true) } }
    }

    private static let facets = [
        "article": ["site", "section", "language", "page_kind"], "entity": ["kind", "role"],
        "tagged_mention": ["kind", "form", "zone"], "reject": ["source"],
    ]
    private static let labels = ["article": "title", "entity": "name", "topic": "name", "source": "path"]
    private static let orders = ["article": "day", "run": "key"]
    /// What only the program reads.
    private static let inner: Set = ["sketch", "article_search", "tagger", "tagger_file", "description"]

    private static func writeQueries(_ json: inout JSONWriter) {
        json.object { json in
            for query in DatasetteQuery.all {
                json.field(named: query.name) { json in
                    json.object { json in
                        json.field("title", query.title)
                        json.field("description", query.description)
                        json.field("sql", query.sql)
                    }
                }
            }
        }
    }
}
