/// Which pages of a dump tell the same story: those that share at least half of the paragraphs of the shorter one.
///
/// A story that several sites print would else look like furniture, since its paragraphs stand on many pages.
struct StoryGroups {
    /// For each page how many paragraphs its story has.
    private var paragraphs: [UInt32] = []
    /// How many paragraphs two pages share, the lower number of a page in the upper half of the key.
    private var shared: [UInt64: UInt32] = [:]

    /// Copies share several paragraphs; a single one can be a notice that was taken for the story.
    private static let leastShared = 2

    mutating func addPage(storyLines: Int) { paragraphs.append(UInt32(clamping: storyLines)) }

    /// Notes that these pages, in order, have a paragraph in common.
    ///
    /// Each is compared with the next two only, which keeps the cost linear: pages that are copies of each other stand
    /// side by side in the list of every paragraph that they share.
    mutating func share(_ pages: [Int]) {
        for index in pages.indices {
            for other in pages[(index + 1)...].prefix(2) {
                shared[UInt64(pages[index]) << 32 | UInt64(other), default: 0] += 1
            }
        }
    }

    /// For each page the lowest number of a page that tells its story.
    func storyOfPage() -> [Int] {
        var parents = Array(paragraphs.indices)
        func root(_ page: Int) -> Int {
            var page = page
            while parents[page] != page {
                parents[page] = parents[parents[page]]
                page = parents[page]
            }
            return page
        }
        for (pair, count) in shared where count >= Self.leastShared {
            let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
            guard count * 2 >= min(paragraphs[first], paragraphs[second]) else { continue }
            let (left, right) = (root(first), root(second))
            parents[max(left, right)] = min(left, right)
        }
        return parents.indices.map(root)
    }
}
