"""The measure of topics, on a made-up set and a made-up program. python3 -m unittest test_check"""
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

import articles as reading
import check
from media_topics import Counts, Tree

TREE = Tree()
SPORT, SOCCER, HEALTH = TREE.by_name["sport"], TREE.by_name["soccer"], TREE.by_name["health"]
POLITICS = TREE.by_name["politics and government"]
LABELS = "\n".join([
    "set\tid\tuse\ttopics",
    "bbc_half\tbbc-sport-1\theld-out\tsport|soccer",
    "bbc_half\tbbc-health-2\theld-out\thealth|hospital|politics and government",
    "gum_news\tpoll\theld-out\tnational elections",
    "us_news_topics\tlearned\ttrain\tweather", ""])
JUDGEMENTS = "\n".join([
    "topic\tset\tid\tabout",
    "hospital\tmasakhanews_eng_dev\tm-1\tyes",
    "soccer\tbbc_half\tbbc-sport-1\tyes",
    "soccer\tmasakhanews_eng_dev\tm-1\tno",
    "soccer\tus_news_27k\tother\tyes", ""])
ARTICLES = {  # the made-up program gives each article the topics that its text holds
    "bbc_half": {"bbc-sport-1": {SPORT: 0.95, SOCCER: 0.9}, "bbc-health-2": {SPORT: 0.6, HEALTH: 0.55}},
    "gum_news": {"poll": {POLITICS: 0.4}},
    "masakhanews_eng_dev": {"m-1": {SOCCER: 0.7}},
}
PROGRAM = """#!{python}
import json, sys
for row in map(json.loads, open(sys.argv[-1], encoding="utf-8")):
    if not row["id"].isdigit() or "label" in row:
        sys.exit("the program must not see ids or labels")
    topics = [{{"topic": topic, "score": score}} for topic, score in json.loads(row["text"]).items()]
    print(json.dumps({{"id": row["id"], "topics": topics}}))
"""


