"""Databases with flipped bytes, of other programs, of later versions or not to be written give clear words, no crash.

GAZETTE_DAMAGES=100 damages so many; the default is for every day.
"""
import os
import random
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

import program

DAMAGES = int(os.environ.get("GAZETTE_DAMAGES", "24"))

QUESTIONS = [
    ("stories", "Niger", "--format", "json"),
    ("entities", "--format", "json"),
    ("cooccurrence", "--limit", "5"),
    ("topics",),
    ("stats",),
    ("show", "1"),
    ("discover",),
]


class DamageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="gazette-damage-")
        cls.folder = Path(cls.temporary.name)
        cls.whole = cls.folder / "whole.db"
        cls.dump = program.make_dump(cls.folder / "dump", files=1, stories_a_file=120)
        program.run("tag", cls.dump, "--database", cls.whole, "--quiet")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def check(self, answer, arguments):
        self.assertIn(answer.returncode, (0, 1, 3), f"{arguments}: {answer.returncode} {answer.stderr}")
        if answer.returncode == 1:
            self.assertTrue(answer.stderr.startswith("gazette: "), answer.stderr)

    def test_flipped_bytes(self):
        size = self.whole.stat().st_size
        refused = 0
        for seed in range(DAMAGES):
            random.seed(seed)
            damaged = self.folder / "damaged.db"
            content = bytearray(self.whole.read_bytes())
            # Most places are text; the first pages decide most.
            end = size if seed % 2 else min(size, 1 << 16)
            for _ in range(1 + seed % 8):
                content[random.randrange(end)] ^= 1 << random.randrange(8)
            damaged.write_bytes(content)
            for arguments in QUESTIONS:
                with self.subTest(seed=seed, question=arguments[0]):
                    answer = program.run(*arguments, "--database", damaged)
                    refused += answer.returncode == 1
                    self.check(answer, arguments)
            with self.subTest(seed=seed, question="tag"):
                answer = program.run("tag", self.dump, "--database", damaged, "--quiet", "--gazetteer", self.names())
                self.check(answer, "tag")
            for suffix in ("-wal", "-shm"):
                Path(f"{damaged}{suffix}").unlink(missing_ok=True)
        self.assertGreater(refused, DAMAGES // 10)

    def names(self):
        path = self.folder / "mine.tsv"
        path.write_text("id\tkind\tname\ngz:m/x\tperson\tAda Bellweather\n")
        return path

    def test_cut_files(self):
        content = self.whole.read_bytes()
        for length in (0, 1, 99, 100, 1000, 4096, 5000, len(content) // 2, len(content) - 1):
            cut = self.folder / "cut.db"
            cut.write_bytes(content[:length])
            for arguments in QUESTIONS:
                self.check(program.run(*arguments, "--database", cut), arguments)

    def test_a_later_version_is_refused(self):
        later = self.folder / "later.db"
        shutil.copy(self.whole, later)
        database = sqlite3.connect(later)
        database.execute("PRAGMA user_version = 999")
        database.close()
        answer = program.run("stories", "Niger", "--database", later)
        self.assertEqual(answer.returncode, 1)
        self.assertIn("made by a later version of Gazette (schema 999); update this program", answer.stderr)

    def test_another_programs_database_is_refused(self):
        other = self.folder / "other.db"
        database = sqlite3.connect(other)
        database.execute("CREATE TABLE bird (name)")
        database.close()
        before = other.read_bytes()
        for verb in (("stories", "Niger"), ("tag", self.dump), ("retag",)):
            answer = program.run(*verb, "--database", other)
            self.assertEqual(answer.returncode, 1)
            self.assertIn("not a Gazette database", answer.stderr)
        self.assertEqual(other.read_bytes(), before)

    def test_hostile_schemas_do_nothing(self):
        """Views and triggers of a database from somewhere else call no functions with side effects."""
        hostile = self.folder / "hostile.db"
        shutil.copy(self.whole, hostile)
        database = sqlite3.connect(hostile)
        database.execute("DROP VIEW tagged_topic")
        database.execute("CREATE VIEW tagged_topic AS SELECT load_extension('/tmp/evil') AS article")
        database.execute("CREATE TRIGGER evil AFTER INSERT ON run BEGIN SELECT load_extension('/tmp/evil'); END")
        database.commit()
        database.close()
        self.check(program.run("stories", "Niger", "--database", hostile), "stories")
        answer = program.run("tag", self.dump, "--database", hostile, "--quiet", "--gazetteer", self.names())
        self.assertEqual(answer.returncode, 1)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may write everything")
    def test_a_file_that_may_only_be_read_answers(self):
        locked = self.folder / "locked"
        locked.mkdir()
        shutil.copy(self.whole, locked / "news.db")
        (locked / "news.db").chmod(0o444)
        locked.chmod(0o555)
        answer = program.run("stories", "Niger", "--database", locked / "news.db")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        answer = program.run("tag", self.dump, "--database", locked / "news.db", "--gazetteer", self.names())
        self.assertEqual(answer.returncode, 1)
        locked.chmod(0o755)


if __name__ == "__main__":
    unittest.main()
