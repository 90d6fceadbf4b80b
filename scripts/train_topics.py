#!/usr/bin/env python3
"""Learn the term weights of the topics (Gazetteers/topics/terms.tsv) from labelled news and hand-written seed terms.

    python3 scripts/train_topics.py --labelled news.jsonl.zst --map labels.tsv --unlabelled more.jsonl.zst \
        --measure bbc.jsonl bbc_map.tsv --measure masakhanews.jsonl masakhanews_map.tsv

Needs numpy 2.4.6 and scipy 1.17.1 (PyPI) and the program zstd for packed files. Sets given to --measure are only
measured on, never learned from. Without --output nothing is written.

The model: one logistic regression a topic over sublinear term frequencies (1 + ln tf), L2-normalized over the terms
that the table knows. The regression is pulled not towards zero but towards the seed terms (a Gaussian prior with the
seeds as its mean), so a term that the training data do not know keeps the weight that a person gave it.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import unicodedata

import numpy
from scipy import optimize, sparse, special

TOPICS = [f"medtop:{n:02}000000" for n in range(1, 18)]
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Gazetteers" / "topics"
SEED_STRENGTH = 1.6     # weight of a seed of weight 1 and of average rarity
PRIOR_PRECISION = 0.6   # how hard weights are pulled to the seeds
MAXIMUM_ROWS = 38_000
BODY = 4_000            # characters of a text that are read in training

# ---------------------------------------------------------------- text

WORD = re.compile(r"\w+(?:(?<=[^\W\d])[.'’](?=[^\W\d])\w+|(?<=\d)[.,'](?=\d)\w+)*")
JOINS = re.compile(r"[ \t\u00a0]*|[ \t]?\n|-")
NEXT_SENTENCE = re.compile(r"[.!?:\"“”\n•(|]")
STOP = set("""a about above after again against all also am an and any are as at be because been before being below
between both but by can could did do does doing don't down during each few for from further had has have having he her
here hers herself him himself his how i if in into is isn't it its itself just like may me might more most my myself no
nor not now of off on once one only or other our out over own per said same say says shall she should so some still such
than that the their theirs them then there these they this those through to told too two under until up upon us very was
we were what when where which while who whom why will with within without would yet you your yours get got go going
it's he's i'm that's we're they're didn't doesn't wasn't can't won't read advertisement click story photo ap""".split())


def key_of(word):
    """The key of a token, as the program's TokenKey makes it; a final 's is dropped."""
    key = unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("‘", "'").replace(".", "")
    return key[:-2] if key.endswith("'s") else key


def tokens_of(text):
    """Yields (key, word as written, joined to the token before, first of a sentence)."""
    end = 0
    for match in WORD.finditer(text):
        gap = text[end:match.start()]
        yield key_of(match[0]), match[0], bool(end and JOINS.fullmatch(gap)), not end or bool(NEXT_SENTENCE.search(gap))
        end = match.end()


def terms_of(parts, known=None):
    """Counts of words and bigrams; with `known` only terms in it. No bigram goes over a boundary."""
    counts = collections.Counter()
    for part in parts:
        before = None
        for key, word, joined, _ in tokens_of(part):
            counts[key] += 1
            if joined and before:
                counts[f"{before} {key}"] += 1
            before = key
    return counts if known is None else {t: n for t, n in counts.items() if t in known}


def parts_of(row, limit=None):
    return [row.get("title") or "", (row.get("text") or "")[:limit]]


def read_rows(path):
    path = str(path)
    data = subprocess.run(["zstd", "-dc", path], capture_output=True, check=True).stdout if path.endswith(".zst") \
        else pathlib.Path(path).read_bytes()
    return [json.loads(line) for line in data.split(b"\n") if line.strip()]