class MadeUp(unittest.TestCase):
    """A folder with tables, evaluation data and a program."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write("labels.tsv", LABELS)
        self.write("judgements.tsv", JUDGEMENTS)
        for name, articles in ARTICLES.items():
            self.write(reading.FILES[name], "".join(
                json.dumps({"id": id, "title": f"About {id}", "text": json.dumps(topics), "label": "secret"}) + "\n"
                for id, topics in articles.items()))
        self.program = self.write("program", PROGRAM.format(python=sys.executable))
        self.program.chmod(0o755)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run_check(self, *options):
        """Status, standard output and standard error."""
        printed, complaints, usual = io.StringIO(), io.StringIO(), sys.argv
        folder = str(self.folder)
        sys.argv = ["check.py", "--tables", folder, "--eval", folder, "--program", str(self.program), *options]
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(complaints):
                return check.main(), printed.getvalue(), complaints.getvalue()
        finally:
            sys.argv = usual

    def assert_counts(self, figures, right, found, labelled):
        self.assertEqual((figures["right"], figures["found"], figures["labelled"]), (right, found, labelled))

    def report(self, *options):
        status, printed, complaints = self.run_check("--json", *options)
        self.assertEqual((status, complaints), (0, ""))
        return json.loads(printed)


class Measuring(MadeUp):
    def test_top_concepts(self):
        top = self.report()["top"]
        sport = top["topics"]["sport"]
        self.assertEqual((sport["precision"], sport["recall"], sport["f1"]), (0.5, 1, 2 / 3))
        self.assert_counts(sport, 1, 2, 1)
        self.assert_counts(top["topics"]["politics and government"], 0, 0, 2)  # once as the broader of a finer topic
        self.assert_counts(top["micro"], 2, 3, 4)
        self.assertEqual(top["averaged"], 3)
        self.assertAlmostEqual(top["macro_f1"], (2 / 3 + 1 + 0) / 3)

    def test_highest_top_concept(self):
        self.assertEqual(self.report()["highest"], {"labelled": 2 / 3, "main": 2 / 3})

    def test_finer_topics(self):
        finer = self.report()["finer"]
        self.assertEqual(set(finer["topics"]), {"soccer", "hospital", "election", "national elections"})
        self.assert_counts(finer["micro"], 1, 1, 4)
        self.assertEqual((finer["macro_f1"], finer["averaged"]), (0, 0), "no topic has three articles")

    def test_judgements_of_articles_learned_from_are_left_out(self):
        judged = self.report()["judgements"]
        self.assertEqual(judged["judgements"], 3)
        self.assert_counts(judged, 1, 2, 2)

    def test_reliability(self):
        table = self.report()["reliability"]["top"]
        self.assertEqual([(row["from"], row["count"], row["share_right"]) for row in table["bins"]],
                         [(0.4, 1, 1), (0.5, 1, 1), (0.6, 1, 0), (0.9, 1, 1)])
        self.assertAlmostEqual(table["error"], (0.6 + 0.45 + 0.6 + 0.05) / 4)

    def test_a_score_of_one_stands_in_the_last_bin(self):
        table = check.reliability({"a": {SPORT: 1.0}}, {"a": {SPORT}}, {SPORT})
        self.assertEqual([(row["from"], row["count"]) for row in table["bins"]], [(0.9, 1)])

    def test_wrong_articles(self):
        wrong = self.report("--wrong", "5")["wrong"]
        self.assertEqual([(a["id"], a["title"]) for a in wrong], [("bbc-health-2", "About bbc-health-2")])
        self.assertEqual(wrong[0]["found"], ["sport 0.60", "health 0.55"])
        self.assertEqual(wrong[0]["labelled"], ["health", "hospital", "politics and government"])

    def test_printed(self):
        _, short, _ = self.run_check()
        _, printed, _ = self.run_check("--finer", "--wrong", "1")
        self.assertIn("macro-F1 0.556 of 3", short)
        self.assertNotIn("national elections", short)
        self.assertIn("national elections", printed)
        self.assertIn("found: sport 0.60, health 0.55", printed)

    def test_nothing_found_and_nothing_labelled_is_zero(self):
        self.assertEqual((Counts().precision, Counts().recall, Counts().f1), (0, 0, 0))


class Refusing(MadeUp):
    def test_malformed_tables(self):
        for name, table, complaint in (
            ("labels.tsv", LABELS + "gum_news\tx\theld-out\n", "line 6: needs four columns"),
            ("labels.tsv", LABELS + "gum_news\tx\theld-out\tgardening\n", "no topic \"gardening\""),
            ("labels.tsv", LABELS + "gum_news\tpoll\theld-out\tsport\n", "stands twice"),
            ("labels.tsv", LABELS + "bbc_half\tx\ttrain\tsport\n", "cannot have the use \"train\""),
            ("labels.tsv", LABELS + "bbc\tx\theld-out\tsport\n", "none of the sets"),
            ("labels.tsv", LABELS + "us_news_topics\tother\theld-out\tsport\n", "learned from in another set"),
            ("judgements.tsv", JUDGEMENTS + "soccer\tgum_news\tpoll\tperhaps\n", "yes or no"),
            ("judgements.tsv", JUDGEMENTS + "soccer\tbbc_half\tbbc-sport-1\tno\n", "judged twice"),
        ):
            self.write("labels.tsv", LABELS)
            self.write("judgements.tsv", JUDGEMENTS)
            self.write(name, table)
            status, printed, complaints = self.run_check()
            self.assertEqual((status, printed), (1, ""), complaint)
            self.assertIn(complaint, complaints)

    def test_missing_data(self):
        self.write("labels.tsv", LABELS + "gum_news\tlost\theld-out\tsport\n")
        status, _, complaints = self.run_check()
        self.assertEqual(status, 2)
        self.assertIn("1 articles are missing, such as lost in dev/ner/gum_news.jsonl", complaints)
        (self.folder / reading.FILES["gum_news"]).unlink()
        self.assertIn("name the folder of evaluation data", self.run_check()[2])

    def test_damaged_data(self):
        self.write("labels.tsv", LABELS + "us_news_topics\tpacked\theld-out\tsport\n")
        self.write(reading.FILES["us_news_topics"], "not packed")
        status, _, complaints = self.run_check()
        self.assertEqual(status, 2)
        self.assertIn("us_news_topics.jsonl.zst cannot be unpacked", complaints)

    def test_programs_that_fail(self):
        for text, complaint in (("#!/bin/sh\necho no gazetteers >&2\nexit 3\n", "ended with status 3: no gazetteers"),
                                ("#!/bin/sh\n", "gave 0 articles back of 4")):
            self.write("program", text)
            status, _, complaints = self.run_check()
            self.assertEqual(status, 2)
            self.assertIn(complaint, complaints)
        self.program.unlink()
        self.assertIn("cannot be run", self.run_check()[2])


class OwnTables(unittest.TestCase):
    def test_they_can_be_used(self):
        tables = reading.Tables(TREE)
        self.assertGreater(len(tables.held_out), 400)
        self.assertFalse({name for name, _ in tables.learned} - reading.LEARNED_FROM)
        self.assertFalse(tables.learned & set(tables.measured()))


if __name__ == "__main__":
    unittest.main()
