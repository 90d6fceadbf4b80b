"""Regions, states, seas, mountains, islands: `regions.tsv`."""

import math
import re

from .facts import Facts
from .tables import Registry
from .territories import CountryNames
from .text import clean, key

# State;abbreviations;demonyms — of the United States.
_STATES = """
Alabama;Ala.;Alabamian,Alabaman|Alaska;;Alaskan|Arizona;Ariz.;Arizonan|Arkansas;Ark.;Arkansan|California;Calif.,Cali;Californian
Colorado;Colo.;Coloradan|Connecticut;Conn.;|Delaware;Del.;Delawarean|Florida;Fla.;Floridian|Georgia;Ga.,ambiguous:Georgia;ambiguous:Georgian|Hawaii;Hawai'i;Hawaiian|Idaho;;Idahoan
Illinois;Ill.;Illinoisan|Indiana;Ind.;Hoosier|Iowa;;Iowan|Kansas;Kan.,Kans.;Kansan|Kentucky;Ky.;Kentuckian|Louisiana;La.;Louisianan
Maine;;Mainer|Maryland;Md.;Marylander|Massachusetts;Mass.;Bay Stater|Michigan;Mich.;Michigander|Minnesota;Minn.;Minnesotan
Mississippi;Miss.;Mississippian|Missouri;Mo.;Missourian|Montana;Mont.;Montanan|Nebraska;Neb.,Nebr.;Nebraskan|Nevada;Nev.;Nevadan
New Hampshire;N.H.;|New Jersey;N.J.;New Jerseyan|New Mexico;N.M.;New Mexican|New York;N.Y.;|North Carolina;N.C.;North Carolinian
North Dakota;N.D.;North Dakotan|Ohio;;Ohioan|Oklahoma;Okla.;Oklahoman|Oregon;Ore.;Oregonian|Pennsylvania;Pa.,Penn.;Pennsylvanian
Rhode Island;R.I.;Rhode Islander|South Carolina;S.C.;South Carolinian|South Dakota;S.D.;South Dakotan|Tennessee;Tenn.;Tennessean
Texas;Tex.;Texan|Utah;;Utahn|Vermont;Vt.;Vermonter|Virginia;Va.;Virginian|Washington;Wash.,Washington State,Washington state;Washingtonian
West Virginia;W.Va.,W. Va.;West Virginian|Wisconsin;Wis.;Wisconsinite|Wyoming;Wyo.;Wyomingite
"""
_PROVINCES = {"Alberta": "Alta.,demonym:Albertan,demonym:Albertans", "Saskatchewan": "Sask.", "Manitoba": "ambiguous:Man.,demonym:Manitoban", "Ontario": "Ont.,demonym:Ontarian,demonym:Ontarians",
              "Quebec": "Que.", "New Brunswick": "N.B.", "Nova Scotia": "N.S.,demonym:Nova Scotian", "Prince Edward Island": "P.E.I.",
              "Newfoundland and Labrador": "Newfoundland,demonym:Newfoundlander", "British Columbia": "ambiguous:B.C.,demonym:British Columbian",
              "New South Wales": "N.S.W.,acronym:NSW", "Queensland": "Qld.,demonym:Queenslander,demonym:Queenslanders", "Victoria": "ambiguous:demonym:Victorian",
              "Tasmania": "demonym:Tasmanian,demonym:Tasmanians", "Australian Capital Territory": "ambiguous:acronym:ACT", "Northern Territory": "ambiguous:acronym:NT"}
_AMBIGUOUS_ABBREVIATIONS = {"Ind.", "Ill.", "La.", "Mass.", "Miss.", "Mo.", "Pa.", "Va.", "Wash.", "Del.", "Ore.", "Conn.", "Ark.",
                            "Mont.", "Kan.", "Minn.", "Cali", "Penn.", "Md.", "Fla.", "Tex.", "Ala.", "Okla."}
_ADMIN = re.compile(
    r"\b(state|province|region|governorate|oblast|krai|prefecture|department|county|district|territory|emirate|voivodeship|canton|"
    r"autonomous|republic|federal subject|federal entity|municipality|community|constituent country|division|island|council area)\b", re.I)
_REGION_WORDS = re.compile(
    r"\b(State|Province|Region|Governorate|Oblast|Krai|Prefecture|Department|County|District|Emirate|Voivodeship|Canton|Okrug|"
    r"Autonomous|Peninsula|Island|Islands|Division|metropolitan)\b")
