"""Countries and territories: `countries.tsv`, and the finder of country codes that other sources use."""

import re

from . import country_names
from .facts import Facts
from .tables import Registry
from .text import demonyms, is_latin, is_name, key

_OFFICIAL = re.compile(
    r"^(the )?((Federal |Democratic |Islamic |Arab |People'?s |United |Socialist |Federative |Co-operative |Plurinational |"
    r"Bolivarian |Oriental |Kyrgyz |Slovak |Czech |Hellenic |Italian |Portuguese |French )*Republic|(Grand )?Duchy|Kingdom|"
    r"Principality|Commonwealth|State|Sultanate|Union|République|República|Republik|Repubblica|Royaume|Reino|Königreich)\b", re.I)
_HISTORICAL = re.compile(r"formerly|former |soviet socialist|occupied|people's republic of (?!china)|german east|,|\(|/|trust territory", re.I)
_OWN_IDS = {"DK": "Q35", "NL": "Q55"}  # the countries, where the sources have the kingdoms with their islands
_EXTRA_CODES = {
    "congo kinshasa": "CD", "congo brazzaville": "CG", "congo": "CD", "usa": "US", "uk": "GB", "england": "GB",
    "scotland": "GB", "wales": "GB", "northern ireland": "GB", "republic of ireland": "IE", "burma": "MM", "uae": "AE", "korea republic": "KR",
    "china pr": "CN", "peoples republic of china": "CN", "kingdom of the netherlands": "NL", "kingdom of denmark": "DK",
    "ivory coast": "CI", "czechia": "CZ", "bosnia": "BA", "swiss": "CH", "hong kong": "HK", "macedonia": "MK",
    "drc": "CD", "dprk": "KP", "holy see vatican city": "VA", "the dominican": "DO", "south korea": "KR", "north korea": "KP",
    "curacao": "CW", "saint martin": "MF", "swaziland": "SZ", "cape verde": "CV", "great britain": "GB",
}


