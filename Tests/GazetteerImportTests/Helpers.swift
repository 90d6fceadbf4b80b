import GazetteerImport
import Gazetteers
import NewsModel
import TestSupport

/// What an import of files makes of them.
struct Imported {
    var rows: [EntityRow] = []
    var offices: [OfficeTable.Row] = []
    var rejects: [Reject] = []
    var passedOver = 0

    /// Imports files of the given content, which are called "0", "1", …
    init(
        _ files: [some Sequence<UInt8>], _ format: ImportFormat, _ options: ImportOptions = ImportOptions()
    ) throws {
        let folder = try TemporaryFolder()
        let paths = try files.enumerated().map { try folder.write("\($0)", $1) }
        let reader = ImportReader(paths: paths, format: format, options: options)
        while let item = reader.next() {
            switch item {
            case .entity(let row): rows.append(row)
            case .office(let row): offices.append(row)
            case .reject(let reject): rejects.append(reject)
            }
        }
        passedOver = reader.passedOver
        withExtendedLifetime(folder) {}
    }

    init(_ text: String, _ format: ImportFormat, _ options: ImportOptions = ImportOptions()) throws {
        try self.init([Array(text.utf8)], format, options)
    }
}
