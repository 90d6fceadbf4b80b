import FileAccess
import NewsModel

/// Reads the records of one source in order, in bounded memory: those of a file, or of all files in it when it is a
/// container, whatever stands in whatever.
///
///     let reader = try SourceReader(Source(path: "dump.tar.zst"), IngestConfiguration())
///     while let next = try reader.next() { … }
public final class SourceReader {
    /// A record, or the reason why what stands there is none.
    public enum Item: Sendable {
        case record(RawRecord)
        case reject(Reject)
    }

    private let source: Source
    private let beginning: [UInt8]
    private let opener: FileOpener
    /// A file that is still to be opened; first the source itself.
    private var unopened: UnopenedFile?
    private var containers: [(container: any Container, surroundings: Surroundings)] = []
    private var reader: (reader: any RecordReader, surroundings: Surroundings)?
    /// The place of what is being opened or read, for when it fails.
    private var place = ""
    private var recordNumber = 0

    /// How much of standard input tells it from another.
    private static let beginningLength = 1 << 18

    /// Opens the source.
    /// - Throws: `FileError` when it cannot be opened or read.
    public convenience init(_ source: Source, _ configuration: IngestConfiguration) throws(FileError) {
        let budget = ExpansionBudget(limits: configuration.limits)
        let input = BufferedInput(try FileStream(path: source.path, budget: budget))
        let beginning = input.peek(Self.beginningLength)
        if case .file(let error) = input.failure { throw error }
        self.init(source, input, beginning, configuration, budget)
    }

    /// Reads bytes that are in memory as if they were the source's.
    public convenience init(_ source: Source, bytes: [UInt8], _ configuration: IngestConfiguration) {
        let budget = ExpansionBudget(limits: configuration.limits)
        budget.consume(bytes.count)
        let beginning = Array(bytes.prefix(Self.beginningLength))
        self.init(source, BufferedInput(bytes[...]), beginning, configuration, budget)
    }

    private init(
        _ source: Source, _ input: BufferedInput, _ beginning: [UInt8], _ configuration: IngestConfiguration,
        _ budget: ExpansionBudget
    ) {
        self.source = source
        self.beginning = beginning
        opener = FileOpener(configuration: configuration, budget: budget)
        unopened = UnopenedFile(input: input, source: source)
    }

    /// A name that is the same for the same content where the path says nothing: for standard input, its first chunk.
    public var key: String {
        guard source.isStandardInput else { return source.path }
        let hash = beginning.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return "\(Self.standardInputKey)\(String(hash, radix: 16))"
    }

    /// What the key of standard input begins with.
    public static let standardInputKey = "standard input "

    /// The next record, or `nil` at the end.
    /// - Throws: `FileError` when the source cannot be read on.
    public func next() throws(FileError) -> Item? {
        do {
            return try advance()
        } catch {
            if case .file(let error) = error { throw error }
            return stopped(by: error)
        }
    }

    private func advance() throws(StreamError) -> Item? {
        while true {
            if let (reader, surroundings) = reader {
                if let found = try reader.next() { return item(found, in: surroundings) }
                self.reader = nil
            } else if let file = unopened {
                unopened = nil
                if let reason = try open(file) { return reject(reason, place: file.place, offset: file.input.offset) }
            } else if let (container, surroundings) = containers.last {
                place = surroundings.place
                switch try nextItem(of: container) {
                case nil: containers.removeLast()
                case .entry(let entry): unopened = UnopenedFile(entry, in: surroundings)
                case .reject(let place, let offset, let reason):
                    return reject(reason, place: surroundings.place(of: place), offset: offset)
                }
            } else {
                return nil
            }
        }
    }

    /// What comes next in the innermost container; one whose own bytes are at fault is given up.
    private func nextItem(of container: any Container) throws(StreamError) -> ContainedItem? {
        do {
            return try container.next()
        } catch {
            containers.removeLast()
            throw error
        }
    }

    /// Opens a file; why not, when there is nothing in it to read.
    private func open(_ file: UnopenedFile) throws(StreamError) -> String? {
        place = file.place
        switch try opener.open(file) {
        case .records(let opened, let surroundings): reader = (opened, surroundings)
        case .container(let opened, let surroundings): containers.append((opened, surroundings))
        case .refused(let reason): return reason
        }
        return nil
    }

    /// Gives up what cannot be read on, and no more than that.
    private func stopped(by error: StreamError) -> Item {
        if case .sourceRefused = error { containers = [] }
        reader = nil
        return reject(error.reason, place: place, offset: nil)
    }

    private func item(_ found: FoundRecord, in surroundings: Surroundings) -> Item {
        let place = surroundings.place(of: found.place)
        switch found.outcome {
        case .refused(let reason): return reject(reason, place: place, offset: found.offset)
        case .content(let content):
            defer { recordNumber += 1 }
            return .record(
                RawRecord(
                    number: recordNumber, place: place, fallbackID: surroundings.articleID(found.key),
                    offset: found.offset, url: found.url ?? surroundings.url,
                    charset: found.charset ?? surroundings.charset, content: content))
        }
    }

    private func reject(_ reason: String, place: String, offset: Int?) -> Item {
        defer { recordNumber += 1 }
        return .reject(Reject(source: source.path, record: recordNumber, place: place, offset: offset, reason: reason))
    }
}
