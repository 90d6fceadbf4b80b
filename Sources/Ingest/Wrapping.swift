/// What stands around the records of an input, told by its first bytes.
enum Wrapping: Equatable {
    case gzip
    case compressed(Archive.Compression)
    case zip
    case tar
    /// Nothing: the records themselves.
    case none

    /// How many bytes are needed to tell: the header of a tar entry.
    static let bytesNeeded = 512

    init(_ beginning: [UInt8]) {
        let signatures: [([UInt8], Wrapping)] = [
            ([0x1F, 0x8B], .gzip), ([0x28, 0xB5, 0x2F, 0xFD], .compressed(.zstd)),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed(.xz)), ([0x04, 0x22, 0x4D, 0x18], .compressed(.lz4)),
            ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x50, 0x4B, 0x30, 0x30, 0x50], .zip),
        ]
        if let found = signatures.first(where: { beginning.starts(with: $0.0) })?.1 {
            self = found
        } else if Self.isBzip2(beginning) {
            self = .compressed(.bzip2)
        } else {
            self = Self.isTar(beginning) ? .tar : .none
        }
    }

    /// "BZh", the size of blocks as a digit, and the first block's or the end's mark.
    private static func isBzip2(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 10, bytes.starts(with: Array("BZh".utf8)), (0x31...0x39).contains(bytes[3]) else {
            return false
        }
        let marks: [[UInt8]] = [[0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]]
        return marks.contains(Array(bytes[4..<10]))
    }

    /// A tar header carries the sum of its own bytes, with its eight bytes of sum taken as spaces.
    private static func isTar(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 512, bytes[0] != 0 else { return false }
        let digits = bytes[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty else { return false }
        let stated = digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
        let sum = bytes[..<148].reduce(0) { $0 + Int($1) } + bytes[156..<512].reduce(0) { $0 + Int($1) } + 8 * 0x20
        return stated == sum
    }

    /// A name without the ending that tells of the wrapping.
    func shortened(_ name: String) -> String {
        for ending in endings where name.lowercased().hasSuffix(ending) && name.utf8.count > ending.utf8.count {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    private var endings: [String] {
        switch self {
        case .gzip: [".gz", ".gzip", ".tgz"]
        case .compressed(.bzip2): [".bz2", ".tbz2"]
        case .compressed(.xz): [".xz", ".txz"]
        case .compressed(.zstd): [".zst", ".zstd"]
        case .compressed(.lz4): [".lz4"]
        case .zip, .tar, .none: []
        }
    }
}
