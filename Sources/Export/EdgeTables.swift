import Storage

/// Co-occurrence as the two tables that Gephi imports: edges `Source,Target,Type,Weight,…` and nodes `Id,Label,Kind,…`.
public enum EdgeTables {
    /// The edges as CSV; the labels at the end are for people who open the file itself.
    public static func edges(_ cooccurrence: Cooccurrence) -> [UInt8] {
        var csv = CSVWriter()
        csv.line(["Source", "Target", "Type", "Weight", "SourceLabel", "TargetLabel"])
        let ids = cooccurrence.nodes.map { prepared($0.id) }
        let labels = cooccurrence.nodes.map { prepared($0.name) }
        let undirected = prepared("Undirected")
        for edge in cooccurrence.edges {
            csv.field(prepared: ids[edge.source])
            csv.field(prepared: ids[edge.target])
            csv.field(prepared: undirected)
            csv.field(edge.weight)
            csv.field(prepared: labels[edge.source])
            csv.field(prepared: labels[edge.target])
            csv.endLine()
        }
        return csv.bytes
    }

    /// The nodes as CSV.
    public static func nodes(_ cooccurrence: Cooccurrence) -> [UInt8] {
        var csv = CSVWriter()
        csv.line(["Id", "Label", "Kind", "Role", "Count"])
        for node in cooccurrence.nodes {
            csv.line([node.id, node.name, node.kind, node.role, String(node.count)])
        }
        return csv.bytes
    }

    private static func prepared(_ field: String) -> [UInt8] {
        var csv = CSVWriter()
        csv.field(field)
        return csv.bytes
    }
}
