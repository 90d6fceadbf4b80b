#!/usr/bin/env python3
"""Learn the weights of the topics (Gazetteers/topics/weights.tsv) from labelled news and hand-written seed terms.

    python3 scripts/train_topics.py --eval ../shared/eval --work /tmp/topics --output Gazetteers/topics/weights.tsv

Needs scikit-learn 1.9.1 (PyPI; it brings numpy, scipy and joblib) and the program zstd; the texts are those that
Corpus/topics names, in the folder of evaluation data, read by the program's own stages (Benchmarks, topic-features).

The model: one logistic regression a topic over words, pairs of words, roles of the entities mentioned and words of the
section, with x = (1 + ln n) * sqrt(100 / words) as the program has it, scaled by inverse document frequency. The
regression is pulled not towards zero but towards the seed terms (a Gaussian prior with the seeds as its mean), so a
term that the training data do not know keeps the weight that a person gave it: this is why it is fitted with scipy here
and not by scikit-learn's class, which has no such prior. scikit-learn gives folds, calibration and figures.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys

import numpy
from scipy import optimize, sparse

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Corpus" / "topics"))
from articles import FILES, LEARNED_FROM
from media_topics import Tree

FOLDER = ROOT / "Gazetteers" / "topics"
SEED_TRUST = 1.0        # weight of a seed of weight 1 and of average rarity
PRIOR_PRECISION = 10.0  # how hard weights are pulled to the seeds
IN_DOMAIN_PRECISION, IN_DOMAIN_TRUST = 0.5, 0.3  # the same, where the articles of one set alone are learned from
MISSES = 2.0            # a story missed is as bad as so many tagged wrongly: a score of 0.5 is where they are even
USUAL_BIAS = -4.0       # what the bias is pulled to, as TopicModel.ownBias
BIAS_PRECISION = 1.0
BALANCE = 1.0           # 0: articles count alike; 1: the articles of each top concept count alike together
STEEPEST = 1.5          # scale of calibration at most: a few examples that lie well apart prove no certainty
SHORTEST = 25           # words; as TopicModel.shortest
# Words of a text read in training; the program reads all. It saves time, the beginning says what a story is about, and
# x falls with the root of the length anyway.
WORDS_READ = 600
LEAST_WORDS, LEAST_PAIRS = 8, 25  # articles of the background that a term must stand in
TOP_TERMS, FINER_TERMS = 2_000, 160  # weights kept for a topic
LEAST_WEIGHT = 0.08     # smaller ones change hardly anything that can be measured, and take half of the time to load
BROADER_LESS = 1.5      # what a seed of a finer topic weighs less for the broader one
ALSO = {                # topics whose stories readers look for under another top concept too
    "computing and information technology": ["science and technology"],
    "telecommunication service": ["science and technology"], "video game": ["science and technology"],
    "cyber crime": ["science and technology"], "social media": ["science and technology"],
}
STOP = set("""a about above after again against all also am an and any are as at be because been before being below
between both but by can could did do does doing don't down during each few for from further had has have having he her
here hers herself him himself his how i if in into is isn't it its itself just like may me might more most my myself no
nor not now of off on once one only or other our out over own per said same say says shall she should so some still such
than that the their theirs them then there these they this those through to told too two under until up upon us very was
we were what when where which while who whom why will with within without would yet you your yours get got go going
i'm we're they're didn't doesn't wasn't can't won't read advertisement click story photo ap""".split())


# ---------------------------------------------------------------- texts

class Text:
    """What topics are told by in one article: counted terms, and the number of its words."""

    def __init__(self, roles, section, title, body):
        keys = title.split(" ") + ["|"] + body.split(" ")[:WORDS_READ]
        self.runs, run = [], []
        for key in keys:
            if key == "|" or not key:
                self.runs.append(run)
                run = []
            else:
                run.append(key)
        self.runs.append(run)
        self.words = sum(map(len, self.runs))
        self.features = collections.Counter({f"section:{word}": 1 for word in section.split()})
        for part in filter(None, roles.split("|")):
            role, count = part.rsplit("=", 1)
            self.features[f"role:{role}"] = int(count)

    def counts(self, longest=2, known=None):
        """Counts of words and phrases of up to `longest` words; with `known` only of the terms in it."""
        counts = collections.Counter(self.features)
        for run in self.runs:
            for start in range(len(run)):
                for length in range(1, min(longest, len(run) - start) + 1):
                    counts[run[start] if length == 1 else " ".join(run[start:start + length])] += 1
        return counts if known is None else {term: n for term, n in counts.items() if term in known}


def features_of(name, path, work, program):
    """id -> Text; made by the program once and kept in the working folder."""
    kept = work / f"{name}.tsv"
    if not kept.exists():
        plain = work / f"{name}.jsonl"
        plain.write_bytes(subprocess.run(["zstd", "-dcf", path], capture_output=True, check=True).stdout)
        lines = subprocess.run([program, ROOT / "Gazetteers", plain], capture_output=True, check=True).stdout
        kept.write_bytes(lines)
        plain.unlink()
    with open(kept, encoding="utf-8") as rows:
        for row in rows:
            fields = row.rstrip("\n").split("\t")
            if len(fields) == 5:
                yield fields[0], Text(*fields[1:])


def read_table(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return rows[1:]


def read_labels(path, tree):
    """(set, id) -> (use, topics with the broader ones), in the order of the file."""
    labels = {}
    for name, id, use, topics in read_table(path):
        labels[name, id] = (use, tree.with_broader([tree.by_name[t] for t in topics.split("|") if t]))
    return labels


def read_judgements(path, tree):
    """topic -> (set, id) -> whether the article is about it"""
    judged = collections.defaultdict(dict)
    for topic, name, id, about in read_table(path):
        judged[tree.by_name[topic]][name, id] = about == "yes"
    return judged


def without_possessives(term):
    """The term as the program splits words: it cuts a final 's or apostrophe off, so a term with one is never met."""
    return re.sub(r"(?<=\w)['’]s?(?= |$)", "", term)


