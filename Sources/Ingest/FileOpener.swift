import FileAccess

/// A file of a source, or the source itself, before it is known what it is.
struct UnopenedFile {
    var input: BufferedInput
    var name: String
    /// Where it stands in the source; empty for the source itself.
    var place = ""
    /// What its articles' keys begin with, where that is not its own name: in a web archive.
    var stem: String?
    /// How many containers are around it.
    var depth = 0
    var format = InputFormat.auto
    var url: String?
    var charset: String?
    /// Whether offsets in it are those of a file on disk.
    var canSeek = false

    var isInWebArchive: Bool { stem != nil }

    /// The source itself.
    init(input: BufferedInput, source: Source) {
        self.input = input
        name = source.path
        canSeek = true
    }

    /// An entry of a container.
    init(_ entry: Entry, in container: Surroundings) {
        input = entry.input
        name = entry.name
        place = container.place(of: entry.place)
        if case .number(let number) = entry.key { stem = "\(container.stem):\(number)" }
        depth = container.depth
        format = entry.format
        url = entry.url
        charset = entry.charset
    }
}

/// What stands around the records of an opened file, or around the entries of an opened container.
struct Surroundings {
    var place: String
    /// What the articles' keys begin with.
    var stem: String
    /// How many containers there are, itself included where it is one.
    var depth: Int
    var url: String?
    var charset: String?

    /// The place in the source of a place in the file.
    func place(of inner: String) -> String {
        place.isEmpty ? inner : inner.isEmpty ? place : "\(place), \(inner)"
    }

    /// The key of an article that brings none.
    func articleID(_ key: String?) -> String {
        guard let key else { return stem == "-" ? "1" : stem }
        return "\(stem):\(key)"
    }
}

/// Tells what a file is and opens it: takes compression off, opens archives, gives records to the reader of their format.
struct FileOpener {
    enum Opened {
        case records(any RecordReader, Surroundings)
        case container(any Container, Surroundings)
        case refused(String)
    }

    let configuration: IngestConfiguration
    let budget: ExpansionBudget

    /// Opens a file.
    func open(_ file: UnopenedFile) throws(StreamError) -> Opened {
        var file = file
        while true {
            let wrapping = Wrapping(file.input.peek(Wrapping.bytesNeeded))
            if wrapping == .none { return try openUnwrapped(file) }
            file.depth += 1
            guard file.depth <= configuration.limits.deepestNesting else {
                return .refused(
                    "containers in more than \(configuration.limits.deepestNesting) containers: see --nesting-limit")
            }
            if wrapping == .zip || wrapping == .tar {
                let archive = try ArchiveReader(
                    file.input, canSeek: file.canSeek && wrapping == .zip, budget: budget)
                return .container(archive, surroundings(of: file))
            }
            file.input = BufferedInput(unpacked(file.input, wrapping))
            file.name = wrapping.shortened(file.name)
            file.canSeek = false
        }
    }

    private func unpacked(_ input: BufferedInput, _ wrapping: Wrapping) -> any ByteStream {
        guard case .compressed(let compression) = wrapping else { return InflateStream(input, budget: budget) }
        return CompressedStream(input, compression, budget: budget)
    }

    /// Text in UTF-16 as UTF-8, byte order mark included; anything else as it is.
    private func unicode(_ input: BufferedInput) -> BufferedInput {
        let mark = input.peek(2)
        let charset = mark == ByteOrderMark.utf16LittleEndian ? "UTF-16LE" : "UTF-16BE"
        guard charset == "UTF-16LE" || mark == ByteOrderMark.utf16BigEndian,
            let text = TranscodingStream(input, from: charset)
        else { return input }
        return BufferedInput(text)
    }

    private func openUnwrapped(_ file: UnopenedFile) throws(StreamError) -> Opened {
        var file = file
        file.input = unicode(file.input)
        let beginning = file.input.peek(FormatGuess.bytesNeeded)
        if beginning.isEmpty {
            if let failure = file.input.failure { throw failure }
            return .refused(FoundRecord.emptyReason)
        }
        switch format(of: file, beginning) {
        case .refused(let reason): return .refused(reason)
        case .format(.warc):
            let archive = WebArchiveReader(file.input, limits: configuration.limits, budget: budget)
            return .container(archive, surroundings(of: file))
        case .format(let format): return .records(try reader(of: format, file), surroundings(of: file))
        }
    }

    /// The format: what the user says, else what the container says, else what the content says.
    private func format(of file: UnopenedFile, _ beginning: [UInt8]) -> FormatGuess {
        if let binary = BinaryFile.name(beginning) { return .refused("\(binary), which holds no articles") }
        // A web archive is a container: what the user says is said about the pages in it.
        if beginning.starts(with: "WARC/".utf8) { return .format(.warc) }
        let wanted = configuration.inputFormat
        if wanted != .auto, wanted != .warc || !file.isInWebArchive { return .format(wanted) }
        return file.format == .auto ? FormatGuess(beginning, name: file.name) : .format(file.format)
    }

    private func reader(of format: InputFormat, _ file: UnopenedFile) throws(StreamError) -> any RecordReader {
        let (input, limits) = (file.input, configuration.limits)
        switch format {
        case .html: return WholeReader(input, isHTML: true, limits: limits)
        case .jsonl: return LineReader(input, limits: limits)
        case .json: return JSONDocumentReader(input, limits: limits)
        case .csv: return TableReader(input, delimiter: configuration.delimiter, limits: limits)
        case .tsv: return TableReader(input, delimiter: TableHeader.tab, limits: limits)
        case .feed: return try XMLRecordReader(input, FeedHandler(limits: limits), limits: limits)
        case .newsml: return try XMLRecordReader(input, NewsHandler(limits: limits), limits: limits)
        case .mhtml: return MHTMLReader(input, limits: limits)
        // The first two are told and opened before.
        case .auto, .warc, .page: return WholeReader(input, isHTML: false, limits: limits)
        }
    }

    private func surroundings(of file: UnopenedFile) -> Surroundings {
        Surroundings(
            place: file.place, stem: file.stem ?? Source(path: file.name).stem, depth: file.depth, url: file.url,
            charset: file.charset)
    }
}
