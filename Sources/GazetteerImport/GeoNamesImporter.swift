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
            aliases: GeoNamesAliases.of(fields[1], ascii: fields[2], alternates: fields[3]), country: fields[8],
            weight: population > 0 ? Prior.ofPopulation(population) : nil)
        return .entity(row)
    }

    private static func role(_ featureClass: String, _ code: String) -> String {
        if let role = roles[code] { return role }
        return classes[featureClass] ?? ""
    }

    private static let classes = [
        "A": "region", "H": "water", "L": "region", "P": "city", "R": "road", "S": "building", "T": "mountain",
        "U": "sea", "V": "forest",
    ]

    private static let roles = [
        "ADM1": "region", "ADM2": "county", "ADM3": "district", "ADM4": "district", "PCLH": "former country",
        "PPLC": "capital", "PPLX": "district", "PPLF": "village", "PPLL": "village",
        "BAY": "bay", "CNL": "canal", "GULF": "gulf", "LK": "lake", "LKS": "lake", "OCN": "sea", "RSV": "lake",
        "SEA": "sea", "STM": "river", "STMI": "river", "STRT": "strait",
        "PRK": "park", "PRT": "port", "RGN": "region", "RESN": "park",
        "AIRB": "airport", "AIRP": "airport", "BDG": "bridge", "DAM": "dam", "HSP": "hospital", "STDM": "stadium",
        "UNIV": "university",
        "CAPE": "cape", "DSRT": "desert", "ISL": "island", "ISLET": "island", "ISLS": "island", "PEN": "peninsula",
        "VAL": "valley", "VLC": "volcano",
    ]
}
