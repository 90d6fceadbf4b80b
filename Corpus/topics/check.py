#!/usr/bin/env python3
"""Measure how well the program tells topics: python3 Corpus/topics/check.py --eval ../shared/eval

Runs the program on the held-out articles of labels.tsv and on the articles of judgements.tsv that are not learned from.
README.md tells what the figures mean. Exit status: 0 done, 1 a table is malformed, 2 data or program could not be used.
"""
import argparse
import collections
import json
import os
import pathlib
import sys

import articles as reading
from media_topics import ABOUT, Counts, Tree, counts_by_topic

ROOT = reading.FOLDER.parents[1]
LEAST = 3  # held-out articles that a finer topic must have to count in the macro-F1
BINS = 10


def pairs_of(scores, labels, topics):
    """Topics found and topics labelled of each article, of the given topics only."""
    for key in labels:
        yield {t for t, score in scores[key].items() if score >= ABOUT} & topics, labels[key] & topics


def macro_f1(counts, least):
    """The mean F1 of the topics that at least so many articles have, and how many topics these are."""
    figures = [c.f1 for c in counts.values() if c.labelled >= least]
    return sum(figures) / len(figures) if figures else 0.0, len(figures)


def summed(counts):
    return Counts(*(sum(getattr(c, part) for c in counts.values()) for part in ("right", "found", "labelled")))


def topic_figures(scores, labels, topics, least, tree):
    """Macro-F1, micro figures and those of each topic."""
    counts = counts_by_topic(pairs_of(scores, labels, set(topics)), topics)
    macro, averaged = macro_f1(counts, least)
    each = {tree.names[topic]: c.figures() for topic, c in counts.items() if c.found or c.labelled}
    return {"macro_f1": macro, "averaged": averaged, "micro": summed(counts).figures(), "topics": each}


def highest(scores, topics):
    """The topic with the highest score, or None."""
    return min((t for t in scores if t in topics), key=lambda t: (-scores[t], t), default=None)


def highest_figures(scores, held_out, labels, tree):
    """Shares of the labelled articles whose highest top concept is labelled, and is the main one."""
    keys = [key for key in held_out if held_out[key]]
    best = {key: highest(scores[key], set(tree.tops)) for key in keys}
    total = max(1, len(keys))
    return {"labelled": sum(best[key] in labels[key] for key in keys) / total,
            "main": sum(best[key] == tree.top_of(held_out[key][0]) for key in keys) / total}


def judgement_figures(scores, judgements):
    counts = Counts()
    for topic, key, about in judgements:
        found = scores[key].get(topic, 0) >= ABOUT
        counts.add({topic} if found else set(), {topic} if about else set())
    return {"judgements": len(judgements), **counts.figures()}


def reliability(scores, labels, topics):
    """Bins of the scores that the program printed: how many, their mean, and the share of right ones; and the error.

    The expected calibration error is the mean distance of mean score and share right, weighted by the bins' sizes
    (Naeini, Cooper and Hauskrecht 2015).
    """
    bins = collections.defaultdict(list)
    for key in labels:
        for topic, score in scores[key].items():
            if topic in topics:
                bins[min(BINS - 1, int(score * BINS))].append((score, topic in labels[key]))
    rows, error = [], 0.0
    for number, found in sorted(bins.items()):
        mean, right = (sum(column) / len(found) for column in zip(*found))
        rows.append({"from": number / BINS, "to": (number + 1) / BINS, "count": len(found), "mean_score": mean,
                     "share_right": right})
        error += len(found) * abs(mean - right)
    return {"bins": rows, "error": error / max(1, sum(row["count"] for row in rows))}


def set_figures(scores, held_out, labels, tree):
    """The chief figures of each set by itself."""
    figures = {}
    for name in sorted({name for name, _ in held_out}):
        part = {key: labels[key] for key in held_out if key[0] == name}
        micro = [summed(counts_by_topic(pairs_of(scores, part, set(t)), t)).f1 for t in (tree.tops, tree.finer)]
        highest_of = highest_figures(scores, {key: held_out[key] for key in part}, labels, tree)
        figures[name] = {"articles": len(part), "top_micro_f1": micro[0], "finer_micro_f1": micro[1], **highest_of}
    return figures


def measure(tables, scores, tree):
    """All figures, as printed by --json."""
    labels = {key: set(tree.with_broader(topics)) for key, topics in tables.held_out.items()}
    return {
        "articles": len(labels),
        "top": topic_figures(scores, labels, tree.tops, 1, tree),
        "highest": highest_figures(scores, tables.held_out, labels, tree),
        "finer": topic_figures(scores, labels, tree.finer, LEAST, tree),
        "sets": set_figures(scores, tables.held_out, labels, tree),
        "judgements": judgement_figures(scores, tables.judgements),
        "reliability": {name: reliability(scores, labels, set(topics))
                        for name, topics in (("top", tree.tops), ("finer", tree.finer))},
    }


