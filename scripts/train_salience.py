#!/usr/bin/env python3
"""Learn salience and confidence of an entity in an article: Gazetteers/salience/weights.tsv and confidence.tsv.

    python3 scripts/train_salience.py --program .build/release/gazette --linking ace2004.jsonl --linking gum_news.jsonl \
        --output Gazetteers/salience

Salience is learned from the `main` entities of Corpus/gold. Confidence (is the tag right?) is learned from the entities
of Corpus/gold and from sets of names with Wikidata ids (--linking, may be given again): there an entity is judged by its
mentions that stand exactly where the set has a name. Features are computed here from what `gazette annotate` prints, by
the rules of Sources/Salience/EntityTally.swift; after writing, the script checks that the program computes the same.
Figures are by ten folds over articles. Without --output nothing is written.
"""
import argparse
import collections
import json
import math
import pathlib
import subprocess

import logistic

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEAD = 300
PRECISION = 1.0


def annotate(program, arguments):
    found = subprocess.run([program, "annotate", "--quiet", "--no-topics", *arguments], check=True, capture_output=True)
    return [json.loads(line) for line in found.stdout.splitlines()]


def mentions_of(article):
    """Entity id -> its mentions, the title's first; `isTitle` tells them apart."""
    found = collections.defaultdict(list)
    for field in ("title_mentions", "mentions"):
        for mention in article[field]:
            found[mention["entity"]].append({**mention, "isTitle": field == "title_mentions"})
    return found


def log_odds(probability):
    if probability <= 0 or probability >= 1:
        return 4.0 if probability >= 1 else -4.0
    return max(-4.0, min(4.0, math.log(probability / (1 - probability))))


def salience_features(mentions, most, length):
    places = [m["start"] / max(1, length) for m in mentions if not m["isTitle"]]
    kind = mentions[0]["kind"]
    return {
        "title": any(m["isTitle"] for m in mentions),
        "lead": any(not m["isTitle"] and m["start"] < LEAD for m in mentions),
        "count": math.log1p(len(mentions)),
        "share": len(mentions) / most,
        "early": 1 - places[0] if places else 0,
        "spread": len({min(4, int(place * 5)) for place in places}) / 5,
        "onlyDemonym": all(m["form"] == "demonym" for m in mentions),
        kind: 1.0,
    }


def confidence_features(mentions, entities):
    kind = mentions[0]["kind"]
    return {
        "mean": log_odds(sum(m["confidence"] for m in mentions) / len(mentions)),
        "count": math.log1p(len(mentions)),
        "others": math.log1p(entities - 1),
        "longName": any(" " in m["text"] for m in mentions),
        "usualName": any(m["form"] == "name" for m in mentions),
        "onlyAcronym": all(m["form"] == "acronym" for m in mentions),
        "unknown": mentions[0]["entity"].startswith("nil:"),
        kind if kind in ("person", "organization", "place") else "country" if kind == "country" else "thing": 1.0,
    }


def gold_of(mentions, gold):
    """The entity of a gold file that these mentions mean: by id, else by the words."""
    words = {m["text"].casefold() for m in mentions} | {mentions[0]["name"].casefold()}
    for entity in gold["entities"]:
        if entity.get("entity") == mentions[0]["entity"]:
            return entity
    return next((e for e in gold["entities"] if "entity" not in e and e["name"].casefold() in words), None)


def corpus_rows(articles, names, confidence_names):
    salience, confidence = logistic.Rows(names), logistic.Rows(confidence_names)
    for article in articles:
        gold = json.loads((ROOT / "Corpus" / "gold" / f"{article['id']}.json").read_text(encoding="utf-8"))
        found = mentions_of(article)
        most = max((len(m) for m in found.values()), default=1)
        for mentions in found.values():
            meant = gold_of(mentions, gold)
            salience.add(salience_features(mentions, most, len(article["text"])),
                         meant is not None and meant["name"] in gold["main"], article["id"])
            confidence.add(confidence_features(mentions, len(found)), meant is not None, article["id"])
    return salience, confidence


