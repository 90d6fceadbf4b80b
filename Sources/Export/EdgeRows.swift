import Storage

/// Co-occurrence as rows with names first, for reading and for programs that take JSON.
public enum EdgeRows {
    /// The rows as a table, slice by slice in the order that was asked for.
    public static func table(_ network: Cooccurrence) -> RowTable {
        var columns: [RowTable.Column] = [
            .init("source"), .init("target"), .init("weight", isNumber: true), .init("source_id"), .init("target_id"),
        ]
        columns += EdgeMeasure.allCases.map { .init("\($0.name)", isNumber: true) }
        if network.isByTime { columns.append(.init("slice")) }
        if network.hasEvidence { columns.append(.init("evidence")) }
        var table = RowTable(columns: columns)
        for (number, slice) in network.slices.enumerated() {
            network.forEachEdge(ofSlice: number, inOrder: true) { edge, place, association in
                let (source, target) = (network.nodes[Int(edge.source)], network.nodes[Int(edge.target)])
                var row = [source.name, target.name, String(edge.weight), source.id, target.id]
                row += EdgeMeasure.allCases.map { fixed($0.value(association), decimals: $0.decimals) }
                if network.isByTime { row.append(slice.time?.name ?? "") }
                if network.hasEvidence {
                    row.append(network.evidence(ofEdge: place, inSlice: number).joined(separator: "|"))
                }
                table.add(row)
            }
        }
        return table
    }

    /// Writes the rows as JSON: an array, or an object a line. Evidence is an array of ids.
    public static func writeJSON(
        _ network: Cooccurrence, asLines: Bool, to sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        var writer = ByteWriter(to: sink)
        let names = PreparedFields(network.nodes) { quoted($0.name) }
        let ids = PreparedFields(network.nodes) { quoted($0.id) }
        var isFirst = true
        if !asLines { writer.write("[") }
        for (number, slice) in network.slices.enumerated() {
            let time = network.isByTime ? quoted(slice.time?.name ?? "") : nil
            try network.forEachEdge(ofSlice: number, inOrder: true) { edge, place, association in
                if !asLines, !isFirst { writer.write(",\n") }
                isFirst = false
                writer.write("{\"source\":")
                writer.write(names, edge.source)
                writer.write(",\"target\":")
                writer.write(names, edge.target)
                writer.write(",\"weight\":")
                writer.write(Int(edge.weight))
                writer.write(",\"source_id\":")
                writer.write(ids, edge.source)
                writer.write(",\"target_id\":")
                writer.write(ids, edge.target)
                for measure in EdgeMeasure.allCases {
                    writer.write(",\"")
                    writer.write(measure.name)
                    writer.write("\":")
                    writer.write(measure.value(association), decimals: measure.decimals)
                }
                if let time {
                    writer.write(",\"slice\":")
                    writer.write(time)
                }
                if network.hasEvidence {
                    var json = JSONWriter()
                    json.array { json in
                        for id in network.evidence(ofEdge: place, inSlice: number) { json.string(id) }
                    }
                    writer.write(",\"evidence\":")
                    writer.write(json.bytes)
                }
                if asLines { writer.write("}\n") } else { writer.write("}") }
                try writer.flushIfFull()
            }
        }
        if !asLines { writer.write("]\n") }
        try writer.flush()
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var json = JSONWriter()
        json.string(text)
        return json.bytes
    }

    private static func fixed(_ number: Double, decimals: Int) -> String {
        var text: [UInt8] = []
        var writer = ByteWriter { text += $0 }
        writer.write(number, decimals: decimals)
        // The sink keeps what it gets and cannot fail.
        try? writer.flush()
        return String(decoding: text, as: UTF8.self)
    }
}