def wrong_articles(tables, scores, found, tree, most):
    """Articles whose highest top concept is not labelled, the surest mistakes first."""
    wrong = []
    for key, labelled in tables.held_out.items():
        best = highest(scores[key], set(tree.tops))
        if labelled and best not in tree.with_broader(labelled):
            given = sorted(scores[key].items(), key=lambda pair: (-pair[1], pair[0]))
            wrong.append((-scores[key].get(best, 0), {
                "set": key[0], "id": key[1], "title": found[key].get("title") or "",
                "labelled": [tree.names[topic] for topic in labelled],
                "found": [f"{tree.names.get(topic, topic)} {score:.2f}" for topic, score in given]}))
    return [article for _, article in sorted(wrong, key=lambda pair: (pair[0], pair[1]["set"], pair[1]["id"]))[:most]]


def triple(figures):
    return f"precision {figures['precision']:.3f}, recall {figures['recall']:.3f}, F1 {figures['f1']:.3f}"


def print_topics(topics):
    print("  precision  recall     F1  right  found  labelled")
    for name, row in topics.items():
        print(f"{row['precision']:11.3f} {row['recall']:7.3f} {row['f1']:6.3f}"
              f" {row['right']:6} {row['found']:6} {row['labelled']:9}  {name}")


def print_report(report, with_finer):
    top, finer, judged = report["top"], report["finer"], report["judgements"]
    print(f"{report['articles']} held-out articles, topics with a score of {ABOUT} or more\n")
    print(f"top concepts: macro-F1 {top['macro_f1']:.3f} of {top['averaged']}; micro {triple(top['micro'])}")
    print_topics(top["topics"])
    print("highest top concept: labelled {labelled:.3f}, the main one {main:.3f}\n".format(**report["highest"]))
    print(f"finer topics: macro-F1 {finer['macro_f1']:.3f} of {finer['averaged']} with {LEAST} articles or more;"
          f" micro {triple(finer['micro'])}")
    if with_finer:
        print_topics(finer["topics"])
    print("\narticles  top F1  finer F1  highest labelled  main  (micro, by set)")
    for name, row in report["sets"].items():
        print(f"{row['articles']:8} {row['top_micro_f1']:7.3f} {row['finer_micro_f1']:9.3f}"
              f" {row['labelled']:17.3f} {row['main']:5.3f}  {name}")
    print(f"\n{judged['judgements']} judgements, {judged['labelled']} yes: {triple(judged)}")
    for name, table in report["reliability"].items():
        print(f"\nreliability, {name}: expected calibration error {table['error']:.3f}")
        print("      score  count   mean  right")
        for row in table["bins"]:
            print(f"  {row['from']:.1f} - {row['to']:.1f}"
                  f" {row['count']:6} {row['mean_score']:6.3f} {row['share_right']:6.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--eval", required=True, type=pathlib.Path, help="the folder of evaluation data")
    parser.add_argument("--program", default=os.environ.get("GAZETTE_PROGRAM", ROOT / ".build/release/gazette"),
                        help="the built program")
    parser.add_argument("--tables", default=reading.FOLDER, type=pathlib.Path,
                        help="the folder with labels.tsv and judgements.tsv (default: this one)")
    parser.add_argument("--finer", action="store_true", help="print the figures of each finer topic too")
    parser.add_argument("--wrong", metavar="N", type=int, default=0,
                        help="list N articles whose highest top concept is not labelled")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    options = parser.parse_args()
    tree = Tree()
    try:
        tables = reading.Tables(tree, options.tables)
        found = reading.read_articles(options.eval, tables.measured())
        scores = reading.annotate(str(options.program), found)
    except reading.Malformed as error:
        print(error, file=sys.stderr)
        return 1
    except reading.Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    report = measure(tables, scores, tree)
    wrong = wrong_articles(tables, scores, found, tree, options.wrong)
    if options.json:
        print(json.dumps({**report, **({"wrong": wrong} if options.wrong else {})}, ensure_ascii=False))
        return 0
    print_report(report, options.finer)
    for article in wrong:
        print(f"\n{article['set']} {article['id']}: {article['title']}\n  labelled: {', '.join(article['labelled'])}\n"
              f"  found: {', '.join(article['found']) or 'nothing'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