def read_seeds(path, tree):
    """topic -> term -> weight; the stronger terms of finer topics speak for the broader ones too, more weakly."""
    seeds = collections.defaultdict(dict)
    for topic, spelled, weight, *_ in read_table(path):
        term = without_possessives(spelled)
        seeds[topic][term] = max(seeds[topic].get(term, -math.inf), float(weight))
    for topic in tree.finer:
        broader = tree.with_broader([topic])[1:] + [tree.by_name[name] for name in ALSO.get(tree.names[topic], [])]
        for term, weight in seeds[topic].items():
            for other in broader:
                if weight > BROADER_LESS:
                    seeds[other][term] = max(seeds[other].get(term, 0), weight - BROADER_LESS)
    return seeds


# ---------------------------------------------------------------- vocabulary

class Vocabulary:
    """The terms that get weights, and how rare they are."""

    def __init__(self, frequency, documents, seeds):
        self.frequency = frequency
        terms = {term for term in frequency if self.is_usable(term)} | {term for s in seeds.values() for term in s}
        self.terms = sorted(terms)
        self.column = {term: n for n, term in enumerate(self.terms)}
        self.longest = max(len(term.split(" ")) for term in self.terms if ":" not in term)
        self.rarity = numpy.array([
            math.log(documents / max(frequency[term], LEAST_WORDS)) / 5 for term in self.terms])

    def is_usable(self, term):
        words = term.split(" ")
        if term.startswith("role:"):
            return self.frequency[term] >= LEAST_WORDS
        if ":" in term:
            return self.frequency[term] >= LEAST_PAIRS
        return (self.frequency[term] >= (LEAST_WORDS if len(words) == 1 else LEAST_PAIRS) and len(term) > 1
                and not any(word in STOP or any(c.isdigit() for c in word) for word in words))

    def matrix(self, texts):
        values, columns, starts = [], [], [0]
        for text in texts:
            length = math.sqrt(100 / max(text.words, SHORTEST))
            for term, count in text.counts(self.longest, self.column).items():
                columns.append(self.column[term])
                values.append((1 + math.log(count)) * length)
            starts.append(len(columns))
        return sparse.csr_matrix((values, columns, starts), (len(texts), len(self.terms)))

    def seed_weights(self, seeds):
        weights = numpy.zeros(len(self.terms))
        for term, weight in seeds.items():
            column = self.column[term]
            # A seed that much of the news use says little.
            weights[column] = SEED_TRUST * weight * min(1.3, max(0.2, self.rarity[column]))
        return weights


