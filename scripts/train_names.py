#!/usr/bin/env python3
"""Learn the weights of the name recognizer (Gazetteers/names/weights.bin) from texts whose names people marked.

    python3 scripts/train_names.py --features recognition-features --train train/ner/*.jsonl.zst \
        --measure dev/ner/gum_news.jsonl --output Gazetteers/names/weights.bin

Needs python-crfsuite 0.9.12 (PyPI) and the program zstd for packed files. `recognition-features` is the tool of that
name in Benchmarks/: it gives the features, so that training sees just what the program sees. Sets given to --measure
are only measured on, never learned from; the figure is exact F1 of person, place and organization of this model
alone. Without --output nothing is written.

The model: a linear-chain conditional random field (CRFsuite, L-BFGS, mostly L2) over the stretches of tokens in which
names may stand. Titles before people ("President Obama") are taken off the gold: they are no part of the name here. A
part of the sentences is learned from a second time in headline case and in capitals, since the sets have few headlines,
and a part with other people: a first and a last name that people of the gazetteer from one country bear, or a country's
or place's name as the first or the last, so that names from everywhere are known by their place in the sentence.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import struct
import subprocess
import tempfile

CLASSES = ["PER", "LOC", "ORG", "MISC"]             # in the order of NameClass
LABELS = ["O"] + [f"{place}-{name}" for name in CLASSES for place in "BI"]   # in the order of NameLabel
SCALE = 256                                         # units of a weight of one, as NameModel.scale
LEAST_OCCURRENCES = 2                               # features seen less often are left out
HEADLINES = 12                                      # one text in so many also in headline case, and one in capitals
OUTSIDE = ["outside"]                               # the features of the tokens around a stretch of tokens
EVERY_OTHER_PERSON = 3                              # one text with people in so many also with others
SHARE_OF_PLACES = 0.15                              # of these people have a country's name as first or last name
CUE_WORDS = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "Recognition" / "CueWords.swift"
VERSION, BYTE_ORDER_MARK = 1, 0x01020304


def crfsuite():
    """The library; loaded when it is needed, since most of this script does without."""
    import pycrfsuite
    return pycrfsuite


def cue_words(name):
    """The words of a list of CueWords.swift."""
    return set(re.search(rf'let {name} = keys\(\s*"""(.*?)"""', CUE_WORDS.read_text(), re.S).group(1).split())


TITLES = cue_words("titles") | cue_words("honorifics") | {"madam", "secretary-general"}


def read_lines(path):
    if path.endswith(".zst"):
        data = subprocess.run(["zstd", "-dcq", path], capture_output=True, check=True).stdout
        return data.decode().splitlines()
    return pathlib.Path(path).read_text().splitlines()


def outer_names(row):
    """The names that lie in no other."""
    names = [(e["start"], e["end"], e["type"]) for e in row["entities"]]
    return [n for n in names
            if not any(o[0] <= n[0] and n[1] <= o[1] and o[:2] != n[:2] for o in names)]


def without_title(text, start, end):
    """Where a person's name begins behind the titles before it; the end where nothing else is there."""
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group().rstrip(".,").lower() not in TITLES or word.group()[0].islower():
            return start + word.start()
    return end


def example(row):
    """Text and names of a gold row."""
    names = []
    for start, end, name in outer_names(row):
        if name == "PER":
            start = without_title(row["text"], start, end)
        if start < end and name in CLASSES:
            names.append((start, end, name))
    return row["text"], names


def headline_case(text):
    return re.sub(r"(?<![\w'’])[a-z](?=\w{3})", lambda match: match.group().upper(), text)


def shouted(text):
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


