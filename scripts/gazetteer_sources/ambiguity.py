"""Marks names that often mean something else, and drops those that would only be noise."""

import re
from collections import Counter, defaultdict

from .tables import Entity, Registry
from .text import plain
from .words import Words, fold

_CALENDAR = set("january february march april may june july august september october november december "
                "monday tuesday wednesday thursday friday saturday sunday".split())
_CLEAR_ACRONYMS = {"UN", "U.N.", "EU", "E.U.", "US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "FBI", "CIA", "BBC", "CNN", "NBC", "CBS", "IMF", "WHO", "NATO", "IBM", "NBA", "NFL",
                   "NSA", "DRC", "KGB", "ISIS", "FIFA", "UEFA", "NHS", "ECB", "WTO", "USSR", "HBO", "BMW"}
_FAMOUS_PLACES = {"Israel", "Paris", "London", "China", "India", "Iran", "Russia", "Texas", "Mali", "America", "Niger", "Gaza", "Kenya", "Asia", "Africa", "Iraq", "Cuba", "Lebanon"}
# Names that bodies of many countries have.
_BARE_BODIES = {"Congress", "Senate", "House", "Assembly", "Cabinet", "Treasury", "Democrats", "Republicans", "Liberals", "Conservatives", "Socialists", "Greens", "Communists",
                "Labour", "Labor", "Supreme Court", "Constitutional Court", "High Court", "Court of Appeal", "National Assembly", "House of Representatives", "Chamber of Deputies",
                "Interior Ministry", "Finance Ministry", "Defence Ministry", "Defense Ministry", "Foreign Ministry", "Central Bank", "National Guard", "Air Force", "Navy", "Army",
                "Communist Party", "Social Democrats", "Social Democratic Party", "Socialist Party", "Liberal Party", "Green Party", "Labor Party", "National Party"}
_STOP_WEIGHT = 3.2
_STOP_PEOPLE = 300
_PERSON_TABLES = {"people", "politicians"}
# One-word aliases of organizations that are no names by themselves.
_GENERIC_WORDS = {"Kingdom", "Empire", "Republic", "Union", "Crown", "United", "Pacific", "City", "Athletic", "Rovers", "Rangers", "Wanderers", "Albion", "Town", "County",
                  "Progress", "Coalition", "Alliance", "Movement", "Front", "Unity", "Reform", "Change", "Future", "Forward", "Together", "Solidarity", "Freedom", "Justice",
                  "Canaries", "Hornets", "Eastern", "Western", "Northern", "Southern", "Royal", "National", "Imperial", "Central", "International", "General", "Standard"}


def mark(registry: Registry, words: Words) -> None:
    """Marks and drops names in the whole registry."""
    places: dict[str, float] = {}
    for entity in registry.entities:
        if entity.table in {"cities", "regions", "countries"}:
            for name in [entity.name, *(n for n, forms in entity.aliases.items() if not forms)]:
                for spelling in {fold(name), fold(plain(name))} if " " not in name else ():
                    places[spelling] = max(entity.weight, places.get(spelling, 0))
    acronyms = Counter(name for e in registry.entities for name, forms in e.aliases.items() if "acronym" in forms)
    leading = _leading_acronyms(registry)
    names: dict[str, list[Entity]] = defaultdict(list)
    for entity in registry.entities:
        names[entity.name.casefold()].append(entity)
    _mark_shared(registry, words)
    kept = []
    for entity in registry.entities:
        _aliases(entity, words, places, acronyms, leading)
        if _mark_name(entity, words, places):
            kept.append(entity)
    registry.entities = kept
    keep_ids = {e.id for e in kept}
    registry.offices = {o for o in registry.offices if registry._moved.get(o[0], o[0]) in keep_ids}


def is_ambiguous(name: str, entity: Entity, words: Words) -> bool:
    """Whether a single word needs support from its context to mean the entity."""
    if " " in name or name in _FAMOUS_PLACES:
        return False
    word = fold(name)
    if word in _CALENDAR or words.count(name) >= 20 and words.share(name) >= 0.06:
        return True
    if entity.kind == "person":
        return words.given(name) >= 30 or words.family(name) >= 60
    if entity.kind == "place" and entity.weight < 2.6:
        return words.given(name) >= 25 or words.family(name) >= 30
    limit = 60 if entity.weight < 4 else 400 if entity.weight < 5.5 else 1500
    return words.given(name) >= limit or words.family(name) >= limit * 2 and entity.weight < 5.5


