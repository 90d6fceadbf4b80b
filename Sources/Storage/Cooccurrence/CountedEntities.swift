import NewsModel

/// The entities that are counted, numbered in order of id.
struct CountedEntities {
    private(set) var nodes: [Cooccurrence.Node] = []
    private var numbers = KeyNumbers()

    /// Reads who is counted for a query.
    init(_ query: CooccurrenceQuery, _ connection: Connection) throws(DatabaseError) {
        var mains: [Int: Int] = [:]
        if query.mergesVariants {
            let select = try connection.prepare("SELECT entity, main FROM variant")
            while try select.step() { mains[select.integer(0)] = select.integer(1) }
        }
        let egos = Set(query.egos.map { mains[$0] ?? $0 })
        let kinds = Set(query.kinds.map(\.rawValue))
        let select = try connection.prepare("SELECT key, id, name, kind, role FROM entity ORDER BY id")
        while try select.step() {
            let key = select.integer(0)
            let node = Cooccurrence.Node(
                id: select.text(1), name: select.text(2), kind: select.text(3), role: select.text(4))
            let isAsked =
                (kinds.isEmpty || kinds.contains(node.kind)) && (query.roles.isEmpty || query.roles.contains(node.role))
            guard mains[key] == nil, isAsked || egos.contains(key) else { continue }
            numbers[key] = UInt32(nodes.count)
            nodes.append(node)
        }
        for (variant, main) in mains { numbers[variant] = numbers[main] }
    }

    /// The number of an entity; `nil` where it is not counted.
    @inline(__always)
    func number(ofKey key: Int) -> UInt32? { numbers[key] }
}