def read_table(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read_map(path):
    labels = collections.defaultdict(set)
    for row in read_table(path):
        if row[1] != "id" and not row[1].startswith("Media"):
            labels[row[0]].add(TOPICS.index("medtop:" + row[1].removeprefix("medtop:")))
    return labels


def read_seeds(path):
    return {(TOPICS.index(topic), term): float(weight) for topic, term, weight in read_table(path) if topic != "topic"}


# ---------------------------------------------------------------- vocabulary

def vocabulary(rows, seeds, least_words=10, least_pairs=20):
    """Terms worth a weight: common enough, no stop words, not mostly names; and all seed terms."""
    frequency, upper, inside = collections.Counter(), collections.Counter(), collections.Counter()
    for row in rows:
        seen, before = set(), None
        for part in parts_of(row, BODY)[1:]:
            for key, word, joined, first in tokens_of(part):
                seen.add(key)
                if not first:
                    inside[key] += 1
                    upper[key] += word[0].isupper()
                plain = word[0].islower() and key not in STOP and len(key) > 2
                if plain and joined and before:
                    seen.add(f"{before} {key}")
                before = key if plain else None
        frequency.update(seen)
    most = 0.3 * len(rows)

    def usual(term):
        if " " in term:
            return frequency[term] >= least_pairs
        return (len(term) > 2 and term not in STOP and least_words <= frequency[term] <= most
                and not any(c.isdigit() for c in term) and upper[term] <= 0.5 * inside[term])

    terms = {t for t in frequency if usual(t)} | {term for _, term in seeds}
    return sorted(terms), frequency


def matrix(rows, terms, limit=None):
    """Sublinear term frequencies, each row of length 1."""
    column = {t: n for n, t in enumerate(terms)}
    values, columns, starts = [], [], [0]
    for row in rows:
        for term, count in terms_of(parts_of(row, limit), column).items():
            columns.append(column[term])
            values.append(1 + math.log(count))
        starts.append(len(columns))
    return unit_rows(sparse.csr_matrix((numpy.array(values, "f4"), columns, starts), (len(rows), len(terms))))


def unit_rows(counts):
    lengths = numpy.sqrt(counts.multiply(counts).sum(axis=1)).A1 if hasattr(counts, "A1") else \
        numpy.sqrt(numpy.asarray(counts.multiply(counts).sum(axis=1))).ravel()
    return sparse.diags(1 / numpy.maximum(lengths, 1e-9)).dot(counts).tocsr()


def prior_of(seeds, terms, frequency, documents):
    """Seed weights times rarity: a seed that half of the news use says little."""
    column = {t: n for n, t in enumerate(terms)}
    prior = numpy.zeros((len(terms), len(TOPICS)))
    for (topic, term), weight in seeds.items():
        rarity = math.log((documents + 1) / (frequency[term] + 5)) / 5
        prior[column[term], topic] = SEED_STRENGTH * weight * min(1.3, max(0.2, rarity))
    return prior


# ---------------------------------------------------------------- learning

def targets(rows, labels, scores):
    """(wanted, counts) of each article and topic from its loose tag and what the seeds say.

    A tag that maps to several topics is read with the seeds: the topics among them that the seeds rank best are
    wanted. Topics outside the tag are not wanted, save that the seeds' best two are left open. Articles without a tag
    are wanted for the seeds' best topic where it is clearly the best, and not for those that the seeds rank low.
    """
    wanted = numpy.zeros(scores.shape)
    counts = numpy.ones(scores.shape)
    for n, row in enumerate(rows):
        order = numpy.argsort(-scores[n])
        best = scores[n, order[0]]
        tags = labels.get(row.get("label"), set()) if row.get("label") else set()
        if 0 < len(tags) < len(TOPICS):
            allowed = [t for t in order if t in tags]
            counts[n, order[:2]] = 0
            counts[n, allowed] = 0
            for t in allowed[:1]:
                wanted[n, t] = counts[n, t] = 1
        elif best > 0.5 and best - scores[n, order[1]] > 0.25 * best:
            counts[n, order[1:5]] = 0
            wanted[n, order[0]] = 1
            counts[n] *= 0.7
        else:
            counts[n, order[:5]] = 0
            counts[n] *= 0.3
    return wanted, counts


def balanced(wanted, counts):
    """Weights so that the wanted articles of every topic weigh as much together, and its others as much again."""
    positive = (wanted * counts).sum(axis=0)
    negative = ((1 - wanted) * counts).sum(axis=0)
    total = 1500
    return counts * numpy.where(wanted > 0, total / numpy.maximum(positive, 150), total / numpy.maximum(negative, 1))


def fit(features, wanted, weights, prior, precision, iterations=60):
    """Weights (terms x topics) and biases of all topics at once."""
    size, topics = prior.shape
    transposed = features.T.tocsr()

    def loss(flat):
        parameters = flat.reshape(size + 1, topics)
        logits = features @ parameters[:-1] + parameters[-1]
        errors = weights * (special.expit(logits) - wanted)
        away = parameters[:-1] - prior
        value = (weights * (numpy.logaddexp(0, logits) - wanted * logits)).sum() + precision / 2 * (away ** 2).sum()
        return value, numpy.vstack([transposed @ errors + precision * away, errors.sum(axis=0)]).ravel()

    start = numpy.vstack([prior, numpy.full((1, topics), -3.0)]).ravel()
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    parameters = found.x.reshape(size + 1, topics)
    return parameters[:-1], parameters[-1]


def pruned(weights, features, rows_left):
    """The weights that matter most: size times how much of the term the news hold."""
    mass = numpy.sqrt(numpy.asarray(features.multiply(features).sum(axis=0)).ravel() + 1)
    value = numpy.abs(weights) * mass[:, None]
    if rows_left >= numpy.count_nonzero(weights):
        return weights
    return numpy.where(value >= numpy.partition(value.ravel(), -rows_left)[-rows_left], weights, 0)


# ---------------------------------------------------------------- measuring and writing

def measure(model, path, map_path):
    terms, weights, biases = model
    rows, labels = read_rows(path), read_map(map_path)
    logits = matrix(rows, terms) @ weights + biases
    mapped = sorted(set().union(*labels.values()))
    right = closed = 0
    per_label = collections.defaultdict(lambda: [0, 0, collections.Counter()])
    for row, scores in zip(rows, logits):
        want = labels[row["label"].casefold()]
        top = int(numpy.argmax(scores))
        right += top in want
        in_map = mapped[int(numpy.argmax(scores[mapped]))] in want
        closed += in_map
        seen = per_label[row["label"]]
        seen[0] += in_map
        seen[1] += 1
        seen[2][TOPICS[top][7:9]] += 1
    print(f"{pathlib.Path(path).name}: accuracy {right / len(rows):.4f}, among mapped topics {closed / len(rows):.4f}")
    for label, (hits, count, tops) in sorted(per_label.items()):
        print(f"  {label:15}{hits / count:.3f}  {dict(tops.most_common(6))}")


def write_terms(path, terms, weights, biases):
    lines = ["# Term weights of the topics, learned by scripts/train_topics.py; edit freely, a weight is a log-odds.",
             "# A term is a word or two words; a row with an empty term is the bias of its topic.",
             "topic\tterm\tweight"]
    for t, topic in enumerate(TOPICS):
        lines.append(f"{topic}\t\t{biases[t]:.3f}")
        lines += [f"{topic}\t{term}\t{weights[n, t]:.3f}" for n, term in enumerate(terms) if abs(weights[n, t]) >= 0.0005]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def train(rows, labels, seeds):
    terms, frequency = vocabulary(rows, seeds)
    features = matrix(rows, terms, BODY)
    prior = prior_of(seeds, terms, frequency, len(rows))
    scores = features @ prior
    wanted, counts = targets(rows, labels, scores)
    weights, biases = fit(features, wanted, balanced(wanted, counts), prior, PRIOR_PRECISION)
    kept = pruned(weights, features, MAXIMUM_ROWS - len(TOPICS))
    used = numpy.flatnonzero(numpy.abs(kept).sum(axis=1))
    return [terms[n] for n in used], kept[used], biases


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--labelled", required=True, help="JSON lines with title, text and label")
    parser.add_argument("--map", required=True, help="TSV of label and Media Topics id")
    parser.add_argument("--unlabelled", help="JSON lines with title and text")
    parser.add_argument("--seeds", default=FOLDER / "seeds.tsv", help="TSV of topic, term and weight")
    parser.add_argument("--measure", nargs=2, action="append", default=[], metavar=("ROWS", "MAP"))
    parser.add_argument("--output", help="where to write the terms")
    args = parser.parse_args()
    rows = read_rows(args.labelled) + (read_rows(args.unlabelled) if args.unlabelled else [])
    model = train(rows, read_map(args.map), read_seeds(args.seeds))
    if args.output:
        write_terms(args.output, *model)
    for path, map_path in args.measure:
        measure(model, path, map_path)


if __name__ == "__main__":
    main()
