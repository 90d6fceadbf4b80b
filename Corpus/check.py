#!/usr/bin/env python3
"""Check that the sample articles and their gold agree: python3 Corpus/check.py

Every paragraph of a gold text must stand in its page, every entity in the title or text, every absent name in the
page but not in the title or text. Prints what is wrong; status 1 if anything is.

With --program PROGRAM it also runs the built program over the articles, and prints precision, recall and F1 of the
countries and the topics that the stories are about (score 0.5 or more), and how many of the main entities are the
most salient.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import sys

from topics.media_topics import ABOUT, Counts, Tree

FOLDER = pathlib.Path(__file__).resolve().parent
KINDS = {"person", "organization", "country", "place", "event", "product", "other"}
FIELDS = {"id", "title", "published", "byline", "site", "section", "text", "entities", "main", "focus", "absent",
          "topics", "finer_topics"}
NEEDED = {"id", "title", "text", "entities", "main", "focus", "topics", "finer_topics"}
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


def topic_problems(gold, tree):
    tops, finer = gold["topics"], gold["finer_topics"]
    if not 1 <= len(tops) <= 3 or len(set(tops)) < len(tops) or not set(tops) <= set(tree.tops):
        yield f"topics {tops}"
    if not 1 <= len(finer) <= 8 or len(set(finer)) < len(finer) or not set(finer) <= set(tree.finer):
        yield f"finer topics {finer}"
    for topic in set(finer) & set(tree.finer):
        if tree.top_of(topic) not in tops:
            yield f"{tree.names[topic]} without its top concept {tree.names[tree.top_of(topic)]}"


def problems_of(gold, page, tree):
    story = flat(gold["title"] + "\n" + gold["text"])
    if set(gold) - FIELDS or not NEEDED <= set(gold):
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
    yield from topic_problems(gold, tree)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", gold.get("published", "2024-01-01")):
        yield f"date {gold['published']!r}"


def print_topics(articles, golds, tree):
    """Prints how well the topics are told; what is broader than a finer topic of the gold counts as right too."""
    for kind, topics, field in (("top concepts", tree.tops, "topics"), ("finer topics", tree.finer, "finer_topics")):
        counts = Counts()
        for article in articles:
            found = {topic["topic"] for topic in article["topics"] if topic["score"] >= ABOUT}
            labelled = set(tree.with_broader(golds[article["id"]][field]))
            counts.add(found & set(topics), labelled & set(topics))
        print(f"{kind}: precision {counts.precision:.3f}, recall {counts.recall:.3f}, F1 {counts.f1:.3f}")


def score(program, golds, tree):
    """Prints how well the program tells what the stories are about."""
    sources = [str(FOLDER / kind) for kind in ("pages", "html", "jsonl")]
    printed = subprocess.run([program, "annotate", "--quiet", *sources], check=True, capture_output=True).stdout
    right = found = wanted = main_right = main_wanted = 0
    articles = [json.loads(line) for line in printed.splitlines()]
    for article in articles:
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
    print_topics(articles, golds, tree)


def main():
    parser = argparse.ArgumentParser(description="Check that the sample articles and their gold agree.")
    parser.add_argument("--program", help="the built gazette: also score what it says of the articles")
    program = parser.parse_args().program
    found, tree, wrong = pages(), Tree(), 0
    golds = {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("gold/*.json"))}
    for name in sorted(set(found) ^ set(golds)):
        print(f"{name}: page without gold, or gold without page")
        wrong += 1
    for name in sorted(set(found) & set(golds)):
        for problem in [*problems_of(golds[name], found[name], tree), *(["id"] if golds[name]["id"] != name else [])]:
            print(f"{name}: {problem}")
            wrong += 1
    print(f"{len(golds)} articles, {sum(len(g['entities']) for g in golds.values())} entities, {wrong} problems")
    if program:
        score(program, golds, tree)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
