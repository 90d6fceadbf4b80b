import Export
import Storage

/// Counted topics under their broader ones, those of most stories first.
struct TopicTree {
    /// Each topic before the finer ones.
    private var nodes: [Node] = []

    private struct Node {
        var count: TopicCount
        /// How many topics stand above it.
        var depth: Int
        /// Whether it is there for its own stories, not only for those of finer ones.
        var isCounted: Bool
    }

    /// Makes the tree of the topics that stories are about, and of those above them that are there; with `tops`, of
    /// these and the finer ones alone.
    init(_ counts: [TopicCount], below tops: [TopicRow] = []) {
        let known = Set(counts.map(\.topic.id))
        var finer: [String?: [TopicCount]] = [:]
        for count in counts {
            let parent = count.topic.parent.flatMap { known.contains($0) ? $0 : nil }
            finer[parent, default: []].append(count)
        }
        let wanted = Set(tops.map(\.id))
        var seen: Set<String> = []
        /// Adds a topic with the finer ones; whether any story is about one of them.
        func add(_ count: TopicCount, depth: Int) -> Bool {
            guard seen.insert(count.topic.id).inserted else { return false }
            let place = nodes.count
            nodes.append(Node(count: count, depth: depth, isCounted: count.articles > 0))
            var hasStories = count.articles > 0
            for child in finer[count.topic.id] ?? [] where add(child, depth: depth + 1) { hasStories = true }
            if !hasStories { nodes.removeSubrange(place...) }
            return hasStories
        }
        // Topics that stand above each other in a circle are under none: they come last.
        let roots = tops.isEmpty ? (finer[nil] ?? []) + counts : counts.filter { wanted.contains($0.topic.id) }
        for root in roots { _ = add(root, depth: 0) }
    }

    /// The topics that stories are about, those of most stories first.
    private var counts: [TopicCount] {
        nodes.filter(\.isCounted).map(\.count)
            .sorted { ($1.articles, $0.topic.id) < ($0.articles, $1.topic.id) }
    }

    /// The tree of so many topics that most stories are about, and of those above them.
    func first(_ limit: Int) -> TopicTree {
        let first = Set(counts.prefix(limit).map(\.topic.id))
        var kept: [Node] = []
        // Backwards, the next topic of this depth is the one above the topic that was kept last.
        var depthAbove = -1
        for var node in nodes.reversed() {
            node.isCounted = first.contains(node.count.topic.id)
            guard node.isCounted || node.depth == depthAbove else { continue }
            kept.append(node)
            depthAbove = node.depth - 1
        }
        var tree = self
        tree.nodes = kept.reversed()
        return tree
    }

    /// For reading: each topic indented under the broader one.
    var indented: RowTable {
        var table = RowTable(columns: [.init("topic"), .init("name"), .init("stories", isNumber: true)])
        for node in nodes {
            let name = String(repeating: "  ", count: node.depth) + node.count.topic.name
            table.add([node.count.topic.id, name, String(node.count.articles)])
        }
        return table
    }

    /// For programs: the topics that stories are about, without those that only stand above them; those of most stories
    /// first, with the ids of the broader ones.
    var flat: RowTable {
        var table = RowTable(columns: [
            .init("topic"), .init("name"), .init("parent"), .init("stories", isNumber: true),
        ])
        for count in counts {
            table.add([count.topic.id, count.topic.name, count.topic.parent ?? "", String(count.articles)])
        }
        return table
    }
}
