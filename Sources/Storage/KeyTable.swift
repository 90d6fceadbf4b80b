/// Values by the keys of a table's rows, which are small numbers in a row.
///
/// A damaged database names keys that no row has: these have the usual value, whatever is put there.
struct KeyTable<Value> {
    private var values: [Value]
    private let usual: Value

    /// Has the same value for all keys of a table.
    init(of table: String, repeating usual: Value, _ connection: Connection) throws(DatabaseError) {
        let largest = try connection.integer("SELECT max(key) FROM \(table)")
        values = Array(repeating: usual, count: min(max(0, largest), Self.largestKey) + 1)
        self.usual = usual
    }

    /// No database has so many rows of one table.
    private static var largestKey: Int { 1 << 28 }

    /// The keys that have values of their own.
    var keys: Range<Int> { values.indices }

    @inline(__always)
    subscript(key: Int) -> Value {
        get { values.indices.contains(key) ? values[key] : usual }
        set { if values.indices.contains(key) { values[key] = newValue } }
    }
}
