/// How the articles of a source are written. Containers are no formats: they are always opened.
public enum InputFormat: String, CaseIterable, Sendable {
    /// Told by content and name.
    case auto
    /// The plain text of a whole page, or of a story alone.
    case page
    case html
    /// One JSON object a line.
    case jsonl
    /// A JSON array of objects, an object with a list of them, or one object over several lines.
    case json
    /// A table with a header line, as RFC 4180 describes it; divided by commas or semicolons.
    case csv
    /// A table with a header line, divided by tabs.
    case tsv
    /// RSS or Atom.
    case feed
    /// The news industry's XML: NITF, NewsML-G2, NewsML 1.
    case newsml
    /// A web archive: WARC or WET.
    case warc
    /// A page as a browser saves it with all that belongs to it.
    case mhtml
}
