#!/usr/bin/env python3
"""Bring Gazetteers/topics/media_topics.tsv in step with the tree of the IPTC Media Topics.

    python3 scripts/media_topics.py media_topics.tsv.zst

The table is our choice of concepts, with definitions in our own words. This gives each the nearest broader concept of the
choice as its parent, sorts the rows, and names ids that the tree does not have and names that are spelled otherwise there
(ours are the British ones). To take in a concept, add a row with its id, no parent, its name and a definition.
"""
import argparse
import pathlib
import subprocess
import sys

TABLE = pathlib.Path(__file__).resolve().parent.parent / "Gazetteers" / "topics" / "media_topics.tsv"


def read_tree(path):
    """id -> (parent, name)"""
    text = subprocess.run(["zstd", "-dcf", path], capture_output=True, check=True, text=True).stdout
    return {row[0]: (row[1], row[2]) for row in (line.split("\t") for line in text.splitlines()[1:]) if len(row) > 2}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tree", help="id, parent and name of every concept, tab-separated, plain or packed by zstd")
    tree = read_tree(parser.parse_args().tree)
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#") or line.startswith("id\t")]
    rows = {row[0]: row for row in (line.split("\t") for line in lines if line and line not in head)}
    for id, row in rows.items():
        if id not in tree:
            sys.exit(f"{TABLE.name}: {id} {row[2]} is not in the tree; correct the id")
        parent, name = tree[id]
        if name != row[2]:
            print(f"{id} is \"{name}\" there and \"{row[2]}\" here", file=sys.stderr)
        while parent and parent not in rows:
            parent = tree[parent][0]
        row[1] = parent
    body = ["\t".join(row) for _, row in sorted(rows.items())]
    TABLE.write_text("\n".join(head + body) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
