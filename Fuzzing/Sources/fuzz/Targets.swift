import Extraction
import NewsModel

/// What is fuzzed, by name: each takes any bytes and must come back.
let fuzzTargets: [String: @Sendable ([UInt8]) -> Void] = [
    "html": { extract(.html($0)) },
    "page": { extract(.page($0)) },
]

@Sendable private func extract(_ content: RecordContent) {
    _ = try? Extractor().article(from: SourceRecord(number: 0, place: "", fallbackID: "1", content: content))
}