# ---------------------------------------------------------------- learning

def folds(count):
    """Four times the rows learned from and those left out."""
    from sklearn import model_selection
    return model_selection.KFold(4, shuffle=True, random_state=0).split(numpy.zeros(count))


def in_parallel(function, calls):
    """The results of a function for many arguments, on all cores."""
    import joblib
    return joblib.Parallel(n_jobs=-1)(joblib.delayed(function)(*call) for call in calls)


def fit(scaled, offset, wanted, importance, precision, iterations=60):
    """Weights (of scaled terms) and bias of one topic, beside what the seeds say."""
    transposed = scaled.T.tocsr()

    def loss(flat):
        weights, bias = flat[:-1], flat[-1]
        logits = scaled @ weights + bias + offset
        errors = importance * (1 / (1 + numpy.exp(-logits)) - wanted)
        value = (importance * (numpy.logaddexp(0, logits) - wanted * logits)).sum()
        value += precision / 2 * (weights @ weights) + BIAS_PRECISION / 2 * (bias - USUAL_BIAS) ** 2
        return value, numpy.append(
            transposed @ errors + precision * weights, errors.sum() + BIAS_PRECISION * (bias - USUAL_BIAS))

    start = numpy.append(numpy.zeros(scaled.shape[1]), USUAL_BIAS)
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations}).x
    return found[:-1], found[-1]


def importance_of(wanted):
    """How much each article counts, by how frequent its top concepts are: most of the training news are politics."""
    frequent = wanted.sum(axis=0) + 3
    weights = (wanted * (frequent.mean() / frequent) ** BALANCE).sum(axis=1) / numpy.maximum(wanted.sum(axis=1), 1)
    weights[weights == 0] = 1
    return weights * len(weights) / weights.sum()


def pruned(weights, features, most):
    """The weights that matter most: size times how much of the term the news hold."""
    mass = numpy.sqrt(numpy.asarray(features.multiply(features).sum(axis=0)).ravel() + 0.3)
    value = numpy.abs(weights) * mass
    if numpy.count_nonzero(value) <= most:
        return weights
    return numpy.where(value >= numpy.partition(value, -most)[-most], weights, 0)


def learn(rarity, features, wanted, importance, prior, most, precision=PRIOR_PRECISION):
    """Weights and bias of one topic, for unscaled terms."""
    learned, bias = fit((features @ sparse.diags(rarity)).tocsr(), features @ prior, wanted, importance, precision)
    return pruned(learned * rarity + prior, features, most), bias


def learn_and_try(rarity, features, wanted, importance, prior, most):
    """Weights, bias, and the logits of each article by a model that did not learn from it."""
    unseen = numpy.zeros(len(wanted))
    for kept, left_out in folds(len(wanted)):
        weights, bias = learn(rarity, features[kept], wanted[kept], importance[kept], prior, most)
        unseen[left_out] = features[left_out] @ weights + bias
    return *learn(rarity, features, wanted, importance, prior, most), unseen


def calibration(logits, wanted, importance):
    """Scale and shift (Platt) that make of logits of unseen articles the share of right ones, as MISSES counts."""
    from sklearn import linear_model
    importance = importance * numpy.where(wanted > 0, MISSES, 1)
    found = linear_model.LogisticRegression(C=100).fit(logits[:, None], wanted, sample_weight=importance)
    if found.coef_[0, 0] <= STEEPEST:
        return found.coef_[0, 0], found.intercept_[0]

    def surplus(shift):
        return (importance * (1 / (1 + numpy.exp(-STEEPEST * logits - shift)) - wanted)).sum()

    return STEEPEST, optimize.brentq(surplus, -100, 100)


class Examples:
    """The articles that one topic is learned from: their rows in the matrix, whether about it, how much they count."""

    def __init__(self, topic, labels, judged, row_of, importance):
        self.rows = list(range(len(labels)))
        wanted = [float(topic in found) for found in labels]
        for key, about in sorted(judged.items()):
            if key in row_of:
                self.rows.append(row_of[key])
                wanted.append(float(about))
        self.wanted = numpy.array(wanted)
        self.importance = numpy.append(importance, numpy.ones(len(wanted) - len(labels)))
        self.count = int(self.wanted.sum())


