import Gazetteers
import Ingest
import NewsModel

/// A format in which others keep names.
public enum ImportFormat: String, CaseIterable, Sendable {
    /// A JSON dump of Wikidata: an entity a line, inside brackets or not.
    case wikidata
    /// FollowTheMoney entities, as OpenSanctions publishes them: a JSON object a line.
    case followthemoney
    /// The tab-separated tables of GeoNames with their 19 columns.
    case geonames
    /// Patterns of spaCy's EntityRuler: a JSON object a line.
    case entityruler
    /// A table with a header line, as RFC 4180 describes it.
    case csv
}

/// What to take from the files and how.
public struct ImportOptions: Sendable {
    /// Only entities of these classes: Wikidata ids, FollowTheMoney schemas, GeoNames feature classes or codes, EntityRuler
    /// labels. Empty takes what is known to be a person, organization, place and so on.
    public var classes: Set<String> = []
    /// The kind of all entities, where the format does not say it or says it wrongly.
    public var kind: Kind?
    /// Of Wikidata's labels and aliases, those in this language.
    public var language = "en"
    /// For CSV: the names that our columns (`knownColumns`) have in the file.
    public var columns: [String: [String]] = [:]
    /// For CSV: what stands between values; `nil` is told by the header.
    public var separator: UInt8?
    /// For CSV: what stands between aliases in a value; `nil` takes semicolons and vertical bars.
    public var aliasSeparator: String?
    /// ISO 3166 alpha-2 codes by the Wikidata ids of countries.
    public var countries: [String: String] = [:]
    /// Whether offices are wanted.
    public var wantsOffices = false

    /// Longer records are refused, in bytes; the largest entities of Wikidata have about five million.
    public var mostRecordBytes = 16 << 20

    /// Our columns that a CSV file may have.
    public static let knownColumns = ["id", "kind", "role", "name", "aliases", "country", "from", "until", "weight"]

    /// Takes all that is known.
    public init() {}
}

/// What a record of a file turned out to be.
enum ImportOutcome {
    case entity(EntityRow, offices: [OfficeTable.Row] = [])
    case office(OfficeTable.Row)
    /// Nothing that was asked for.
    case passedOver
    /// No record: a bracket around the others, a header.
    case nothing
    /// Why it cannot be used.
    case refused(String)
}

/// Makes entities of the records of one format.
protocol Importer {
    /// How the files are cut into records.
    var inputFormat: InputFormat { get }

    /// What a record says.
    mutating func read(_ content: RawContent) -> ImportOutcome

    /// What is wrong with a file that ends here, when its last record was in order.
    mutating func endFile() -> ImportOutcome

    /// What could only be said after the last record.
    mutating func finish() -> [ImportOutcome]
}

extension Importer {
    var inputFormat: InputFormat { .jsonl }

    mutating func endFile() -> ImportOutcome { .nothing }

    mutating func finish() -> [ImportOutcome] { [] }
}
