#!/usr/bin/env python3
"""Times questions to a database of many articles, as a user asks them, beside the same questions to others.

    swift build --package-path Benchmarks --configuration release --product queries
    Benchmarks/queries.py --database news.db --gazette .build/release/gazette --peers PEERS --peer-database peer.db \\
        --python VENV/bin/python

Each round asks the program, the peer's script (a Python program over its own database of the same articles) and Datasette (a
server that runs already, over our database) in turn, and the next round the other way round. Milliseconds of the whole
process, of Datasette of one request; medians. What the engine alone takes is printed by `queries`.
"""
import argparse
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Datasette:
    """A server over a database, with the metadata that the program writes for it."""

    def __init__(self, python, gazette, database):
        self.folder = tempfile.TemporaryDirectory()
        metadata = Path(self.folder.name) / "metadata.json"
        run(gazette, "export", "datasette", "--database", database, "--output", metadata)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.name = Path(database).stem
        command = [python, "-m", "datasette", database, "--metadata", metadata, "--port", port,
                   "--setting", "sql_time_limit_ms", "60000"]
        self.server = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                self.ask("/-/versions.json")
                return
            except OSError:
                time.sleep(0.1)
        sys.exit("queries: Datasette does not answer")

    def ask(self, path, **parameters):
        with urllib.request.urlopen(f"{self.address}{path}?{urllib.parse.urlencode(parameters)}", timeout=120) as answer:
            return json.loads(answer.read())

    def query(self, name, **parameters):
        return self.ask(f"/{self.name}/{name}.json", _shape="array", **parameters)

    def close(self):
        self.server.terminate()
        self.server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("database", "gazette", "peers", "peer-database", "python"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    ours = [options.gazette]
    end = ["--database", options.database, "--limit", "50", "--format", "csv", "--quiet"]
    top = json.loads(subprocess.run(
        [options.gazette, "entities", "--database", options.database, "--limit", "2", "--format", "json"],
        check=True, capture_output=True, text=True).stdout)
    first, second = top[0]["entity"], top[1]["entity"]
    server = Datasette(options.python, options.gazette, options.database)
    questions = {
        f"stories {first}": {
            "gazette": lambda: run(*ours, "stories", first, *end),
            "stories_peer.py": lambda: run(options.python, options.peers / "stories_peer.py", "--db", options.peer_database,
                                           "--entity", first, "--limit", "50"),
            "Datasette": lambda: server.query("stories_mentioning", entity=first),
        },
        f"stories {first} {second}": {
            "gazette": lambda: run(*ours, "stories", first, second, *end),
            "Datasette": lambda: server.query("stories_mentioning_both", first=first, second=second),
        },
        'search "climate change" -football': {
            "gazette": lambda: run(*ours, "search", '"climate change" -football', *end),
            "Datasette": lambda: server.query("full_text", words='"climate change" NOT football'),
        },
        "search white house, newest first": {
            "gazette": lambda: run(*ours, "search", "white house", "--order", "newest", *end),
            "Datasette": lambda: server.query("full_text", words="white house"),
        },
    }
    try:
        for question, ways in questions.items():
            times = {name: [] for name in ways}
            for turn in range(options.rounds + 1):
                for name, way in ways.items() if turn % 2 == 0 else reversed(list(ways.items())):
                    times[name].append(milliseconds(way))
            medians = {name: statistics.median(values[1:]) for name, values in times.items()}
            print(question + ": " + ", ".join(f"{name} {value:.1f} ms" for name, value in medians.items()), flush=True)
    finally:
        server.close()


if __name__ == "__main__":
    main()
