"""Organizations of all kinds: `organizations.tsv`, `companies.tsv`, `media.tsv`, `universities.tsv`."""

import re

from .classify import classify
from .facts import Facts
from .government import adjective_of, generic_ministry
from .names import organization_aliases, short_company
from .people import fame
from .tables import Registry
from .territories import CountryNames
from .text import is_latin, is_name, key, title_case_capitals

_TABLES = {"university": "universities", "football club": "clubs", "national team": "clubs", "sports team": "clubs", "newspaper": "media", "broadcaster": "media",
           "company": "companies", "record label": "companies", "party": "parties"}
_COMPANY_GROUPS = {
    "bank", "fast_food", "supermarket", "fuel", "clothes", "pharmacy", "hotel", "insurance", "electronics", "mobile_phone", "telecommunication", "car",
    "department_store", "cinema", "cosmetics", "coffee", "money_transfer", "bookmaker", "travel_agency", "car_rental", "shoes", "restaurant", "cafe", "convenience",
    "truck", "motorcycle", "tyres", "furniture", "doityourself", "sports", "jewelry", "watches", "bag", "beverages", "confectionery", "chocolate", "railway", "train",
    "power", "pipeline", "charging_station", "courier", "post_office", "casino", "video_games", "computer", "energy_supplier", "consulting", "tobacco",
}
_KAMEL_COMPANY = {"P127", "P176", "P178", "P137", "P272", "P123", "P264", "P749", "P355", "P1830", "P750", "P3320"}
_NOT_ORGANIZATION = re.compile(r"\b(Airport|Stadium|Stadio|Museum of|Palace|Omukama|Sultan of|King of|Prince|Princess|Duke|Earl|Bishop|river|Road|Street|season|"
                               r"Musée|Galler|Castle|Building|Tower|Bridge)\b", re.I)
