import Storage

/// Co-occurrence as the two tables that Gephi imports: edges `Source,Target,Type,Weight,…` and nodes `Id,Label,Kind,…`.
public enum EdgeTables {
    /// Writes the edges as CSV, slice by slice in the order that was asked for.
    ///
    /// The labels are for people who open the file itself. Networks by time have a column `Slice`, those with evidence
    /// one of ids of articles divided by "|". `keepsFormulas` as in `CSVWriter`.
    public static func writeEdges(
        _ network: Cooccurrence, keepsFormulas: Bool = false, to sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        func prepared(_ field: String) -> [UInt8] {
            var csv = CSVWriter(keepsFormulas: keepsFormulas)
            csv.field(field)
            return csv.bytes
        }
        var writer = ByteWriter(to: sink)
        var header = ["Source", "Target", "Type", "Weight", "SourceLabel", "TargetLabel"]
        header += EdgeMeasure.allCases.map { "\($0.column)" }
        if network.isByTime { header.append("Slice") }
        if network.hasEvidence { header.append("Evidence") }
        writer.write(text: "\(header.joined(separator: ","))\n")
        let ids = PreparedFields(network.nodes) { prepared($0.id) }
        let labels = PreparedFields(network.nodes) { prepared($0.name) }
        for (number, slice) in network.slices.enumerated() {
            let time = network.isByTime ? prepared(slice.time?.name ?? "") : nil
            try network.forEachEdge(ofSlice: number, inOrder: true) { edge, place, association in
                writer.write(ids, edge.source)
                writer.write(",")
                writer.write(ids, edge.target)
                writer.write(",Undirected,")
                writer.write(Int(edge.weight))
                writer.write(",")
                writer.write(labels, edge.source)
                writer.write(",")
                writer.write(labels, edge.target)
                for measure in EdgeMeasure.allCases {
                    writer.write(",")
                    writer.write(measure.value(association), decimals: measure.decimals)
                }
                if let time {
                    writer.write(",")
                    writer.write(time)
                }
                if network.hasEvidence {
                    writer.write(",")
                    writer.write(
                        prepared(network.evidence(ofEdge: place, inSlice: number).joined(separator: "|")))
                }
                writer.write("\n")
                try writer.flushIfFull()
            }
        }
        try writer.flush()
    }

    /// Writes the nodes as CSV: count, degree and weighted degree add up all slices. `keepsFormulas` as in `CSVWriter`.
    public static func writeNodes(
        _ network: Cooccurrence, keepsFormulas: Bool = false, to sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        var writer = ByteWriter(to: sink)
        writer.write("Id,Label,Kind,Role,Count,Degree,WeightedDegree\n")
        let totals = network.nodeTotals()
        for (number, node) in network.nodes.enumerated() {
            var csv = CSVWriter(keepsFormulas: keepsFormulas)
            for text in [node.id, node.name, node.kind, node.role] { csv.field(text) }
            for count in [totals.counts[number], totals.degrees[number], totals.weightedDegrees[number]] {
                csv.field(count)
            }
            csv.endLine()
            writer.write(csv.bytes)
            try writer.flushIfFull()
        }
        try writer.flush()
    }
}
