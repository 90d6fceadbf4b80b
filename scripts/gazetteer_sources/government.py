"""Ministries, armed forces, courts and central banks of every country by rule: `government.tsv`."""

import re

from .facts import Facts
from .tables import Registry
from .territories import CountryNames
from .text import key, slug

# slug;usual name after the adjective;other names;how `ror` names it;weight
_BODIES = """
ministry-of-defence;Ministry of Defence;Ministry of Defense,Defence Ministry,Defense Ministry,Ministry of National Defence,Ministry of National Defense,National Defence Ministry,National Defense Ministry;minist\\w+ (of |de )?(national )?def[ei]n[cs]|verteidigung;3.0
ministry-of-foreign-affairs;Ministry of Foreign Affairs;Foreign Ministry,Foreign Affairs Ministry,Ministry of External Affairs,External Affairs Ministry;(minist|department)\\w* (of |for )?(external|foreign) (affairs|relations);3.1
ministry-of-finance;Ministry of Finance;Finance Ministry,Treasury Ministry;minist\\w+ of (economy and )?financ;2.6
ministry-of-the-interior;Ministry of the Interior;Interior Ministry,Ministry of Interior,Ministry of Internal Affairs,Home Ministry,Ministry of Home Affairs,Home Affairs Ministry;minist\\w+ of (the )?(interior|internal affairs|home affairs);2.8
ministry-of-health;Ministry of Health;Health Ministry,Ministry of Public Health;(federal )?ministry of (public )?health;2.6
ministry-of-education;Ministry of Education;Education Ministry,Ministry of National Education;(federal )?ministry of (national )?education$;2.3
ministry-of-justice;Ministry of Justice;Justice Ministry;ministry of justice;2.3
ministry-of-energy;Ministry of Energy;Energy Ministry,Oil Ministry,Ministry of Oil,Petroleum Ministry;ministry of (energy|oil|petroleum)$;2.0
ministry-of-agriculture;Ministry of Agriculture;Agriculture Ministry;(federal )?ministry of agriculture$;1.9
army;Army;Ground Forces,army;^$;2.8
navy;Navy;Naval Forces;^$;2.4
air-force;Air Force;;^$;2.4
armed-forces;Armed Forces;Military;^$;3.0
police;Police;National Police,Police Force;^$;2.4
parliament;Parliament;National Assembly;^$;2.6
supreme-court;Supreme Court;;^$;2.3
electoral-commission;Electoral Commission;Election Commission,National Electoral Commission,Independent Electoral Commission,Central Election Commission;^$;2.2
statistics-office;National Bureau of Statistics;Bureau of Statistics,National Statistics Office,Statistics Office;^$;1.8
constitutional-court;Constitutional Court;Constitutional Council,Constitutional Tribunal;^$;2.2
central-bank;Central Bank;;^(central bank|national bank|reserve bank|bank) of;2.5
"""
# Bodies that a story about one country calls by the bare name: the country of the story decides.
_BARE = {"ministry-of-defence", "ministry-of-foreign-affairs", "ministry-of-finance", "ministry-of-the-interior", "ministry-of-health", "ministry-of-justice", "parliament", "supreme-court",
         "electoral-commission", "statistics-office", "constitutional-court"}
_CONGRESSES = {"AR", "BO", "BR", "CL", "CO", "DO", "EC", "GT", "HN", "MX", "PE", "PH", "PY"}
_CONSTITUTIONAL = set("FR SN CI CM TD DZ BF ML NE BJ TG GA CD CG CF MG ZA TR ES IT DE AT PL RU UA TH KR ID AO MZ RW BI TN MA EG JO LB KH KZ KG MN AM AZ GE MD RO BG HU CZ SK SI HR "
                      "RS BA MK ME AL XK LV LT BE LU PT CL CO PE GT BO EC DO BY TJ UZ SY MR DJ".split())