def _margin(entity: Entity) -> float:
    """By how much the weight of an organization must exceed that of a place of its name to be meant by the bare name."""
    return 1.5 if entity.weight < 4.3 else 0.9


def _noise(name: str, entity: Entity, words: Words) -> bool:
    """Whether a name is a plain common word that nobody would miss."""
    if " " in name:
        return all(words.share(w) > 0.97 and words.count(w) > 500 for w in name.split()) and entity.weight < 2.0 and entity.kind in {"organization", "product"} \
            and len(name.split()) <= 2
    return words.count(name) >= 20 and words.share(name) > 0.85 and entity.weight < 2.6


def _mark_name(entity: Entity, words: Words, places: dict[str, float]) -> bool:
    """Marks the name itself; false when the whole entity is noise."""
    name = entity.name
    if entity.kind != "country" and entity.table not in {"cities", "regions"} and _noise(name, entity, words):
        return False
    if entity.kind == "country" and (words.share(name) < 0.2 or not words.count(name)):
        return True
    if is_ambiguous(name, entity, words) or entity.kind in {"organization", "product"} and " " not in name and places.get(fold(name), 0) > entity.weight - _margin(entity):
        entity.add_alias(f"ambiguous:{name}")
    return True


def _mark_shared(registry: Registry, words: Words) -> None:
    """Marks names that bodies of several countries have ("Labour Party", "Congress"), and those made of common words only ("New People")."""
    holders: dict[str, list[Entity]] = defaultdict(list)
    for entity in registry.entities:
        if entity.kind == "organization":
            for name in {fold(entity.name): 0, **{fold(n): 0 for n, forms in entity.aliases.items() if "acronym" not in forms}}:
                holders[name].append(entity)
    shared = {name for name, same in holders.items() if len({e.country for e in same} - {""}) > 1}
    for entity in registry.entities:
        if entity.kind != "organization" or entity.table in {"companies", "media"}:
            continue
        for name in [entity.name, *(n for n, forms in entity.aliases.items() if not forms)]:
            several = fold(name) in shared and entity.weight < 4.0 and (entity.country or entity.table == "parties")
            plain_words = entity.table in {"parties", "organizations", "clubs"} and entity.weight < 2.8 and len(name.split()) <= 3 and _common_phrase(name, words)
            if several or plain_words or name in _BARE_BODIES:
                entity.add_alias(f"ambiguous:{name}")


def _common_phrase(name: str, words: Words) -> bool:
    """Whether every word of a name is mostly a common word: "Progress and Work"."""
    parts = re.findall(r"\w+", name)
    return bool(parts) and all(words.count(part) >= 100 and words.share(part) > 0.35 for part in parts)


def _leading_acronyms(registry: Registry) -> dict[str, str]:
    """Acronym → the id of the one bearer that news mean, where it is far better known than the others."""
    bearers: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for entity in registry.entities:
        names = {name for name, forms in entity.aliases.items() if "acronym" in forms}
        if entity.name.isupper() and " " not in entity.name:
            names.add(entity.name)
        for name in names:
            bearers[name.replace(".", "")].append((entity.weight, entity.id))
    found = {}
    for name, same in bearers.items():
        same.sort(key=lambda b: (-b[0], b[1]))
        if len(name) >= 3 and same[0][0] >= 3.8 and (len(same) == 1 or same[0][0] - same[1][0] >= 1.3):
            found[name] = same[0][1]
    return found


