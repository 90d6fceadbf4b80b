"""The built program, and dumps and databases for it."""
import json
import os
import sqlite3
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("GAZETTE_PROGRAM", str(ROOT / ".build/release/gazette"))


def run(*arguments, **options):
    """Runs the program; a run that takes a minute hangs."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=60, **options)


def rows(path, sql):
    """All rows of a query, as SQLite itself reads the database."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def stories():
    """The sample stories of the corpus that come as JSON lines."""
    for path in sorted((ROOT / "Corpus/jsonl").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                story = json.loads(line)
            except ValueError:
                continue
            if isinstance(story, dict):
                yield story


def make_dump(folder, files, stories_a_file):
    """Writes JSON lines that tell the sample stories over and over, under other ids and on other days."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = list(stories())
    number = 0
    for file in range(files):
        with open(folder / f"{file:03}.jsonl", "w", encoding="utf-8") as out:
            for _ in range(stories_a_file):
                story = dict(samples[number % len(samples)])
                story["id"] = f"story-{number}"
                story["date"] = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
                out.write(json.dumps(story, ensure_ascii=False) + "\n")
                if number % 97 == 0:
                    out.write("{broken\n")
                number += 1
    return folder
