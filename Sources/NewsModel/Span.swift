/// A half-open range of UTF-8 byte offsets into a text: the kind of offset used inside the program.
///
///     let span = UTF8Span(start: 0, end: 6)
///     span.count  // 6
public struct UTF8Span: Hashable, Sendable, Comparable {
    /// The offset of the first byte.
    public var start: Int
    /// The offset after the last byte.
    public var end: Int

    /// Makes a span; `start` must not be greater than `end`.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    /// Length in bytes.
    public var count: Int { end - start }

    /// Whether the two spans share at least one byte.
    public func overlaps(_ other: UTF8Span) -> Bool { start < other.end && other.start < end }

    /// Whether `other` lies inside this span or equals it.
    public func contains(_ other: UTF8Span) -> Bool { start <= other.start && other.end <= end }

    /// Orders by start, then the longer span first.
    public static func < (left: UTF8Span, right: UTF8Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}

/// A half-open range of Unicode code points of a text: the kind of offset that everything a user sees is given in.
public struct CodePointSpan: Hashable, Sendable {
    /// The number of code points before the span.
    public var start: Int
    /// The number of code points before its end.
    public var end: Int

    /// Makes a span; `start` must not be greater than `end`.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