class CountryNames:
    """Finds the two-letter code of a country from any of its names or its three-letter code."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = dict(_EXTRA_CODES)
        self._three_letters: dict[str, str] = {"COG": "CG", "COD": "CD", "KOS": "XK", "PSX": "PS", "SDS": "SS", "SAH": "EH"}
        self.names: dict[str, str] = {}
        self.demonyms: dict[str, list[str]] = {}
        self.qids: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}

    def learn(self, name: str, code: str) -> None:
        """Notes one more name; the first code of a name stays."""
        self._codes.setdefault(key(name), code)

    def code(self, name: str) -> str:
        """The code of a name, empty if there is none."""
        return self._codes.get(key(name), "") or self._codes.get(key(name).removeprefix("the "), "")

    def learn_three_letters(self, letters: str, code: str) -> None:
        """Notes a three-letter code such as NER."""
        self._three_letters.setdefault(letters, code)

    def code_of_letters(self, letters: str) -> str:
        """The two-letter code of a three-letter one."""
        return self._three_letters.get(letters, "")

    def mentioned(self, text: str) -> str:
        """The code of the country that a description names last ("City in Texas, United States")."""
        found = ""
        for part in re.split(r",| in | of |\bthe\b|;|\.", text):
            found = self.code(part) or found
        return found or next((c for w in re.findall(r"[A-Z]\w+", text) if (c := self.adjectives.get(key(w), ""))), "")


def collect(facts: Facts, registry: Registry) -> CountryNames:
    """Adds every country and territory."""
    countries = CountryNames()
    known = {row[0]: row for row in country_names.parse()}
    base = _codes_and_ids(facts)
    official = _official_names(facts)
    for code, row in known.items():
        for name in [row[1], *row[2].split(",")]:
            if name and not name.startswith("ambiguous:"):
                countries.learn(name.split(":")[-1], code)
    for code, (_, name) in base.items():
        countries.learn(name, code)
    for cells in facts.rows("natural_earth/natural_earth.tsv.zst"):
        if cells[0].endswith("admin_0_countries") and (code := countries.code(cells[2])):
            countries.learn_three_letters(cells[4], code)
    people = _factbook_demonyms(facts, countries)
    for code, (qid, fact_name) in sorted(base.items()):
        row = known.get(code)
        name, weight = (row[1], float(row[4])) if row else (fact_name, 2.8)
        aliases = [a for a in (row[2].split(",") if row else []) if a]
        demonym_list = [d for d in row[3].split(",") if d] if row else people.get(code, [])
        aliases += [f"demonym:{d}" if not d.startswith("ambiguous:") else f"ambiguous:demonym:{d[10:]}" for d in demonym_list]
        aliases += official.get(qid, [])
        role = "country" if row and weight > 3.4 or code in known and code not in {"GU", "AS", "VI", "VG"} else "territory"
        registry.add("countries", "country", role, name, qid=qid, aliases=aliases, country=code, weight=weight)
        countries.names[code], countries.qids[code] = name, qid
        countries.demonyms[code] = [d.split(":")[-1] for d in demonym_list]
        for demonym in countries.demonyms[code]:
            countries.adjectives.setdefault(key(demonym), code)
    for qid, name, aliases, people_names, code, begin, end, weight in country_names.parse_other():
        marks = [f"demonym:{d}" if not d.startswith("ambiguous:") else f"ambiguous:demonym:{d[10:]}" for d in people_names.split(",") if d]
        registry.add("countries", "country", "country" if code else "former country", name, qid=qid, country=code, begin=begin, end=end,
                     aliases=[a for a in aliases.split(",") if a] + marks, weight=float(weight), join=False)
    return countries


def _codes_and_ids(facts: Facts) -> dict[str, tuple[str, str]]:
    """Code → (Wikidata id, name) of everything with a two-letter code of its own."""
    found: dict[str, tuple[str, str]] = {}
    for fact in facts.entities("country_coder"):
        if re.fullmatch(r"[A-Z]{2}", fact.id) and fact.qid:
            found[fact.id] = (fact.qid, fact.name)
    for fact in facts.entities("rigour_territories"):
        code = fact.id.upper()
        if re.fullmatch(r"[A-Z]{2}", code) and fact.type == "country":
            found.setdefault(code, (fact.qid, fact.name))
    for code in ("EU", "UN", "ZZ", "AN", "DD", "ZR", "CQ", "EA", "IC", "FX", "AQ", "IO", "TF", "HM", "BV", "UM", "CP", "DG", "AC", "TA", "CY2", "SU", "YU"):
        found.pop(code, None)
    for code, qid in _OWN_IDS.items():
        found[code] = (qid, found[code][1])
    known = {row[0] for row in country_names.parse()}
    return {code: value for code, value in found.items() if code in known or is_name(value[1])}


def _official_names(facts: Facts) -> dict[str, list[str]]:
    """Wikidata id → the names in full, such as "Republic of Niger"."""
    found: dict[str, list[str]] = {}
    for fact in facts.entities("rigour_territories"):
        if fact.type != "country":
            continue
        names = [n for n in [fact.name, *fact.aliases[:60]]
                 if is_latin(n) and _OFFICIAL.match(n) and not _HISTORICAL.search(n) and key(n) not in country_names.JUNK
                 and n not in {"State", "Republic", "Republic of China", "Kingdom", "Union", "Commonwealth"} and len(n.split()) > 1
                 and not n.isupper()]
        names = [re.sub(r"(?<= )(Of|The|And)\b", lambda m: m[0].lower(), n) for n in names]
        found[fact.qid] = list({key(n): n for n in reversed(names)}.values())
    return found


def _factbook_demonyms(facts: Facts, countries: CountryNames) -> dict[str, list[str]]:
    found = {}
    for cells in facts.rows("factbook/demonyms.tsv.zst", header=False):
        code = countries.code(re.sub(r"\(.*\)", "", cells[0]) if "Congo" not in cells[0] else cells[0])
        if code and not {"Chinese", "Korean", "Frenchman"} & set(demonyms(cells[1])):
            words = demonyms(cells[1]) + demonyms(cells[2])
            found[code] = [w for w in dict.fromkeys(words) if not countries.code(w) and "Island" != w]
    return found
