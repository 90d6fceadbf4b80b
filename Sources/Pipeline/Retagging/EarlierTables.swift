import FileAccess
import Gazetteers
import Storage

/// The user's tables as an earlier run had them, laid out on disk so that they can be read again.
struct EarlierTables {
    /// The layers in their order, the built-in gazetteers first where the run had them.
    let layers: [String]
    private let folder: ScratchFolder

    /// Writes the tables of a record into a folder of their own, which goes with this value.
    /// - Throws: `FileError` when they cannot be written.
    init(_ record: TaggerRecord, builtIn: String?) throws(FileError) {
        folder = try ScratchFolder(named: "tables")
        var layers = builtIn.map { [$0] } ?? []
        var named: String?
        for file in record.files where file.role == .gazetteer {
            let name = file.path.split(separator: "/").last ?? "table.tsv"
            let path: String
            if let original = file.folder {
                // Tables of one folder stand one after the other.
                if original != named { layers.append("\(folder.path)/\(layers.count)") }
                path = layers[layers.count - 1] + file.path.dropFirst(original.count)
            } else {
                path = "\(folder.path)/\(layers.count)/\(name)"
                layers.append(path)
            }
            named = file.folder
            try makeFolder(String(path.dropLast(name.count + 1)))
            try writeFileAtomically(file.content ?? [], to: path)
        }
        self.layers = layers
    }

    /// What the run knew, and what other layers know.
    func contents(besides present: [String]) throws -> (old: GazetteerContents, new: GazetteerContents) {
        try GazetteerContents.both(try GazetteerSources(layers: layers), try GazetteerSources(layers: present))
    }
}