_ROLES = {"army": "armed force", "navy": "armed force", "air-force": "armed force", "armed-forces": "armed force", "police": "police", "parliament": "parliament",
          "supreme-court": "court", "constitutional-court": "court", "electoral-commission": "government agency", "statistics-office": "government agency", "central-bank": "central bank"}
_ADJECTIVES = {
    "NZ": "New Zealand", "BW": "Botswana", "LS": "Lesotho", "SB": "Solomon Islands", "HK": "Hong Kong", "SZ": "Swazi", "AE": "Emirati", "CF": "Central African",
    "KN": "Saint Kitts and Nevis", "AG": "Antigua and Barbuda", "BA": "Bosnian", "KI": "Kiribati", "VU": "Vanuatu", "PH": "Philippine", "ST": "Sao Tomean",
    "LI": "Liechtenstein", "LU": "Luxembourg", "GL": "Greenlandic", "PL": "Polish", "KR": "South Korean", "KP": "North Korean", "GE": "Georgian", "VA": "Vatican",
    "TT": "Trinidad and Tobago", "VC": "Saint Vincent", "SM": "San Marino",
}
# Code, own name, Wikidata id where the register of research bodies has it.
_CENTRAL_BANKS = """
AF Da Afghanistan Bank|AT Oesterreichische Nationalbank Q670723|AU Reserve Bank of Australia Q1506724|BD Bangladesh Bank Q806532|BE National Bank of Belgium
BG Bulgarian National Bank|BW Bank of Botswana|CA Bank of Canada Q806703|CH Swiss National Bank Q597394|CN People's Bank of China|CZ Czech National Bank Q251062
DE Deutsche Bundesbank|ES Bank of Spain Q789966|ET National Bank of Ethiopia|FI Bank of Finland Q194060|FR Banque de France|GH Bank of Ghana|HR Croatian National Bank Q1143457
HU Magyar Nemzeti Bank Q774636|ID Bank Indonesia Q1906161|IL Bank of Israel Q244411|IN Reserve Bank of India Q944085|IT Bank of Italy Q806176|JP Bank of Japan Q333101
KR Bank of Korea Q485531|LV Latvijas Banka|MA Bank Al-Maghrib|MU Bank of Mauritius|MW Reserve Bank of Malawi|MX Bank of Mexico Q806208|MY Bank Negara Malaysia
NA Bank of Namibia|NL De Nederlandsche Bank Q1180205|NO Norges Bank Q970769|NP Nepal Rastra Bank|NZ Reserve Bank of New Zealand|PH Bangko Sentral ng Pilipinas Q1853468
PK State Bank of Pakistan|PL National Bank of Poland Q168844|RO National Bank of Romania|RU Bank of Russia Q806651|RW National Bank of Rwanda|SE Sveriges Riksbank
SG Monetary Authority of Singapore|SL Bank of Sierra Leone|TH Bank of Thailand|TZ Bank of Tanzania|UA National Bank of Ukraine Q2687273|UG Bank of Uganda
ZA South African Reserve Bank Q912920|ZM Bank of Zambia|ZW Reserve Bank of Zimbabwe|HK Hong Kong Monetary Authority
"""
# Called like the central bank of a country, but commercial banks.
COMMERCIAL_BANKS = {"Bank of China", "Bank of Cyprus", "Bank of Georgia", "Bank of India", "Bank of Ireland", "Bank of Jordan", "Bank of Palestine",
                     "Bank of Singapore", "Bank of Taiwan", "Central Bank of India", "National Bank of Bahrain", "National Bank of Canada", "National Bank of Egypt",
                     "National Bank of Greece", "National Bank of Iraq", "National Bank of Kenya", "National Bank of Kuwait", "National Bank of Malawi",
                     "National Bank of New Zealand", "National Bank of Oman", "National Bank of Pakistan", "National Bank of Yemen"}
