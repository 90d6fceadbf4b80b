import Storage

/// The dynamic graph of a network by time.
struct DynamicGEXF {
    private let network: Cooccurrence
    /// For each slice ` start="2024-01-01" end="2024-01-31"`.
    private let times: [[UInt8]]
    /// For each node the slices in which it has an edge.
    private let slicesOfNode: [[Int]]

    /// Takes what has a date.
    init(_ network: Cooccurrence) {
        let dated = network.only(slices: network.slices.indices.filter { network.slices[$0].time?.days != nil })
        self.network = dated
        times = dated.slices.map { slice in
            slice.time?.days.map { Array(" start=\"\($0.first)\" end=\"\($0.last)\"".utf8) } ?? []
        }
        var slicesOfNode = [[Int]](repeating: [], count: dated.nodes.count)
        for (number, slice) in dated.slices.enumerated() {
            for edge in slice.edges {
                for node in [Int(edge.source), Int(edge.target)] where slicesOfNode[node].last != number {
                    slicesOfNode[node].append(number)
                }
            }
        }
        self.slicesOfNode = slicesOfNode
    }

    /// Writes the graph without its end.
    func write(to writer: inout ByteWriter) throws {
        writer.write("<graph defaultedgetype=\"undirected\" idtype=\"string\" mode=\"dynamic\" timeformat=\"date\"")
        writer.write(" timerepresentation=\"interval\"")
        if let first = network.slices.first?.time?.days?.first, let last = network.slices.last?.time?.days?.last {
            writer.write(text: " start=\"\(first)\" end=\"\(last)\"")
        }
        writer.write(
            text: """
                >
                <attributes class="node" mode="static">\(GEXF.kindAndRole)\(GEXF.degrees)</attributes>
                <attributes class="node" mode="dynamic"><attribute id="count" title="Count" type="integer"/></attributes>
                <attributes class="edge" mode="static">\
                <attribute id="total_weight" title="Total Weight" type="integer"/></attributes>
                <attributes class="edge" mode="dynamic"><attribute id="weight_then" title="weight" type="double"/></attributes>

                """)
        try writeNodes(to: &writer)
        try writeEdges(to: &writer)
    }

    private func writeNodes(to writer: inout ByteWriter) throws {
        writer.write("<nodes count=\"")
        writer.write(network.nodes.count)
        writer.write("\">\n")
        let totals = network.nodeTotals()
        let counts = countsOfNodes()
        for number in network.nodes.indices {
            GEXF.writeNode(number, network, totals, to: &writer)
            for (slice, count) in zip(slicesOfNode[number], counts[number]) {
                writeValue("count", Int(count), at: slice, to: &writer)
            }
            writer.write("</attvalues>")
            writeSpells(slicesOfNode[number], to: &writer)
            writer.write("</node>\n")
            try writer.flushIfFull()
        }
        writer.write("</nodes>\n")
    }

    private func writeEdges(to writer: inout ByteWriter) throws {
        var pairs = 0
        network.forEachPair { _ in pairs += 1 }
        writer.write("<edges count=\"")
        writer.write(pairs)
        writer.write("\">\n")
        let ids = PreparedFields(network.nodes) { XMLText.attribute($0.id) }
        var number = 0
        try network.forEachPair { pair in
            GEXF.writeEdge(number, pair.source, pair.target, ids, to: &writer)
            number += 1
            writer.write("><attvalues>")
            GEXF.writeValue("total_weight", pair.edges.reduce(0) { $0 + Int($1.weight) }, to: &writer)
            for edge in pair.edges { writeValue("weight_then", Int(edge.weight), at: edge.slice, to: &writer) }
            writer.write("</attvalues>")
            writeSpells(pair.edges.map(\.slice), to: &writer)
            writer.write("</edge>\n")
            try writer.flushIfFull()
        }
        writer.write("</edges>\n")
    }

    /// For each node its counts in the slices in which it has an edge.
    private func countsOfNodes() -> [[UInt32]] {
        var counts = [[UInt32]](repeating: [], count: network.nodes.count)
        for (number, slice) in network.slices.enumerated() {
            for (node, count) in zip(slice.counts.nodes, slice.counts.counts) {
                let (node, place) = (Int(node), counts[Int(node)].count)
                if place < slicesOfNode[node].count, slicesOfNode[node][place] == number { counts[node].append(count) }
            }
        }
        return counts
    }

    private func writeValue(_ attribute: StaticString, _ value: Int, at slice: Int, to writer: inout ByteWriter) {
        writer.write("<attvalue for=\"")
        writer.write(attribute)
        writer.write("\" value=\"")
        writer.write(value)
        writer.write("\"")
        writer.write(times[slice])
        writer.write("/>")
    }

    private func writeSpells(_ slices: [Int], to writer: inout ByteWriter) {
        writer.write("<spells>")
        for slice in slices {
            writer.write("<spell")
            writer.write(times[slice])
            writer.write("/>")
        }
        writer.write("</spells>")
    }
}
