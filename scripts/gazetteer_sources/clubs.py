"""Football clubs and the teams of the leagues of the United States: `clubs.tsv`."""

import re

from .facts import Facts
from .names import short_club
from .people import fame
from .tables import Entity, Registry
from .territories import CountryNames
from .text import is_latin, is_name, key

_WRONG_IDS = {"Q5424838": "Q7156"}  # the wrong item for FC Barcelona → the club
_SECOND_TEAM = re.compile(r"\b(Academy|Under-?\d*s?|U-?\d\d|Reserves?|Development|Youth|Juniors?|Amateure|Primavera|Juvenil|II|III|B|C|2|Futsal|Indoor Soccer League|Jong)\b$|-2 |\bII\b|season|futsal", re.I)
_TWO_WORD_NICKNAMES = ("Red Sox", "White Sox", "Blue Jays", "Trail Blazers", "Maple Leafs", "Red Wings", "Blue Jackets", "Golden Knights", "Crimson Tide", "Red Bulls")
_TOP_LEAGUES = {"england": 3.2, "spain": 3.0, "italy": 2.9, "germany": 2.9, "france": 2.8, "scotland": 2.3, "portugal": 2.3, "netherlands": 2.3, "brazil": 2.3,
                "argentina": 2.2, "turkey": 2.2, "mexico": 2.2, "united-states": 2.2}
_ENGLISH_NEWS = {"GB", "IE", "US", "CA", "AU", "NZ", "NG", "KE", "GH", "ZA", "ZM", "TZ", "UG", "ZW", "IN", "JM", "TT", "MT", "EG", "MA", "DZ", "TN", "CI", "CM", "SN",
                 "NE", "ML", "BF", "CD", "RU", "UA", "IL"}
_COUNTRY_ALIASES = {"bosnia-n-herzegovina": "BA", "latvija": "LV", "england": "GB", "scotland": "GB", "wales": "GB", "northern-ireland": "GB", "congo-dr": "CD"}


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds clubs; the famous ones first, then those with ids, then the aliases."""
    _wikitrivia(facts, registry)
    _reep(facts, registry, countries)
    _openfootball(facts, registry, countries)
    _drop_unknown(registry)


def _wikitrivia(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("wikitrivia_wikidata"):
        if fact.type not in {"org:football_club", "org:sports_team"}:
            continue
        m = re.search(r"sitelinks=(\d+)", fact.context)
        weight = fame(int(m[1]) if m else 1) + 0.2
        title = re.search(r"enwiki=([^;]+)", fact.context)
        aliases = [title[1].replace("_", " ")] if title and "(" not in title[1] else []
        role = "football club"
        if fact.type == "org:sports_team":
            role = "sports team"
            nickname = next((n for n in _TWO_WORD_NICKNAMES if fact.name.endswith(n)), fact.name.split()[-1])
            if nickname != fact.name and nickname[-1:] == "s" and "F1" not in fact.context and len(nickname) > 3:
                aliases.append(nickname)
        name = aliases[0] if aliases and role == "football club" else fact.name
        registry.add("clubs", "organization", role, name, qid=fact.qid, aliases=[*aliases, fact.name, *_dotless(name)], weight=weight)


def _dotless(name: str) -> list[str]:
    """ "Chelsea F.C." is written "Chelsea FC" too."""
    return [name.replace(".", "")] if re.search(r"\b[A-Z]\.[A-Z]\.", name) else []


def _reep(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("reep_teams"):
        name = fact.name
        if not is_name(name) or not is_latin(name) or _SECOND_TEAM.search(name) or re.search(r"\(|/|national.*team", name) or len(name) < 4:
            continue
        qid = _WRONG_IDS.get(fact.qid, fact.qid)
        registry.add("clubs", "organization", "football club", name, qid=qid, country=countries.code(fact.context), aliases=_dotless(name),
                     weight=0.8 if " " in name else 0.5)


def _openfootball(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("openfootball_clubs"):
        if not is_name(fact.name) or fact.name.startswith("#"):
            continue
        country = _COUNTRY_ALIASES.get(fact.context) or countries.code(fact.context.replace("-", " "))
        aliases = [a for raw in fact.aliases if is_name(a := re.sub(r"\s*#.*|\s*\(.*?\)", "", raw).strip()) and is_latin(a) and len(a) > 3
                   and not re.search(r"(?<!St)(?<!\bF\.C)(?<!\bS\.C)(?<!\bC\.F)\b\w{1,6}\.( |$)|^[A-Z]{2,3}[A-Z][a-z]|\be\.? ?V\b|[a-z][A-Z]{2}", a)]
        entity = _known(registry, [fact.name, *aliases], country)
        weight = _TOP_LEAGUES.get(fact.context, 1.7)
        if entity is None:
            entity = registry.add("clubs", "organization", "football club", fact.name, country=country, weight=weight - 0.3, join=False)
        if entity is None:
            continue
        entity.weight = max(entity.weight, weight)
        entity.country = entity.country or country
        for alias in [fact.name, *aliases]:
            entity.add_alias(alias if " " in alias or key(alias) in key(entity.name).split() else f"ambiguous:{alias}")


def _drop_unknown(registry: Registry) -> None:
    """Drops the clubs that only one list has, unless news in English is likely to name them."""
    gone = {e.id for e in registry.entities if e.table == "clubs" and e.sources == 1 and e.weight <= 0.8 and e.country not in _ENGLISH_NEWS}
    registry.drop(gone)


def _known(registry: Registry, names: list[str], country: str) -> Entity | None:
    for name in names:
        variants = [name, f"{name} FC", f"{name} F.C.", f"FC {name}", f"{name} CF", short_club(name)]
        for variant in variants if " " in name else variants[:1]:
            for entity in registry.by_name.get(("organization", key(variant)), ()):
                if entity.table == "clubs" and entity.country in {country, ""}:
                    return entity
    return None