def train(vocabulary, features, examples, seeds, most, least):
    """topic -> (weights, bias, logits by cross-validation).

    A topic is calibrated by its own articles where it has `least`; the bias of others stays near the usual one.
    """
    found = in_parallel(learn_and_try, [
        (vocabulary.rarity, features[e.rows], e.wanted, e.importance, vocabulary.seed_weights(seeds[topic]), most)
        for topic, e in examples.items()])
    model = {}
    for (topic, e), (weights, bias, logits) in zip(examples.items(), found):
        scale, shift = calibration(logits, e.wanted, e.importance) if e.count >= least else (1.0, 0.0)
        model[topic] = (weights * scale, bias * scale + shift, logits * scale + shift)
    return model


def train_tops(vocabulary, features, examples, seeds):
    """As `train`, but all calibrated together: by themselves the frequent ones would outdo the others."""
    model = train(vocabulary, features, examples, seeds, TOP_TERMS, least=math.inf)
    scale, shift = calibration(
        numpy.concatenate([logits for _, _, logits in model.values()]),
        numpy.concatenate([e.wanted for e in examples.values()]),
        numpy.concatenate([e.importance for e in examples.values()]))
    return {topic: (w * scale, b * scale + shift, z * scale + shift) for topic, (w, b, z) in model.items()}


# ---------------------------------------------------------------- measuring and writing

def report(title, model, examples, tree):
    """Precision, recall and F1 of each topic by cross-validation at 0.5."""
    from sklearn import metrics
    figures = []
    for topic, (_, _, logits) in model.items():
        wanted = examples[topic].wanted
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(
            wanted, logits > 0, average="binary", zero_division=0)
        figures.append((f1, precision, recall, int(wanted.sum()), tree.names[topic]))
    known = [row for row in figures if row[3]]
    print(f"{title}: macro-F1 by cross-validation {numpy.mean([row[0] for row in known]):.3f} of {len(known)}")
    for f1, precision, recall, count, name in sorted(figures, reverse=True):
        print(f"  F1 {f1:.2f}  precision {precision:.2f}  recall {recall:.2f}  of {count:4}  {name}")


def read_map(path, tree):
    found = collections.defaultdict(list)
    for line in pathlib.Path(path).read_text().splitlines():
        if not line.startswith("#"):
            label, id = line.split("\t")[:2]
            found[label].append("medtop:" + id)
    return found


def cross_validate(name, args, tree, vocabulary, texts, seeds):
    """Accuracy on a set of one label a text, learned from the rest of that set alone, five times."""
    from sklearn import model_selection
    right = read_map(args.eval / "maps" / f"{name.split('_')[0]}.tsv", tree)
    rows = [json.loads(line) for line in (args.eval / FILES[name]).read_text(encoding="utf-8").splitlines()]
    features = vocabulary.matrix([texts[name, row["id"]] for row in rows])
    topics = [right[row["label"].casefold()][0] for row in rows]
    known = sorted(set(topics))
    hits = 0
    for kept, left_out in model_selection.StratifiedKFold(5, shuffle=True, random_state=0).split(rows, topics):
        models = in_parallel(learn, [
            (vocabulary.rarity, features[kept], numpy.array([float(topics[n] == topic) for n in kept]),
             numpy.ones(len(kept)), IN_DOMAIN_TRUST * vocabulary.seed_weights(seeds[topic]), TOP_TERMS,
             IN_DOMAIN_PRECISION) for topic in known])
        scores = numpy.array([features[left_out] @ weights + bias for weights, bias in models])
        hits += sum(known[best] == topics[n] for best, n in zip(scores.argmax(axis=0), left_out))
    print(f"{name}: accuracy by cross-validation {hits / len(rows):.4f}")


def write_weights(path, vocabulary, model, tree):
    rows = collections.defaultdict(list)
    for topic, (weights, bias, _) in model.items():
        rows[""].append((bias, topic))
        for column in numpy.flatnonzero(numpy.abs(weights.round(2)) >= LEAST_WEIGHT):
            rows[vocabulary.terms[column]].append((weights[column], topic))
    lines = ["# Weights of terms for topics, learned by scripts/train_topics.py; see README.md.",
             "# The row without a term has the biases.", "term\tweights"]
    for term, weights in sorted(rows.items()):
        weights.sort(key=lambda found: -abs(found[0]))
        lines.append(term + "\t" + "|".join(f"{tree.names[topic]} {weight:.2f}" for weight, topic in weights))
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