_JUNK = re.compile(r"eparchy|exarch|pandemic|ordinariate|diocese|parish|forum|initiative|railway|tramway|company|election|school|"
                   r"parliament|association|agreement|organization|university|league|epidemic|outbreak|archeparchy|catholic|church", re.I)
_FEATURE_ROLES = {
    "range/mtn": "mountain range", "island": "island", "island group": "islands", "desert": "desert", "plateau": "region",
    "geoarea": "region", "pen/cape": "peninsula", "peninsula": "peninsula", "continent": "continent", "basin": "region",
    "delta": "region", "plain": "region", "coast": "region", "valley": "region", "isthmus": "region",
    "sea": "sea", "ocean": "ocean", "gulf": "gulf", "bay": "bay", "strait": "strait", "sound": "bay", "channel": "strait",
    "lake": "lake", "reservoir": "lake", "mountain": "mountain", "waterfall": "waterfall", "national park service": "park",
}
_FEATURE_WEIGHTS = {"continent": 6.0, "ocean": 4.8, "sea": 3.0, "mountain range": 2.2, "desert": 2.5, "islands": 2.0, "lake": 1.8, "island": 1.5}
_SKIP_FEATURES = {"antarctica", "victoria", "mackenzie"}


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds regions of all sizes, those with Wikidata ids first."""
    _states(facts, registry)
    _populated_regions(facts, registry, countries)
    _lm_kbc(facts, registry)


def city_ids(facts: Facts) -> set[str]:
    """The ids that Natural Earth gives to cities: those that are states too (Berlin, Moscow) stay cities."""
    return {cells[1] for cells in facts.rows("natural_earth/natural_earth.tsv.zst") if "populated_places" in cells[0] and cells[1]}


def _states(facts: Facts, registry: Registry) -> None:
    parts = {line.split(";")[0]: line.split(";") for line in _STATES.replace("\n", "|").strip("|").split("|")}
    cities = city_ids(facts)
    for fact in facts.entities("rigour_territories"):
        if "-" not in fact.id or fact.qid in cities or fact.id.startswith(("su-", "gb-")) or not fact.qid or fact.qid in registry.by_id:
            continue
        country = fact.id.split("-")[0].upper()
        aliases, role, weight = [], "region", 2.8
        name = re.sub(r" \(.*\)$", "", fact.name)
        if country == "US" and name in parts:
            _, abbreviations, demonyms = parts[name]
            aliases = [f"ambiguous:{a}" if a in _AMBIGUOUS_ABBREVIATIONS else a for a in abbreviations.split(",") if a]
            aliases += [f"demonym:{d}" if ":" not in d else f"ambiguous:demonym:{d[10:]}" for n in demonyms.split(",") if n for d in (n, n + "s")]
            role, weight = "state", 4.6
        elif country in {"AU", "BR", "IN", "DE", "MX"}:
            role, weight = "state", 3.6
        elif country in {"CA", "CN", "BE"}:
            role, weight = "province", 3.6
        if country == "RU" and (m := re.match(r"(.+) (Oblast|Krai)$", fact.name)):
            aliases.append(f"{m[1]} region")
            aliases.append(f"{m[1]} {'Region' if m[2] == 'Oblast' else 'Territory'}")
        if country == "UA" and fact.name.endswith(" Oblast"):
            aliases += [fact.name.replace("Oblast", "region"), fact.name.replace("Oblast", "Region")]
        aliases += [a for a in _PROVINCES.get(name, "").split(",") if a and country in {"CA", "AU"}]
        registry.add("regions", "place", role, name, qid=fact.qid, aliases=aliases, country=country, weight=weight, join=False)


def _populated_regions(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    cities = city_ids(facts)
    for fact in facts.entities("wikitrivia_places_2022"):
        if fact.qid in cities:
            continue
        population, description, title = _context(fact.context)
        if fact.type not in {"place:region", "place:island", "place:continent"} or _JUNK.search(description + fact.name):
            continue
        if population < 15000 and fact.type != "place:island" or population > 2_000_000_000 and fact.type == "place:region":
            continue
        country = countries.mentioned(description) or _us_state_country(description)
        small = re.search(r"\b(subdistrict|commune|parish|borough|municipality|tambon|barangay|village)\b", description, re.I)
        if small and population < 60000:
            continue
        if re.match(r"(city|town|human settlement|village)\b", description, re.I):
            continue
        role = _role(fact.type, fact.name, description)
        weight = max(0.3, 0.55 * math.log10(max(population, 10)) - (1.6 if _REGION_WORDS.search(fact.name) else 1.3))
        if role == "state" or re.match(r"(indian state|state of|province of|federal state)", description, re.I):
            weight += 0.6
        if role in {"county", "district"}:
            weight -= 0.7
        aliases = [title] if title and not re.search(r"\(", title) and key(title) != key(fact.name) and _related(title, fact.name) else []
        if role == "county" and fact.name.endswith("County") and not aliases:
            weight -= 0.5
        if role == "state" and not _REGION_WORDS.search(fact.name):
            aliases.append(f"{fact.name} State" if country in {"NG", "IN", "MX", "MM", "SD", "VE"} else fact.name)
        registry.add("regions", "place", role, re.sub(r" \(.*\)", "", fact.name), qid=fact.qid, aliases=aliases, country=country,
                     weight=round(weight, 2), join=False)


def _context(context: str) -> tuple[int, str, str]:
    """Population, description and page title out of "pop=N; description; enwiki=title"."""
    m = re.match(r"pop=(\d+); (.*?)(?:; enwiki=(.*))?$", context)
    if not m:
        return 0, context, ""
    return int(m[1]), m[2], "" if m[3] in (None, "=") else m[3]


def _related(title: str, name: str) -> bool:
    return bool(set(key(title).split()) & set(key(name).split()))


def _us_state_country(description: str) -> str:
    return "US" if re.search(r"United States|USA|\bU\.?S\.?\b", description) else ""


def _role(kind: str, name: str, description: str) -> str:
    if kind == "place:island":
        return "island"
    if kind == "place:continent":
        return "continent"
    text = f"{name} {description}".lower()
    for role in ("state", "province", "oblast", "county", "governorate", "prefecture", "emirate", "department", "district"):
        if re.search(rf"\b{role}\b", text) and not (role == "state" and "united states" in text.replace("state of", "")):
            return {"oblast": "region"}.get(role, role)
    return "region"


def _lm_kbc(facts: Facts, registry: Registry) -> None:
    cities = city_ids(facts)
    for fact in facts.entities("lm_kbc"):
        if fact.type in {"place:region", "place:river"} and fact.qid not in cities and not _JUNK.search(fact.name):
            role = "river" if fact.type == "place:river" else "region"
            name, aliases = fact.name, []
            if role == "river" and not re.search(r"\b(River|Creek|Canal|Lake|Rio|Río|Brook|Fork|Wadi)\b", name):
                aliases, name = ([f"ambiguous:{name}"] if " " not in name else [name]), f"{name} River"
            registry.add("regions", "place", role, name, qid=fact.qid, aliases=aliases, weight=1.6, join=False)


def collect_features(facts: Facts, registry: Registry) -> None:
    """Adds seas, ranges, deserts and lakes that no other source has; Natural Earth has no ids for them."""
    taken = {key(name) for e in registry.entities if e.table in {"regions", "countries"} for name in [e.name, *e.aliases]}
    for cells in facts.rows("natural_earth/natural_earth.tsv.zst"):
        layer, _, name, kind, _, _, _, aliases = cells[:8]
        if not re.search(r"geography_regions|marine_polys|_lakes$|parks_and", layer) or "admin_0" in layer or "admin_1" in layer:
            continue
        role = _FEATURE_ROLES.get(kind.lower())
        name = clean(name)
        if name.isupper():
            name = re.sub(r"\b(Of|The|And)\b", lambda m: m[0].lower(), name.title())
            name = name[:1].upper() + name[1:]
        name = re.sub(r"\bMt\.?\b", "Mount", re.sub(r"^Lake(?=[A-Z])", "Lake ", name))
        name = re.sub(r"\bI\.$", "Island", re.sub(r"\bIs\.$", "Islands", re.sub(r"\bPen\.$", "Peninsula", name)))
        if not role or key(name) in taken or key(name) in _SKIP_FEATURES or "." in name or len(name) < 4 or re.search(r"\d|\?|,", name):
            continue
        if role in {"lake", "bay", "gulf", "strait", "mountain", "park", "peninsula"} and " " not in name and layer.startswith("ne_10m"):
            continue
        taken.add(key(name))
        weight = _FEATURE_WEIGHTS.get(role, 1.3) + (0.8 if layer.startswith("ne_110m") else 0.4 if layer.startswith("ne_50m") else 0)
        extra = [f"Mt. {name[6:]}", f"Mt {name[6:]}"] if name.startswith("Mount ") else []
        extra += [name + "s"] if role == "mountain range" and name.endswith(" Mountain") else []
        registry.add("regions", "place", role, name, aliases=extra, weight=weight, join=False)
