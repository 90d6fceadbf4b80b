/// Numbers that count from 0, given to some keys of a table.
struct KeyNumbers {
    private var numbers: [UInt32] = []
    /// Of keys so large that no database that is whole has them, for which an array would take all memory.
    private var strays: [Int: UInt32] = [:]

    private static let none = UInt32.max
    private static let mostKeys = 1 << 24

    subscript(key: Int) -> UInt32? {
        @inline(__always)
        get {
            guard numbers.indices.contains(key) else { return strays.isEmpty ? nil : strays[key] }
            return numbers[key] == Self.none ? nil : numbers[key]
        }
        set {
            guard (0..<Self.mostKeys).contains(key) else {
                strays[key] = newValue
                return
            }
            if key >= numbers.count { numbers += repeatElement(Self.none, count: key + 1 - numbers.count) }
            numbers[key] = newValue ?? Self.none
        }
    }
}
