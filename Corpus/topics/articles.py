"""The articles that labels and judgements name: tables, texts, and what the program says of them."""
import json
import pathlib
import subprocess
import tempfile

from media_topics import read_table

FOLDER = pathlib.Path(__file__).resolve().parent
FILES = {  # set -> its file in the folder of evaluation data
    "us_news_topics": "train/topics/us_news_topics.jsonl.zst", "us_news_27k": "train/unlabelled/us_news_27k.jsonl.zst",
    "bbc_half": "dev/topics/bbc_half.jsonl", "masakhanews_eng_dev": "dev/topics/masakhanews_eng_dev.jsonl",
    "gum_news": "dev/ner/gum_news.jsonl",
}
LEARNED_FROM = {"us_news_topics", "us_news_27k"}  # an article may stand in both, with the same id
INPUT_FIELDS = ("title", "text", "date", "url", "source")


class Malformed(Exception):
    """A table that cannot be used."""


class Unreadable(Exception):
    """The evaluation data or the program did not give what is needed."""


class Tables:
    """What was read in the articles: labels and judgements, by set and id."""

    def __init__(self, tree, folder=FOLDER):
        self.held_out = {}    # key -> topics as labelled, the main one first
        self.learned = set()  # keys
        self.judgements = []  # (topic, key, whether the article is about it), of those not learned from
        self._read_labels(folder / "labels.tsv", tree)
        self._read_judgements(folder / "judgements.tsv", tree)
        ids_learned = {id for name, id in self.learned}
        both = sorted(id for name, id in self.held_out if name in LEARNED_FROM and id in ids_learned)
        if both:
            raise Malformed(f"{folder}: {len(both)} held-out articles are learned from in another set,"
                            f" such as {both[0]}: judge them under the set of their label")

    def _read_labels(self, path, tree):
        for number, fields in read_table(path, 4):
            where = f"{path.name}, line {number}"
            if not fields:
                raise Malformed(f"{where}: needs four columns: set, id, use, topics")
            name, id, use, topics = fields
            if (name, id) in self.held_out or (name, id) in self.learned:
                raise Malformed(f"{where}: {id} of {name} stands twice")
            labels = [topic_named(topic, tree, where) for topic in topics.split("|") if topic]
            check_set(name, where)
            if use == "held-out":
                self.held_out[name, id] = labels
            elif use == "train" and name in LEARNED_FROM:
                self.learned.add((name, id))
            else:
                raise Malformed(f"{where}: articles of {name} cannot have the use \"{use}\"")

    def _read_judgements(self, path, tree):
        seen = set()
        for number, fields in read_table(path, 4):
            where = f"{path.name}, line {number}"
            if not fields or fields[3] not in ("yes", "no"):
                raise Malformed(f"{where}: needs four columns: topic, set, id, and yes or no")
            name, key = fields[0], (fields[1], fields[2])
            check_set(key[0], where)
            if (name, key) in seen:
                raise Malformed(f"{where}: {key[1]} of {key[0]} is judged twice for {name}")
            seen.add((name, key))
            topic = topic_named(name, tree, where)
            if key[0] in LEARNED_FROM and key not in self.held_out:
                self.learned.add(key)
            else:
                self.judgements.append((topic, key, fields[3] == "yes"))

    def measured(self):
        """The keys of all articles that the program is measured on, in a fixed order."""
        return sorted(self.held_out.keys() | {key for _, key, _ in self.judgements})


def topic_named(name, tree, where):
    if name not in tree.by_name:
        raise Malformed(f"{where}: media_topics.tsv has no topic \"{name}\"")
    return tree.by_name[name]


def check_set(name, where):
    if name not in FILES:
        raise Malformed(f"{where}: \"{name}\" is none of the sets {', '.join(FILES)}")


def unpacked(path):
    try:
        return subprocess.run(["zstd", "-dc", str(path)], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        complaint = f"{path} cannot be unpacked by the program zstd ({error}): install it, or mend the file"
        raise Unreadable(complaint) from error


def read_articles(folder, keys):
    """key -> the article as the evaluation data have it."""
    wanted, found = set(keys), {}
    for name in sorted({name for name, _ in wanted}):
        path = folder / FILES[name]
        if not path.is_file():
            raise Unreadable(f"{path} is missing: name the folder of evaluation data by --eval")
        data = unpacked(path) if path.suffix == ".zst" else path.read_bytes()
        for row in map(json.loads, filter(None, data.split(b"\n"))):
            if (name, row["id"]) in wanted:
                found[name, row["id"]] = row
    missing = sorted(wanted - found.keys())
    if missing:
        name, id = missing[0]
        raise Unreadable(f"{folder}: {len(missing)} articles are missing, such as {id} in {FILES[name]}")
    return found


def annotate(program, articles):
    """key -> topic -> score. The program sees numbers instead of ids, for those of BBC articles tell their label."""
    keys = list(articles)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, key in enumerate(keys):
                fields = {name: articles[key][name] for name in INPUT_FIELDS if articles[key].get(name)}
                file.write(json.dumps({"id": str(number), **fields}, ensure_ascii=False) + "\n")
        command = [program, "annotate", "--input-format", "jsonl", "--text-is-body", "--quiet", str(path)]
        try:
            run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        except OSError as error:
            raise Unreadable(f"{program} cannot be run ({error}): build it, or name another by --program") from error
    if run.returncode:
        raise Unreadable(f"{' '.join(command)} ended with status {run.returncode}: {run.stderr.strip()}")
    scores = {}
    for article in map(json.loads, run.stdout.splitlines()):
        scores[keys[int(article["id"])]] = {topic["topic"]: topic["score"] for topic in article["topics"]}
    if len(scores) != len(keys):
        raise Unreadable(f"{program} gave {len(scores)} articles back of {len(keys)}")
    return scores