class People:
    """Makes up people of the names that the gazetteer's people bear, each country as often as the others."""

    def __init__(self, gazetteers):
        self.random = random.Random(1)
        self.names = collections.defaultdict(lambda: ([], []))
        self.places = []
        for path in sorted(pathlib.Path(gazetteers).glob("*.tsv")):
            lines = path.read_text().splitlines()
            columns = {name: place for place, name in enumerate(next(l for l in lines if l[0] != "#").split("\t"))}
            if not {"kind", "name", "country"} <= set(columns):
                continue
            for line in lines:
                row = line.split("\t")
                if len(row) < len(columns) or line[0] == "#":
                    continue
                words = row[columns["name"]].split()
                if row[columns["kind"]] == "person" and 2 <= len(words) <= 3 and row[columns["country"]]:
                    self.names[row[columns["country"]]][0].append(words[0])
                    self.names[row[columns["country"]]][1].append(words[-1])
                if row[columns["kind"]] == "country" and len(words) == 1:
                    self.places.append(words[0])
        self.countries = sorted(self.names)

    def person(self):
        given, family = self.names[self.random.choice(self.countries)]
        first, last = self.random.choice(given), self.random.choice(family)
        choice = self.random.random()
        if choice < SHARE_OF_PLACES:
            first = self.random.choice(self.places)
        elif choice < 2 * SHARE_OF_PLACES:
            last = self.random.choice(self.places)
        return f"{first} {last}"

    def example(self, text, names):
        """The same sentence about others: each full name of a person replaced."""
        result, new_names, place, changed = "", [], 0, {}
        for start, end, name in sorted(names):
            result += text[place:start]
            words = text[start:end]
            if name == "PER" and " " in words:
                words = changed.setdefault(words, self.person())
            new_names.append((len(result), len(result) + len(words), name))
            result += words
            place = end
        return result + text[place:], new_names


def augmented(examples, people):
    """The examples, and some of them as headlines or about others."""
    result = list(examples)
    with_people = [e for e in examples if any(n[2] == "PER" and " " in e[0][n[0]:n[1]] for n in e[1])]
    result += [people.example(*e) for e in with_people[::EVERY_OTHER_PERSON] if len(e[0]) < 4000]
    for number, (text, names) in enumerate(examples):
        if number % HEADLINES == 0 and len(text) < 400:
            result.append((headline_case(text), names))
        if number % HEADLINES == HEADLINES // 2 and len(text) < 400:
            result.append((shouted(text), names))
    return result


