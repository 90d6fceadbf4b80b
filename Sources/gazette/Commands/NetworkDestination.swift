import Export
import FileAccess
import Storage

/// How a network is written.
enum NetworkFormat: String, CaseIterable {
    case table
    case csv
    case json
    case jsonl
    case gexf
    case graphml
}

/// Where a network goes to, and how it is written there.
struct NetworkDestination {
    private let format: NetworkFormat
    private let output: String?
    private let nodes: String?
    private let isQuiet: Bool
    private let isByTime: Bool
    private let keepsFormulas: Bool

    /// How many rows are shown unless more are asked for.
    static let rowsShown = 20
    /// What stands in names of files for the time.
    private static let slicePlace = "{slice}"

    init(_ arguments: Arguments) throws(UsageError) {
        output = arguments.value("output")
        nodes = arguments.value("nodes")
        isQuiet = arguments.has("quiet")
        isByTime = arguments.has("by")
        keepsFormulas = arguments.has("raw-cells")
        let ending = output.flatMap { $0.contains(".") ? $0.split(separator: ".").last.map(String.init) : nil }
        let usual = ending.flatMap { NetworkFormat(rawValue: $0.lowercased()) }
        format = try arguments.choice("format", default: usual ?? (output == nil ? .table : .csv))
        if output == "-", nodes == "-" { throw UsageError("only one of --output and --nodes can be -") }
        for (option, path) in [("output", output), ("nodes", nodes)] where path?.contains(Self.slicePlace) ?? false {
            guard isByTime else { throw UsageError("--\(option) with {slice} needs --by day, week, month or year") }
        }
    }

    /// Whether the network is only shown, so that nobody wants all of it.
    var showsFirstRows: Bool { output == nil && nodes == nil && format != .gexf && format != .graphml }

    /// Writes a network.
    func write(_ network: Cooccurrence) throws {
        noteUndated(network)
        if let nodes {
            try forEachFile(nodes, network) { network, sink in
                try EdgeTables.writeNodes(network, keepsFormulas: keepsFormulas, to: sink)
            }
        }
        if let output {
            try forEachFile(output, network) { network, sink in try write(network, to: sink) }
        } else if nodes != "-" {
            try write(network, to: Terminal.write)
        }
    }

    private func write(_ network: Cooccurrence, to sink: @escaping ([UInt8]) throws -> Void) throws {
        switch format {
        case .table: try sink(EdgeRows.table(network).formatted(.table, width: output == nil ? Terminal.width : nil))
        case .csv where output == nil:
            try sink(EdgeRows.table(network).formatted(.csv, width: nil, keepsFormulas: keepsFormulas))
        case .csv: try EdgeTables.writeEdges(network, keepsFormulas: keepsFormulas, to: sink)
        case .json: try EdgeRows.writeJSON(network, asLines: false, to: sink)
        case .jsonl: try EdgeRows.writeJSON(network, asLines: true, to: sink)
        case .gexf: try GEXF.write(network, creator: Program.nameAndVersion, to: sink)
        case .graphml: try GraphML.write(network, to: sink)
        }
    }

    /// Opens a file, or one for each time, and writes to it; it is put into its place when it is whole.
    private func forEachFile(
        _ path: String, _ network: Cooccurrence,
        _ write: (Cooccurrence, @escaping ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        guard path.contains(Self.slicePlace) else {
            guard path != "-" else { return try write(network, Terminal.write) }
            let file = try FileWriter(path: path)
            try write(network) { bytes in try file.write(bytes) }
            return try file.finish()
        }
        for (number, slice) in network.slices.enumerated() {
            var alone = network.only(slices: [number])
            // A file by itself needs no times.
            alone.slices[0].time = nil
            let name = slice.time?.name.split(separator: " ").joined(separator: "-") ?? ""
            try forEachFile(path.replacing(Self.slicePlace, with: name), alone, write)
        }
    }

    /// Tells what a dynamic graph cannot show.
    private func noteUndated(_ network: Cooccurrence) {
        let isDynamic = format == .gexf && isByTime && !(output?.contains(Self.slicePlace) ?? false)
        guard isDynamic, !isQuiet else { return }
        let undated = network.slices.filter { $0.time == .undated }.reduce(0) { $0 + $1.edges.count }
        if undated > 0 {
            Terminal.note("\(undated) pair\(undated == 1 ? "" : "s") of articles without a date left out of the graph")
        }
    }
}
