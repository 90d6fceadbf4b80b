/// Reads the files of a zip or tar archive in their order, without unpacking to disk.
///
/// Names are names only: whatever they look like, nothing is opened or written by them. Folders, links and devices are
/// passed over, and so are the files that systems add for themselves.
final class ArchiveReader: Container {
    private let archive: Archive
    private let budget: ExpansionBudget
    private var isFirst = true
    private var isFinished = false

    init(_ input: BufferedInput, canSeek: Bool, budget: ExpansionBudget) throws(StreamError) {
        archive = try Archive(input, .entries, canSeek: canSeek)
        self.budget = budget
    }

    func next() throws(StreamError) -> ContainedItem? {
        while !isFinished {
            guard let header = try nextHeader() else { break }
            defer { isFirst = false }
            let place = "entry \(Self.printable(header.name))"
            if isFirst, header.name == "[Content_Types].xml" || header.name == "mimetype" {
                isFinished = true
                return .reject(
                    place: "", offset: nil, reason: "an office document or e-book: export it as text or HTML")
            }
            guard header.isFile, !Self.isHidden(header.name) else { continue }
            if header.isEncrypted {
                return .reject(place: place, offset: nil, reason: "encrypted: unpack it with its password first")
            }
            return .entry(
                Entry(
                    place: place, name: header.name, key: .stem(Source(path: header.name).stem),
                    input: BufferedInput(EntryStream(archive, budget: budget))))
        }
        return nil
    }

    private func nextHeader() throws(StreamError) -> Archive.Header? {
        do {
            let header = try archive.nextHeader()
            isFinished = header == nil
            return header
        } catch {
            isFinished = true
            throw error
        }
    }

    /// Whether a name, or a folder in it, is hidden or one that macOS adds.
    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains { ($0.hasPrefix(".") && $0 != "." && $0 != "..") || $0 == "__MACOSX" }
    }

    /// The name without what would spoil a terminal, and not longer than can be read.
    private static func printable(_ name: String) -> String {
        let scalars = name.unicodeScalars.prefix(200).map { $0.properties.generalCategory == .control ? "?" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
