#!/usr/bin/env python3
"""Check that the sample articles and their gold agree: python3 Corpus/check.py

Every paragraph of a gold text must stand in its page, every entity in the title or text, every absent name in the
page but not in the title or text. Prints what is wrong; status 1 if anything is.

With --program PROGRAM it also runs the built program over the articles, and prints precision, recall and F1 of the
countries that the stories are about (score 0.5 or more), and how many of the main entities are the most salient.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
KINDS = {"person", "organization", "country", "place", "event", "product", "other"}
FIELDS = {"id", "title", "published", "byline", "site", "section", "text", "entities", "main", "focus", "absent",
          "topics"}
TEXT_FIELDS = ("text", "body", "content")


def flat(text):
    """Text without line breaks, with straight apostrophes, in lower case: a dateline shouts "ABUJA"."""
    return re.sub(r"\s+", " ", text).replace("’", "'").casefold()


def pages():
    """id -> (whole content, folder)."""
    found = {}
    for path in sorted(FOLDER.glob("pages/*.txt")):
        found[path.stem] = path.read_text(encoding="utf-8")
    for path in sorted(FOLDER.glob("html/*.html")):
        found[path.stem] = html.unescape(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("jsonl/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row.get("id") or row["guid"]] = next(row[k] for k in TEXT_FIELDS if k in row)
    return found


def problems_of(gold, page):
    story = flat(gold["title"] + "\n" + gold["text"])
    if set(gold) - FIELDS or not {"id", "title", "text", "entities", "main", "focus", "topics"} <= set(gold):
        yield f"fields {sorted(gold)}"
    for paragraph in gold["text"].split("\n\n"):
        if flat(paragraph) not in flat(page):
            yield f"the page lacks the paragraph {paragraph[:50]!r}"
    for entity in gold["entities"]:
        if entity["kind"] not in KINDS or not re.fullmatch(r"Q[1-9]\d*", entity.get("entity", "Q1")):
            yield f"malformed entity {entity}"
        if flat(entity["name"]) not in story:
            yield f"the story lacks {entity['name']!r}"
    for name in set(gold["main"]) - {entity["name"] for entity in gold["entities"]}:
        yield f"the main entity {name!r} is none of the entities"
    if not gold["focus"] or not all(re.fullmatch(r"Q[1-9]\d*", country) for country in gold["focus"]):
        yield f"focus {gold['focus']}"
    for name in gold["absent"]:
        if re.search(rf"\b{re.escape(flat(name))}\b", story):
            yield f"the story has the absent name {name!r}"
        if name not in page:
            yield f"the page lacks the absent name {name!r}"
    if not 1 <= len(gold["topics"]) <= 3 or not all(re.fullmatch(r"medtop:\d{8}", t) for t in gold["topics"]):
        yield f"topics {gold['topics']}"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", gold.get("published", "2024-01-01")):
        yield f"date {gold['published']!r}"


def score(program, golds):
    """Prints how well the program tells what the stories are about."""
    sources = [str(FOLDER / kind) for kind in ("pages", "html", "jsonl")]
    printed = subprocess.run([program, "annotate", "--quiet", *sources], check=True, capture_output=True).stdout
    right = found = wanted = main_right = main_wanted = 0
    for article in map(json.loads, printed.splitlines()):
        gold = golds[article["id"]]
        countries = {country["entity"] for country in article["focus"] if country["score"] >= 0.5}
        right += len(countries & set(gold["focus"]))
        found += len(countries)
        wanted += len(gold["focus"])
        if countries != set(gold["focus"]):
            print(f"{article['id']}: focus {sorted(countries)}, right is {gold['focus']}")
        ids = {entity["name"]: entity.get("entity") for entity in gold["entities"]}
        main_ids = {ids[name] or name for name in gold["main"]}
        first = article["entities"][:len(main_ids)]
        main_right += len(main_ids & ({e["entity"] for e in first} | {e["name"] for e in first}))
        main_wanted += len(main_ids)
    print(f"focus: precision {right / max(1, found):.3f}, recall {right / wanted:.3f}, F1 {2 * right / (found + wanted):.3f}")
    print(f"main entities among as many most salient: {main_right / main_wanted:.3f}")


def main():
    parser = argparse.ArgumentParser(description="Check that the sample articles and their gold agree.")
    parser.add_argument("--program", help="the built gazette: also score what it says of the articles")
    program = parser.parse_args().program
    found, wrong = pages(), 0
    golds = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("gold/*.json"))}
    for name in sorted(set(found) ^ set(golds)):
        print(f"{name}: page without gold, or gold without page")
        wrong += 1
    for name in sorted(set(found) & set(golds)):
        for problem in [*problems_of(golds[name], found[name]), *(["id"] if golds[name]["id"] != name else [])]:
            print(f"{name}: {problem}")
            wrong += 1
    print(f"{len(golds)} articles, {sum(len(g['entities']) for g in golds.values())} entities, {wrong} problems")
    if program:
        score(program, golds)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
