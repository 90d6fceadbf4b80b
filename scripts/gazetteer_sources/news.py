"""How many news articles hold a name, as a part of the prior of the one entity that has it.

    weight = max(weight, 2.0 + 0.9 · log10(articles)), for names in two or more articles, 5.0 at most

News can only raise a prior: the corpus is of one country, so absence tells nothing. Figures: docs/decisions/news-priors.md.
"""

import json
import math
import re
from collections import Counter
from pathlib import Path

from .facts import compressed_lines
from .tables import Entity, Registry
from .words import Words

_TOKEN = re.compile(r"[\w&'.-]*\w|[^\w\s]")
_FEWEST_ARTICLES = 2
_BASE = 2.0
_SLOPE = 0.9
_HIGHEST = 5.0
_WELL_KNOWN = 2.6
_TOO_FREQUENT = 1.0


class NewsNames:
    """In how many articles each name of the registry stands, the longest name at each place."""

    def __init__(self, registry: Registry, articles: Path) -> None:
        names = {bare(name) for entity in registry.entities for name in (entity.name, *entity.aliases)}
        starts = longest_first(names)
        self.articles: Counter[str] = Counter()
        for line in compressed_lines(articles):
            self.articles.update(names_in(json.loads(line).get("text") or "", names, starts))

    def weight(self, name: str) -> float:
        """The prior that the articles give a name: two give 2.3, 100 give 3.8; 0 where hardly any holds it."""
        count = self.articles[bare(name)]
        return min(_BASE + _SLOPE * math.log10(count), _HIGHEST) if count >= _FEWEST_ARTICLES else 0.0


def raise_weights(registry: Registry, news: NewsNames, words: Words, kinds: set[str], taken: set[str]) -> int:
    """Raises the priors of what the news name by a name that nothing else has; returns of how many.

    `taken` are names that other tables hold too.
    """
    best: dict[Entity, float] = {}
    for name, entity in only_owners(registry.entities).items():
        one_word = " " not in name and (entity.kind == "person" or is_shared(name, words))
        if entity.kind in kinds and name not in taken and not one_word:
            best[entity] = max(best.get(entity, 0.0), news.weight(name))
    raised = [entity for entity, weight in best.items() if weight > entity.weight]
    for entity in raised:
        entity.weight = best[entity]
    return len(raised)


def only_owners(entities: list[Entity]) -> dict[str, Entity]:
    """Name → the one entity that has it in any form, where it has it without a mark."""
    owners: dict[str, Entity | None] = {}
    marked: set[str] = set()
    for entity in entities:
        names = {bare(name) for name in (entity.name, *entity.aliases)}
        marked |= {bare(name) for name, forms in entity.aliases.items() if forms}
        for name in names:
            owners[name] = None if name in owners else entity
    return {name: entity for name, entity in owners.items() if entity is not None and name not in marked}


def is_shared(word: str, words: Words) -> bool:
    """Whether people or common things are called by a word too."""
    return words.given(word) + words.family(word) >= 3 or words.count(word) > 0


def mark_frequent(registry: Registry, news: NewsNames, words: Words) -> int:
    """Marks shared words that the news hold far more often than a thing so little known explains: the town Romney, the company Hoyer;
    returns how many."""
    marked = 0
    for entity in registry.entities:
        if entity.kind in {"person", "country"} or entity.weight >= _WELL_KNOWN:
            continue
        for name in [entity.name, *(n for n, forms in entity.aliases.items() if not forms)]:
            if " " not in name and is_shared(name, words) and news.weight(name) >= entity.weight + _TOO_FREQUENT:
                entity.add_alias(f"ambiguous:{name}")
                marked += 1
    return marked


def bare(name: str) -> str:
    """A name without full stops and possessives: "John F. Kennedy's" gives "John F Kennedy"."""
    return " ".join(_bare_word(word) for word in name.replace("\u2019", "'").split())


def _bare_word(word: str) -> str:
    return word.replace(".", "").removesuffix("'s")


def longest_first(names: set[str]) -> dict[str, list[int]]:
    """First word → how many words the names that start with it have, the most first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        parts = name.split(" ")
        lengths.setdefault(parts[0], set()).add(len(parts))
    return {word: sorted(found, reverse=True) for word, found in lengths.items()}


def names_in(text: str, names: set[str], starts: dict[str, list[int]]) -> set[str]:
    """The names that a text holds; `starts` is what `longest_first` gives for them."""
    tokens = [_bare_word(token) for token in _TOKEN.findall(text.replace("\u2019", "'"))]
    found: set[str] = set()
    place = 0
    while place < len(tokens):
        step = 1
        for length in starts.get(tokens[place], ()):
            name = " ".join(tokens[place:place + length])
            if name in names:
                found.add(name)
                step = length
                break
        place += step
    return found
