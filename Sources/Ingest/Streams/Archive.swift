import CArchive

/// libarchive over an input: the entries of an archive, or the unpacked bytes of a compressed file as a single one.
final class Archive {
    /// What to read.
    enum Form {
        /// The entries of zip or tar.
        case entries
        /// Data behind one of libarchive's filters.
        case compressed(by: Compression)
    }

    /// A compression that libarchive undoes.
    enum Compression: String {
        case bzip2, xz, zstd, lz4

        var filter: Int32 {
            switch self {
            case .bzip2: ARCHIVE_FILTER_BZIP2
            case .xz: ARCHIVE_FILTER_XZ
            case .zstd: ARCHIVE_FILTER_ZSTD
            case .lz4: ARCHIVE_FILTER_LZ4
            }
        }
    }

    /// What libarchive said.
    enum Status {
        case good
        case end
        /// This entry cannot be read; the next perhaps can.
        case failed
        /// Nothing more can be read.
        case fatal

        init(_ code: Int) {
            switch Int32(truncatingIfNeeded: code) {
            case ARCHIVE_EOF: self = .end
            case ARCHIVE_FATAL: self = .fatal
            case ARCHIVE_FAILED: self = .failed
            default: self = code < Int(ARCHIVE_WARN) ? .fatal : .good
            }
        }
    }

    /// An entry, as its header says.
    struct Header {
        /// Its name, which may be anything and is never used as a path.
        var name: String
        var isFile: Bool
        var isEncrypted: Bool
    }

    private let archive: OpaquePointer?
    private let source: ArchiveSource

    /// Opens an archive at the present place of the input.
    /// - Parameter canSeek: whether the archive is the whole of a file, so that offsets in it are those of the file.
    init(_ input: BufferedInput, _ form: Form, canSeek: Bool) throws(StreamError) {
        source = ArchiveSource(input)
        archive = archive_read_new()
        switch form {
        case .entries:
            archive_read_support_format_zip(archive)
            archive_read_support_format_tar(archive)
        case .compressed(let compression):
            // Named rather than guessed: a compression inside this one is a level of nesting of its own.
            archive_read_append_filter(archive, compression.filter)
            archive_read_support_format_raw(archive)
            archive_read_support_format_empty(archive)
        }
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(source).toOpaque())
        archive_read_set_read_callback(archive, readBytes)
        if canSeek { archive_read_set_seek_callback(archive, seekBytes) }
        guard Status(Int(archive_read_open1(archive))) == .good else { throw failure() }
        // Data cut off in its first block passes for empty, but for the error that is noted.
        if case .compressed = form, archive_error_string(archive) != nil { throw failure() }
    }

    deinit { archive_read_free(archive) }

    /// The header of the next entry; what is left of the present one is passed over. `nil` at the end.
    func nextHeader() throws(StreamError) -> Header? {
        var entry: OpaquePointer?
        switch Status(Int(archive_read_next_header(archive, &entry))) {
        case .good: break
        case .end: return nil
        case .failed, .fatal: throw failure()
        }
        let isLink = archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
        let isFile = Int32(archive_entry_filetype(entry) & 0o170000) == 0o100000
        return Header(
            name: Self.name(of: entry), isFile: isFile && !isLink,
            isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
    }

    /// Reads bytes of the present entry; 0 at its end, `nil` when it cannot be read on but the next perhaps can.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int? {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        switch Status(count) {
        case .good, .end: return 0
        case .failed: return nil
        case .fatal: throw failure()
        }
    }

    /// libarchive's own words about what went wrong last.
    var message: String { archive_error_string(archive).map { String(cString: $0) } ?? "unknown error" }

    private func failure() -> StreamError {
        // What went wrong below is nearer to the cause than what libarchive makes of it.
        if let failure = source.failure { return failure }
        return .damaged("\(isTruncation ? "truncated" : "damaged"): \(message)")
    }

    private var isTruncation: Bool { message.lowercased().contains("truncated") || source.isAtEnd }

    private static func name(of entry: OpaquePointer?) -> String {
        // The UTF-8 form is missing for names in an unknown character set.
        if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
        return archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
    }
}

/// Gives libarchive the bytes of an input and keeps what went wrong.
private final class ArchiveSource {
    let input: BufferedInput
    var failure: StreamError?
    var isAtEnd = false
    /// How much of the buffer libarchive has been given and is looking at.
    private var lent = 0

    init(_ input: BufferedInput) { self.input = input }

    /// The next bytes, which stay where they are until the next call; `nil` after a failure.
    func next() -> UnsafeRawBufferPointer? {
        input.drop(lent)
        lent = 0
        do {
            if input.buffered.isEmpty, try !input.fill() {
                isAtEnd = true
                return UnsafeRawBufferPointer(start: nil, count: 0)
            }
        } catch {
            failure = error
            return nil
        }
        lent = input.buffered.count
        return input.buffered
    }

    func seek(by distance: Int, from whence: Int32) -> Int? {
        lent = 0
        isAtEnd = false
        // libarchive seeks from the beginning and the end only.
        return whence == 1 ? nil : input.seek(to: distance, fromEnd: whence == 2)
    }
}

private func readBytes(
    _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
    guard let context else { return -1 }
    let source = Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
    guard let bytes = source.next() else { return -1 }
    buffer?.pointee = bytes.baseAddress
    return bytes.count
}

private func seekBytes(
    _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ distance: Int64, _ whence: Int32
) -> Int64 {
    guard let context else { return Int64(ARCHIVE_FATAL) }
    let source = Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
    return source.seek(by: Int(distance), from: whence).map { Int64($0) } ?? Int64(ARCHIVE_FATAL)
}
