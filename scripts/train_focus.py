#!/usr/bin/env python3
"""Learn which countries a story is about: Gazetteers/focus/weights.tsv.

    python3 scripts/train_focus.py --program .build/release/gazette --newswire newswire_1987.jsonl \
        --places reuters_places.tsv --output Gazetteers/focus/weights.tsv

The program itself prints the features of each country of each story (`evidence` of `gazette annotate`, run with all
weights 0 so that no country is left out). The gold is what the editors of a newswire of 1987 said and what Corpus/gold
says; both are learned from together, an article of Corpus as much as CORPUS_WEIGHT of the newswire. Figures are given
for scores by weights that were learned without the story (ten folds), and for the weights that are written. With
--ablation each group of features is left out in turn. Without --output nothing is written.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import tempfile

import logistic

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "Gazetteers"
CORPUS_WEIGHT = 10.0
PRECISION = 3.0
GROUPS = {
    "dateline": ["dateline"],
    "title": ["titleCountry", "titleOther"],
    "lead": ["leadCountry", "leadOther"],
    "country names": ["countryName"],
    "demonyms": ["demonym"],
    "places": ["place"],
    "people and organizations": ["officeHolder", "person", "organization"],
    "most and only": ["most", "only"],
    "spread": ["spread"],
}


def annotate(program, arguments):
    """What the program prints of some sources when all weights are 0."""
    with tempfile.TemporaryDirectory() as folder:
        for entry in TABLES.iterdir():
            if entry.name != "focus":
                (pathlib.Path(folder) / entry.name).symlink_to(entry)
        focus = pathlib.Path(folder) / "focus"
        focus.mkdir()
        (focus / "former_states.tsv").symlink_to(TABLES / "focus" / "former_states.tsv")
        names = logistic.read_table(TABLES / "focus" / "weights.tsv")
        logistic.write_table(focus / "weights.tsv", [], names, [0.0] * (len(names) + 1))
        found = subprocess.run([program, "annotate", "--quiet", "--no-topics", *arguments], check=True,
                               capture_output=True, env={**os.environ, "GAZETTE_GAZETTEERS": folder})
    return [json.loads(line) for line in found.stdout.splitlines()]


def read_newswire(path, places):
    """Story id -> slugs, and Wikidata id -> the slugs that it may stand for."""
    slugs = collections.defaultdict(set)
    for line in pathlib.Path(places).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            slug, ids = line.split("\t")[:2]
            for entity in ids.split("|"):
                slugs[entity].add(slug)
    stories = [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    return {story["id"]: set(story["places"]) for story in stories}, slugs


def rows_of(articles, wanted_of, names, weight):
    """The cases of some articles, and how many countries of the gold nothing in their story speaks for."""
    rows, missed = logistic.Rows(names), 0
    for article in articles:
        wanted, matches = wanted_of(article["id"])
        for country in article["focus"]:
            hit = matches(country["entity"])
            wanted = wanted - hit
            rows.add(country["evidence"], bool(hit), article["id"], weight)
        missed += len(wanted)
    return rows, missed


def joined(first, second):
    rows = logistic.Rows(first.names)
    for part in (first, second):
        rows.features += part.features
        rows.wanted += part.wanted
        rows.groups += part.groups
        rows.weights += part.weights
    return rows


def report(label, scores, rows, newswire, missed):
    """F1 on the newswire and on Corpus, which come in this order."""
    _, wanted, _ = rows.arrays()
    size = len(newswire.wanted)
    for name, part, lost in (("newswire", slice(0, size), missed[0]), ("Corpus", slice(size, None), missed[1])):
        precision, recall, f1 = logistic.f1(scores[part], wanted[part], lost)
        print(f"{label:34} {name:9} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  "
              f"Brier {logistic.brier(scores[part], wanted[part]):.4f}  "
              f"ECE {logistic.calibration_error(scores[part], wanted[part]):.4f}")


def without(rows, dropped):
    names = [name for name in rows.names if name not in dropped]
    columns = [number for number, name in enumerate(rows.names) if name not in dropped]
    result = logistic.Rows(names)
    result.features = [[row[column] for column in columns] for row in rows.features]
    result.wanted, result.groups, result.weights = rows.wanted, rows.groups, rows.weights
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, help="the built gazette")
    parser.add_argument("--newswire", required=True, help="JSON lines with id, title, text and places")
    parser.add_argument("--places", required=True, help="TSV of place slug and Wikidata ids")
    parser.add_argument("--ablation", action="store_true", help="leave groups of features out in turn")
    parser.add_argument("--output", help="where to write the weights")
    args = parser.parse_args()

    names = logistic.read_table(TABLES / "focus" / "weights.tsv")
    gold, slugs = read_newswire(args.newswire, args.places)
    corpus = {path.stem: set(json.loads(path.read_text(encoding="utf-8"))["focus"])
              for path in (ROOT / "Corpus" / "gold").glob("*.json")}
    newswire, missed = rows_of(
        annotate(args.program, ["--input-format", "jsonl", "--text-is-body", args.newswire]),
        lambda story: (gold[story], lambda entity: slugs[entity] & gold[story]), names, 1.0)
    own, missed_own = rows_of(
        annotate(args.program, [str(ROOT / "Corpus" / kind) for kind in ("pages", "html", "jsonl")]),
        lambda story: (corpus[story], lambda entity: {entity} & corpus[story]), names, CORPUS_WEIGHT)
    rows, lost = joined(newswire, own), (missed, missed_own)
    report("cross-validated", logistic.cross_validated(rows, precision=PRECISION), rows, newswire, lost)
    parameters = logistic.rounded(logistic.fit(*rows.arrays(), PRECISION))
    report("as written", logistic.predict(parameters, rows.arrays()[0]), rows, newswire, lost)
    if args.ablation:
        for group, features in GROUPS.items():
            less = without(rows, features)
            report(f"without {group}", logistic.cross_validated(less, precision=PRECISION), less, newswire, lost)
        report("newswire alone learned from",
               logistic.predict(logistic.fit(*newswire.arrays(), PRECISION), rows.arrays()[0]), rows, newswire, lost)
    if args.output:
        logistic.write_table(args.output, ["Made by scripts/train_focus.py; see docs/decisions/focus.md."], names, parameters)


if __name__ == "__main__":
    main()
