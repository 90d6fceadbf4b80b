import Storage
import Testing

@testable import Export

@Suite struct NetworkTests {
    /// Names as hostile as other people's pages.
    private static let nodes = [
        Cooccurrence.Node(id: "Q1", name: "=Name, \"Q1\"", kind: "person", role: "r"),
        Cooccurrence.Node(id: "Q2", name: "a<b>&]]>\u{0}\u{FFFE}\n\t", kind: "country", role: ""),
        Cooccurrence.Node(id: "nil:person/é", name: "É \u{1F600}", kind: "person", role: "r"),
    ]

    /// Ten articles, of which 4, 2 and 5 mention the nodes.
    private static func slice(
        _ time: Cooccurrence.Time? = nil, edges: [Edge], order: [UInt32], evidence: [UInt32] = [], each: Int = 0
    ) -> Cooccurrence.Slice {
        Cooccurrence.Slice(
            time: time, units: 10, counts: Cooccurrence.NodeCounts(nodes: [0, 1, 2], counts: [4, 2, 5]), edges: edges,
            order: order, evidence: evidence, evidencePerEdge: each)
    }

    private static let edges = [
        Edge(source: 0, target: 1, weight: 2), Edge(source: 0, target: 2, weight: 1),
        Edge(source: 1, target: 2, weight: 2),
    ]

    private static let whole = Cooccurrence(
        nodes: nodes,
        slices: [
            slice(
                edges: edges, order: [0, 2, 1], evidence: [0, 1, 2, Cooccurrence.Slice.noArticle, 0, 2], each: 2)
        ], articles: ["a", "b,c", "d&e"])

    private static let byTime = Cooccurrence(
        nodes: nodes,
        slices: [
            slice(
                Cooccurrence.Time(name: "2024-01", days: ("2024-01-01", "2024-01-31")), edges: Array(edges[0...0]),
                order: [0]),
            slice(
                Cooccurrence.Time(name: "2024-02", days: ("2024-02-01", "2024-02-29")), edges: Array(edges[0...1]),
                order: [0, 1]), slice(.undated, edges: Array(edges[2...]), order: [0]),
        ])

