import FileAccess

/// The weights of the learned recognizer: a file that is mapped, not read.
///
/// `Gazetteers/names/README.md` is its model card; ARCHITECTURE.md describes the format.
///
///     let model = try NameModel(path: "Gazetteers/names/weights.bin")
public final class NameModel: @unchecked Sendable {
    // Unchecked because pointers never are Sendable: these lead into a private read-only mapping that nobody writes and that
    // lives as long as `file`, which is kept here.
    private let file: MappedFile
    private let marks: UnsafeBufferPointer<UInt32>
    private let weights: UnsafeBufferPointer<LabelScores>
    let transitions: LabelChains.Transitions
    /// Changes with the weights.
    public let contentHash: UInt64

    /// Units of a weight of one.
    static let scale: Float = 256
    /// The greatest score of a step from label to label, lest sums of exponentials overflow; learned ones are below 10.
    static let greatestStep: Float = 20
    /// "GAZNAMES" and the version, as the first sixteen bytes have it.
    private static let magic = Array("GAZNAMES".utf8)
    private static let version: UInt32 = 1
    private static let byteOrderMark: UInt32 = 0x0102_0304
    private static let headerLength = 32

    /// Maps a file of weights.
    /// - Throws: `NameModelError` when it cannot be read, is of another version, or is damaged.
    public init(path: String) throws(NameModelError) {
        do {
            file = try MappedFile(path: path)
        } catch {
            throw .unreadable(error)
        }
        let bytes = file.bytes
        guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual(Self.magic) else {
            throw .foreign(path: path)
        }
        guard bytes.load(fromByteOffset: 8, as: UInt32.self) == Self.version,
            bytes.load(fromByteOffset: 12, as: UInt32.self) == Self.byteOrderMark
        else { throw .foreign(path: path) }
        let slots = Int(bytes.load(fromByteOffset: 16, as: UInt32.self))
        contentHash = bytes.load(fromByteOffset: 24, as: UInt64.self)
        let stepCount = NameLabel.count * NameLabel.count
        let marksStart = Self.headerLength + (stepCount * 4 + 15) / 16 * 16
        let weightsStart = marksStart + slots * 4
        guard slots >= 16, slots & (slots - 1) == 0,
            bytes.count == weightsStart + slots * MemoryLayout<LabelScores>.stride
        else { throw .damaged(path: path) }
        let steps = (0..<stepCount).map { bytes.load(fromByteOffset: Self.headerLength + $0 * 4, as: Float.self) }
        guard steps.allSatisfy({ abs($0) <= Self.greatestStep }) else { throw .damaged(path: path) }
        transitions = LabelChains.Transitions(scores: steps)
        marks = UnsafeRawBufferPointer(rebasing: bytes[marksStart..<weightsStart]).bindMemory(to: UInt32.self)
        weights = UnsafeRawBufferPointer(rebasing: bytes[weightsStart...]).bindMemory(to: LabelScores.self)
    }

    /// The weights of a feature by its hash; `nil` for one that training did not see.
    @inline(__always)
    func weights(_ hash: UInt64) -> LabelScores? {
        let mask = marks.count &- 1
        var place = Int(truncatingIfNeeded: hash &>> 32) & mask
        let mark = UInt32(truncatingIfNeeded: hash) | 1
        // A table has empty slots; where a damaged one has none, the look-up ends all the same.
        for _ in 0..<marks.count {
            if marks[place] == mark { return weights[place] }
            if marks[place] == 0 { return nil }
            place = (place &+ 1) & mask
        }
        return nil
    }
}

/// Why a file is no usable model of names.
public enum NameModelError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadable(FileError)
    /// Not such a file, or one of another version or another kind of machine.
    case foreign(path: String)
    /// Cut off or overwritten.
    case damaged(path: String)

    public var description: String {
        switch self {
        case .unreadable(let error): error.description
        case .foreign(let path):
            "\(path): no weights of names of this version; take the file that came with the program"
        case .damaged(let path): "\(path): the weights of names are damaged; take the file that came with the program"
        }
    }
}
