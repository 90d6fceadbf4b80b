"""Events, products and buildings: `events.tsv`, `products.tsv` and some rows of `regions.tsv`."""

import re

from .classify import classify
from .facts import Facts
from .people import fame
from .tables import Registry
from .territories import CountryNames
from .text import is_latin, is_name, key

_EVENT_ROLES = {"war": "war", "battle": "battle", "coup": "coup", "protest": "protest", "massacre": "massacre", "outbreak": "outbreak", "space_mission": "space mission", "other": "event"}
_PRODUCT_RULES = {  # type: (role, sitelinks for a name of several words, sitelinks for one word)
    "work:film": ("film", 45, 110), "work:tv_series": ("series", 45, 90), "work:video_game": ("game", 30, 60), "work:book": ("book", 50, 200),
    "product:software": ("software", 20, 40), "product:weapon": ("weapon", 15, 40), "product:vehicle": ("vehicle", 18, 45), "product:device": ("device", 20, 50),
    "product:brand": ("brand", 25, 45), "work:broadcast": ("broadcast", 12, 60), "work:album": ("album", 70, 400), "work:song": ("song", 70, 400),
    "work:art": ("work of art", 60, 400), "work:board_game": ("game", 50, 400), "product:toy": ("toy", 30, 60), "work:stage": ("stage work", 60, 400),
}


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds what is neither person, organization nor settlement."""
    _wikitrivia(facts, registry)
    _freebase(facts, registry, countries)
    _kamel(facts, registry)
    _venues(facts, registry)


def _wikitrivia(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("wikitrivia_wikidata"):
        m = re.search(r"sitelinks=(\d+)", fact.context)
        sitelinks = int(m[1]) if m else 1
        fact.name = fact.name[:1].upper() + fact.name[1:]
        several = len(fact.name.split()) > 1
        group, _, detail = fact.type.partition(":")
        title = re.search(r"enwiki=([^;]+)", fact.context)
        other = title[1].replace("_", " ") if title else ""
        aliases = [other] if other and not re.search(r"[(,#]", other) and key(other) != key(fact.name) and (" " in other or not several) else []
        if group == "event":
            if several or sitelinks > 60:
                registry.add("events", "event", _EVENT_ROLES.get(detail, "event"), fact.name, qid=fact.qid, aliases=aliases, weight=fame(sitelinks) - 0.5, join=False)
        elif fact.type in {"place:building", "place:stadium", "place:park", "place:rail_line"}:
            if several and sitelinks >= 8 and not re.match(r"(Line|Church|Cathedral|Temple) \w*$", fact.name):
                role = {"place:building": "building", "place:stadium": "stadium", "place:park": "park"}.get(fact.type, "railway")
                registry.add("regions", "place", role, fact.name, qid=fact.qid, aliases=aliases, weight=fame(sitelinks) - 0.6, join=False)
        elif fact.type in _PRODUCT_RULES and re.search(r"[A-Za-z]{3}", fact.name):
            role, needed, needed_alone = _PRODUCT_RULES[fact.type]
            short_title = several and len(key(fact.name).removeprefix("the ").split()) == 1
            if sitelinks >= (needed if several and not short_title else needed_alone):
                registry.add("products", "product", role, fact.name, qid=fact.qid, aliases=aliases, weight=fame(sitelinks) - 1.2, join=False)


def _freebase(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("fb15k_wikidata"):
        found = classify(fact.context)
        if not found or found[0] in {"person", "organization"} or not is_name(fact.name):
            continue
        kind, role = found
        several = len(fact.name.split()) > 1
        if kind == "place":
            fact.qid = {"Q1974": "Q1973"}.get(fact.qid, fact.qid)  # two ids for British Columbia in the facts
            known = registry.by_id.get(fact.qid)
            aliases = [a for a in fact.aliases if is_name(a) and is_latin(a) and not a.isupper() and "," in a and " " in a][:2]
            registry.add("cities" if role == "city" else "regions", "place", role, fact.name, qid=fact.qid, country=countries.mentioned(fact.context.split("[")[0]),
                         aliases=[] if known else aliases, weight=2.4 if several or role == "city" else 2.0, join=False)
        elif kind == "event" and (several or re.search(r"\d", fact.name)):
            registry.add("events", "event", role, fact.name, qid=fact.qid, weight=2.2, join=False,
                         aliases=[a for a in fact.aliases if is_name(a) and is_latin(a) and " " in a and not a.islower()][:4])
        elif kind == "product" and len(key(fact.name).removeprefix("the ").split()) > 2:
            registry.add("products", "product", role, fact.name, qid=fact.qid, weight=1.6, join=False)


def _kamel(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("kamel_objects"):
        if not is_name(fact.name) or " " not in fact.name or not is_latin(fact.name):
            continue
        relations = set(re.findall(r"P\d+", fact.context))
        fact.name = fact.name[:1].upper() + fact.name[1:]
        aliases = [a for a in fact.aliases if is_name(a) and is_latin(a) and " " in a and not a.islower() and not re.search(r"\(|;", a)][:3]
        if fact.type == "event" and re.search(r"\b(War|Battle|Siege|Revolution|Invasion|Operation|Olympics|Cup|Championships?|Games|Uprising|Coup|Conflict|Grand Prix|Open|"
                                              r"Crisis|election|Massacre|Rebellion|Campaign|Tour de|Super Bowl|Earthquake|Hurricane)\b", fact.name, re.I):
            registry.add("events", "event", "event", fact.name, qid=fact.qid, aliases=aliases, weight=1.5, join=False)
        elif fact.type in {"place", "org"} and re.search(r"\b(Airport|Stadium|Arena|Museum|Palace|Station|Bridge|Cathedral|Castle|Island|Islands|Mountains?|Mount|Lake|River|"
                                                          r"National Park|Peninsula|Strait|Gulf|Bay|Sea|Ocean|Province|Region|District|County|Canal|Street|Avenue)\b", fact.name):
            role = next((r for w, r in (("Airport", "airport"), ("Stadium", "stadium"), ("River", "river"), ("Lake", "lake"), ("Island", "island"), ("Mount", "mountain"),
                                        ("Bridge", "bridge"), ("Museum", "museum"), ("Station", "station"), ("Palace", "building"), ("Castle", "building"), ("Cathedral", "building"), ("Arena", "stadium"), ("Street", "street"), ("Park", "park"), ("Sea", "sea")) if w in fact.name), "region")
            if not relations & {"P669"}:
                registry.add("regions", "place", role, fact.name, qid=fact.qid, aliases=aliases if role == "airport" else aliases[:1], weight=1.4, join=False)


def _venues(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("lm_kbc"):
        if fact.qid in registry.by_id:
            continue
        if fact.type == "place:venue" and " " in fact.name and is_name(fact.name):
            registry.add("regions", "place", "stadium", re.sub(r" in [A-Z].*$", "", fact.name), qid=fact.qid, weight=1.2, join=False)
        elif fact.type == "place:settlement" and is_name(fact.name):
            registry.add("cities", "place", "city", fact.name, qid=fact.qid, weight=1.2, join=False)
