/// Choices of reading.
public struct IngestConfiguration: Sendable {
    /// How to read every source, or what stands in it where it is a container; `auto` tells it by content.
    public var inputFormat = InputFormat.auto
    /// What stands between the values of CSV; `nil` is told by the header.
    public var delimiter: UInt8?
    /// What reading refuses.
    public var limits = IngestLimits()

    /// The defaults.
    public init() {}
}

/// What reading refuses, so that no input can take all memory or time.
public struct IngestLimits: Sendable {
    /// Records longer than this are rejected, in bytes.
    public var mostRecordBytes = 64 << 20
    /// An entry of an archive, or a compressed file, is read up to so many unpacked bytes.
    public var mostEntryBytes = 1 << 40
    /// A source is read up to so many unpacked bytes, those of all its containers together.
    public var mostSourceBytes = 1 << 42
    /// A source is read until it has grown to so many times its own size (from 64 MiB on).
    public var mostExpansion = 1000
    /// Containers may stand in containers so deep; each compression counts as one.
    public var deepestNesting = 6
    /// A table may have so many columns.
    public var mostColumns = 4096
    /// Elements of XML may stand in one another so deep.
    public var deepestElements = 256

    /// The defaults.
    public init() {}
}
