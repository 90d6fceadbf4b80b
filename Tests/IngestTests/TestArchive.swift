import CArchive

/// Archives and compressed data, made in memory for tests.
enum TestArchive {
    /// What an entry is.
    enum Kind: UInt32 {
        case file = 0o100000
        case folder = 0o040000
        case symbolicLink = 0o120000
    }

    /// An entry to be written.
    struct Entry {
        var name: String
        var content: [UInt8]
        var kind = Kind.file

        init(_ name: String, _ content: String, kind: Kind = .file) {
            self.init(name, Array(content.utf8), kind: kind)
        }

        init(_ name: String, _ content: [UInt8], kind: Kind = .file) {
            self.name = name
            self.content = content
            self.kind = kind
        }
    }

    static func tar(_ entries: [Entry]) -> [UInt8] { made(entries) { archive_write_set_format_pax_restricted($0) } }

    static func zip(_ entries: [Entry]) -> [UInt8] { made(entries) { archive_write_set_format_zip($0) } }

    /// Compresses by a filter of libarchive: "gzip", "bzip2", "xz", "zstd", "lz4".
    static func compressed(_ content: [UInt8], by filter: String) -> [UInt8] {
        made([Entry("data", content)]) {
            archive_write_set_format_raw($0)
            archive_write_add_filter_by_name($0, filter)
            return 0
        }
    }

    private static func made(_ entries: [Entry], _ setUp: (OpaquePointer?) -> Int32) -> [UInt8] {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        _ = setUp(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        var room = [UInt8](repeating: 0, count: 1 << 20 + entries.reduce(0) { $0 + 2 * $1.content.count + 4096 })
        var used = 0
        room.withUnsafeMutableBytes { buffer in
            archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
            for entry in entries { write(entry, to: archive) }
            archive_write_close(archive)
        }
        return Array(room[..<used])
    }

    private static func write(_ entry: Entry, to archive: OpaquePointer?) {
        let header = archive_entry_new()
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.name)
        archive_entry_set_filetype(header, entry.kind.rawValue)
        archive_entry_set_perm(header, 0o644)
        if entry.kind == .symbolicLink {
            archive_entry_set_symlink(header, String(decoding: entry.content, as: UTF8.self))
        } else {
            archive_entry_set_size(header, Int64(entry.content.count))
        }
        archive_write_header(archive, header)
        guard entry.kind == .file else { return }
        _ = entry.content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    }
}
