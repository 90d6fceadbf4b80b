#!/usr/bin/env python3
"""Learn the weights of linking: the column weight of Gazetteers/linking/weights.tsv.

Usage: train_linking.py --printer BINARY --gazetteers FOLDER [--corpus FOLDER] [--names NAMES.jsonl.zst]... [--ablate]
                         GOLD.jsonl...

GOLD.jsonl are linking sets with spans and Wikidata ids; FOLDER of --corpus is Corpus/gold, whose names have ids and no
spans; NAMES.jsonl.zst are texts with all names marked as PER, LOC, ORG or MISC, which have no ids but tell what is no
name, and of which kind a name is. BINARY is the built linking-features of the package Benchmarks. The table in Gazetteers/linking is read for what
the evidence means and for the prior of each weight, and written again with what was learned.

docs/decisions/linking.md tells what is done and why. Needs numpy and scipy.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
from scipy.optimize import minimize

FOLDS = 5
#: How strongly a weight is held to its prior, in examples: the width of a Gaussian around it is 1 / sqrt(PENALTY).
PENALTY = 6.0
#: A set that names the same few people over and over counts less for each of them.
MOST_OF_ONE_NAME = 3
#: Evidence that keeps its prior: the sets do not mark words for peoples, have too few people of one surname, and some of
#: them taught the recognizer what it knows.
HELD = {"demonym", "loneSurname", "namesake", "learnedKind", "learnedNone"}
#: What a name counts whose kind alone is known.
NAMES_WEIGHT = 0.1
#: The kinds that may be right for a type; a country or place may be called an institution where its government or team
#: is meant, which tells nothing.
KINDS = {"PER": {"person"}, "LOC": {"country", "place"}, "ORG": {"organization", "country", "place"}}
WIKIDATA = re.compile(r"Q[1-9][0-9]*$")


class Mention:
    """The readings of one name of an article, and the numbers of those that may be right."""

    def __init__(self, document, words, readings, right, weight=1.0):
        self.document, self.words, self.readings, self.right, self.weight = document, words, readings, right, weight


def read_gold(path):
    if str(path).endswith(".zst"):
        text = subprocess.run(["zstd", "-dc", path], capture_output=True, check=True).stdout.decode()
    else:
        text = pathlib.Path(path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def corpus_rows(folder):
    """Corpus gold as rows with the entities by name."""
    rows = []
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        rows.append({"id": row["id"], "title": row["title"], "text": row["text"], "date": row.get("published"),
                     "names": {e["name"]: e.get("entity") for e in row["entities"]}})
    return rows


def print_evidence(args, rows):
    """Runs the printer over the rows; gives for each row its mentions as (start, end, words, readings)."""
    with tempfile.TemporaryDirectory(prefix="train-linking-") as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for number, row in enumerate(rows):
                fields = {key: row[key] for key in ("title", "text", "date", "url", "source") if row.get(key)}
                out.write(json.dumps({"id": str(number), **fields}, ensure_ascii=False) + "\n")
        done = subprocess.run([args.printer, args.gazetteers, str(path)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{args.printer} ended with status {done.returncode}: {done.stderr[-500:]}")
    mentions = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        columns = line.split("\t")
        if columns[0] == "mention":
            start, end = int(columns[2]), int(columns[3])
            readings = []
            mentions[int(columns[1])].append((start, end, columns[4], readings))
        else:
            values = dict(pair.split("=") for pair in columns[3].split())
            readings.append((columns[1], columns[2], {name: float(value) for name, value in values.items()}))
    return mentions


def right_readings(readings, wanted):
    """The numbers of the readings that are right: the entity, or a short form of it; else that nothing known is meant."""
    ids = [reading[0] for reading in readings]
    for number, identifier in enumerate(ids):
        if identifier in wanted:
            return [number]
    for number, (identifier, entity, _) in enumerate(readings):
        if identifier == "short" and entity in wanted:
            return [number]
        if identifier == "short" and entity.startswith("nil:"):
            return [number, ids.index("unknown")]
    return [ids.index("unknown")]


def is_telling(readings):
    """Whether "none of the candidates" can be believed where the gazetteer does not have the id that the gold gives.

    An entry without an id may be the entity all the same, and a country or place may be what the gold calls the team, the
    government or the language of that name, which is another convention and no mistake.
    """
    return all(WIKIDATA.match(reading[0]) and reading[1] not in ("country", "place")
               for reading in readings if reading[0] not in ("unknown", "short"))


def is_markable(readings):
    """Whether the sets would mark the name: they leave out words for peoples, and some events and products."""
    return all(reading[0] in ("unknown", "short") or ("demonym" not in reading[2] and "rareKind" not in reading[2])
               for reading in readings)


def span_examples(rows, mentions):
    """Examples of sets with spans: only names that the set gives an id or calls unknown, since many have no mark."""
    for number, row in enumerate(rows):
        byte_of = numpy.cumsum([0] + [len(character.encode()) for character in row["text"]])
        found = {(start, end): rest for start, end, *rest in mentions[number]}
        for entity in row.get("entities", []):
            span = (int(byte_of[entity["start"]]), int(byte_of[entity["end"]]))
            if span not in found or not (entity.get("wikidata") or entity.get("nil")):
                continue
            words, readings = found[span]
            wanted = {entity["wikidata"]} if entity.get("wikidata") else set()
            right = right_readings(readings, wanted) if len(readings) > 1 else None
            if right and (entity.get("nil") or readings[right[-1]][0] != "unknown" or is_telling(readings)):
                yield Mention(row["id"], words, readings, right)


def corpus_examples(rows, mentions):
    """Examples of the Corpus: whose gold lists every name, so that a name it does not list means nothing known."""
    for number, row in enumerate(rows):
        for _, _, words, readings in mentions[number]:
            if len(readings) < 2:
                continue
            listed = {entity for name, entity in row["names"].items() if words == name or words in name.split()}
            wanted = listed or {entity for entity in row["names"].values()}
            # The gold has names without an id, whose entity cannot be told.
            if None in listed or (not listed and any(words in name for name in row["names"])):
                continue
            right = right_readings(readings, wanted)
            # The gold does not list every country that a word such as "American" stands for.
            if readings[right[-1]][0] != "unknown" or is_markable(readings):
                yield Mention(row["id"], words, readings, right)


def name_examples(rows, mentions):
    """Examples of texts with all names marked: what touches none is no name; where spans agree, so must the kind."""
    for number, row in enumerate(rows):
        byte_of = numpy.cumsum([0] + [len(character.encode()) for character in row["text"]])
        marked = {(int(byte_of[e["start"]]), int(byte_of[e["end"]])): e["type"] for e in row["entities"]}
        for start, end, words, readings in mentions[number]:
            if len(readings) < 2:
                continue
            unknown = [place for place, reading in enumerate(readings) if reading[0] == "unknown"]
            kind = marked.get((start, end))
            if kind in KINDS:
                right = [place for place, reading in enumerate(readings)
                         if reading[0] in ("unknown", "short") or reading[1] in KINDS[kind]]
            elif not any(start < b and a < end for a, b in marked) and is_markable(readings):
                right = unknown
            else:
                continue
            if len(right) < len(readings):
                yield Mention(row["id"], words, readings, right, NAMES_WEIGHT)


def thinned(examples):
    """Gives the mentions of one name in a document together no more weight than a few."""
    counts = collections.Counter((example.document, example.words) for example in examples)
    for example in examples:
        example.weight *= min(1.0, MOST_OF_ONE_NAME / counts[example.document, example.words])
    return examples


class Problem:
    """The conditional log-linear model over the readings of mentions, as matrices."""

    def __init__(self, examples, names):
        place = {name: number for number, name in enumerate(names)}
        rows, owner, right = [], [], []
        for number, example in enumerate(examples):
            for reading, (_, _, values) in enumerate(example.readings):
                row = numpy.zeros(len(names))
                for name, value in values.items():
                    row[place[name]] = value
                rows.append(row)
                owner.append(number)
                right.append(reading in example.right)
        self.matrix, self.owner, self.right = numpy.array(rows), numpy.array(owner), numpy.array(right)
        self.weight = numpy.array([example.weight for example in examples])
        self.count = len(examples)

    def shares(self, weights):
        """The probability of each reading, and of each mention that one of its right readings is taken."""
        scores = self.matrix @ weights
        top = numpy.full(self.count, -numpy.inf)
        numpy.maximum.at(top, self.owner, scores)
        powers = numpy.exp(scores - top[self.owner])
        shares = powers / numpy.bincount(self.owner, powers, self.count)[self.owner]
        return shares, numpy.maximum(numpy.bincount(self.owner, shares * self.right, self.count), 1e-12)

    def loss(self, weights, prior):
        shares, right = self.shares(weights)
        away = weights - prior
        loss = -(self.weight * numpy.log(right)).sum() + PENALTY / 2 * away @ away
        each = (shares - shares * self.right / right[self.owner]) * self.weight[self.owner]
        return loss, self.matrix.T @ each + PENALTY * away

    def learn(self, prior, bounds):
        return minimize(self.loss, prior, args=(prior,), jac=True, bounds=bounds, method="L-BFGS-B").x

    def figures(self, weights):
        """The weighted count of mentions whose best reading is right, and the log-loss."""
        scores = self.matrix @ weights
        top = numpy.full(self.count, -numpy.inf)
        numpy.maximum.at(top, self.owner, scores)
        is_right = numpy.zeros(self.count, bool)
        numpy.logical_or.at(is_right, self.owner, (scores == top[self.owner]) & self.right)
        return (self.weight * is_right).sum(), -(self.weight * numpy.log(self.shares(weights)[1])).sum()


def folds_of(examples):
    documents = sorted({example.document for example in examples})
    number = {document: place % FOLDS for place, document in enumerate(documents)}
    return [number[example.document] for example in examples]


def bounds_of(prior, names):
    """A weight keeps the sign of its prior: evidence for somebody is never turned against them by chance."""
    return [(value, value) if name in HELD else (0, None) if value > 0 else (None, 0) if value < 0 else (None, None)
            for value, name in zip(prior, names)]


def cross_validated(examples, extra, names, prior, left_out=None):
    """The share of right readings by weights that never saw the document, and the log-loss; extra is for training."""
    prior, bounds = prior.copy(), bounds_of(prior, names)
    if left_out is not None:
        prior[left_out] = 0
        bounds[left_out] = (0, 0)
    folds = folds_of(examples)
    right, loss, count = 0.0, 0.0, 0.0
    for fold in range(FOLDS):
        train = [example for example, place in zip(examples, folds) if place != fold]
        test = [example for example, place in zip(examples, folds) if place == fold]
        problem = Problem(test, names)
        fold_right, fold_loss = problem.figures(Problem(train + extra, names).learn(prior, bounds))
        right, loss, count = right + fold_right, loss + fold_loss, count + problem.weight.sum()
    return right / count, loss / count


def read_table(path):
    rows = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
    return rows[1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--printer", required=True)
    parser.add_argument("--gazetteers", required=True)
    parser.add_argument("--corpus")
    parser.add_argument("--names", action="append", default=[])
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("gold", nargs="*")
    args = parser.parse_args()
    table_path = pathlib.Path(args.gazetteers) / "linking" / "weights.tsv"
    table = read_table(table_path)
    names = [row[0] for row in table]
    prior = numpy.array([float(row[2]) for row in table])

    examples = []
    for path in args.gold:
        rows = read_gold(path)
        found = list(span_examples(rows, print_evidence(args, rows)))
        for example in found:
            example.document = f"{path}/{example.document}"
        print(f"{path}: {len(found)} mentions", file=sys.stderr)
        examples += found
    if args.corpus:
        rows = corpus_rows(args.corpus)
        found = list(corpus_examples(rows, print_evidence(args, rows)))
        print(f"{args.corpus}: {len(found)} mentions", file=sys.stderr)
        examples += found
    examples, extra = thinned(examples), []
    for path in args.names:
        rows = read_gold(path)
        found = thinned(list(name_examples(rows, print_evidence(args, rows))))
        print(f"{path}: {len(found)} mentions", file=sys.stderr)
        extra += found
    given = Problem(examples, names)
    right, loss = given.figures(prior)
    print(f"priors: {right / given.weight.sum():.4f} right, {loss / given.weight.sum():.4f} log-loss")
    share, loss = cross_validated(examples, extra, names, prior)
    print(f"learned, cross-validated: {share:.4f} right, {loss:.4f} log-loss")
    if args.ablate:
        for number, name in enumerate(names):
            less, more = cross_validated(examples, extra, names, prior, number)
            print(f"without {name}\t{less:.4f}\t{less - share:+.4f}\t{more - loss:+.4f}")
    weights = Problem(examples + extra, names).learn(prior, bounds_of(prior, names))
    lines = ["# Made by scripts/train_linking.py from the column prior; see docs/decisions/linking.md.",
             "evidence\tweight\tprior\tmeaning"]
    lines += [f"{row[0]}\t{weight:.2f}\t{row[2]}\t{row[3]}" for row, weight in zip(table, weights)]
    table_path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
