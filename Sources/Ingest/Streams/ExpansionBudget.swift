/// How far the containers of one source may grow when they are unpacked, all levels of nesting together.
///
/// A source that grows more than a thousandfold was made to fill memory or time: deflate reaches 1032:1 on zeros alone,
/// news text 10:1 at most.
final class ExpansionBudget {
    private let limits: IngestLimits
    /// The length of the source, when it is a regular file.
    var sourceLength: Int?
    private var consumed = 0
    private var produced = 0

    /// Growth is not looked at before so many bytes have come out.
    private static let unchecked = 64 << 20

    init(limits: IngestLimits) { self.limits = limits }

    /// Counts bytes read from the source itself; going back in a file does not count twice.
    func consume(_ count: Int) { consumed = min(consumed + count, sourceLength ?? .max) }

    /// Counts bytes that a decompressor or an archive has given, of which `entryTotal` are of its present entry.
    func produce(_ count: Int, entryTotal: Int) throws(StreamError) {
        produced += count
        guard produced <= limits.mostSourceBytes else {
            throw .sourceRefused("more than \(limits.mostSourceBytes.asSize) unpacked: see --source-limit")
        }
        guard produced <= Self.unchecked || produced / limits.mostExpansion <= consumed else {
            throw .sourceRefused(
                "unpacks to more than \(limits.mostExpansion) times its size, as no news does: see --expansion-limit")
        }
        guard entryTotal <= limits.mostEntryBytes else {
            throw .entryRefused("more than \(limits.mostEntryBytes.asSize) unpacked: see --entry-limit")
        }
    }
}
