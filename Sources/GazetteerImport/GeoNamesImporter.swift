import Gazetteers
import Ingest
import NewsModel

/// Makes places of the tables of GeoNames (https://download.geonames.org/export/dump/readme.txt).
struct GeoNamesImporter: Importer {
    private let options: ImportOptions

    init(_ options: ImportOptions) { self.options = options }

    mutating func read(_ content: RawContent) -> ImportOutcome {
        guard case .object(let line) = content else { return .nothing }
        let count = line.count { $0 == UInt8(ascii: "\t") } + 1
        guard count == 19 else {
            return .refused("\(count) fields, but a table of GeoNames has 19, divided by tabs")
        }
        guard let text = String(validating: line, as: UTF8.self) else { return .refused("not UTF-8") }
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
        guard let number = Int(fields[0]) else { return .refused("no GeoNames id: \"\(fields[0].prefix(60))\"") }
        let (featureClass, code) = (fields[6], fields[7])
        guard options.classes.isEmpty || options.classes.contains(featureClass) || options.classes.contains(code) else {
            return .passedOver
        }
        let isCountry = code.hasPrefix("PCL") && code != "PCLH"
        let population = Double(fields[14]) ?? 0
        let row = EntityRow(
            id: "gz:geonames/\(number)", kind: options.kind ?? (isCountry ? .country : .place),
            role: isCountry ? "" : Self.role(featureClass, code), name: fields[1],
            aliases: Self.aliases(ascii: fields[2], alternates: fields[3]), country: fields[8],
            weight: population > 0 ? Prior.ofPopulation(population) : nil)
        return .entity(row)
    }

    private static func aliases(ascii: String, alternates: String) -> [Alias] {
        // Short alternates in capitals are codes of airports and tickers rather than names.
        let names = alternates.split(separator: ",").map { String($0) }.filter { name in
            name.utf8.count > 4 || !name.utf8.allSatisfy { $0 < 97 }
        }
        return (ascii.isEmpty ? names : [ascii] + names).map { Alias(name: $0) }
    }

    private static func role(_ featureClass: String, _ code: String) -> String {
        if let role = roles[code] { return role }
        switch featureClass {
        case "P": return "city"
        case "A", "L": return "region"
        case "H": return "water"
        case "T": return "mountain"
        default: return ""
        }
    }

    private static let roles = [
        "PPLC": "capital", "STM": "river", "LK": "lake", "SEA": "sea", "OCN": "sea", "ISL": "island", "AIRP": "airport",
        "STDM": "stadium", "UNIV": "university", "PPLX": "district", "ADM1": "region", "RGN": "region",
    ]
}
