/// The entities of units, unit by unit in order of time.
struct Units {
    /// For each unit its number with `UnitMatrix.mark`, then its entities in ascending order, each once.
    private(set) var cells: [UInt32] = []
    /// For each unit the place of its article among the counted ones.
    private(set) var articles: [UInt32] = []
    private var starts: [Int] = []
    private var sorted: [UInt32] = []

    /// The number of units.
    var count: Int { articles.count }

    /// Adds a unit that mentions some entity, be it one of those that are counted or not.
    mutating func append(_ entities: some Sequence<UInt32>, article: Int) {
        starts.append(cells.count)
        cells.append(UInt32(articles.count) | UnitMatrix.mark)
        articles.append(UInt32(article))
        sorted.removeAll(keepingCapacity: true)
        sorted.append(contentsOf: entities)
        sorted.sort()
        for (place, entity) in sorted.enumerated() where place == 0 || sorted[place - 1] != entity {
            cells.append(entity)
        }
    }

    /// The places in `cells` of some units.
    func places(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return starts[range.lowerBound]..<(range.upperBound < count ? starts[range.upperBound] : cells.count)
    }
}
