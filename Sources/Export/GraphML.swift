import Storage

/// Co-occurrence as a graph in GraphML, which most programs for networks read.
///
/// In a network by time two entities have an edge for each slice, with the name of the slice.
public enum GraphML {
    /// Writes a network.
    public static func write(_ network: Cooccurrence, to sink: @escaping ([UInt8]) throws -> Void) throws {
        var writer = ByteWriter(to: sink)
        writer.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """)
        writeKeys(network, to: &writer)
        writer.write("<graph edgedefault=\"undirected\">\n")
        try writeNodes(network, to: &writer)
        try writeEdges(network, to: &writer)
        writer.write("</graph>\n</graphml>\n")
        try writer.flush()
    }

    private static func writeKeys(_ network: Cooccurrence, to writer: inout ByteWriter) {
        func key(_ id: StaticString, _ element: StaticString, _ type: StaticString) {
            writer.write(text: "<key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(id)\" attr.type=\"\(type)\"/>\n")
        }
        for id: StaticString in ["label", "kind", "role"] { key(id, "node", "string") }
        for id: StaticString in ["count", "degree", "weighted_degree"] { key(id, "node", "int") }
        key("weight", "edge", "int")
        for measure in EdgeMeasure.allCases { key(measure.name, "edge", "double") }
        if network.isByTime { key("slice", "edge", "string") }
        if network.hasEvidence { key("evidence", "edge", "string") }
    }

    private static func writeNodes(_ network: Cooccurrence, to writer: inout ByteWriter) throws {
        let totals = network.nodeTotals()
        for (number, node) in network.nodes.enumerated() {
            writer.write("<node id=\"")
            writer.write(XMLText.attribute(node.id))
            writer.write("\">")
            writeData("label", XMLText.attribute(node.name), to: &writer)
            writeData("kind", XMLText.attribute(node.kind), to: &writer)
            writeData("role", XMLText.attribute(node.role), to: &writer)
            writeData("count", totals.counts[number], to: &writer)
            writeData("degree", totals.degrees[number], to: &writer)
            writeData("weighted_degree", totals.weightedDegrees[number], to: &writer)
            writer.write("</node>\n")
            try writer.flushIfFull()
        }
    }

    private static func writeEdges(_ network: Cooccurrence, to writer: inout ByteWriter) throws {
        let ids = PreparedFields(network.nodes) { XMLText.attribute($0.id) }
        for (number, slice) in network.slices.enumerated() {
            let time = network.isByTime ? XMLText.attribute(slice.time?.name ?? "") : nil
            try network.forEachEdge(ofSlice: number, inOrder: true) { edge, place, association in
                writer.write("<edge source=\"")
                writer.write(ids, edge.source)
                writer.write("\" target=\"")
                writer.write(ids, edge.target)
                writer.write("\">")
                writeData("weight", Int(edge.weight), to: &writer)
                for measure in EdgeMeasure.allCases {
                    writer.write("<data key=\"")
                    writer.write(measure.name)
                    writer.write("\">")
                    writer.write(measure.value(association), decimals: measure.decimals)
                    writer.write("</data>")
                }
                if let time { writeData("slice", time, to: &writer) }
                if network.hasEvidence {
                    let articles = network.evidence(ofEdge: place, inSlice: number).joined(separator: "|")
                    writeData("evidence", XMLText.attribute(articles), to: &writer)
                }
                writer.write("</edge>\n")
                try writer.flushIfFull()
            }
        }
    }

    private static func writeData(_ key: StaticString, _ value: [UInt8], to writer: inout ByteWriter) {
        writer.write("<data key=\"")
        writer.write(key)
        writer.write("\">")
        writer.write(value)
        writer.write("</data>")
    }

    private static func writeData(_ key: StaticString, _ value: Int, to writer: inout ByteWriter) {
        writer.write("<data key=\"")
        writer.write(key)
        writer.write("\">")
        writer.write(value)
        writer.write("</data>")
    }
}
