"""The table of Media Topics, and counts of topics found against those labelled."""
import collections
import pathlib

FILE = pathlib.Path(__file__).resolve().parents[2] / "Gazetteers/topics/media_topics.tsv"
ABOUT = 0.5  # the score from which on a story is about a topic


def read_table(path, columns):
    """(line number, fields) of each row of a table; fields are None where they are not as many as `columns`."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    for number, fields in rows[1:]:
        yield number, fields if len(fields) == columns else None


class Tree:
    """The topics, and what is broader than each."""

    def __init__(self, path=FILE):
        rows = [fields for _, fields in read_table(path, 4) if fields]
        self.parents = {id: parent for id, parent, _, _ in rows}
        self.names = {id: name for id, _, name, _ in rows}
        self.by_name = {name: id for id, name in self.names.items()}
        self.tops = [id for id in self.parents if not self.parents[id]]
        self.finer = [id for id in self.parents if self.parents[id]]

    def with_broader(self, ids):
        """The topics and all that are broader, each once."""
        found = []
        for id in ids:
            while id and id not in found:
                found.append(id)
                id = self.parents[id]
        return found

    def top_of(self, id):
        """The top concept of a topic; its own of a top concept."""
        return self.with_broader([id])[-1]


class Counts:
    """How many were found and labelled, and how many both."""

    def __init__(self, right=0, found=0, labelled=0):
        self.right, self.found, self.labelled = right, found, labelled

    def add(self, found, labelled):
        """Counts one article: the sets of topics found and labelled."""
        self.right += len(found & labelled)
        self.found += len(found)
        self.labelled += len(labelled)

    @property
    def precision(self):
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self):
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self):
        both = self.found + self.labelled
        return 2 * self.right / both if both else 0.0

    def figures(self):
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1,
                "right": self.right, "found": self.found, "labelled": self.labelled}


def counts_by_topic(pairs, topics):
    """topic -> Counts, of pairs of sets: what was found in an article, and what is labelled."""
    counts = collections.defaultdict(Counts)
    for found, labelled in pairs:
        for topic in topics:
            counts[topic].add(found & {topic}, labelled & {topic})
    return counts
