import NewsModel
import Testing

@Suite struct SpanTests {
    @Test func overlapNeedsASharedByte() {
        let span = UTF8Span(start: 3, end: 6)
        #expect(span.overlaps(UTF8Span(start: 5, end: 9)))
        #expect(!span.overlaps(UTF8Span(start: 6, end: 9)))
        #expect(!span.overlaps(UTF8Span(start: 0, end: 3)))
    }

    @Test func containsItself() {
        let span = UTF8Span(start: 3, end: 6)
        #expect(span.contains(span))
        #expect(!span.contains(UTF8Span(start: 2, end: 6)))
    }

    @Test func longerSpanComesFirstAtTheSameStart() {
        let spans = [UTF8Span(start: 1, end: 2), UTF8Span(start: 0, end: 1), UTF8Span(start: 0, end: 4)]
        #expect(spans.sorted().map(\.end) == [4, 1, 2])
    }
}