_BANK_ALIASES = {"DE": ["Bundesbank", "German Bundesbank"], "SE": ["Riksbank", "Bank of Sweden"], "AT": ["Austrian National Bank"], "FR": ["Bank of France"], "ES": ["Banco de España"],
                 "MX": ["Banco de México", "Banxico"], "HU": ["Hungarian National Bank"], "LV": ["Bank of Latvia"], "NL": ["Dutch central bank"], "CH": ["acronym:SNB"],
                 "NZ": ["acronym:RBNZ"], "AU": ["acronym:RBA"], "IN": ["acronym:RBI"], "CN": ["acronym:PBOC"], "HK": ["acronym:HKMA"], "JP": ["acronym:BOJ", "acronym:BoJ"],
                 "ZA": ["acronym:SARB"], "MY": ["Bank Negara"]}
_NO_FORCES = {"CR", "IS", "LI", "VA", "AD", "MC", "NR", "TV", "KI", "SM", "PW", "MH", "FM", "WS", "VC", "LC", "GD", "DM", "PA", "MU", "VU", "SB", "HK", "MO", "PR", "GL"}
_ALSO = {"AE": "UAE", "CD": "DR Congo", "GB": "UK", "BA": "Bosnia", "VA": "Vatican", "TT": "Trinidad", "MM": "Myanmar"}
_NAVY_ONLY_SEA = {"AF", "AT", "CZ", "HU", "SK", "CH", "NE", "TD", "ML", "BF", "CF", "ZM", "ZW", "BW", "LS", "SZ", "RW", "BI", "ET", "UG", "SS", "MN", "NP", "BT",
                  "LA", "AM", "MD", "BY", "XK", "MK", "RS", "LU", "MW", "UZ", "KG", "TJ"}


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds the bodies of all sovereign countries."""
    ids, banks = _ids(facts), central_banks()
    for code, name in sorted(countries.names.items()):
        if not _sovereign(registry, countries, code):
            continue
        entity = registry.by_id[countries.qids[code]]
        bump = min(1.0, max(-1.2, (entity.weight - 5.6) * 0.8))
        for line in _BODIES.strip().splitlines():
            part, usual, others, _, weight = line.split(";")
            if part in {"army", "navy", "air-force", "armed-forces"} and code in _NO_FORCES or part == "navy" and code in _NAVY_ONLY_SEA:
                continue
            if code == "US" and part.startswith("ministry") or code in {"GB", "US"} and part in {"central-bank", "parliament"}:
                continue
            adjective = adjective_of(countries, code)
            title, bank_id = (f"{adjective} {usual}", "") if part != "central-bank" else banks.get(code, (f"Central Bank of {name}", ""))
            if part == "constitutional-court" and code not in _CONSTITUTIONAL or code in {"US", "GB"} and part in {"electoral-commission", "statistics-office"}:
                continue
            aliases = variants(usual, [o for o in others.split(",") if o], name, adjective, _ALSO.get(code, ""), part)
            if part in _BARE and code not in {"US", "GB"}:
                aliases += [f"ambiguous:{alias}" for alias in [usual, *others.split(",")][:4] if alias not in {"", "Treasury Ministry", "Parliament"}]
            if part == "parliament" and code in _CONGRESSES:
                aliases += ["ambiguous:Congress", f"{adjective} Congress", f"{name}'s Congress", f"Congress of {name}", "ambiguous:National Congress"]
            if part == "central-bank":
                aliases = [alias for alias in [*aliases, f"Central Bank of {name}", *_BANK_ALIASES.get(code, [])] if alias not in COMMERCIAL_BANKS]
            registry.add("government", "organization", _ROLES.get(part, "ministry"), title, qid=bank_id or ids.get((code, part), ""), join=False,
                         id=f"gz:{code.lower()}/{part}", aliases=aliases, country=code, weight=float(weight) + bump)


def central_banks() -> dict[str, tuple[str, str]]:
    """Code → the name that a central bank has for itself, and its Wikidata id or nothing."""
    found = {}
    for row in _CENTRAL_BANKS.strip().replace("\n", "|").split("|"):
        code, name, qid = re.fullmatch(r"(\w\w) (.*?)(?: (Q\d+))?", row).groups()
        found[code] = (name, qid or "")
    return found


def _sovereign(registry: Registry, countries: CountryNames, code: str) -> bool:
    entity = registry.by_id.get(countries.qids[code])
    return bool(entity) and entity.role == "country" and (entity.weight >= 3.4 and code not in {"AX", "AW", "CW", "SX", "GP", "MQ", "RE", "GF", "YT", "JE", "GG",
                                                                                               "IM", "GI", "FK", "KY", "BM", "VG", "PF", "NC", "FO", "EH", "GL", "PR", "MO"})


def adjective_of(countries: CountryNames, code: str) -> str:
    """The adjective of a country: "Nigerien" for NE."""
    words = countries.demonyms.get(code) or [countries.names[code]]
    return _ADJECTIVES.get(code, words[0])


def variants(usual: str, others: list[str], country: str, adjective: str, also: str, part: str) -> list[str]:
    """All ways to say which country a body is of: "Niger's Defence Ministry", "Ministry of Defence of Niger"."""
    found = []
    for name in [usual, *others]:
        if part == "central-bank":
            found += [f"Bank of {country}", f"{adjective} central bank", f"{country}'s central bank", f"{adjective} Central Bank", f"National Bank of {country}",
                      f"Reserve Bank of {country}"]
            continue
        found += [f"{adjective} {name}", f"{country}'s {name}", *([f"{also}'s {name}", f"{also} {name}"] if also else [])]
        if name.startswith("Ministry") or part in {"supreme-court", "parliament", "armed-forces"} and name != "Military":
            found += [f"{name} of {country}", *([f"{name} of {also}"] if also else [])]
        elif part in {"army", "navy", "air-force", "police"} and " " not in country:
            found.append(f"{country} {name}")
        if name.startswith("Ministry") or name.endswith("Ministry"):
            found.append(f"{country} {name}")
    return list(dict.fromkeys(found))


def _ids(facts: Facts) -> dict[tuple[str, str], str]:
    """(country, body) → Wikidata id, where the register of research bodies has just one such ministry of the country."""
    patterns = [(line.split(";")[0], re.compile(line.split(";")[3], re.I)) for line in _BODIES.strip().splitlines() if line.split(";")[3] != "^$"]
    found: dict[tuple[str, str], set[str]] = {}
    for _, qid, name, types, country, status, aliases, _ in facts.rows("ror_updates/ror.tsv.zst"):
        if "overnment" not in types or not qid or status != "active" or re.search(r"institute|academy|hospital|centre|center|university|school|laborator|college|for ", name, re.I):
            continue
        for part, pattern in patterns:
            if part != "central-bank" and any(pattern.match(n) for n in [name, *aliases.split("|")]) and len(name) < 60:
                found.setdefault((country, part), set()).add(qid)
    found = {k: v for k, v in found.items() if len(v) == 1}
    return {k: next(iter(v)) for k, v in found.items()}


def generic_ministry(name: str, country: str, adjective: str) -> tuple[str, list[str]]:
    """A name that tells the country, for a body that its own state calls only "Ministry of Culture"."""
    if key(country) in key(name) or key(adjective) in key(name) or not re.match(r"(Federal |Royal )?(Ministry|Department|Office|Supreme|National)\b", name):
        return name, []
    if country == "United Kingdom" or not re.match(r"(Federal |Royal )?(Ministry|Department) (of|for)\b", name):
        return name, [f"{country}'s {name}", f"{adjective} {name}"]
    aliases = [f"{country}'s {name}", f"{adjective} {name}"]
    if m := re.match(r"Ministry of (?:the )?(\w+)$", name):
        aliases += [f"{adjective} {m[1]} Ministry", f"{country}'s {m[1]} Ministry"]
    return f"{name} of {country}", aliases


def body_slug(code: str, name: str) -> str:
    """The id of a state body without a Wikidata id."""
    return f"gz:{code.lower()}/{slug(name)}"
