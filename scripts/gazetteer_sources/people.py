"""Famous people who are not politicians: `people.tsv`."""

import math
import re
import unicodedata
from collections import Counter

from .classify import classify
from .facts import Facts
from .politicians import is_person_name
from .tables import Registry
from .territories import CountryNames
from .text import is_name, key, plain

_ONE_NAME_WEIGHT = 3.0
_FEWEST_LANGUAGES = 2
_TRUSTED_LANGUAGES = 4
_KINDS = ("person", "organization", "place", "country", "event", "product")
_DISAMBIGUATION = {
    "footballer": "footballer|football manager|soccer",
    "politician": "politician|Congressman|senator|minister|Prime Minister",
    "musician": "musician|singer|rapper|composer|guitarist|drummer|bassist|pianist",
    "actor": "actor|actress|comedian",
    "athlete": "basketball|baseball|tennis|cyclist|boxer|wrestler|athlete|swimmer|golfer|racing driver|cricketer|rugby|American football|ice hockey|badminton|skier",
    "writer": "writer|author|poet|novelist|journalist|playwright",
    "director": "director|screenwriter|producer|filmmaker",
    "scientist": "scientist|physicist|chemist|mathematician|economist|biologist|philosopher|historian|astronomer|psychologist",
}
_KAMEL_FIRM = {"P161", "P57", "P58", "P175", "P50", "P86", "P286", "P22", "P25", "P26", "P40", "P3373", "P451", "P184", "P185", "P802", "P1066", "P170", "P84",
               "P98", "P162", "P371", "P344", "P1040", "P676", "P6", "P1308", "P488", "P112", "P735"}
_PLAYER_COUNTRIES = {"eng": "GB", "sco": "GB", "wal": "GB", "nir": "GB"}
_NOT_PERSON = re.compile(r"\b(Inc|Ltd|Group|Company|Corporation|Association|Federation|University|Institute|Ministry|Parliament|Congress|Council|Senate|"
                         r"Court|Orchestra|Records|Studios?|Pictures|Entertainment|Bank|Club|Party|Union|Army|Navy|Force|Church|Society|Museum|School|"
                         r"College|Brothers|Sisters|Band|Foundation|Committee|Office|Agency|Department|Board|Prize|Award|County|City|Airlines?|"
                         r"Railway|Theatre|Opera|House of|Games?|Productions|Panel|Conference|Campaign|International|National|The)\b")