_PERSON_SHAPE = re.compile(r"^[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-Z]\.)?(?: (?:de|van|von|di|da))? [A-ZÀ-Þ][a-zà-ÿ]+$")
# The ids of people that ROR gives for the universities called after them.
_IDS_OF_PEOPLE = {"Q57313"}
_BODY_WORDS = re.compile(r"\b(Inc|Ltd|Group|Compan|Corporat|Associat|Federat|Universit|Institut|Minist|Parliament|Congress|Council|Court|Orchest|Records?|Studio|"
                         r"Pictures|Entertainment|Bank|Club|Party|Union|Army|Navy|Force|Church|Society|School|Colleg|Foundation|Committee|Office|Agency|Department|"
                         r"Board|Airlines?|Airways|Railway|Network|Televis|Radio|Broadcast|News|Press|Times|Post|Service|System|Organi[sz]ation|Alliance|Division|"
                         r"Regiment|Corps|Brigade|Academy|Motors|Electric|Media|Publish|Books|Films?|Games?|Software|Technolog|Energy|Oil|Steel|Airbus|International|"
                         r"National|Royal|Commission|Authority|Administration|Center|Centre|Laborator|League|Front|Movement|Trust|Fund|Guild|Senate|Assembly)", re.I)


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds organizations, the best known first."""
    _wikitrivia(facts, registry, countries)
    _freebase(facts, registry, countries)
    _factbook(facts, registry)
    _sp500(facts, registry)
    _newspapers(facts, registry)
    _kamel(facts, registry)
    _lm_kbc(facts, registry)
    _brands(facts, registry)
    _ror(facts, registry, countries)
    _universities(facts, registry)
    _armed_groups(facts, registry)


def _wikitrivia(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    groups = {"org_or_brand:company": ("companies", "company"), "org:airline": ("companies", "airline"), "org:newspaper": ("media", "newspaper"),
              "org:tv_channel": ("media", "broadcaster"), "org:radio_station": ("media", "broadcaster"), "org:restaurant_chain": ("companies", "company"),
              "product:website": ("companies", "website")}
    for fact in facts.entities("wikitrivia_wikidata"):
        if fact.type not in groups or not is_name(fact.name) or re.search(r"Wiki(source|quote|books|news|data|vers|spec|voyage|tionary)|\w+ Wikipedia", fact.name):
            continue
        table, role = groups[fact.type]
        m = re.search(r"sitelinks=(\d+)", fact.context)
        sitelinks = int(m[1]) if m else 1
        if role == "website" and (sitelinks < 12 or re.search(r"language|Programming|framework|Mobile app|library", fact.context)):
            continue
        weight = fame(sitelinks) + (0.3 if table == "media" else -0.3)
        short = short_company(fact.name)
        registry.add(table, "organization", role, short, qid=fact.qid, aliases=[fact.name], weight=weight)


def _freebase(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("fb15k_wikidata"):
        found = classify(fact.context)
        if not found or found[0] != "organization":
            continue
        role = found[1]
        name = short_company(fact.name) if role in {"company", "record label"} else fact.name
        description = fact.context.split("[")[0]
        country = countries.mentioned(description)
        registry.add(_TABLES.get(role, "organizations"), "organization", role, name, qid=fact.qid, country=country,
                     aliases=[*([fact.name] if name != fact.name else []), *organization_aliases(fact.aliases, fact.name)],
                     weight=2.8 if role not in {"record label", "band"} else 2.0)


def _factbook(facts: Facts, registry: Registry) -> None:
    """Abbreviations of international organizations join by acronym; alone they are too short to be a name."""
    known = {a: e for e in registry.entities if e.kind == "organization" for a, forms in e.aliases.items() if "acronym" in forms}
    for acronym, members in facts.rows("factbook/igo_abbr.tsv.zst", header=False):
        entity = known.get(acronym)
        if entity is not None and len(acronym) > 2:
            entity.weight = max(entity.weight, 2.0 + int(members) / 100)


def _sp500(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("sp500"):
        short = short_company(fact.name)
        registry.add("companies", "organization", "company", short, country="US", aliases=[fact.name] if fact.name != short else [], weight=2.8)


def _newspapers(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("us_newspapers_wikidata"):
        if ":" in fact.name:
            continue
        generic = len(fact.name.removeprefix("The ").split()) < 2
        if generic and fact.qid not in registry.by_id:
            continue
        aliases = []
        if " " in fact.name and fact.name.startswith("The ") and not generic:
            aliases.append(fact.name[4:])
        registry.add("media", "organization", "newspaper", fact.name, qid=fact.qid, country="US", aliases=aliases, weight=1.4, join=False)


def _kamel(facts: Facts, registry: Registry) -> None:
    elsewhere = {fact.qid for fact in facts.entities("wikitrivia_wikidata") if fact.type.startswith("person:")}
    elsewhere |= {fact.qid for fact in facts.entities("wikitrivia_places_2022")}
    for fact in facts.entities("kamel_objects"):
        relations = set(re.findall(r"P\d+", fact.context))
        if fact.qid in elsewhere and not _BODY_WORDS.search(fact.name):
            continue
        if fact.type not in {"org", "mixed", "person"} or not is_name(fact.name) or _NOT_ORGANIZATION.search(fact.name):
            continue
        body = _BODY_WORDS.search(fact.name)
        if fact.type != "org" and not body or fact.type == "person" and not re.search(r"Parliament|Congress|Senate|Ministry|University|Council|Company", fact.name):
            continue
        if _PERSON_SHAPE.match(fact.name) and not body or re.search(r"\b(period|era|century|language|Cup|Championship|Awards?|Prize)\b", fact.name):
            continue
        table, role = "organizations", "organization"
        if re.search(r"Universit|College|School of|Academy of", fact.name):
            table, role = "universities", "university"
        elif re.search(r"Times|Herald|Gazette|Tribune|Broadcasting|Television|Radio|\bTV\b|News\b", fact.name):
            table, role = "media", "newspaper" if not re.search(r"Broadcast|Televis|Radio|TV", fact.name) else "broadcaster"
        elif relations & {"P54", "P1923", "P6087", "P286"} or re.search(r"\bF\.?C\.?\b|football team", fact.name):
            table, role = "clubs", "national team" if "national" in fact.name else "football club"
        elif "P102" in relations:
            table, role = "parties", "party"
        elif relations & _KAMEL_COMPANY:
            table, role = "companies", "company"
        elif re.search(r"Ministry|Department of", fact.name):
            role = "ministry"
        elif re.search(r"\b(Army|Navy|Air Force|Corps|Brigade|Regiment)\b", fact.name):
            role = "armed force"
        if fact.type == "org" and " " not in fact.name and table == "organizations":
            continue
        name = short_company(fact.name) if table == "companies" else fact.name
        registry.add(table, "organization", role, name, qid=fact.qid, weight=1.6,
                     aliases=[*([fact.name] if name != fact.name else []), *organization_aliases(fact.aliases, fact.name, 6)])


def _lm_kbc(facts: Facts, registry: Registry) -> None:
    roles = {"org:company": ("companies", "company"), "org:stock_exchange": ("organizations", "stock exchange"), "org:band": ("organizations", "band")}
    for fact in facts.entities("lm_kbc"):
        if fact.type not in roles or not is_name(fact.name):
            continue
        table, role = roles[fact.type]
        if role == "band" and " " not in fact.name:
            continue
        name = short_company(fact.name) if table == "companies" else fact.name
        registry.add(table, "organization", role, name, qid=fact.qid, aliases=[fact.name] if name != fact.name else [], weight=1.8)


def _brands(facts: Facts, registry: Registry) -> None:
    oldest: dict[str, int] = {}
    for fact in facts.entities("nsi"):
        if fact.qid[1:].isdigit():
            oldest[key(fact.name)] = min(oldest.get(key(fact.name), 10**12), int(fact.qid[1:]))
    for fact in facts.entities("nsi"):
        if not fact.qid or int(fact.qid[1:]) != oldest[key(fact.name)]:
            continue
        group = fact.type.split("/")[-1]
        top = fact.type.split("/")[0]
        spread = len(fact.context.split(","))
        worldwide = fact.context.startswith("001")
        known = registry.by_id.get(fact.qid)
        if not fact.qid or not is_name(fact.name) or top != "org:brands" and known is None and not worldwide or group not in _COMPANY_GROUPS and not worldwide and known is None:
            continue
        if group in {"restaurant", "cafe", "convenience", "clothes", "shoes", "fast_food", "furniture"} and not worldwide and spread < 3 and known is None:
            continue
        country = fact.context.upper() if re.fullmatch(r"[a-z]{2}", fact.context) else ""
        weight = 1.9 if worldwide else min(1.9, 1.0 + 0.1 * spread) + (0.4 if group in {"bank", "telecommunication", "car"} else 0)
        if known is not None and known.kind != "organization":
            continue
        if known is None and any(e.table == "companies" and e.weight > 1.9 for e in registry.by_name.get(("organization", key(fact.name)), ())):
            continue
        if known is not None:
            country = ""
        aliases = [a for a in fact.aliases if not a.islower() and is_latin(a) and key(fact.name) in key(a) and len(a.split()) <= 4 and not re.search(r"\(|/", a)]
        registry.add("companies", "organization", "bank" if group == "bank" else "company", fact.name, qid=fact.qid, country=country, aliases=aliases[:3], weight=weight)


def _ror(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for _, qid, name, types, country, status, aliases, acronyms in facts.rows("ror_updates/ror.tsv.zst"):
        types = types.lower()
        if status != "active" or not is_name(name) or " " not in name or re.search(r"\(|\)|/|;", name) or len(name) > 80 or name.islower():
            continue
        education, government = "education" in types, "government" in types
        useful = education and re.search(r"universi|college|institute of technology|école|polytechn|hochschule|academy", name, re.I)
        other = "nonprofit" in types and (acronyms or "funder" in types) or re.search(r"hospital", name, re.I) and qid
        if not (useful or government or other):
            continue
        adjective = adjective_of(countries, country) if country in countries.names else ""
        extra: list[str] = []
        if government and adjective:
            name, extra = generic_ministry(name, countries.names[country], adjective)
        marked = [f"ambiguous:acronym:{a}" for a in acronyms.split("|") if re.fullmatch(r"[A-Z][A-Za-z-]{2,7}", a)][:2]
        extra += [a for a in aliases.split("|") if is_name(a) and " " in a and is_latin(a) and not re.search(r"\(|\)|/|,", a)][:3]
        table, role = ("universities", "university") if useful else ("organizations", "government agency" if government else "hospital" if "Hospital" in name else "organization")
        if role == "government agency" and "Ministry" in name:
            role = "ministry"
        registry.add(table, "organization", role, name, qid="" if qid in _IDS_OF_PEOPLE else qid, country=country, aliases=[*extra, *marked], weight=1.1 if useful or government else 0.8)


def _universities(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("universities_hipo"):
        if is_name(fact.name) and " " in fact.name and not re.search(r"\(|\)|/", fact.name):
            name = title_case_capitals(fact.name) if fact.name.isupper() else fact.name
            aliases = [name[4:]] if name.startswith("The ") else []
            registry.add("universities", "organization", "university", name, country=fact.context[:2], aliases=aliases, weight=1.2)


def small_words(name: str) -> str:
    """Small words of a name in title case: "Lord'S Resistance Army Of The North" → "Lord's Resistance Army of the North"."""
    name = re.sub(r"(?<= )(Of|The|And|For|In|De|E|I)\b", lambda m: m[0].lower(), name)
    return re.sub(r"'S\b", "'s", name)


def _armed_groups(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("petrarch_actors"):
        if fact.type == "petrarch:milnonstate" and len(fact.name.split()) > 1 and is_name(fact.name) and not re.search(r"\d|;|\(|\b(Rebels?|Fighters|Militants|Gunmen|Members?)\b", fact.name):
            name = small_words(fact.name)
            registry.add("organizations", "organization", "armed group", name, weight=1.2)
    for fact in facts.entities("un_sanctions"):
        if fact.type == "org:sanctioned" and fact.context in {"Al-Qaida", "DRC", "Taliban", "Somalia"} and " " in fact.name:
            name = small_words(re.sub(r"\s*\(.*?\)", "", title_case_capitals(fact.name)))
            registry.add("organizations", "organization", "armed group", name, weight=1.0,
                         aliases=[a for a in organization_aliases(fact.aliases, name, 5) if " " in a])
