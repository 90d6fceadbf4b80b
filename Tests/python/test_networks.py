"""Networks as networkx and pandas read them: the same nodes, edges and weights in every format; GEXF as its schema has it."""
import csv
import datetime
import json
import sqlite3
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import networkx
import pandas
import program

HOSTILE_NAMES = ["]]>", "<b>&amp;\"'", "a\x00b\x01c", "\ufffe\uffff\U0001f600", "=1+1", "line\nend\r\tx", "\u202eabc", ""]

GEXF = "{http://gexf.net/1.3}"

# The rules of the schema of GEXF 1.3 for the elements that we write: attributes (True: required) and children in order.
RULES = {
    "gexf": ({"version": True}, ["meta", "graph"]),
    "meta": ({"lastmodifieddate": False}, ["creator", "keywords", "description"]),
    "creator": ({}, []),
    "description": ({}, []),
    "graph": (
        {"defaultedgetype": False, "idtype": False, "mode": False, "timeformat": False, "timerepresentation": False,
         "start": False, "end": False},
        ["attributes", "nodes", "edges"],
    ),
    "attributes": ({"class": True, "mode": False}, ["attribute"]),
    "attribute": ({"id": True, "title": True, "type": True}, ["default", "options"]),
    "nodes": ({"count": False}, ["node"]),
    "node": ({"id": True, "label": False}, ["attvalues", "spells"]),
    "edges": ({"count": False}, ["edge"]),
    "edge": ({"id": True, "source": True, "target": True, "weight": False}, ["attvalues", "spells"]),
    "attvalues": ({}, ["attvalue"]),
    "attvalue": ({"for": True, "value": True, "start": False, "end": False}, []),
    "spells": ({}, ["spell"]),
    "spell": ({"start": False, "end": False}, []),
}
CHOICES = {
    ("gexf", "version"): {"1.3"},
    ("graph", "defaultedgetype"): {"undirected"},
    ("graph", "idtype"): {"string"},
    ("graph", "mode"): {"static", "dynamic"},
    ("graph", "timeformat"): {"date"},
    ("graph", "timerepresentation"): {"interval"},
    ("attributes", "class"): {"node", "edge"},
    ("attributes", "mode"): {"static", "dynamic"},
    ("attribute", "type"): {"string", "integer", "double"},
}
ONCE = {"meta", "graph", "creator", "description", "nodes", "edges", "attvalues", "spells"}
TYPES = {"string": str, "integer": int, "double": float}


def gexf_faults(path):
    """What is wrong with a file by the rules of the schema; nothing for a right one."""
    root = ElementTree.parse(path).getroot()
    faults = [] if root.tag == f"{GEXF}gexf" else [f"root {root.tag}"]
    pending = [root]
    while pending:
        element = pending.pop()
        name = element.tag.removeprefix(GEXF)
        attributes, order = RULES.get(name, ({}, []))
        for attribute, value in element.attrib.items():
            if attribute.startswith("{http://www.w3.org/2001/XMLSchema-instance}"):
                continue
            if attribute not in attributes:
                faults.append(f"{name}: attribute {attribute}")
            if value not in CHOICES.get((name, attribute), {value}):
                faults.append(f"{name}: {attribute}={value}")
            if attribute in ("start", "end"):
                datetime.date.fromisoformat(value)
            if attribute == "count":
                children = [child for child in element]
                if int(value) != len(children):
                    faults.append(f"{name}: count {value} for {len(children)}")
        faults += [f"{name}: no {key}" for key, required in attributes.items() if required and key not in element.attrib]
        children = [child.tag.removeprefix(GEXF) for child in element]
        faults += [f"{name}: {child}" for child in children if child not in order]
        places = [order.index(child) for child in children if child in order]
        if places != sorted(places):
            faults.append(f"{name}: order {children[:9]}")
        faults += [f"{name}: {child} again" for child in ONCE if children.count(child) > 1]
        if name == "spells" and not children:
            faults.append("spells: empty")
        pending += element
    return faults + gexf_reference_faults(root)