_ORGANIZATION_WINNERS = re.compile(r"\b(for|of the|against|sans|without|commission|programme)\b", re.I)


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds people, the best known first."""
    _wikitrivia(facts, registry)
    _freebase(facts, registry, countries)
    _kamel(facts, registry)
    _lm_kbc(facts, registry)
    _footballers(facts, registry, countries)
    _baseball(facts, registry)
    little_known = {e.id for e in registry.entities if e.table == "people" and e.sources == 1 and e.weight < 1.0}
    registry.drop(little_known)
    _notable(facts, registry)


def fame(sitelinks: int) -> float:
    """The prior from the number of Wikipedia editions: 300 give 5, 100 give 4, 20 give 2.5."""
    return min(5.2, 0.3 + 2.0 * math.log10(max(sitelinks, 1)))


def _wikitrivia(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("wikitrivia_wikidata"):
        group, _, role = fact.type.partition(":")
        if group not in {"person", "person_or_org"} or not is_name(fact.name) or re.search(r"\d", fact.name):
            continue
        if group == "person_or_org" and (_NOT_PERSON.search(fact.name) or _ORGANIZATION_WINNERS.search(fact.name)):
            continue
        m = re.search(r"sitelinks=(\d+)", fact.context)
        title = re.search(r"enwiki=([^;]+)", fact.context)
        weight = fame(int(m[1]) if m else 1) - (0.7 if role == "ruler" else 0)
        aliases = [t] if title and "(" not in (t := title[1].replace("_", " ")) and "," not in t and key(t) != key(fact.name) else []
        name = fact.name
        if " " not in name:
            if weight < _ONE_NAME_WEIGHT:
                continue
            aliases.append(f"ambiguous:{name}")
        role = {"nobel_laureate": "laureate", "statespeople": "politician", "revolutionarie": "politician", "football_player": "footballer"}.get(role, role)
        registry.add("people", "person", role.replace("_", " "), name, qid=fact.qid, aliases=aliases, weight=weight)


def _freebase(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("fb15k_wikidata"):
        found = classify(fact.context)
        if not found or found[0] != "person" or re.search(r"\d|\(", fact.name):
            continue
        aliases = [a for a in fact.aliases if good_person_alias(a, fact.name)][:6]
        single = " " not in fact.name
        registry.add("people", "person", found[1], fact.name, qid=fact.qid, country="",
                     aliases=aliases + ([f"ambiguous:{fact.name}"] if single else []), weight=3.0 if not single else 2.8)


def good_person_alias(alias: str, name: str) -> bool:
    """Whether another name of a person is worth having: Latin, two to five words, sharing a word with the name or a nickname in full."""
    words = alias.split()
    if re.match(r"(President|King|Queen|Emperor|General|Pope|Prince|Princess|Count|Sultan|Saint|St\.?|Professor|Chairman|Colonel|HM|H\. ?M)\b", alias):
        return False
    if not is_person_name(alias) or len(words) > 5 or alias.isupper() or any(w.isupper() and len(w) > 3 for w in words):
        return False
    shared = set(key(alias).split()) & set(key(name).split())
    return bool(shared) and not re.search(r"\b(Sir|Dame|Lord|Lady|Dr|Jr|Sr|Mr|Mrs|King|Queen|The|the|\"\w+\")\b", alias) or len(shared) >= 2


def _kamel(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("kamel_objects"):
        relations = set(re.findall(r"P\d+", fact.context))
        if fact.type != "person" or not relations & _KAMEL_FIRM or _NOT_PERSON.search(fact.name) or not is_person_name(fact.name):
            continue
        if unicodedata.normalize("NFC", fact.name).split()[-1][0].islower():
            continue
        registry.add("people", "person", "person", fact.name, qid=fact.qid,
                     aliases=[a for a in fact.aliases[:8] if good_person_alias(a, fact.name)][:4], weight=1.5)


def _lm_kbc(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("lm_kbc"):
        if not fact.type.startswith("person") or not is_person_name(fact.name) or _NOT_PERSON.search(fact.name):
            continue
        weight = 2.2 if re.search(r"Nobe|Fields|Turing|Ballon", fact.context) else 1.5
        role = {"person:musician": "musician", "person:footballer": "footballer"}.get(fact.type, "person")
        registry.add("people", "person", role, fact.name, qid=fact.qid, weight=weight)


def _footballers(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("wikidata_footballers"):
        if is_person_name(fact.name):
            registry.add("people", "person", "footballer", fact.name, qid=fact.qid, weight=0.9)
    for source, weight in (("openfootball_players", 1.3), ("intl_goalscorers", 1.2)):
        for fact in facts.entities(source):
            if not is_person_name(fact.name):
                continue
            code = countries.code(fact.context)
            if source == "openfootball_players":
                prefix = fact.id.split(".")[0]
                code = _PLAYER_COUNTRIES.get(prefix, prefix.upper() if len(prefix) == 2 else "")
            registry.add("people", "person", "footballer", fact.name, country=code, weight=weight)


def _baseball(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("chadwick_baseball"):
        m = re.match(r"(MLB player|MLB manager|MLB umpire|pro player)\D*(\d{4})-(\d{4})", fact.context)
        if not m or int(m[3]) < 2000 or m[1] == "pro player" and not fact.qid or not is_person_name(fact.name):
            continue
        born = re.search(r"b\. (\d{4})", fact.context)
        aliases = [a for a in fact.aliases if a.split()[-1].strip(".") in {"Jr", "Sr"} or len(a.split()) == 2]
        registry.add("people", "person", "baseball player", fact.name, qid=fact.qid, aliases=aliases[:2], begin=born[1] if born else "",
                     country="", weight=1.5 + (0.4 if int(m[3]) >= 2018 else 0))


def _notable(facts: Facts, registry: Registry) -> None:
    """Names with an article in several of six Wikipedias of 2012, for those nobody else has."""
    first_names = Counter(key(entity.name).split()[0] for entity in registry.entities if entity.kind == "person" and key(entity.name))
    for fact in facts.entities("wikipedia_people_2012"):
        m = re.match(r"languages=(\d):\S+ ?(.*)", fact.context)
        if not m or int(m[1]) < _FEWEST_LANGUAGES or not is_notable_name(fact.name):
            continue
        role, name = disambiguation_role(m[2]), key(fact.name)
        if not role or any((kind, name) in registry.by_name for kind in _KINDS):
            continue
        if int(m[1]) < _TRUSTED_LANGUAGES and first_names[name.split()[0]] < 2:
            continue
        aliases = [a for a in fact.aliases if is_notable_name(a) and good_person_alias(a, fact.name)]
        registry.add("people", "person", role, fact.name, weight=0.2 + 0.4 * int(m[1]), aliases=aliases)


def is_notable_name(name: str) -> bool:
    """Whether a title of an encyclopedia has the form of one modern person's name."""
    words = name.split()
    return (is_person_name(name) and len(words) <= 4 and not _NOT_PERSON.search(name) and words[-1][0].isupper() and words[1][0].isalpha()
            and not re.search(r"\b(and|und|et|y|i|of|von|the|di|de|III?|IV|VI*)\b", name))


def disambiguation_role(words: str) -> str:
    """The role that the word in brackets after a title tells: "footballer born 1988"; empty for what is no person ("band")."""
    if re.search(r"\b(band|group|duo|film|album|song|TV series|season|comics|character|game|musical|disambiguation)\b", words):
        return ""
    found = {role for part in words.split(";") if (role := _notable_role(part.strip()))}
    return found.pop() if len(found) == 1 else "person"


def _notable_role(word: str) -> str:
    for role, pattern in _DISAMBIGUATION.items():
        if re.search(rf"\b({pattern})\b", word):
            return role
    return ""
