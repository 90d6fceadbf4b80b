#!/usr/bin/env python3
"""Learn the weights of the story classifier: Gazetteers/story/weights.tsv.

Usage: train_extraction.py --printer BINARY --pages FOLDER [--more FOLDER]... --output weights.tsv
                           [--cross-validate]

FOLDER holds html/ID.html and ground_truth.jsonl, whose rows have "id", "url" and "body". Folders beside it whose
names begin with FOLDER and a dash hold the plain text of the same pages, ID.txt, one folder for each way to render
them. BINARY is the built extraction-features of the package Benchmarks. Pages of --more count 0.6, since their
gold is noisier. With --cross-validate also prints figures of whole stories by weights that never saw the site.

docs/decisions/story-classifier.md tells what is done and why. Needs numpy and scipy.
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
PENALTY = 0.05
TITLE_PENALTY = 0.5
MORE_WEIGHT = 0.6
#: Pages whose story is not found even this well have gold that holds another part of the page, as a rule.
LEAST_F1 = 0.6
ROUNDS = 2
CHANGE_COST = 0.3


def words(text):
    return re.findall(r"\w+", text or "")


def shingles(tokens, length=4):
    """The runs of `length` words; a shorter text is one run."""
    return [tuple(tokens[i:i + length]) for i in range(max(1, len(tokens) - length + 1)) if tokens]


def site_of(url):
    """The registered domain, nearly: "bbc.co.uk" of "https://www.bbc.co.uk/news"."""
    host = re.sub(r"^https?://", "", url or "").split("/")[0].split(":")[0].lower().split(".")
    has_two_part_end = len(host) >= 3 and len(host[-1]) == 2 and host[-2] in ("co", "com", "org", "net", "gov", "ac")
    return ".".join(host[-3 if has_two_part_end else -2:])


class Page:
    """The blocks of one rendering of a page, with their labels and weights."""

    def __init__(self, identifier, kind, folder, gold, blocks, weight):
        self.identifier, self.kind, self.folder = identifier, kind, folder
        self.site = site_of(gold.get("url")) or identifier
        self.gold = collections.Counter(shingles(words(gold["body"])))
        self.dropped = [dropped for dropped, _, _ in blocks]
        self.tokens = [words(text) for _, text, _ in blocks]
        self.values = numpy.array([values for _, _, values in blocks])
        self.labels = label(self.tokens, words(gold["body"]))
        lengths = numpy.array([min(len(tokens), 80) + 1 for tokens in self.tokens], float)
        self.weights = weight * lengths / max(sum(self.gold.values()), lengths.sum() * 0.3, 50)

    def f1(self, is_story):
        """The F1 of the shingles of the blocks that are story."""
        found = [token for tokens, dropped, story in zip(self.tokens, self.dropped, is_story)
                 if story and not dropped for token in tokens]
        found = collections.Counter(shingles(found))
        total = sum(found.values()) + sum(self.gold.values())
        return 2 * sum((found & self.gold).values()) / max(1, total)


def label(blocks, gold):
    """Story is a block with half of its shingles still left in the gold, or a short one in it beside such a block."""
    left = collections.Counter(shingles(gold))
    text = " " + " ".join(gold) + " "
    labels = []
    for tokens in blocks:
        if len(tokens) >= 4:
            own = shingles(tokens)
            is_story = sum(left[shingle] > 0 for shingle in own) >= 0.5 * len(own)
            if is_story:
                left.subtract(own)
        else:
            is_story = len(tokens) > 1 and " " + " ".join(tokens) + " " in text
        labels.append(float(is_story))
    for index, tokens in enumerate(blocks):
        if len(tokens) < 4 and labels[index]:
            around = labels[max(0, index - 2):index] + labels[index + 1:index + 3]
            labels[index] = float(any(around))
    return numpy.array(labels)


def read_features(lines):
    """(id, names, blocks) of each page that extraction-features prints."""
    identifier, names, blocks = None, [], []
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if columns[0] == "#" and len(columns) == 3:
            if identifier is not None:
                yield identifier, names, blocks
            identifier, names, blocks = columns[1], columns[2].split(" "), []
        else:
            blocks.append((columns[0] == "1", columns[1], [float(value) for value in columns[2].split(" ")]))
    if identifier is not None:
        yield identifier, names, blocks


def renderings(folder):
    """The folders with the pages of a set, and what each holds."""
    yield "html", folder / "html"
    for text in sorted(folder.parent.glob(folder.name + "-*")):
        if text.is_dir():
            yield "text", text


class Headlines:
    """The lines of a page that may be its headline."""

    def __init__(self, kind, gold, identifier, candidates):
        self.kind = kind
        self.site = site_of(gold.get("url")) or identifier
        self.values = numpy.array([values for _, _, values in candidates])
        title = words(gold["title"].lower())
        self.labels = numpy.array([float(words(text.lower()) == title) for _, text, _ in candidates])


def read_gold(folder, field):
    """The rows of the gold that have a field, by id."""
    with open(folder / "ground_truth.jsonl", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines) if row.get(field)}


def run_printer(printer, *arguments):
    """The lines that extraction-features prints."""
    done = subprocess.run([printer, *arguments], capture_output=True, check=True)
    return done.stdout.decode().split("\n")[:-1]


def load_headlines(printer, folder):
    """The names of the features and the candidates of each page of a set."""
    names, pages = [], []
    gold = read_gold(folder, "title")
    for kind, place in renderings(folder):
        for identifier, names, candidates in read_features(run_printer(printer, "titles", kind, place)):
            if identifier in gold and candidates:
                pages.append(Headlines(kind, gold[identifier], identifier, candidates))
    return names, pages


def load(printer, folder, weight, table_path):
    """The names of the features and the pages of a set; headlines are chosen by the table."""
    names, pages = [], []
    gold = read_gold(folder, "body")
    for kind, place in renderings(folder):
        for identifier, names, blocks in read_features(run_printer(printer, "blocks", kind, place, table_path)):
            if identifier in gold and blocks:
                pages.append(Page(identifier, kind, place, gold[identifier], blocks, weight))
    return names, pages


def fit_headlines(pages):
    """Weights that give the headline of each page the greatest score; 0 is the score of having none."""
    width = pages[0].values.shape[1]

    def loss(theta):
        total, gradient = TITLE_PENALTY * (theta ** 2).sum(), 2 * TITLE_PENALTY * theta
        for page in pages:
            scores = numpy.append(page.values @ theta, 0)
            wanted = numpy.append(page.labels, 0 if page.labels.any() else 1)
            shares = numpy.exp(scores - numpy.logaddexp.reduce(scores))
            right = shares * wanted
            total -= numpy.log(max(right.sum(), 1e-12))
            gradient += page.values.T @ (shares - right / max(right.sum(), 1e-12))[:-1]
        return total, gradient

    return minimize(loss, numpy.zeros(width), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def train_headlines(pages):
    """The weights for plain text and for HTML."""
    return {kind: fit_headlines([page for page in pages if page.kind == kind]) for kind in ("text", "html")}


def fit(pages):
    """The weights of a logistic regression; numbers that never vary weigh nothing."""
    values = numpy.vstack([page.values for page in pages])
    labels = numpy.concatenate([page.labels for page in pages])
    weights = numpy.concatenate([page.weights for page in pages])
    weights *= len(pages) / weights.sum()
    varies = values.std(axis=0) > 1e-9
    varies[0] = True

    def loss(theta):
        scores = values @ theta
        error = weights * (1 / (1 + numpy.exp(-scores)) - labels)
        gradient = values.T @ error
        gradient[1:] += 2 * PENALTY * theta[1:]
        gradient[~varies] = 0
        return (weights * (numpy.logaddexp(0, scores) - labels * scores)).sum() + PENALTY * (theta[1:] ** 2).sum(), gradient

    theta = minimize(loss, numpy.zeros(values.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    theta[~varies] = 0
    return theta


def best_series(scores):
    """The series of story and furniture that the program takes: see StoryClassifier.bestSeries."""
    story = furniture = 0.0
    to_story, to_furniture = [], []
    for score in numpy.clip(scores, -6, 6) / 2:
        to_story.append(furniture - CHANGE_COST > story)
        to_furniture.append(story - CHANGE_COST > furniture)
        story, furniture = (max(story, furniture - CHANGE_COST) + score,
                            max(furniture, story - CHANGE_COST) - score)
    result, in_story = [], story > furniture
    for index in reversed(range(len(scores))):
        result.append(in_story)
        in_story = not to_story[index] if in_story else to_furniture[index]
    return result[::-1]


def fold_of_sites(pages):
    """A fold for each site, the same in every run."""
    sites = sorted({page.site for page in pages})
    numpy.random.RandomState(1).shuffle(sites)
    return {site: index % FOLDS for index, site in enumerate(sites)}


def trustworthy(pages):
    """The pages that are learned from: not those whose story weights from other sites do not find."""
    kept = pages
    folds = fold_of_sites(pages)
    for _ in range(ROUNDS):
        scores = {}
        for fold in range(FOLDS):
            theta = fit([page for page in kept if folds[page.site] != fold])
            for page in pages:
                if folds[page.site] == fold:
                    scores[id(page)] = page.f1(best_series(page.values @ theta))
        kept = [page for page in pages if scores[id(page)] >= LEAST_F1]
    return kept


def train(pages):
    """The weights for plain text and for HTML."""
    return {kind: fit(trustworthy([page for page in pages if page.kind == kind])) for kind in ("text", "html")}


def table(names, weights):
    """The text of the table of weights."""
    rows = [f"{name}\t{weights['text'][i]:.3f}\t{weights['html'][i]:.3f}" for i, name in enumerate(names)]
    return "\n".join(["# Made by scripts/train_extraction.py; see docs/decisions/story-classifier.md.",
                      "feature\ttext\thtml", *rows]) + "\n"


def joined(first, second):
    """The weights of two models as one table has them."""
    return {kind: numpy.concatenate([first[kind], second[kind]]) for kind in ("text", "html")}


def train_table(printer, folders, names, is_learned, headlines, path):
    """Trains both models on the pages of sites that `is_learned` says yes to, and writes the table to `path`."""
    title_names, story_names = names
    titles = train_headlines([page for page in headlines if is_learned(page.site)])
    none = {kind: numpy.zeros(len(story_names)) for kind in ("text", "html")}
    path.write_text(table(story_names + title_names, joined(none, titles)), encoding="utf-8")
    pages = []
    for number, folder in enumerate(folders):
        pages += load(printer, folder, MORE_WEIGHT if number else 1, path)[1]
    story = train([page for page in pages if is_learned(page.site)])
    path.write_text(table(story_names + title_names, joined(story, titles)), encoding="utf-8")


def cross_validate(printer, folders, names, headlines):
    """Prints the figures of whole articles on the first set, each by weights that never saw its site."""
    folds = fold_of_sites(headlines)
    bodies, titles = collections.defaultdict(list), collections.defaultdict(list)
    gold = read_gold(folders[0], "body")
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "weights.tsv"
            train_table(printer, folders, names, lambda site: folds.get(site, 0) != fold, headlines, path)
            for kind, place in renderings(folders[0]):
                for line in run_printer(printer, "stories", kind, place, path):
                    identifier, title, text = line.split("\t", 2)
                    row = gold.get(identifier)
                    if row is None or folds.get(site_of(row.get("url")), 0) != fold:
                        continue
                    titles[place.name].append(words(title.lower()) == words((row.get("title") or "").lower()))
                    wanted = collections.Counter(shingles(words(row["body"])))
                    found = collections.Counter(shingles(words(text)))
                    hit = sum((found & wanted).values())
                    bodies[place.name].append((hit / sum(found.values()) if found else None,
                                               hit / max(1, sum(wanted.values()))))
    for name, shares in sorted(bodies.items()):
        precision = numpy.mean([p for p, _ in shares if p is not None])
        recall = numpy.mean([r for _, r in shares])
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name}: {len(shares)} pages, precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}, "
              f"title {numpy.mean(titles[name]):.4f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--printer", required=True)
    parser.add_argument("--pages", type=pathlib.Path, required=True)
    parser.add_argument("--more", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--cross-validate", action="store_true")
    arguments = parser.parse_args()
    folders = [arguments.pages, *arguments.more]
    headlines = []
    for folder in folders:
        title_names, pages = load_headlines(arguments.printer, folder)
        headlines += pages
    first = next(read_features(run_printer(arguments.printer, "blocks", "html", arguments.pages / "html")))
    names = title_names, first[1]
    train_table(arguments.printer, folders, names, lambda site: True, headlines, arguments.output)
    if arguments.cross_validate:
        cross_validate(arguments.printer, folders, names, headlines)


if __name__ == "__main__":
    sys.exit(main())
