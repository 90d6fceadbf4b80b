import FileAccess

extension GazetteerSources {
    /// A table that does not belong to the built-in gazetteers.
    public struct OwnTable: Sendable, Equatable {
        public var path: String
        /// The folder that was named as a layer; `nil` where the table was named itself.
        public var folder: String?

        /// Makes one.
        public init(path: String, folder: String?) {
            self.path = path
            self.folder = folder
        }
    }

    /// The tables outside a folder of built-in ones, in the order they are read.
    public func ownTables(besides builtIn: String) -> [OwnTable] {
        tables.filter { $0.folder != builtIn }.map { OwnTable(path: $0.path, folder: $0.folder) }
    }

    /// The hash of no built-in tables.
    public static var hashWithoutBuiltIn: UInt64 { bytesHash(UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// A hash of the contents of the tables in a folder of built-in ones; that of no bytes where no layer is that folder.
    /// - Throws: `FileError` when one cannot be read.
    public func contentHash(ofBuiltIn builtIn: String) throws(FileError) -> UInt64 {
        var hash = Self.hashWithoutBuiltIn
        for table in tables where table.folder == builtIn {
            let file = try MappedFile(path: table.path)
            hash = file.withBytes { bytesHash($0, from: hash) }
        }
        return hash
    }
}
