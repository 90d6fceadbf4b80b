"""Word counts: `words/common_words.tsv`, `words/name_words.tsv`."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

from .facts import Facts, compressed_lines
from .tables import Registry, write_table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?:;•\n\r|\"“”‘(\[—–-])[\s\"“”‘'’(\[—–-]*$")


class Words:
    """What the word tables say about single words."""

    def __init__(self, common: dict[str, tuple[int, int]], names: dict[str, tuple[int, int]]) -> None:
        self.common, self.names = common, names

    def share(self, word: str) -> float:
        """The part of a word's uses that is in lower case; 0 for an uncommon word."""
        lower, upper = self.common.get(fold(word), (0, 0))
        return lower / (lower + upper) if lower else 0.0

    def count(self, word: str) -> int:
        """How often the lower-case word was seen."""
        return self.common.get(fold(word), (0, 0))[0]

    def given(self, word: str) -> int:
        """How many people have the word as their first name."""
        return self.names.get(fold(word), (0, 0))[0]

    def family(self, word: str) -> int:
        """How many people have the word as their last name."""
        return self.names.get(fold(word), (0, 0))[1]


def common_words(articles: Path) -> dict[str, tuple[int, int]]:
    """Word → (times in lower case, times capitalised though not at the start of a sentence)."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for line in compressed_lines(articles):
        text = json.loads(line).get("text") or ""
        for match in _WORD.finditer(text):
            word = match[0]
            if word[0].islower():
                if word.islower():
                    lower[word] += 1
            elif not _START.search(text, max(0, match.start() - 4), match.start()):
                upper[word.lower()] += 1
    return {word: (count, upper[word]) for word, count in lower.items() if count >= 20}


def name_words(facts: Facts, registry: Registry) -> dict[str, tuple[int, int]]:
    """Word → (people with it as first word, people with it as last word)."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    names = {fact.name for fact in facts.entities("wikipedia_people_2012")}
    names |= {entity.name for entity in registry.entities if entity.kind == "person"}
    for name in names:
        words = re.sub(r"\(.*?\)|,.*", "", name).split()
        if not 2 <= len(words) <= 5 or re.search(r"\d|%|&|\b(of|and|und|et)\b", name):
            continue
        if words[-1].strip(".").lower() in {"jr", "sr", "ii", "iii", "iv"}:
            words.pop()
        first, last = fold(words[0]), fold(words[-1])
        if len(words) >= 2 and len(first) > 1 and first[0].isalpha():
            given[first] += 1
        if len(last) > 1 and last[0].isalpha():
            family[last] += 1
    return {word: (given[word], family[word]) for word in given | family if given[word] + family[word] >= 2}


def fold(word: str) -> str:
    """The word as the program's keys have it: NFKC, case folded."""
    return unicodedata.normalize("NFKC", word).casefold().strip(".,'\"")


def write(folder: Path, common: dict[str, tuple[int, int]], names: dict[str, tuple[int, int]]) -> None:
    """Writes both tables."""
    for name, columns, counts in (("common_words", ["word", "lower", "upper"], common), ("name_words", ["word", "given", "family"], names)):
        write_table(folder / f"{name}.tsv", columns, [[word, str(a), str(b)] for word, (a, b) in counts.items()])
