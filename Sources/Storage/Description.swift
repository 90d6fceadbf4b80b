/// What a table or column of the database means, in words: the table `description` of every database.
struct Description: Equatable {
    /// A table or view, or a column of one: "article", "article.day".
    var name: String
    var text: String

    static let table = """
        CREATE TABLE IF NOT EXISTS description (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
        """

    private init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// Of every table and view, each followed by those of its columns.
    static let all: [Description] = tables.flatMap { table in
        [Description(table.name, table.text)] + table.columns.map { Description("\(table.name).\($0)", $1) }
    }

    private typealias Table = (name: String, text: String, columns: KeyValuePairs<String, String>)

    private static let tables: [Table] = [
        (
            "article", "A page. Only stories have tags, a cluster, and words in the full-text index.",
            [
                "key": "A number for joining inside this file; other files have other ones.",
                "id": "What one may cite it by: the record's own key, else the file's name.",
                "source": "The source that it came from.",
                "record": "Its number in the source, from 0.",
                "page_kind": "story, listing, wall, media or fragment.",
                "cluster":
                    "The key of the first article that tells the same story, its own when it stands alone; NULL for "
                    + "pages that are no stories.",
                "day": "The day of publication as a number such as 20240117; 0 where it is not known.",
                "title": "The headline.",
                "published": "When it was published: ISO 8601, as exact as the page said.",
                "byline": "Its authors as printed.",
                "site": "The newspaper or site.",
                "section": "The part of the site.",
                "url": "The address that it was fetched from.",
                "canonical_url": "The address that the page names as its own.",
                "language": "ISO 639-1 code.",
                "text": "The cleaned body, with one blank line between paragraphs.",
                "zones":
                    "The stretches of the text that are no body, in code points: \"lead 0-212, caption 800-850\". NULL "
                    + "where there are none, or an earlier version did not say.",
            ]
        ),
        (
            "entity", "What mentions mean: a person, an organization, a country, a place, an event, a product.",
            [
                "key": "A number for joining inside this file.",
                "id":
                    "Q… is a Wikidata id, gz:… an entry of a gazetteer without one, nil:… a name that no gazetteer has.",
                "kind": "person, organization, country, place, event, product or other.",
                "role": "The finer kind: politician, party, city; empty where it is not known.",
                "name": "The usual name.",
            ]
        ),
        (
            "mention", "A span of a story that names an entity.",
            [
                "article": "The story.",
                "sentence": "The number of its sentence, counted over title and text.",
                "start": "Its first code point in the title where zone is title, else in the text.",
                "end": "The code point after its last.",
                "entity": "What it names.",
                "form": "name, alias, acronym, demonym, surname or guess.",
                "zone": "title, lead, body or caption.",
                "confidence": "How sure it is that the entity is meant, 0 to 1.",
            ]
        ),
        (
            "article_entity",
            "An entity in a story. In order of entity and day, so that all stories of an entity, newest first, stand together.",
            [
                "entity": "The entity.",
                "day": "The day of the story, as in article.",
                "article": "The story.",
                "mentions": "How often the story mentions it, title included.",
                "salience": "How much the story is about it, 0 to 1.",
                "sentence_start":
                    "The first code point of the first sentence of the text that mentions it; equal to the end "
                    + "where only the title does.",
                "sentence_end": "The code point after that sentence.",
                "confidence":
                    "How sure it is that the story means it, 0 to 1; NULL where an earlier version did not say.",
            ]
        ),
        (
            "article_country",
            "A country that a story is about, whether it names it or not. In order of country and day.",
            [
                "country": "The entity of the country.",
                "day": "The day of the story, as in article.",
                "article": "The story.",
                "score": "0 to 1; from 0.5 on the story is rather about it than not.",
                "evidence": "What spoke for it, with values: \"dateline 1.0, place 1.39\".",
            ]
        ),
        (
            "variant", "A name that no gazetteer has and that is another form of one: \"Jane A. Doe\" of \"Jane Doe\".",
            [
                "entity": "The entity of the other form; mentions keep it.",
                "main": "The entity of the most frequent form; never a variant itself.",
            ]
        ),
        (
            "topic", "A topic that some story was scored for.",
            [
                "key": "A number for joining inside this file.",
                "id": "medtop:… is an IPTC Media Topic, own:… one of the user's.",
                "name": "Its name.",
                "parent": "The id of the broader topic; NULL at the top.",
            ]
        ),
        (
            "article_topic", "A topic of a story. In order of topic and day.",
            [
                "topic": "The topic.",
                "day": "The day of the story, as in article.",
                "article": "The story.",
                "score": "0 to 1; from 0.5 on the story is rather about it than not. Lower scores are kept too.",
            ]
        ),
        (
            "sketch", "What copies of a story are found by. Another version may keep another one.",
            [
                "article": "The story.",
                "source": "Its source, so that the search for copies reads no text.",
                "record": "Its number in the source.",
                "day": "Its day.",
                "address": "A hash of the canonical address.",
                "shingles": "How many different runs of five words it has.",
                "bins": "128 numbers of two bytes, the lower byte first: a MinHash.",
            ]
        ),
        (
            "source", "A file or stream that articles came from.",
            [
                "key": "A number for joining inside this file.",
                "path": "Its path as it was given.",
                "size": "Its bytes.",
                "modified": "When it was last changed, in nanoseconds since 1970.",
                "tagger": "The id of what tagged it.",
                "records": "How many of its records are in the database.",
                "is_done": "1 when all are.",
            ]
        ),
        (
            "reject", "A record that could not be read.",
            [
                "source": "The path of its source.",
                "record": "Its number in the source; -1 for the whole source.",
                "place": "Where it stands: \"entry news/2024.jsonl, line 12\".",
                "reason": "Why it could not be read.",
                "offset": "Bytes of the innermost file before it; NULL where nobody knows.",
            ]
        ),
        (
            "run", "A call of the program that wrote.",
            [
                "key": "A number in the order of runs.",
                "started": "When it began, in Greenwich.",
                "finished": "When it ended; NULL when it was cut off.",
                "program": "The program and its version.",
                "tagger": "The id of what tagged.",
                "options": "The options that decide tags.",
                "articles": "How many stories it tagged.",
                "rejects": "How many records it could not read.",
                "skipped": "How many sources it found unchanged.",
                "clusters": "How many clusters there were at its end; NULL when it did not get there.",
            ]
        ),
        (
            "tagger", "What tagged sources: a program with its tables and options.",
            [
                "key": "A number for joining inside this file.",
                "id": "As source.tagger and run.tagger have it.",
                "program": "The program with its models.",
                "extraction": "How records became articles: weights and options.",
                "built_in": "A hash of the built-in gazetteers.",
            ]
        ),
        (
            "tagger_file", "A table of names or decisions of the user's that a tagger had.",
            [
                "tagger": "The tagger.",
                "place": "Its place among them.",
                "role": "gazetteer or decisions.",
                "path": "Its path.",
                "folder": "The folder that was named in its stead; NULL where it was named itself.",
                "content": "What stood in it; NULL where that is too much to keep.",
            ]
        ),
        (
            "article_search",
            "The full-text index (FTS5) of stories; its rowid is article.key. It keeps words, not texts: join article.",
            [
                "title": "The normalized words of the title; reads as NULL.",
                "text": "The normalized words of the text; reads as NULL.",
            ]
        ),
        (
            "description", "What the tables, views and columns mean.",
            ["name": "A table or view, or a column of one: article, article.day.", "text": "What it means."]
        ),
        (
            "tagged_mention", "Mentions with article and entity in words.",
            [
                "article": "The article's id.", "published": "When it was published.", "title": "Its headline.",
                "entity": "The entity's id.", "name": "Its usual name.", "kind": "Its kind.", "role": "Its role.",
                "words": "The words that name it.", "start": "Their first code point.",
                "end": "The code point after them.", "form": "Their form.", "zone": "Where they stand.",
                "confidence": "How sure it is, 0 to 1.",
            ]
        ),
        (
            "tagged_topic", "Topics of stories in words.",
            [
                "article": "The article's id.", "published": "When it was published.", "title": "Its headline.",
                "topic": "The topic's id.", "name": "Its name.", "score": "0 to 1.",
                "parent": "The id of the broader topic.",
            ]
        ),
        (
            "tagged_country", "Countries that stories are about, in words.",
            [
                "article": "The article's id.", "published": "When it was published.", "title": "Its headline.",
                "country": "The country's id.", "name": "Its name.", "score": "0 to 1.",
                "evidence": "What spoke for it.",
            ]
        ),
        (
            "cluster", "Stories that several articles may tell.",
            [
                "key": "The key of the first article.", "articles": "How many articles tell it.",
                "first_day": "The earliest day; NULL where none has one.", "last_day": "The latest day.",
            ]
        ),
    ]
}

extension Connection {
    /// Writes the descriptions of all tables and columns.
    func describe() throws(DatabaseError) {
        try run("DELETE FROM description")
        let insert = try prepare("INSERT INTO description VALUES (?, ?)")
        for description in Description.all { try insert.bind(description.name).bind(description.text).run() }
    }
}