def token_segments(examples, tool, gazetteers):
    """For each text its segments: lists of (first code point, end, features)."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for number, (text, _) in enumerate(examples):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
        file.flush()
        result, places = [], []
        with subprocess.Popen([tool, gazetteers, file.name], stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                if line.startswith("#"):
                    text = examples[len(result)][0]
                    places = [n for n, c in enumerate(text) for _ in c.encode()] + [len(text)]
                    result.append([])
                    continue
                start, end, is_first, *features = line.split()
                if is_first == "1":
                    result[-1].append([])
                result[-1][-1].append((places[int(start)], places[int(end)], features))
        if process.returncode:
            raise SystemExit(f"{tool} failed")
    return result


def labels(segment, names):
    before = None
    for start, end, _ in segment:
        name = next((n for n in names if start < n[1] and n[0] < end), None)
        yield "O" if name is None else ("I-" if name == before else "B-") + name[2]
        before = name


def train(examples, segments, model, iterations):
    counts = collections.Counter(f for text in segments for s in text for _, _, features in s for f in features)
    trainer = crfsuite().Trainer(verbose=False)
    for (_, names), text in zip(examples, segments):
        for segment in text:
            known = [[f for f in features if counts[f] >= LEAST_OCCURRENCES] for _, _, features in segment]
            trainer.append([OUTSIDE, *known, OUTSIDE], ["O", *labels(segment, names), "O"])
    trainer.select("lbfgs")
    trainer.set_params({"c1": 0.02, "c2": 2, "max_iterations": iterations, "feature.possible_transitions": True})
    trainer.train(model)


def opened(model):
    tagger = crfsuite().Tagger()
    tagger.open(model)
    return tagger


def predicted(segments, tagger):
    """The names that a model finds in a text."""
    result = []
    for segment in segments:
        open_name = None
        found = tagger.tag([OUTSIDE, *(features for _, _, features in segment), OUTSIDE])[1:-1]
        for (start, end, _), label in zip(segment, found):
            if label[0] == "I" and open_name and open_name[2] == label[2:]:
                open_name[1] = end
                continue
            open_name = None if label == "O" else [start, end, label[2:]]
            if open_name:
                result.append(open_name)
    return {tuple(name) for name in result}


def f1(path, tool, gazetteers, model):
    rows = [json.loads(line) for line in read_lines(path)]
    examples = [(row["text"], []) for row in rows]
    tagger = opened(model)
    right = found = wanted = 0
    for row, text in zip(rows, token_segments(examples, tool, gazetteers)):
        gold = {n for n in outer_names(row) if n[2] in CLASSES[:3]}
        optional = {(e["start"], e["end"], e["type"]) for e in row["entities"]} - set(outer_names(row))
        names = {n for n in predicted(text, tagger) if n[2] in CLASSES[:3]} - optional
        right, found, wanted = right + len(names & gold), found + len(names), wanted + len(gold)
    precision, recall = right / max(1, found), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def write(info, output):
    """Writes the weights that CRFsuite tells of a model as ARCHITECTURE.md describes them."""
    rows = collections.defaultdict(lambda: [0.0] * len(LABELS))
    for (feature, label), weight in info.state_features.items():
        if feature != OUTSIDE[0]:
            rows[int(feature, 36)][LABELS.index(label)] = weight
    steps = [info.transitions.get((a, b), 0.0) for a in LABELS for b in LABELS]
    # Weights count against those of "outside", which then are all zero.
    table = {hash_: [round((w - row[0]) * SCALE) for w in row[1:]] for hash_, row in rows.items()}
    table = {hash_: [max(-32768, min(32767, w)) for w in row] for hash_, row in table.items() if any(row)}
    slots = 16
    while slots < 2 * len(table):
        slots *= 2
    marks, weights = [0] * slots, [None] * slots
    for hash_ in sorted(table):
        place = hash_ >> 32 & slots - 1
        while marks[place]:
            place = (place + 1) % slots
        marks[place], weights[place] = hash_ & 0xFFFFFFFF | 1, table[hash_]
    body = struct.pack(f"={len(steps)}f", *steps)
    body += bytes(-len(body) % 16)
    body += struct.pack(f"={slots}I", *marks)
    body += b"".join(struct.pack("=8h", *(row or [0] * 8)) for row in weights)
    checksum = 0xCBF29CE484222325
    for byte in body:
        checksum = (checksum ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    head = b"GAZNAMES" + struct.pack("=IIIIQ", VERSION, BYTE_ORDER_MARK, slots, 0, checksum)
    pathlib.Path(output).write_bytes(head + body)
    print(f"{len(table)} features, {len(head) + len(body)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", required=True, help="the built tool recognition-features")
    parser.add_argument("--gazetteers", default="Gazetteers", help="folder of tables; Gazetteers")
    parser.add_argument("--train", nargs="+", required=True, metavar="FILE")
    parser.add_argument("--measure", nargs="*", default=[], metavar="FILE")
    parser.add_argument("--iterations", type=int, default=100)
    parser.add_argument("--output", metavar="FILE")
    arguments = parser.parse_args()
    examples = augmented([example(json.loads(line)) for path in arguments.train for line in read_lines(path)],
                         People(arguments.gazetteers))
    with tempfile.NamedTemporaryFile(suffix=".crfsuite") as model:
        segments = token_segments(examples, arguments.features, arguments.gazetteers)
        train(examples, segments, model.name, arguments.iterations)
        for path in arguments.measure:
            figures = f1(path, arguments.features, arguments.gazetteers, model.name)
            print(path, "precision %.3f recall %.3f F1 %.3f" % figures)
        if arguments.output:
            write(opened(model.name).info(), arguments.output)


if __name__ == "__main__":
    main()