def gexf_reference_faults(root):
    """References that lead nowhere, ids that come twice, values that are not of their type, spells that overlap."""
    faults = []
    graph = root.find(f"{GEXF}graph")
    declared = {"node": {}, "edge": {}}
    for attributes in graph.iter(f"{GEXF}attributes"):
        for attribute in attributes.iter(f"{GEXF}attribute"):
            declared[attributes.get("class")][attribute.get("id")] = (
                attribute.get("type"), attributes.get("mode") == "dynamic")
    nodes = [node.get("id") for node in graph.iter(f"{GEXF}node")]
    edges = list(graph.iter(f"{GEXF}edge"))
    if len(set(nodes)) < len(nodes) or len({edge.get("id") for edge in edges}) < len(edges):
        faults.append("an id comes twice")
    known = set(nodes)
    faults += [f"edge {edge.get('id')} leads nowhere" for edge in edges
               if not {edge.get("source"), edge.get("target")} <= known]
    for kind in ("node", "edge"):
        for element in graph.iter(f"{GEXF}{kind}"):
            for value in element.iter(f"{GEXF}attvalue"):
                kind_of_value, is_dynamic = declared[kind][value.get("for")]
                TYPES[kind_of_value](value.get("value"))
                if is_dynamic != ("start" in value.attrib):
                    faults.append(f"{kind} {element.get('id')}: {value.get('for')} has the wrong mode")
            spells = [(spell.get("start"), spell.get("end")) for spell in element.iter(f"{GEXF}spell")]
            ends = [time for spell in spells for time in spell]
            if ends != sorted(ends) or len(set(spells)) < len(spells):
                faults.append(f"{kind} {element.get('id')}: spells {spells}")
    return faults


class NetworkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="gazette-networks-")
        cls.folder = Path(cls.temporary.name)
        cls.database = cls.folder / "news.db"
        dump = program.make_dump(cls.folder / "dump", files=1, stories_a_file=150)
        program.run("tag", dump, "--database", cls.database, "--quiet")
        connection = sqlite3.connect(cls.database)
        keys = [row[0] for row in connection.execute("SELECT entity FROM article_entity GROUP BY 1 ORDER BY count(*) DESC")]
        for key, name in zip(keys, HOSTILE_NAMES):
            connection.execute("UPDATE entity SET name = ? WHERE key = ?", (name, key))
        connection.execute("UPDATE entity SET id = 'nil:a b/\"<&>' WHERE key = ?", (keys[0],))
        # A few stories without a date.
        for table in ("article", "article_entity"):
            key = "key" if table == "article" else "article"
            connection.execute(f"UPDATE {table} SET day = 0 WHERE {key} % 10 = 0")
        connection.commit()
        connection.close()

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def write(self, name, *arguments):
        path = self.folder / name
        outcome = program.run("cooccurrence", "--database", self.database, "--output", path, *arguments)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return path

    def test_all_formats_hold_the_same_network(self):
        nodes_path = self.folder / "nodes.csv"
        edges = pandas.read_csv(self.write("edges.csv", "--nodes", nodes_path), keep_default_na=False)
        nodes = pandas.read_csv(nodes_path, keep_default_na=False)
        self.assertGreater(len(edges), 500)
        self.assertEqual(set(nodes.Id), set(edges.Source) | set(edges.Target))
        self.assertTrue((edges.Type == "Undirected").all())
        table = networkx.from_pandas_edgelist(edges, "Source", "Target", edge_attr=True)
        gexf = networkx.read_gexf(self.write("all.gexf"))
        graphml = networkx.read_graphml(self.write("all.graphml"))
        lines = [json.loads(line) for line in self.write("all.jsonl").read_text().splitlines()]
        array = json.loads(self.write("all.json").read_text())
        self.assertEqual(lines, array)
        rows = networkx.Graph()
        for line in lines:
            rows.add_edge(line["source_id"], line["target_id"], weight=line["weight"])
        expected = {frozenset(pair): weight for *pair, weight in table.edges(data="Weight")}
        for name, graph in (("gexf", gexf), ("graphml", graphml), ("jsonl", rows)):
            self.assertFalse(graph.is_directed(), name)
            self.assertEqual(set(graph), set(nodes.Id), name)
            self.assertEqual({frozenset(pair): weight for *pair, weight in graph.edges(data="weight")}, expected, name)
        for source, target, data in table.edges(data=True):
            for name, column in (("Expected", "expected"), ("PMI", "pmi"), ("LogLikelihood", "log_likelihood"),
                                 ("NormalizedPMI", "npmi"), ("Jaccard", "jaccard")):
                self.assertEqual(data[name], gexf[source][target][name])
                self.assertEqual(data[name], graphml[source][target][column])
        for node in nodes.itertuples():
            self.assertEqual(node.Degree, gexf.degree(node.Id))
            self.assertEqual(node.WeightedDegree, graphml.degree(node.Id, weight="weight"))
            self.assertEqual((node.Count, node.Kind), (gexf.nodes[node.Id]["Count"], gexf.nodes[node.Id]["Kind"]))

    def test_gexf_is_as_its_schema_has_it(self):
        for arguments in ((), ("--by", "year"), ("--by", "week", "--unit", "sentence"), ("--evidence", "3"),
                          ("--minimum", "100000"), ("--by", "day", "--minimum", "100000")):
            with self.subTest(arguments=arguments):
                self.assertEqual(gexf_faults(self.write("schema.gexf", *arguments)), [])

    def test_the_rules_find_faults(self):
        right = self.write("right.gexf", "--by", "year", "--limit", "9").read_text()
        wrong = self.folder / "wrong.gexf"
        for old, new in (('version="1.3"', 'version="1.2"'), (' for="kind"', ""), ("</attributes>", "</attributes><x/>"),
                         ('<edges count="', '<edges count="1'), (' target="', ' target="none'), ("<spells>", "<spells/><spells>"),
                         ('mode="dynamic"', 'mode="slow"')):
            with self.subTest(old=old):
                changed = right.replace(old, new, 1)
                self.assertNotEqual(changed, right)
                wrong.write_text(changed)
                try:
                    self.assertNotEqual(gexf_faults(wrong), [])
                except KeyError:
                    pass  # A value for an attribute that is not declared.

    def test_dynamic_graphs_have_the_weights_of_the_slices(self):
        with open(self.write("years.csv", "--by", "year"), encoding="utf-8", newline="") as file:
            edges = list(csv.DictReader(file))
        slices = {}
        for edge in edges:
            slices.setdefault(frozenset((edge["Source"], edge["Target"])), {})[edge["Slice"]] = int(edge["Weight"])
        self.assertTrue(any("no date" in times for times in slices.values()))
        dated = {pair: {year: weight for year, weight in times.items() if year != "no date"}
                 for pair, times in slices.items()}
        graph = networkx.read_gexf(self.write("years.gexf", "--by", "year"))
        found = {}
        for source, target, data in graph.edges(data=True):
            found[frozenset((source, target))] = {start[:4]: int(weight) for weight, start, end in data["weight"]}
            self.assertEqual([start[:4] for start, _ in data["spells"]], [start[:4] for _, start, _ in data["weight"]])
            self.assertTrue(all(end == f"{start[:4]}-12-31" for start, end in data["spells"]))
        self.assertEqual(found, {pair: times for pair, times in dated.items() if times})
        parallel = networkx.read_graphml(self.write("years.graphml", "--by", "year"))
        self.assertEqual(parallel.number_of_edges(), len(edges))

    def test_csv_opens_in_pandas_whatever_the_names(self):
        edges = pandas.read_csv(self.write("hostile.csv", "--evidence", "2", "--by", "month"), keep_default_na=False)
        columns = ["Source", "Target", "Type", "Weight", "SourceLabel", "TargetLabel", "Expected", "PMI",
                   "NormalizedPMI", "LogLikelihood", "Jaccard", "Slice", "Evidence"]
        self.assertEqual(list(edges.columns), columns)
        self.assertTrue((edges.Evidence.str.split("|").str.len() == edges.Weight.clip(upper=2)).all())
        self.assertIn("]]>", set(edges.SourceLabel) | set(edges.TargetLabel))
        self.assertIn('nil:a b/"<&>', set(edges.Source) | set(edges.Target))

    def test_a_file_for_each_slice_holds_its_part(self):
        self.write("part-{slice}.csv", "--by", "year")
        whole = pandas.read_csv(self.write("whole.csv", "--by", "year"), keep_default_na=False)
        parts = sorted(self.folder.glob("part-*.csv"))
        self.assertEqual(len(parts), whole.Slice.nunique())
        for part in parts:
            name = part.stem.removeprefix("part-").replace("-", " ")
            edges = pandas.read_csv(part, keep_default_na=False)
            expected = whole[whole.Slice == name].drop(columns="Slice").reset_index(drop=True)
            pandas.testing.assert_frame_equal(edges, expected)


if __name__ == "__main__":
    unittest.main()
