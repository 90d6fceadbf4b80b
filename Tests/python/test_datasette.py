"""Datasette shows a database with the metadata that the program writes, and answers as the program does."""
import json
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request
from pathlib import Path

import program


class DatasetteTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="gazette-datasette-")
        folder = Path(cls.temporary.name)
        cls.database = folder / "news.db"
        program.run("tag", program.ROOT / "Corpus/jsonl", program.ROOT / "Corpus/pages", "--database", cls.database)
        cls.metadata = folder / "metadata.json"
        written = program.run("export", "datasette", "--database", cls.database, "--output", cls.metadata)
        assert written.returncode == 0, written.stderr
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            cls.port = free.getsockname()[1]
        command = [sys.executable, "-m", "datasette", str(cls.database), "--metadata", str(cls.metadata),
                   "--port", str(cls.port)]
        cls.server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                cls.page("/-/versions.json")
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("Datasette does not answer")

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.temporary.cleanup()

    @classmethod
    def page(cls, path, **parameters):
        query = f"?{urllib.parse.urlencode(parameters)}" if parameters else ""
        with urllib.request.urlopen(f"http://127.0.0.1:{cls.port}{path}{query}", timeout=20) as answer:
            return answer.read().decode()

    def query(self, name, **parameters):
        return json.loads(self.page(f"/news/{name}.json", _shape="array", **parameters))

    def ask(self, *arguments):
        answer = program.run(*arguments, "--database", self.database, "--format", "json")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        answer = json.loads(answer.stdout)
        # Stories come with the place where the next page begins.
        return answer["stories"] if isinstance(answer, dict) else answer

    def test_stories_mentioning(self):
        for name in ("Niger", "Q159", "European Union"):
            theirs = self.query("stories_mentioning", entity=name)
            ours = self.ask("stories", name, "--copies", "--limit", "200")
            self.assertEqual([story["id"] for story in theirs], [story["id"] for story in ours])
            self.assertGreater(len(theirs), 1)
            self.assertEqual([story["mentions"] for story in theirs], [story["mentions"] for story in ours])

    def test_stories_mentioning_both(self):
        theirs = self.query("stories_mentioning_both", first="Niger", second="Russia")
        ours = self.ask("stories", "Niger", "Russia", "--copies", "--limit", "200")
        self.assertEqual([story["id"] for story in theirs], [story["id"] for story in ours])
        self.assertGreater(len(theirs), 0)

    def test_who_appears_with(self):
        theirs = {row["id"]: row["stories"] for row in self.query("who_appears_with", entity="Niger")}
        pairs = self.ask("cooccurrence", "--limit", "1000000")
        niger = "Q1032"
        ours = {}
        for pair in pairs:
            if niger in (pair["source_id"], pair["target_id"]):
                ours[pair["target_id"] if pair["source_id"] == niger else pair["source_id"]] = pair["weight"]
        self.assertGreater(len(theirs), 20)
        for entity, count in theirs.items():
            self.assertEqual(ours[entity], count, entity)

    def test_topics_countries_kinds_and_words(self):
        about = self.query("stories_about_topic", topic="politics and government")
        ours = self.ask("stories", "--topic", "medtop:11000000", "--copies", "--limit", "200")
        self.assertEqual([story["id"] for story in about], [story["id"] for story in ours])
        country = self.query("stories_about_country", country="Niger")
        ours = self.ask("stories", "--about-country", "Niger", "--copies", "--limit", "200")
        self.assertEqual([story["id"] for story in country], [story["id"] for story in ours])
        people = self.query("most_mentioned", kind="person")
        ours = self.ask("entities", "--kind", "person", "--limit", "200")
        self.assertEqual({row["id"]: row["stories"] for row in people},
                         {row["entity"]: row["stories"] for row in ours})
        self.assertGreater(len(self.query("full_text", words='"military ties" OR junta OR president')), 1)
        story = about[0]["id"]
        tags = self.query("tags_of_story", article=story)
        shown = json.loads(program.run("show", story, "--json", "--database", self.database).stdout)
        self.assertEqual([tag["words"] for tag in tags],
                         [tag["text"] for tag in shown["title_mentions"] + shown["mentions"]])

    def test_pages_have_descriptions_facets_and_search(self):
        start = self.page("/news")
        for words in ("Stories mentioning", "Who appears with", "The tags of a story"):
            self.assertIn(words, start)
        self.assertNotIn(">sketch<", start.split("Show hidden")[0])
        article = self.page("/news/article")
        self.assertIn("A page. Only stories have tags", article)
        self.assertIn("ISO 639-1 code", article)
        self.assertIn('name="_search"', article)
        facets = json.loads(self.page("/news/article.json"))["facet_results"]
        self.assertIn("site", facets)
        found = json.loads(self.page("/news/article.json", _search="president", _shape="array"))
        self.assertGreater(len(found), 1)
        for table in ("entity", "mention", "tagged_mention", "cluster", "tagged_topic", "run", "reject"):
            self.assertIn("rows", json.loads(self.page(f"/news/{table}.json")))

    def test_the_metadata_speaks_of_every_table_and_column(self):
        tables = json.loads(self.metadata.read_text())["databases"]["news"]["tables"]
        names = program.rows(
            self.database, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
        for (name,) in names:
            if name.startswith("article_search_"):
                continue
            columns = [row[0] for row in program.rows(self.database, f"SELECT name FROM pragma_table_info('{name}')")]
            self.assertEqual(list(tables[name]["columns"]), columns, name)


if __name__ == "__main__":
    unittest.main()
