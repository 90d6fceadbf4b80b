import FileAccess

/// The tables that make up a gazetteer, in layers: a later one adds to and overrules an earlier.
public struct GazetteerSources: Sendable {
    /// What a table holds, told by its name or else by its first line.
    enum TableKind {
        case entities
        /// A plain list of names.
        case names
        case offices
        case stops
        case commonWords
        case nameWords
    }

    struct TableFile {
        var path: String
        var kind: TableKind
        /// Named by itself rather than found in a folder: what somebody wants to find.
        var isOwn = false
        /// The layer that it was found in, where that is a folder.
        var folder: String?
        var status: FileStatus
    }

    /// The tables in the order they are read.
    let tables: [TableFile]
    /// The folder of the first layer when it is one: where a compiled index may be kept.
    let folder: String?

    /// Finds the tables of each layer: a folder laid out like `Gazetteers/`, or a single table.
    /// - Throws: `FileError` when a layer is not there.
    public init(layers: [String]) throws(FileError) {
        var tables: [TableFile] = []
        var folder: String?
        for (number, layer) in layers.enumerated() {
            let status = try FileStatus(path: layer)
            if status.isFolder {
                tables += try Self.tables(inFolder: layer)
                if number == 0 { folder = layer }
            } else {
                tables.append(TableFile(path: layer, kind: try Self.kind(ofFile: layer), isOwn: true, status: status))
            }
        }
        self.tables = tables
        self.folder = folder
    }

    private static func tables(inFolder folder: String) throws(FileError) -> [TableFile] {
        var tables: [TableFile] = []
        for part in ["", "handwritten/", "words/"] {
            let path = part.isEmpty ? folder : "\(folder)/\(part.dropLast())"
            guard let status = try? FileStatus(path: path), status.isFolder else { continue }
            for name in try namesInFolder(path) where name.hasSuffix(".tsv") {
                let file = "\(folder)/\(part)\(name)"
                tables.append(
                    TableFile(
                        path: file, kind: try kind(ofFile: file), folder: folder, status: try FileStatus(path: file)))
            }
        }
        return tables
    }

    private static func kind(ofName name: String) -> TableKind? {
        switch name {
        case "offices.tsv": .offices
        case "stop.tsv": .stops
        case "common_words.tsv": .commonWords
        case "name_words.tsv": .nameWords
        default: nil
        }
    }

    private static func kind(ofFile path: String) throws(FileError) -> TableKind {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if let kind = kind(ofName: name) { return kind }
        let start = try MappedFile(path: path).withBytes { Array($0.prefix(1 << 16)) }
        let lines = start.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        guard let header = lines.first(where: { $0.first != UInt8(ascii: "#") }) else { return .entities }
        let text = String(decoding: header, as: UTF8.self).drop { $0 == "\u{FEFF}" }
        for (beginning, kind) in headers where text.hasPrefix(beginning) { return kind }
        // A table has a header with tabs, or with commas where somebody chose the wrong export.
        return text.contains("\t") || text.hasPrefix("id") ? .entities : .names
    }

    /// What the headers of other tables than those of entities begin with.
    private static let headers: [(beginning: String, kind: TableKind)] = [
        ("person\t", .offices), ("name\treason", .stops), ("word\tlower", .commonWords), ("word\tgiven", .nameWords),
    ]

    /// Where a stop list has a name, and why, whatever its letter case.
    public func stop(_ name: String) throws(FileError) -> (file: String, line: Int, reason: String)? {
        for table in tables where table.kind == .stops {
            let rows = StopTable(file: table.path, bytes: try readFile(table.path)).rows
            if let row = rows.first(where: { $0.name.lowercased() == name.lowercased() }) {
                return (table.path, row.line, row.reason)
            }
        }
        return nil
    }

    /// Changes whenever a table is edited, added or removed: from names, sizes and times, without reading the files.
    var fingerprint: UInt64 {
        tables.reduce(hash(of: "version \(IndexFormat.version) rules \(IndexFormat.rules)")) { hash, table in
            self.hash(of: "\(relative(table.path)) \(table.status.size) \(table.status.modified)", from: hash)
        }
    }

    /// The same for the same list of tables, edited or not.
    var listHash: UInt64 { tables.reduce(hash(of: "")) { hash(of: $1.path, from: $0) } }

    private func relative(_ path: String) -> Substring {
        if let folder, path.hasPrefix(folder) { return path.dropFirst(folder.count) }
        return path[...]
    }

    private func hash(of text: String, from start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
        var copy = text
        return copy.withUTF8 { bytesHash(UnsafeRawBufferPointer($0), from: start) }
    }
}
