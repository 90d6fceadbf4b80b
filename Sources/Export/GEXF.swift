import Storage

/// Co-occurrence as a graph in GEXF 1.3, the format of Gephi.
///
/// A network by time becomes a dynamic graph: nodes and edges have the spells in which they are there, edges a weight and
/// nodes a count for each. What has no date is left out, since a dynamic graph would show it at all times.
public enum GEXF {
    /// Writes a network.
    ///
    /// - Parameter creator: the name of the program.
    public static func write(_ network: Cooccurrence, creator: String, to sink: @escaping ([UInt8]) throws -> Void)
        throws
    {
        var writer = ByteWriter(to: sink)
        writer.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
            <meta><creator>
            """)
        writer.write(XMLText.attribute(creator))
        writer.write("</creator><description>Entities that are mentioned together</description></meta>\n")
        if network.isByTime {
            try DynamicGEXF(network).write(to: &writer)
        } else {
            try writeStatic(network, to: &writer)
        }
        writer.write("</graph>\n</gexf>\n")
        try writer.flush()
    }

    private static func writeStatic(_ network: Cooccurrence, to writer: inout ByteWriter) throws {
        writer.write(
            text: """
                <graph defaultedgetype="undirected" idtype="string" mode="static">
                <attributes class="node" mode="static">\(kindAndRole)<attribute id="count" title="Count" type="integer"/>\
                \(degrees)</attributes>
                <attributes class="edge" mode="static">
                """)
        for measure in EdgeMeasure.allCases {
            writer.write(text: "<attribute id=\"\(measure.name)\" title=\"\(measure.column)\" type=\"double\"/>")
        }
        if network.hasEvidence { writer.write("<attribute id=\"evidence\" title=\"Evidence\" type=\"string\"/>") }
        writer.write("</attributes>\n<nodes count=\"")
        writer.write(network.nodes.count)
        writer.write("\">\n")
        let totals = network.nodeTotals()
        for number in network.nodes.indices {
            writeNode(number, network, totals, to: &writer)
            writeValue("count", totals.counts[number], to: &writer)
            writer.write("</attvalues></node>\n")
            try writer.flushIfFull()
        }
        try writeStaticEdges(network, to: &writer)
    }

    private static func writeStaticEdges(_ network: Cooccurrence, to writer: inout ByteWriter) throws {
        writer.write("</nodes>\n<edges count=\"")
        writer.write(network.slices.reduce(0) { $0 + $1.edges.count })
        writer.write("\">\n")
        let ids = PreparedFields(network.nodes) { XMLText.attribute($0.id) }
        for slice in network.slices.indices {
            try network.forEachEdge(ofSlice: slice, inOrder: true) { edge, number, association in
                writeEdge(number, edge.source, edge.target, ids, to: &writer)
                writer.write(" weight=\"")
                writer.write(Int(edge.weight))
                writer.write("\"><attvalues>")
                for measure in EdgeMeasure.allCases {
                    writer.write("<attvalue for=\"")
                    writer.write(measure.name)
                    writer.write("\" value=\"")
                    writer.write(measure.value(association), decimals: measure.decimals)
                    writer.write("\"/>")
                }
                if network.hasEvidence {
                    let articles = network.evidence(ofEdge: number, inSlice: slice).joined(separator: "|")
                    writer.write("<attvalue for=\"evidence\" value=\"")
                    writer.write(XMLText.attribute(articles))
                    writer.write("\"/>")
                }
                writer.write("</attvalues></edge>\n")
                try writer.flushIfFull()
            }
        }
        writer.write("</edges>\n")
    }

    /// Declarations of attributes of nodes that graphs of either mode have.
    static let kindAndRole =
        #"<attribute id="kind" title="Kind" type="string"/><attribute id="role" title="Role" type="string"/>"#
    static let degrees = """
        <attribute id="degree" title="Degree" type="integer"/>\
        <attribute id="weighted_degree" title="Weighted Degree" type="integer"/>
        """

    /// Begins a node, up to the values that differ between modes.
    static func writeNode(
        _ number: Int, _ network: Cooccurrence, _ totals: Cooccurrence.NodeTotals, to writer: inout ByteWriter
    ) {
        let node = network.nodes[number]
        writer.write("<node id=\"")
        writer.write(XMLText.attribute(node.id))
        writer.write("\" label=\"")
        writer.write(XMLText.attribute(node.name))
        writer.write("\"><attvalues><attvalue for=\"kind\" value=\"")
        writer.write(XMLText.attribute(node.kind))
        writer.write("\"/><attvalue for=\"role\" value=\"")
        writer.write(XMLText.attribute(node.role))
        writer.write("\"/>")
        writeValue("degree", totals.degrees[number], to: &writer)
        writeValue("weighted_degree", totals.weightedDegrees[number], to: &writer)
    }

    static func writeValue(_ attribute: StaticString, _ value: Int, to writer: inout ByteWriter) {
        writer.write("<attvalue for=\"")
        writer.write(attribute)
        writer.write("\" value=\"")
        writer.write(value)
        writer.write("\"/>")
    }

    /// Begins an edge, up to its weight.
    static func writeEdge(
        _ number: Int, _ source: UInt32, _ target: UInt32, _ ids: PreparedFields, to writer: inout ByteWriter
    ) {
        writer.write("<edge id=\"")
        writer.write(number)
        writer.write("\" source=\"")
        writer.write(ids, source)
        writer.write("\" target=\"")
        writer.write(ids, target)
        writer.write("\"")
    }
}
