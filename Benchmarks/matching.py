#!/usr/bin/env python3
"""Times the gazetteer's matcher beside ahocorasick_rs on the same names and texts, one core each, turn by turn.

    swift build --package-path Benchmarks --configuration release --product matching
    Benchmarks/matching.py --facts FACTS --peers PEERS --articles us_news_10k.jsonl.zst --python VENV/bin/python --work FOLDER

Prints, for each number of names, MB of text a second: Gazette's tokenization, its matching of tokens, and both together;
the automaton's bare search, and its search with whole words and the leftmost longest match, as the peer program does it.
Ratios are the medians of rounds in which the two took turns. Gazette finds names over Unicode-folded tokens with all
shorter and overlapping names; the automaton finds bytes.
"""
import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

PEER = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
import tag_with_ahocorasick as peer
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
texts = [json.loads(line)["text"] for line in open(sys.argv[3], encoding="utf-8")]
size = sum(len(text.encode()) for text in texts) / 1e6
names = {}
for row in list(open(sys.argv[2], encoding="utf-8"))[1:]:
    fields = row.rstrip("\\n").split("\\t")
    for name in [fields[2]] + (fields[3].split("|") if fields[3] else []):
        names.setdefault(name, fields[0])
automaton = AhoCorasick(list(names), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA,
                        store_patterns=False)
tag = peer.build(names)
def best(work):
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return size / min(seconds)
def search():
    for text in texts:
        automaton.find_matches_as_indexes(text, overlapping=True)
def whole_words():
    for _ in tag(texts):
        pass
print(json.dumps({"search": best(search), "words": best(whole_words)}))
"""


def run(command):
    """The JSON that a command prints."""
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("facts", "peers", "articles", "python", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    program = Path(__file__).parent / ".build/release/matching"
    dump = options.work / "articles.jsonl"
    if not dump.exists():
        subprocess.run(["zstd", "-dq", options.articles, "-o", dump], check=True)
    print("names | tokenize match both | bare search, whole words | both / whole words, match / bare search, "
          "both / bare search | compile s, open ms, resident MB")
    for size in options.sizes:
        names = options.work / f"names_{size}.tsv"
        if not names.exists():
            subprocess.run([sys.executable, options.peers / "make_names.py", "--facts", options.facts, "--count", str(size),
                            "--out", names], check=True, capture_output=True)
        ours, theirs, compile_seconds = [], [], 0
        for turn in range(options.rounds):
            pair = [lambda: ours.append(run([program, names, dump, "3"])),
                    lambda: theirs.append(run([options.python, "-c", PEER, options.peers, names, dump]))]
            for measure in pair if turn % 2 == 0 else reversed(pair):
                measure()
            compile_seconds = max(compile_seconds, ours[-1]["compile"])

        def median(rows, key):
            return statistics.median(row[key] for row in rows)

        def ratio(key, other):
            return statistics.median(a[key] / b[other] for a, b in zip(ours, theirs))

        print(f"{size:,} | {median(ours, 'tokenize'):.0f} {median(ours, 'match'):.0f} {median(ours, 'both'):.0f} | "
              f"{median(theirs, 'search'):.0f} {median(theirs, 'words'):.0f} | {ratio('both', 'words'):.2f} "
              f"{ratio('match', 'search'):.2f} {ratio('both', 'search'):.2f} | {compile_seconds:.1f} "
              f"{1000 * median(ours, 'open'):.3f} {median(ours, 'resident') / 1e6:.0f}", flush=True)


if __name__ == "__main__":
    main()