def _aliases(entity: Entity, words: Words, places: dict[str, float], acronyms: Counter, leading: dict[str, str]) -> None:
    for name, forms in list(entity.aliases.items()):
        single = " " not in name
        if single and not forms and name in _GENERIC_WORDS:
            del entity.aliases[name]
            continue
        if "demonym" in forms:
            if single and (words.share(name) >= 0.25 and words.count(name) >= 50 or words.given(name) >= 200):
                forms.add("ambiguous")
            continue
        if "acronym" in forms:
            if name in _CLEAR_ACRONYMS and entity.weight >= 4.5:
                forms.discard("ambiguous")
                continue
            letters = re.sub(r"\W", "", name)
            if leading.get(letters) == entity.id and (words.share(letters) < 0.3 or words.count(letters) < 50):
                forms.discard("ambiguous")
                continue
            if words.count(letters) >= 1000 and words.share(letters) > 0.5 and entity.weight < 4.0:
                del entity.aliases[name]
                continue
            if len(letters) <= 2 or len(letters) == 3 and acronyms[name] > 1 or acronyms[name] > 2 or words.count(letters) >= 20:
                forms.add("ambiguous")
            continue
        if entity.table == "universities" and single and entity.weight < 4.5 and words.given(name) + words.family(name) >= 30:
            del entity.aliases[name]
            continue
        if entity.kind == "country":
            if words.share(name) >= 0.25:
                forms.add("ambiguous")
            continue
        if single and entity.kind == "person" and entity.weight < 4.5 and name != entity.name:
            del entity.aliases[name]
            continue
        if _noise(name, entity, words) or single and name != entity.name and words.share(name) > 0.9 and words.count(name) > 1000:
            del entity.aliases[name]
            continue
        if entity.table == "parties" and single and words.count(name) >= 20 and words.share(name) >= 0.1 and name != entity.name:
            del entity.aliases[name]
            continue
        if entity.table == "clubs" and single and (fold(name) in places or len(name) <= 5 or words.given(name) > 20):
            if entity.weight < 2.2:
                del entity.aliases[name]
                continue
            if entity.weight < 4.5 or places.get(fold(name), 0) > entity.weight - 2.0 or words.share(name) >= 0.06:
                forms.add("ambiguous")
            else:
                forms.discard("ambiguous")
        elif is_ambiguous(name, entity, words):
            forms.add("ambiguous")
        elif single and entity.kind in {"organization", "product"} and places.get(fold(name), 0) > entity.weight - _margin(entity):
            forms.add("ambiguous")


def common_stops(registry: Registry, words: Words, keep: set[str]) -> list[list[str]]:
    """Single words that only little-known things are called, save those to keep: common words ("Opportunity"), surnames in the genitive
    ("Carter's"), and names that are a stopped word without their diacritics ("Göd")."""
    best: dict[str, float] = {}
    for entity in registry.entities:
        for name in {entity.name, *entity.aliases}:
            if " " not in name and entity.kind != "person":
                best[name] = max(best.get(name, 0.0), entity.weight)
    stopped = {row[0] for row in stop_names()}
    rows = []
    for name, weight in best.items():
        if weight >= _STOP_WEIGHT or name in keep or name in stopped:
            continue
        if words.count(name) >= 100 and words.share(name) >= 0.25 and len(name) > 3 and not name.isupper():
            rows.append([name, "common word, and nothing well known"])
        elif words.given(name) + words.family(name) >= _STOP_PEOPLE and not name.isupper():
            rows.append([name, "first name or surname, and nothing well known"])
        elif name.endswith("'s") and words.family(name.removesuffix("'s")) >= 30:
            rows.append([name, "surname in the genitive"])
        elif plain(name) in stopped:
            rows.append([name, "stopped word with diacritics"])
    return rows


def stop_names() -> list[list[str]]:
    """Names that must never match alone: common words of the language that sources give as names."""
    functional = "of the and in on at to for is it he she we me us you they his her my our so if as by or an no not be am are was were do does did go has had will would can " \
                 "may might must shall who what when where why how this that these those than then there here from with into onto over under about after before more most " \
                 "many much some any all both each one two three first last new old good best big small high low same other such only own just now also but nor yet".split()
    rows = [[word.capitalize(), "common word"] for word in functional if word not in _CALENDAR]
    rows += [[word.capitalize(), "month or weekday"] for word in _CALENDAR]
    titles = "Mr Mrs Ms Miss Dr Sir Lord Lady King Queen Prince Princess President Minister Senator General Colonel Captain Judge Justice Pope Bishop Father Mother Mayor Governor Chancellor Speaker Professor Coach".split()
    rows += [[word, "title"] for word in titles]
    generic = "University College School Church Bank Court Parliament House Government Ministry Department Committee Council Party Police Army Navy Company Club City " \
              "Town Village County State Province Region River Lake Island North South East West Central International National Federal Republic Kingdom Street Road Avenue Airport Station " \
              "Hospital Museum Stadium Center Centre Group Today Tomorrow Yesterday News Times Post Press Radio Television Internet God Bible English Christmas Easter Reuters/AFP".split()
    rows += [[word, "people or faith, no town"] for word in "Arab Arabs Muslim Muslims Islam Islamic Christian Christians Christianity Jew Jews Jewish Judaism Hindu Hindus Buddhist Catholic Catholics "
             "Protestant Protestants Sunni Sunnis Shia Shiite Shiites Latin Latino Hispanic Creole Gypsy Roma Democrat/Republican".split() if "/" not in word]
    rows += [[word, "generic word"] for word in "Olympic Junction Hurricane Imperial Opposition Bowl Sunday/School".split() if "/" not in word]
    rows += [[word, "generic word"] for word in generic if word not in {"English", "Reuters/AFP"}]
    return rows
