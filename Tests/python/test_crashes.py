"""Runs that are killed, lose power or find the disk full go on where they were, as if nothing had happened.

GAZETTE_KILLS=200 kills so many runs; the default is for every day.
"""
import os
import random
import resource
import signal
import struct
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import program

KILLS = int(os.environ.get("GAZETTE_KILLS", "12"))

# Everything that a database says but the times of runs.
CONTENTS = [
    "SELECT path, size, records, is_done, tagger FROM source ORDER BY path",
    "SELECT * FROM article ORDER BY key",
    "SELECT * FROM entity ORDER BY key",
    "SELECT * FROM mention ORDER BY article, sentence, start",
    "SELECT * FROM article_entity ORDER BY entity, day, article",
    "SELECT * FROM article_topic ORDER BY topic, day, article",
    "SELECT * FROM article_country ORDER BY country, day, article",
    "SELECT * FROM topic ORDER BY key",
    "SELECT * FROM sketch ORDER BY article",
    "SELECT * FROM variant ORDER BY entity",
    "SELECT * FROM reject ORDER BY source, record",
    "SELECT rowid FROM article_search WHERE article_search MATCH 'niger OR president' ORDER BY rowid",
]

# What holds after every transaction.
INVARIANTS = {
    "each record is an article or a reject": """
        SELECT (SELECT total(records) FROM source)
          - (SELECT count(*) FROM article) - (SELECT count(*) FROM reject WHERE record >= 0)""",
    "mentions add up": """
        SELECT (SELECT count(*) FROM mention) - (SELECT total(mentions) FROM article_entity)""",
    "each tag has its article": """
        SELECT count(*) FROM article_entity WHERE article NOT IN (SELECT key FROM article)""",
    "each story is in the full-text index": """
        SELECT (SELECT count(*) FROM article_search) - (SELECT count(*) FROM article WHERE cluster IS NOT NULL)""",
}


class CrashTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="gazette-crashes-")
        cls.folder = Path(cls.temporary.name)
        cls.dump = program.make_dump(cls.folder / "dump", files=12, stories_a_file=400)
        cls.undisturbed = cls.folder / "undisturbed.db"
        start = time.monotonic()
        cls.tag(cls.undisturbed).communicate()
        cls.seconds = time.monotonic() - start
        cls.expected = cls.contents(cls.undisturbed)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def tag(cls, database, **options):
        command = [program.PROGRAM, "tag", cls.dump, "--database", database, "--quiet", "--workers", "2"]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options)

    @staticmethod
    def contents(database):
        return [program.rows(database, sql) for sql in CONTENTS]

    def check(self, database):
        for name, sql in INVARIANTS.items():
            self.assertEqual(program.rows(database, sql), [(0,)], name)

    def check_same(self, database):
        for sql, ours, expected in zip(CONTENTS, self.contents(database), self.expected):
            self.assertEqual(ours == expected, True, sql)

    def remove(self, database):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{database}{suffix}").unlink(missing_ok=True)

    def test_killed_runs_go_on_where_they_were(self):
        random.seed(1)
        kills = finished = 0
        database = self.folder / "killed.db"
        while kills < KILLS or finished == 0:
            process = self.tag(database)
            try:
                process.communicate(timeout=random.uniform(0, 1.1 * self.seconds))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                kills += 1
                if random.random() < 0.5:
                    self.lose_power(database)
                if database.exists() and database.stat().st_size > 0:
                    self.check_after_crash(database)
                continue
            self.assertIn(process.returncode, (0, 3))
            self.check_same(database)
            finished += 1
            self.remove(database)

    def check_after_crash(self, database):
        # A database without tables is one whose first transaction never came to be.
        if program.rows(database, "SELECT count(*) FROM sqlite_schema") == [(0,)]:
            return
        self.check(database)
        self.assertEqual(program.rows(database, "PRAGMA quick_check"), [("ok",)])

    def lose_power(self, database):
        """Cuts the write-ahead log somewhere behind what has gone into the database file, which was synced before."""
        log, shared = Path(f"{database}-wal"), Path(f"{database}-shm")
        if not log.exists() or log.stat().st_size < 32 or not shared.exists():
            return
        header = log.read_bytes()[:32]
        page_size = struct.unpack(">I", header[8:12])[0]
        # WalCkptInfo.nBackfillAttempted, https://www.sqlite.org/walformat.html
        attempted = struct.unpack("=I", shared.read_bytes()[128:132])[0]
        least = 32 + attempted * (24 + page_size)
        if log.stat().st_size > least:
            os.truncate(log, random.randint(least, log.stat().st_size))
        shared.unlink()

    def test_a_full_disk_ends_a_run_and_loses_nothing(self):
        random.seed(2)
        database = self.folder / "full.db"
        size = self.undisturbed.stat().st_size
        for share in (0.02, 0.3, 0.7):
            limit = int(size * share)

            def shrink():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            process = self.tag(database, preexec_fn=shrink)
            errors = process.communicate(timeout=120)[1]
            self.assertEqual(process.returncode, 1, errors)
            self.assertIn("run again to go on", errors)
            if program.rows(database, "SELECT count(*) FROM sqlite_schema") != [(0,)]:
                self.check(database)
        process = self.tag(database)
        process.communicate(timeout=120)
        self.check_same(database)

    def test_readers_see_whole_transactions(self):
        database = self.folder / "read.db"
        process = self.tag(database)
        questions = 0
        while process.poll() is None:
            if not database.exists():
                continue
            try:
                self.check_after_crash(database)
            except Exception as error:  # the tables are being made
                self.assertIn("no such table", str(error))
            answer = program.run("entities", "--database", database, "--format", "json")
            self.assertIn(answer.returncode, (0, 1), answer.stderr)
            questions += 1
        process.communicate()
        self.assertGreater(questions, 2)
        self.check_same(database)


if __name__ == "__main__":
    unittest.main()
