"""What the program exports is read back by others as it was written: CSV, JSON lines, IOB, Parquet."""
import csv
import io
import json
import os
import re
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

import duckdb

import program

HOSTILE = [
    {"id": "=cmd()", "title": "=1+1 is what Niger said", "text": "Russia paid Niger, \"twice\".\n\nMali’s army; too.", "site": "+a"},
    {"id": "-5", "title": "@Kenya", "text": "Ñandu 🇳🇪 from Nairobi, Kenya, won…", "site": "-1,5", "date": "2024-02-30"},
    {"id": "it's; 'x' %00 \u202e", "title": "Line\nbreak\tin Chad", "text": "\ufeffChad, Chad and “Chad”.", "date": "2024-02-29"},
    {"id": "empty", "title": "", "text": ""},
]


def is_number(cell):
    return re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", cell) is not None


def disarmed(cell):
    return "'" + cell if cell[:1] in list("=+-@\t\r\0") and not is_number(cell) else cell


class ExportTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="gazette-exports-")
        cls.folder = Path(cls.temporary.name)
        dump = cls.folder / "hostile.jsonl"
        dump.write_text("".join(json.dumps(story) + "\n" for story in HOSTILE), encoding="utf-8")
        cls.database = cls.folder / "news.db"
        tagged = program.run(
            "tag", program.ROOT / "Corpus/jsonl", program.ROOT / "Corpus/pages", dump, "--input-format", "auto",
            "--text-is-body", "--database", cls.database)
        assert tagged.returncode in (0, 3), tagged.stderr

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def export(self, *arguments, **options):
        # As bytes, since what Python calls a line ends at more than line feeds.
        target = self.folder / "exported"
        answer = program.run("export", *arguments, "--output", target, "--database", self.database, "--quiet", **options)
        self.assertEqual(answer.returncode, 0, answer.stderr)
        return target.read_bytes().decode("utf-8")

    def objects(self, *arguments):
        return [json.loads(line) for line in self.export(*arguments).split("\n")[:-1]]

    def stories(self):
        return {row["id"]: row for row in self.objects("annotations")}

    def test_mentions_are_those_of_the_database(self):
        columns = ("article", "published", "title", "start", "end", "words", "entity", "name", "kind", "form", "zone")
        expected = [
            tuple("" if value is None else str(value) for value in row)
            for row in program.rows(self.database, f"SELECT {', '.join(columns)} FROM tagged_mention")]
        self.assertGreater(len(expected), 500)
        for options, change in (((), disarmed), (("--raw-cells",), str)):
            read = list(csv.DictReader(io.StringIO(self.export("mentions", *options), newline="")))
            found = [tuple(row[column] for column in columns) for row in read]
            self.assertEqual(sorted(found), sorted(tuple(map(change, row)) for row in expected))

    def test_no_cell_is_a_formula(self):
        for form in ("mentions", "articles", "entities"):
            for row in csv.reader(io.StringIO(self.export(form), newline="")):
                for cell in row:
                    self.assertEqual(cell, disarmed(cell) if cell[:1] != "'" else cell)

    def test_duckdb_reads_the_csv(self):
        for form, key in (("mentions", "article"), ("articles", "id"), ("entities", "entity")):
            text = self.export(form, "--raw-cells")
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            path = self.folder / f"{form}.csv"
            path.write_text(text, encoding="utf-8", newline="")
            relation = duckdb.connect().execute(
                "SELECT * FROM read_csv(?, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')",
                [str(path)])
            names = [column[0] for column in relation.description]
            found = [dict(zip(names, row)) for row in relation.fetchall()]
            self.assertEqual([row[key] for row in found], [row[key] for row in rows])

    def test_offsets_of_annotations_are_code_points(self):
        for row in self.stories().values():
            for field, text in (("mentions", row["text"]), ("title_mentions", row["title"])):
                for mention in row[field]:
                    self.assertEqual(text[mention["start"]:mention["end"]], mention["text"])

    def test_spacy_documents_have_spans_of_their_text(self):
        stories = self.stories()
        documents = self.objects("spacy")
        self.assertEqual(len(documents), len(stories))
        for document in documents:
            story = stories[document["meta"]["id"]]
            self.assertEqual(set(document), {"text", "ents", "meta"})
            words = [document["text"][ent["start"]:ent["end"]] for ent in document["ents"]]
            self.assertEqual(words, [m["text"] for m in story["title_mentions"] + story["mentions"]])
            end = 0
            for ent in document["ents"]:
                self.assertGreaterEqual(ent["start"], end, "spans overlap")
                self.assertRegex(ent["label"], "^(PERSON|ORG|GPE|LOC|EVENT|PRODUCT|MISC)$")
                end = ent["end"]

    def test_web_annotations_find_their_words(self):
        stories = self.stories()
        annotations = self.objects("web-annotation")
        self.assertEqual(len(annotations), sum(len(s["mentions"]) + len(s["title_mentions"]) for s in stories.values()))
        self.assertEqual(len({annotation["id"] for annotation in annotations}), len(annotations))
        texts = [text for story in stories.values() for text in (story["text"], story["title"])]
        for annotation in annotations:
            self.assertEqual(annotation["@context"], "http://www.w3.org/ns/anno.jsonld")
            self.assertEqual(annotation["type"], "Annotation")
            self.assertRegex(annotation["id"], r"^urn:gazette:article:[A-Za-z0-9._~%-]+#(title|text),\d+,\d+$")
            for body in annotation["body"]:
                self.assertIn(body["type"], ("SpecificResource", "TextualBody"))
                self.assertIn("source" if body["type"] == "SpecificResource" else "value", body)
            quote, *positions = annotation["target"]["selector"]
            self.assertEqual(quote["type"], "TextQuoteSelector")
            whole = quote["prefix"] + quote["exact"] + quote["suffix"]
            self.assertTrue(any(whole in text for text in texts))
            for position in positions:
                self.assertEqual(position["type"], "TextPositionSelector")
                self.assertTrue(
                    any(text[position["start"]:position["end"]] == quote["exact"] for text in texts))

    def test_token_lines_are_iob2_over_the_whole_text(self):
        stories = list(self.stories().values())
        documents = re.split(r"^-DOCSTART-\tO\n\n", self.export("iob"), flags=re.M)[1:]
        self.assertEqual(len(documents), len(stories))

        def visible(text):
            return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Zs", "Zl", "Zp", "Cf"))

        for story, document in zip(stories, documents):
            begun, tokens, before = 0, [], "O"
            for line in document.split("\n"):
                if not line:
                    before = "O"
                    continue
                token, tag = line.split("\t")
                self.assertRegex(tag, "^(O|[BI]-(PER|ORG|LOC|MISC))$")
                if tag.startswith("I-"):
                    self.assertEqual(before[2:], tag[2:], f"{line!r} goes on with what has not begun")
                begun += tag.startswith("B-")
                tokens.append(token)
                before = tag
            self.assertEqual(begun, len(story["title_mentions"]) + len(story["mentions"]))
            has_words = re.search(r"\w", story["text"])
            expected = story["title"] + (story["text"] if has_words else "")
            self.assertEqual(visible("".join(tokens)), visible(expected))

    def test_parquet_holds_what_the_database_does(self):
        folder = self.folder / "it's [a] *folder*; $(touch x) \"é\""
        folder.mkdir()
        (folder / "duckdb.py").write_text("raise SystemExit('the wrong module')")
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        answer = program.run(
            "export", "parquet", "--text", "--output", folder, "--database", self.database, env=environment)
        self.assertEqual((answer.returncode, answer.stdout, answer.stderr), (0, "", ""))
        self.assertEqual(
            sorted(path.name for path in folder.iterdir()),
            ["articles.parquet", "duckdb.py", "entities.parquet", "mentions.parquet"])
        os.chdir(folder)
        self.addCleanup(os.chdir, "/")
        tables = duckdb.connect()
        articles = tables.execute("SELECT id, title, text, published FROM 'articles.parquet'").fetchall()
        expected = program.rows(self.database, "SELECT id, title, text, published FROM article WHERE page_kind = 'story'")
        self.assertEqual(articles, expected)
        mentions = tables.execute(
            'SELECT article, "start", "end", words, entity, confidence FROM \'mentions.parquet\'').fetchall()
        self.assertEqual(sorted(mentions), sorted(program.rows(
            self.database, "SELECT article, start, end, words, entity, confidence FROM tagged_mention")))
        (bad_day,), (day,) = tables.execute(
            "SELECT day FROM 'articles.parquet' WHERE title = '@Kenya' OR title LIKE 'Line%' ORDER BY title").fetchall()
        self.assertIsNone(bad_day)
        self.assertEqual(str(day), "2024-02-29")
        types = dict(tables.execute("SELECT column_name, column_type FROM (DESCRIBE FROM 'articles.parquet')").fetchall())
        self.assertEqual((types["topics"], types["day"], types["id"]), ("VARCHAR[]", "DATE", "VARCHAR"))
        total = tables.execute("SELECT sum(mentions) FROM 'entities.parquet'").fetchone()[0]
        self.assertEqual(total, len(mentions))


if __name__ == "__main__":
    unittest.main()
