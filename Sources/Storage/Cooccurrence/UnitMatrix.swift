/// Which entities stand in which units, as compact postings in both directions, and the product of the two.
///
/// The number of units two entities share is a cell of AᵀA, where A has a row for each unit and a column for each entity.
/// A row of the product is added up in a dense array (F. Gustavson 1978), without a hash table.
struct UnitMatrix: CooccurrenceMatrix {
    /// Unit by unit: the unit's number with `mark`, then its entities in ascending order.
    private let cells: [UInt32]
    private let postings: Postings
    private let articles: [UInt32]

    /// The bit that tells the number of a unit from that of an entity.
    static let mark: UInt32 = 1 << 31

    /// Makes the matrix of some units.
    init(_ units: Units, in range: Range<Int>, entityCount: Int) {
        cells = units.cells
        articles = units.articles
        postings = Postings(cells: units.cells, in: units.places(of: range), entityCount: entityCount)
    }

    func count(of entity: Int) -> Int { postings.count(of: entity) }

    func addRow(_ entity: Int, to row: inout RowAccumulator) {
        cells.withUnsafeBufferPointer { cells in
            for posting in postings.places(of: entity) {
                // The entities before it in the unit are those with smaller numbers.
                var place = Int(posting) - 1
                if row.collectsArticles {
                    var head = place
                    while cells[head] < Self.mark { head -= 1 }
                    let article = articles[Int(cells[head] ^ Self.mark)]
                    while place > head {
                        row.note(article, with: cells[place])
                        place -= 1
                    }
                    place = Int(posting) - 1
                }
                while cells[place] < Self.mark {
                    row.add(cells[place])
                    place -= 1
                }
            }
        }
    }
}

/// For each entity the places in an array of entities where it stands, in ascending order.
struct Postings {
    private let starts: [UInt32]
    private let places: [UInt32]

    /// Turns a part of an array around by counting; numbers from `entityCount` on are no entities.
    init(cells: [UInt32], in range: Range<Int>, entityCount: Int) {
        var ends = [UInt32](repeating: 0, count: entityCount + 1)
        for place in range where Int(cells[place]) < entityCount { ends[Int(cells[place]) + 1] += 1 }
        for entity in 0..<entityCount { ends[entity + 1] += ends[entity] }
        starts = ends
        var next = ends
        var places = [UInt32](repeating: 0, count: Int(ends[entityCount]))
        for place in range where Int(cells[place]) < entityCount {
            let entity = Int(cells[place])
            places[Int(next[entity])] = UInt32(place)
            next[entity] += 1
        }
        self.places = places
    }

    func count(of entity: Int) -> Int { Int(starts[entity + 1] - starts[entity]) }

    func places(of entity: Int) -> ArraySlice<UInt32> { places[Int(starts[entity])..<Int(starts[entity + 1])] }
}

/// What rows of a symmetric matrix of counts can be taken from.
protocol CooccurrenceMatrix {
    /// In how many units an entity stands.
    func count(of entity: Int) -> Int

    /// Adds the entities with smaller numbers that an entity shares units with, once for each such unit.
    func addRow(_ entity: Int, to row: inout RowAccumulator)
}
