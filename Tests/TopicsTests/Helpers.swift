import Topics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

let topicsTable = "# made for tests\nid\tparent\tname\na\t\tsport\nb\t\tpolitics\n"

/// A model of the topics a and b with these rows of terms.
func makeModel(_ rows: String, topics: String = topicsTable) throws(TopicTableError) -> TopicModel {
    try TopicModel(topicsTable: Array(topics.utf8), termsTable: Array("topic\tterm\tweight\n\(rows)".utf8), hash: fnv)
}

/// FNV-1a.
func fnv(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}

func hash(_ word: String) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer(fnv) }

/// The hashes of blank-divided words; "|" is a boundary.
func keys(_ text: String) -> [UInt64] {
    text.split(separator: " ").map { $0 == "|" ? 0 : hash(String($0)) }
}

func sigmoid(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
