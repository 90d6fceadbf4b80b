import FileAccess

/// What labels of gold data stand for: lines of a label, a tab and ids; of several lines for a label all hold.
///
/// Ids are divided by `|`; further columns are for people, and so are lines that begin with `#`. Labels are the same in
/// whatever letter case.
public struct LabelMap: Sendable, Equatable {
    /// Labels in the order of the table.
    public private(set) var labels: [String] = []
    private var idsOfLabel: [String: [String]] = [:]

    /// A map in which nothing stands for anything but itself.
    public init() {}

    /// Reads a table.
    /// - Throws: `GoldError` for a line without ids; `FileError` when it cannot be read.
    public init(path: String) throws { try self.init(try readFile(path), named: path) }

    /// Reads a table that is in memory.
    /// - Throws: `GoldError` for a line without ids.
    public init(_ bytes: [UInt8], named path: String) throws(GoldError) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            let ids =
                columns.dropFirst().first?.split(separator: "|").map { String($0.filter { !$0.isWhitespace }) } ?? []
            guard let label = columns.first?.lowercased(), !label.isEmpty, !ids.isEmpty, !ids.contains("") else {
                throw GoldError(path, "line \(number + 1)", "no label, tab and ids divided by \"|\"")
            }
            if idsOfLabel[label] == nil { labels.append(label) }
            for id in ids where !(idsOfLabel[label]?.contains(id) ?? false) {
                idsOfLabel[label, default: []].append(id)
            }
        }
    }

    /// Whether no label stands for anything.
    public var isEmpty: Bool { labels.isEmpty }

    /// What a label stands for; `nil` where the map does not have it.
    func ids(of label: String) -> [String]? { idsOfLabel[label.lowercased()] }
}