# ---------------------------------------------------------------- the whole run

def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--eval", required=True, type=pathlib.Path, help="the folder of evaluation data")
    parser.add_argument("--work", required=True, type=pathlib.Path, help="a folder for what is read of the texts")
    parser.add_argument("--program", default=ROOT / "Benchmarks/.build/release/topic-features")
    parser.add_argument("--labels", default=ROOT / "Corpus/topics/labels.tsv")
    parser.add_argument("--judgements", default=ROOT / "Corpus/topics/judgements.tsv")
    parser.add_argument("--seeds", default=FOLDER / "seeds.tsv")
    parser.add_argument("--only-top", action="store_true", help="learn only the top concepts")
    parser.add_argument("--cross-validate", metavar="SET", action="append", default=[], choices=FILES)
    parser.add_argument("--output", help="where to write the weights")
    return parser.parse_args()


def read_learned_from(args, tree):
    """Labels (key -> topics) and judgements (topic -> key -> yes or no) of the articles that are not measured on."""
    read = read_labels(args.labels, tree)
    labels = {key: topics for key, (use, topics) in read.items() if use == "train"}
    held_out = read.keys() - labels.keys()
    judged = collections.defaultdict(dict)
    for topic, found in read_judgements(args.judgements, tree).items():
        judged[topic] = {k: about for k, about in found.items() if k[0] in LEARNED_FROM and k not in held_out}
    return labels, judged


def read_texts(args, learned_from):
    """The texts needed, by set and id; in how many texts of the background each term stands, and how many these are."""
    texts, frequency, documents = {}, collections.Counter(), 0
    for name, file in FILES.items():
        for id, text in features_of(name, args.eval / file, args.work, args.program):
            if (name, id) in learned_from or name in args.cross_validate:
                texts[name, id] = text
            if name in LEARNED_FROM:
                documents += 1
                frequency.update(text.counts().keys())
    return texts, frequency, documents


def train_all(vocabulary, texts, labels, judged, seeds, tree, only_top):
    """The model of all topics, as `train` gives it; prints how well it does."""
    keys = [key for key in labels if key in texts]
    others = sorted({key for found in judged.values() for key in found if key in texts and key not in labels})
    print(f"{len(keys)} articles read and {len(others)} judged,"
          f" {len(vocabulary.terms)} terms, {len(tree.names)} topics")
    features = vocabulary.matrix([texts[key] for key in keys + others])
    row_of = {key: row for row, key in enumerate(keys + others)}
    topics_of = [labels[key] for key in keys]
    importance = importance_of(numpy.array([[1.0 if t in found else 0.0 for t in tree.tops] for found in topics_of]))
    tops = {t: Examples(t, topics_of, {}, row_of, importance) for t in tree.tops}
    model = train_tops(vocabulary, features, tops, seeds)
    report("top concepts", model, tops, tree)
    if only_top:
        return model
    finer = {t: Examples(t, topics_of, judged[t], row_of, importance) for t in tree.finer}
    model_of_finer = train(vocabulary, features, finer, seeds, FINER_TERMS, least=8)
    report("finer topics", model_of_finer, finer, tree)
    return model | model_of_finer


def main():
    args = read_options()
    args.work.mkdir(parents=True, exist_ok=True)
    tree = Tree()
    seeds = read_seeds(args.seeds, tree)
    labels, judged = read_learned_from(args, tree)
    learned_from = labels.keys() | {key for found in judged.values() for key in found}
    texts, frequency, documents = read_texts(args, learned_from)
    vocabulary = Vocabulary(frequency, documents, seeds)
    for name in args.cross_validate:
        cross_validate(name, args, tree, vocabulary, texts, seeds)
    model = train_all(vocabulary, texts, labels, judged, seeds, tree, args.only_top)
    if args.output:
        write_weights(args.output, vocabulary, model, tree)


if __name__ == "__main__":
    main()
