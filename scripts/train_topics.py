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
PRIOR_PRECISION = 2.0   # how hard weights are pulled to the seeds
SHARPNESS = 1.5         # how far the seeds are believed where they tell topics apart
TAG_TRUST = 6.0         # how far a tag is believed against the seeds
TRAINING_BIAS = -2.5
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

def vocabulary(rows, seeds, usual_share=0.3, least=25):
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
    most = usual_share * len(rows)

    def usual(term):
        if " " in term:
            return frequency[term] >= least
        return (len(term) > 2 and term not in STOP and least <= frequency[term] <= most
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
    lengths = numpy.sqrt(numpy.asarray(counts.multiply(counts).sum(axis=1))).ravel()
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
    """How much each article belongs to each topic: what the seeds say (a softmax), sharpened by the loose tags.

    A tag maps to one or several topics; it makes them TAG_TRUST times as likely. The tags alone are too loose to learn
    from ("africa" is politics or war), and so are the seeds ("goal" in a speech); together they are good enough.
    """
    wanted = special.softmax(SHARPNESS * scores, axis=1)
    for n, row in enumerate(rows):
        tags = labels.get(row.get("label"), set())
        if 0 < len(tags) < len(TOPICS):
            wanted[n, list(tags)] *= TAG_TRUST
    return wanted / wanted.sum(axis=1, keepdims=True)


def fit(features, wanted, prior, iterations=25):
    """Weights (terms x topics) of all topics at once; every topic's articles weigh about as much together.

    The bias is one constant: the training news are mostly politics, and a learned bias would carry that over.
    """
    transposed = features.T.tocsr()
    balance = 750 / numpy.maximum(wanted.sum(axis=0), 200)

    def loss(flat):
        weights = flat.reshape(prior.shape)
        logits = features @ weights + TRAINING_BIAS
        errors = balance * (special.expit(logits) - wanted)
        away = weights - prior
        value = (balance * (numpy.logaddexp(0, logits) - wanted * logits)).sum()
        value += PRIOR_PRECISION / 2 * (away ** 2).sum()
        return value, (transposed @ errors + PRIOR_PRECISION * away).ravel()

    found = optimize.minimize(loss, prior.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    return found.x.reshape(prior.shape)


def calibration(logits, wanted):
    """Scale and bias (Platt) that make σ(scale · logit + bias) the share that a topic has of the article's best."""
    shares = wanted / wanted.max(axis=1, keepdims=True)

    def loss(parameters):
        scaled = parameters[0] * logits + parameters[1]
        return (numpy.logaddexp(0, scaled) - shares * scaled).mean()

    return optimize.minimize(loss, [1.0, TRAINING_BIAS]).x


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
        lines += [f"{topic}\t{term}\t{weights[n, t]:.3f}"
                  for n, term in enumerate(terms) if abs(weights[n, t]) >= 0.0005]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def train(rows, labels, seeds, usual_share=0.3):
    """(terms, weights, biases); `usual_share` is the share of articles above which a word says nothing."""
    terms, frequency = vocabulary(rows, seeds, usual_share)
    features = matrix(rows, terms, BODY)
    prior = prior_of(seeds, terms, frequency, len(rows))
    wanted = targets(rows, labels, features @ prior)
    weights = pruned(fit(features, wanted, prior), features, MAXIMUM_ROWS - len(TOPICS))
    used = numpy.flatnonzero(numpy.abs(weights).sum(axis=1))
    terms, weights = [terms[n] for n in used], weights[used]
    tagged = [n for n, row in enumerate(rows) if 0 < len(labels.get(row.get("label"), ())) < len(TOPICS)]
    tagged = tagged or list(range(len(rows)))
    scale, bias = calibration(unit_rows(features[tagged][:, used]) @ weights, wanted[tagged])
    return terms, weights * scale, numpy.full(len(TOPICS), bias)


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