def add_linking(rows, articles, path):
    """Judges entities by their mentions that stand where the set has a name whose id, or lack of one, it knows."""
    golds = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        golds[str(row["id"])] = {(e["start"], e["end"]): e for e in row["entities"]
                                 if e.get("named", True) and (e.get("wikidata") or e.get("nil"))}
    for article in articles:
        gold = golds[article["id"]]
        found = mentions_of(article)
        for entity, mentions in found.items():
            judged = [gold[m["start"], m["end"]] for m in mentions
                      if not m["isTitle"] and (m["start"], m["end"]) in gold]
            if judged:
                right = sum((not entity.startswith("Q")) if g.get("nil") else g["wikidata"] == entity for g in judged)
                rows.add(confidence_features(mentions, len(found)), right * 2 > len(judged), f"{path}/{article['id']}")


def report(label, rows, precision=PRECISION):
    scores = logistic.cross_validated(rows, precision=precision)
    _, wanted, _ = rows.arrays()
    precision_, recall, f1 = logistic.f1(scores, wanted)
    print(f"{label}: {len(wanted)} pairs, {wanted.mean():.3f} right; cross-validated Brier {logistic.brier(scores, wanted):.4f}, "
          f"ECE {logistic.calibration_error(scores, wanted):.4f}, P {precision_:.3f} R {recall:.3f} F1 {f1:.3f}")
    return scores


def ranking(rows, scores):
    """How often the first, and how many of as many first as the gold has, are main entities."""
    articles = collections.defaultdict(list)
    for group, score, wanted in zip(rows.groups, scores, rows.wanted):
        articles[group].append((score, wanted))
    first = total = hits = 0
    for pairs in articles.values():
        pairs.sort(key=lambda pair: -pair[0])
        wanted = int(sum(w for _, w in pairs))
        first += pairs[0][1]
        hits += sum(w for _, w in pairs[:wanted])
        total += wanted
    print(f"salience, ranking: first is a main one in {first / len(articles):.3f} of articles, R-precision {hits / total:.3f}")


def check(program, sources, names, parameters, field):
    """The program must say what these weights say."""
    worst = 0.0
    for article in annotate(program, sources):
        found = mentions_of(article)
        most = max((len(m) for m in found.values()), default=1)
        for entity in article["entities"]:
            mentions = found[entity["entity"]]
            features = (salience_features(mentions, most, len(article["text"])) if field == "salience"
                        else confidence_features(mentions, len(found)))
            logits = parameters[0] + sum(w * features.get(n, 0) for n, w in zip(names, parameters[1:]))
            worst = max(worst, abs(entity[field] - 1 / (1 + math.exp(-logits))))
    print(f"{field}: program and script differ by at most {worst:.4f}")
    if worst > 0.01:
        raise SystemExit(f"{field}: EntityTally.swift and train_salience.py compute different features")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, help="the built gazette")
    parser.add_argument("--linking", action="append", default=[], help="JSON lines of names with Wikidata ids")
    parser.add_argument("--output", help="folder to write weights.tsv and confidence.tsv into")
    args = parser.parse_args()
    tables = ROOT / "Gazetteers" / "salience"
    names, confidence_names = logistic.read_table(tables / "weights.tsv"), logistic.read_table(tables / "confidence.tsv")
    sources = [str(ROOT / "Corpus" / kind) for kind in ("pages", "html", "jsonl")]
    salience, confidence = corpus_rows(annotate(args.program, sources), names, confidence_names)
    for path in args.linking:
        add_linking(confidence, annotate(args.program, ["--input-format", "jsonl", "--text-is-body", path]), path)
    ranking(salience, report("salience", salience))
    scores = report("confidence", confidence)
    _, wanted, _ = confidence.arrays()
    for low, high in ((0, .5), (.5, .7), (.7, .8), (.8, .9), (.9, .95), (.95, 1.01)):
        inside = (scores >= low) & (scores < high)
        if inside.any():
            print(f"  said {low:.2f}-{min(high, 1):.2f}: {inside.sum():5} pairs, mean {scores[inside].mean():.3f}, "
                  f"right {wanted[inside].mean():.3f}")
    comment = "Made by scripts/train_salience.py; see docs/decisions/focus.md."
    for field, table, rows in (("salience", "weights", salience), ("confidence", "confidence", confidence)):
        parameters = logistic.rounded(logistic.fit(*rows.arrays(), PRECISION))
        if args.output:
            logistic.write_table(pathlib.Path(args.output) / f"{table}.tsv", [comment], rows.names, parameters)
            if pathlib.Path(args.output).resolve() == tables:
                check(args.program, sources, rows.names, parameters, field)


if __name__ == "__main__":
    main()
