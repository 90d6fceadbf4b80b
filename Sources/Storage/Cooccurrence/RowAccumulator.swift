/// Adds up a row of a matrix of counts: a count for every entity, and a list of those that are not 0.
struct RowAccumulator {
    private(set) var counts: [UInt32]
    /// Entities with a count, in the order in which they came.
    private(set) var touched: [UInt32] = []
    /// The earliest articles of each entity, `articlesEach` places for each.
    private(set) var articles: [UInt32] = []
    private let articlesEach: Int

    init(entityCount: Int, articlesEach: Int) {
        counts = Array(repeating: 0, count: entityCount)
        self.articlesEach = articlesEach
        articles = Array(repeating: Cooccurrence.Slice.noArticle, count: entityCount * articlesEach)
    }

    /// Whether the articles of a row are noted beside its counts.
    var collectsArticles: Bool { articlesEach > 0 }

    @inline(__always)
    mutating func add(_ entity: UInt32) {
        let count = counts[Int(entity)]
        if count == 0 { touched.append(entity) }
        counts[Int(entity)] = count &+ 1
    }

    /// Notes an article that an entity is in; articles must come in order, each may come again.
    mutating func note(_ article: UInt32, with entity: UInt32) {
        let first = Int(entity) * articlesEach
        for place in first..<first + articlesEach {
            if articles[place] == article { return }
            if articles[place] == Cooccurrence.Slice.noArticle {
                articles[place] = article
                return
            }
        }
    }

    /// The articles noted for an entity.
    func articles(of entity: UInt32) -> ArraySlice<UInt32> {
        articles[Int(entity) * articlesEach..<(Int(entity) + 1) * articlesEach]
    }

    /// Makes it ready for the next row.
    mutating func clear() {
        for entity in touched {
            counts[Int(entity)] = 0
            for place in Int(entity) * articlesEach..<(Int(entity) + 1) * articlesEach {
                articles[place] = Cooccurrence.Slice.noArticle
            }
        }
        touched.removeAll(keepingCapacity: true)
    }
}