    private func text(_ write: (@escaping ([UInt8]) throws -> Void) throws -> Void) throws -> String {
        var bytes: [UInt8] = []
        try write { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func edgesAreTheTableThatGephiReads() throws {
        #expect(
            try text { try EdgeTables.writeEdges(Self.whole, to: $0) } == """
                Source,Target,Type,Weight,SourceLabel,TargetLabel,Expected,PMI,NormalizedPMI,LogLikelihood,Jaccard,Evidence
                Q1,Q2,Undirected,2,"'=Name, ""Q1\""","a<b>&]]>\u{0}\u{FFFE}
                \t",0.8000,1.3219,0.5693,4.463,0.50000,"a|b,c"
                Q2,nil:person/é,Undirected,2,"a<b>&]]>\u{0}\u{FFFE}
                \t",É \u{1F600},1.0000,1.0000,0.4307,3.278,0.40000,a|d&e
                Q1,nil:person/é,Undirected,1,"'=Name, ""Q1\""",É \u{1F600},2.0000,-1.0000,-0.3010,-1.726,0.12500,d&e

                """)
    }

    @Test func edgesByTimeHaveTheirTime() throws {
        let lines = try text { try EdgeTables.writeEdges(Self.byTime, to: $0) }.split(separator: "\n")
        #expect(lines[0].hasSuffix(",Jaccard,Slice"))
        #expect(lines.filter { $0.hasSuffix(",2024-01") }.count == 1)
        #expect(lines.filter { $0.hasSuffix(",2024-02") }.count == 2)
        #expect(lines.filter { $0.hasSuffix(",no date") }.count == 1)
    }

    @Test func nodesHaveTotals() throws {
        #expect(
            try text { try EdgeTables.writeNodes(Self.byTime, to: $0) }.hasPrefix(
                "Id,Label,Kind,Role,Count,Degree,WeightedDegree\nQ1,\"'=Name, \"\"Q1\"\"\",person,r,12,2,5\nQ2,"))
        #expect(
            try text { try EdgeTables.writeNodes(Self.whole, to: $0) }.hasSuffix(
                "nil:person/é,É \u{1F600},person,r,5,2,3\n"))
    }

    @Test func aStaticGraphIsGEXF() throws {
        #expect(
            try text { try GEXF.write(Self.whole, creator: "gazette <1>", to: $0) } == """
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
                <meta><creator>gazette &lt;1&gt;</creator>\
                <description>Entities that are mentioned together</description></meta>
                <graph defaultedgetype="undirected" idtype="string" mode="static">
                <attributes class="node" mode="static"><attribute id="kind" title="Kind" type="string"/>\
                <attribute id="role" title="Role" type="string"/><attribute id="count" title="Count" type="integer"/>\
                <attribute id="degree" title="Degree" type="integer"/>\
                <attribute id="weighted_degree" title="Weighted Degree" type="integer"/></attributes>
                <attributes class="edge" mode="static"><attribute id="expected" title="Expected" type="double"/>\
                <attribute id="pmi" title="PMI" type="double"/>\
                <attribute id="npmi" title="NormalizedPMI" type="double"/>\
                <attribute id="log_likelihood" title="LogLikelihood" type="double"/>\
                <attribute id="jaccard" title="Jaccard" type="double"/>\
                <attribute id="evidence" title="Evidence" type="string"/></attributes>
                <nodes count="3">
                <node id="Q1" label="=Name, &quot;Q1&quot;"><attvalues><attvalue for="kind" value="person"/>\
                <attvalue for="role" value="r"/><attvalue for="degree" value="2"/>\
                <attvalue for="weighted_degree" value="3"/><attvalue for="count" value="4"/></attvalues></node>
                <node id="Q2" label="a&lt;b&gt;&amp;]]&gt;\u{FFFD}\u{FFFD}&#10;&#9;"><attvalues>\
                <attvalue for="kind" value="country"/><attvalue for="role" value=""/>\
                <attvalue for="degree" value="2"/><attvalue for="weighted_degree" value="4"/>\
                <attvalue for="count" value="2"/></attvalues></node>
                <node id="nil:person/é" label="É \u{1F600}"><attvalues><attvalue for="kind" value="person"/>\
                <attvalue for="role" value="r"/><attvalue for="degree" value="2"/>\
                <attvalue for="weighted_degree" value="3"/><attvalue for="count" value="5"/></attvalues></node>
                </nodes>
                <edges count="3">
                <edge id="0" source="Q1" target="Q2" weight="2"><attvalues>\
                <attvalue for="expected" value="0.8000"/><attvalue for="pmi" value="1.3219"/>\
                <attvalue for="npmi" value="0.5693"/><attvalue for="log_likelihood" value="4.463"/>\
                <attvalue for="jaccard" value="0.50000"/><attvalue for="evidence" value="a|b,c"/></attvalues></edge>
                <edge id="2" source="Q2" target="nil:person/é" weight="2"><attvalues>\
                <attvalue for="expected" value="1.0000"/><attvalue for="pmi" value="1.0000"/>\
                <attvalue for="npmi" value="0.4307"/><attvalue for="log_likelihood" value="3.278"/>\
                <attvalue for="jaccard" value="0.40000"/>\
                <attvalue for="evidence" value="a|d&amp;e"/></attvalues></edge>
                <edge id="1" source="Q1" target="nil:person/é" weight="1"><attvalues>\
                <attvalue for="expected" value="2.0000"/><attvalue for="pmi" value="-1.0000"/>\
                <attvalue for="npmi" value="-0.3010"/><attvalue for="log_likelihood" value="-1.726"/>\
                <attvalue for="jaccard" value="0.12500"/><attvalue for="evidence" value="d&amp;e"/></attvalues></edge>
                </edges>
                </graph>
                </gexf>

                """)
    }

    @Test func aDynamicGraphHasSpellsAndNoUndatedEdges() throws {
        let graph = try text { try GEXF.write(Self.byTime, creator: "gazette", to: $0) }
        for part in [
            """
            <graph defaultedgetype="undirected" idtype="string" mode="dynamic" timeformat="date" \
            timerepresentation="interval" start="2024-01-01" end="2024-02-29">
            """,
            #"<nodes count="3">"#, #"<edges count="2">"#,
            """
            <edge id="0" source="Q1" target="Q2"><attvalues><attvalue for="total_weight" value="4"/>\
            <attvalue for="weight_then" value="2" start="2024-01-01" end="2024-01-31"/>\
            <attvalue for="weight_then" value="2" start="2024-02-01" end="2024-02-29"/></attvalues>\
            <spells><spell start="2024-01-01" end="2024-01-31"/><spell start="2024-02-01" end="2024-02-29"/></spells></edge>
            """,
            """
            <attvalue for="weighted_degree" value="1"/>\
            <attvalue for="count" value="5" start="2024-02-01" end="2024-02-29"/></attvalues>\
            <spells><spell start="2024-02-01" end="2024-02-29"/></spells></node>
            """,
        ] { #expect(graph.contains(part), "\(part)") }
    }

    @Test func aGraphIsGraphML() throws {
        let graph = try text { try GraphML.write(Self.byTime, to: $0) }
        for part in [
            #"<key id="slice" for="edge" attr.name="slice" attr.type="string"/>"#,
            """
            <node id="Q2"><data key="label">a&lt;b&gt;&amp;]]&gt;\u{FFFD}\u{FFFD}&#10;&#9;</data>\
            <data key="kind">country</data><data key="role"></data><data key="count">6</data>\
            <data key="degree">2</data><data key="weighted_degree">6</data></node>
            """,
            """
            <edge source="Q2" target="nil:person/é"><data key="weight">2</data><data key="expected">1.0000</data>\
            <data key="pmi">1.0000</data><data key="npmi">0.4307</data><data key="log_likelihood">3.278</data>\
            <data key="jaccard">0.40000</data><data key="slice">no date</data></edge>
            """,
        ] { #expect(graph.contains(part), "\(part)") }
    }

    @Test func rowsAreJSONOrATable() throws {
        let lines = try text { try EdgeRows.writeJSON(Self.whole, asLines: true, to: $0) }.split(separator: "\n")
        #expect(
            lines.last == """
                {"source":"=Name, \\"Q1\\"","target":"É \u{1F600}","weight":1,"source_id":"Q1",\
                "target_id":"nil:person/é","expected":2.0000,"pmi":-1.0000,"npmi":-0.3010,"log_likelihood":-1.726,\
                "jaccard":0.12500,"evidence":["d&e"]}
                """)
        #expect(
            try text { try EdgeRows.writeJSON(Self.whole, asLines: false, to: $0) }
                == "[\(lines.joined(separator: ",\n"))]\n")
        let empty = Cooccurrence(nodes: [], slices: [])
        #expect(try text { try EdgeRows.writeJSON(empty, asLines: false, to: $0) } == "[]\n")
        let table = EdgeRows.table(Self.byTime)
        #expect(table.columns.map(\.name).suffix(3) == ["log_likelihood", "jaccard", "slice"])
        #expect(table.rows.map { $0.last } == ["2024-01", "2024-02", "2024-02", "no date"])
    }

    @Test func numbersAreRoundedToTheirDecimals() throws {
        func fixed(_ number: Double, _ decimals: Int) throws -> String {
            try text { sink in
                var writer = ByteWriter(to: sink)
                writer.write(number, decimals: decimals)
                try writer.flush()
            }
        }
        #expect(try fixed(0, 3) == "0.000")
        #expect(try fixed(-0.0004, 3) == "0.000")
        #expect(try fixed(-0.0006, 3) == "-0.001")
        #expect(try fixed(12.0625, 3) == "12.063")
        #expect(try fixed(1234567.5, 4) == "1234567.5000")
        #expect(try fixed(1e300, 4) == "1e+300")
        #expect(try fixed(-.infinity, 4) == "-inf")
        #expect(
            try text { sink in
                var writer = ByteWriter(to: sink)
                for number in [0, -7, 1_000_000, Int.min, Int.max] {
                    writer.write(number)
                    writer.write(" ")
                }
                try writer.flush()
            } == "0 -7 1000000 \(Int.min) \(Int.max) ")
    }

    @Test func muchIsHandedOnInPieces() throws {
        var pieces: [Int] = []
        let nodes = (0..<2000).map { Cooccurrence.Node(id: "Q\($0)", name: "Name", kind: "person", role: "") }
        let edges = (1..<UInt32(2000)).flatMap { target in
            (0..<min(target, 30)).map { Edge(source: $0, target: target, weight: 1) }
        }
        let counts = Cooccurrence.NodeCounts(nodes: nodes.indices.map { UInt32($0) }, counts: nodes.map { _ in 1 })
        let slice = Cooccurrence.Slice(
            units: 10, counts: counts, edges: edges, order: edges.indices.map { UInt32($0) })
        try EdgeTables.writeEdges(Cooccurrence(nodes: nodes, slices: [slice])) { pieces.append($0.count) }
        #expect(pieces.count > 2 && pieces.allSatisfy { $0 < 1_100_000 })
    }
}
