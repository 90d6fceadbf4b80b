/// The blocks of a page with their features: what the classifier and the metadata finders look at.
struct Page {
    var blocks: [Block]
    var features: [BlockFeatures]

    /// Measures the blocks and counts repetitions.
    /// - Parameters:
    ///   - storiesElsewhere: on how many other pages with other stories the line with a `LineHash` stands.
    ///   - linkedBody: the text of the story as the page's linked data gives it.
    init(_ blocks: [Block], storiesElsewhere: ((UInt64) -> Int)? = nil, linkedBody: String? = nil) {
        self.blocks = blocks
        features = blocks.map(BlockFeatures.init)
        if let storiesElsewhere {
            for index in blocks.indices {
                features[index].storiesElsewhere = storiesElsewhere(LineHash.hash(of: blocks[index]))
            }
        }
        countRepetitions()
        dropUselessHints()
        shareContainers()
        if let linkedBody { compare(with: LinkedBody(linkedBody)) }
    }

    /// The lines that are more than labels, teasers and notices.
    var readableLines: [String] {
        blocks.indices.filter {
            !features[$0].line.isLabel && !features[$0].line.isTeaser && features[$0].line.phrases == 0
        }.map { blocks[$0].text }
    }

    private mutating func compare(with body: LinkedBody) {
        guard body.isLong else { return }
        for index in blocks.indices { features[index].linkedShare = body.share(of: features[index].scan.words) }
    }

    private mutating func countRepetitions() {
        var counts: [String: Int] = [:]
        for block in blocks where block.text.utf8.count < 400 { counts[block.text, default: 0] += 1 }
        for index in blocks.indices { features[index].repetitions = counts[blocks[index].text] ?? 1 }
    }

    /// A hint that most of the prose of the page has is the name of a wrapper and says nothing.
    private mutating func dropUselessHints() {
        var total = 0.0
        var counts = [Double](repeating: 0, count: 32)
        for index in blocks.indices where blocks[index].hints.contains(.html) {
            let prose = features[index].prose
            total += prose
            for bit in 0..<32 where blocks[index].hints.rawValue & (1 << UInt32(bit)) != 0 { counts[bit] += prose }
        }
        guard total > 0 else { return }
        var useless: BlockHints = []
        for bit in 0..<32 where counts[bit] > 0.6 * total {
            useless.insert(BlockHints(rawValue: 1 << UInt32(bit)))
        }
        useless.formIntersection(BlockHints.outside.union([.header, .byline, .date, .title, .caption, .table]))
        for index in blocks.indices { blocks[index].hints.subtract(useless) }
    }

    private mutating func shareContainers() {
        let inner = shares { $0.container }
        let outer = shares { $0.outerContainer }
        let regions = shares { $0.region }
        let paths = shares { $0.path == 0 ? -1 : Int(truncatingIfNeeded: $0.path >> 1) }
        var proseDepth = 0.0
        var prose = 0.0
        for index in blocks.indices {
            proseDepth += features[index].prose * Double(blocks[index].depth)
            prose += features[index].prose
        }
        proseDepth /= max(prose, 0.001)
        for index in blocks.indices {
            features[index].containerShare = inner[blocks[index].container] ?? 0
            features[index].regionShare = regions[blocks[index].region] ?? 0
            features[index].pathShare = paths[Int(truncatingIfNeeded: blocks[index].path >> 1)] ?? 0
            features[index].depthDifference = Double(blocks[index].depth) - proseDepth
            features[index].outerShare = outer[blocks[index].outerContainer] ?? 0
        }
    }

    /// The share of the page's prose in each container.
    private func shares(_ container: (Block) -> Int) -> [Int: Double] {
        var sums: [Int: Double] = [:]
        var total = 0.0
        for index in blocks.indices where container(blocks[index]) >= 0 {
            sums[container(blocks[index]), default: 0] += features[index].prose
            total += features[index].prose
        }
        return total > 0 ? sums.mapValues { $0 / total } : [:]
    }
}
