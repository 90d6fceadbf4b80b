"""Politicians and who held which office: `politicians.tsv` and `offices.tsv`."""

import re
from collections import Counter, defaultdict

from .facts import Facts
from .tables import Entity, Registry
from .territories import CountryNames
from .text import capital_words, iso_date, is_latin, is_name, key, plain, title_case_capitals

_TITLE_WORDS = set(
    "transition transitional interim acting caretaker state affairs commission represented ted by supreme executive first co- vice deputy president prime minister "
    "premier king queen emperor sultan amir emir crown prince grand duke pope chancellor taoiseach governor general governor-general administrator prefect high "
    "commissioner chief leader federal ruler sheikh gen marshal captain capt col lt sr sir dame dr prof ratu colonel major army captains regent co-prince secretary "
    "of the and sovereign council councils chairman chairperson chair presidential presidency swiss confederation military tuimalealiifano bailiff ministers minister's lord mann "
    "taliban mayor cardinal new zealand french polynesia pitcairn islands national for safeguard homeland archbishop bishop foreign political affairs co-vice gnu commander-in-chief sudanese armed forces".split())
# Spellings of the lists of leaders that differ too much to be joined by rule.
_SPELLINGS = {"Alyaksandr Lukashenka": "Alexander Lukashenko", "Benyamin Netanyahu": "Benjamin Netanyahu", "Kasym-Zhomart Tokayev": "Kassym-Jomart Tokayev",
              "Abdourahame Tiani": "Abdourahamane Tiani", "Muhammad bin Zayid Al Nuhayyan": "Mohamed bin Zayed Al Nahyan", "Michael Martin": "Micheál Martin",
              "Muhammad bin Rashid Al Maktum": "Mohammed bin Rashid Al Maktoum", "Salman bin Abd al-Aziz Al Saud": "Salman of Saudi Arabia",
              "Wachiralongkon": "Vajiralongkorn", "Haybatullah Akhundzada": "Hibatullah Akhundzada", "Prabowo Subianto Djojohadikusumo": "Prabowo Subianto",
              "Pedro Sanchez Perez-Castejon": "Pedro Sánchez", "Muhammad Shehbaz Sharif": "Shehbaz Sharif", "Horta Nta Na Man": "Horta N'Tam",
              "Mohammed Irfaan Ali": "Irfaan Ali", "Faure Gnassingbe": "Faure Gnassingbé", "Hans-Adam II": "Hans-Adam II", "Vjosa Osmani-Sadriu": "Vjosa Osmani",
              "Bola Tinubu": "Bola Ahmed Tinubu", "Bola Ahmed Adekunle Tinubu": "Bola Ahmed Tinubu", "Obiang Nguema Mbasogo": "Teodoro Obiang",
              "Abdallah II": "Abdullah II"}
_VICE = re.compile(r"\b(vice|deputy|assistant|under|shadow|parliamentary|junior|acting deputy|state minister|minister of state|adviser|advisor|spokes)", re.I)
_HEAD = re.compile(r"^(acting |interim |caretaker )?(president|prime minister|chancellor|taoiseach|premier|king|queen|emir|sultan|head of government|"
                   r"emperor|supreme leader|federal chancellor|chairman of the (presidential|government)|monarch)\b(?! of the (senate|national|chamber|house|"
                   r"council of state|constitutional|supreme|regional|court|congress|parliament|republican|board|assembly|general|federal council|legislative))", re.I)
_SUB_NATIONAL = re.compile(r"senate|assembly|chamber|council|court|congress|parliament|region|province|state of|bank|university|academy|committee|commission|party|"
                           r"club|association|board|house|society|institute|federation of (?!.*emirates)|community|autonomous|general court|diet", re.I)
_HOMES = {"Q43274": "GB", "Q9682": "GB"}  # monarchs of many countries
_BIG = {"US": 0.8, "GB": 0.5, "RU": 0.5, "CN": 0.4, "FR": 0.4, "DE": 0.4, "IN": 0.4, "UA": 0.3, "IL": 0.4, "CA": 0.2, "JP": 0.2, "IT": 0.2, "TR": 0.2,
        "IR": 0.3, "PK": 0.1, "BR": 0.2, "AU": 0.2, "ZA": 0.2, "NG": 0.2, "KE": 0.1, "EG": 0.1, "SA": 0.2, "KR": 0.2}


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds all politicians; those with ids of Wikidata first, so that the rest can join them by name."""
    _every_politician(facts, registry, countries)
    _every_politician_2015(facts, registry, countries)
    _congress(facts, registry)
    _leaders(facts, registry, countries)
    _sanctioned(facts, registry)


def office_rank(office: str, countries: CountryNames) -> float:
    """The prior that an office gives: head of state 5, minister 2.7, member of a parliament 1.4."""
    text = office.strip()
    if _HEAD.match(text) and not _VICE.search(text):
        rest = re.sub(r"^.*?\bof (the )?", "", text) if " of " in text else ""
        if not rest or countries.code(rest) or countries.code(rest.removeprefix("Republic of ")):
            return 5.0
        return 2.6 if _SUB_NATIONAL.search(rest) else 3.0
    low = text.lower()
    if re.search(r"\bmember\b|\bmp\b|deputy$|member of|senator|parliament|lok sabha|duma|sejm|bundestag|representative|alderman|councillor", low) and "minister" not in low:
        return 1.5 if "senator" not in low else 1.9
    if re.match(r"(vice[- ]president|deputy prime minister|first deputy prime minister)", low):
        return 3.2
    if re.search(r"minist|secretary|chancellor of the exchequer|attorney general|commissioner", low):
        rank = 2.7 if not _VICE.search(low) else 1.9
        if rank > 2 and re.search(r"foreign|defen[cs]e|interior|financ|exterior|home|external|secretary of state$|treasury|exchequer", low):
            rank += 0.5
        return rank
    if re.search(r"speaker|president of|chief of|governor|chief minister", low):
        return 2.4
    if re.search(r"mayor|ambassador|permanent representative|leader", low):
        return 2.0
    return 1.4


def recency(begin: str, end: str) -> float:
    """What the years of an office add to its prior."""
    year = int((end or begin or "0")[:4] or 0)
    if not end and begin and int(begin[:4]) >= 2012 or year >= 2018:
        return 0.4
    if year >= 2005:
        return 0.0
    return -0.5 if year >= 1990 else -1.2 if year else -0.2


def _every_politician(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    positions = {row[0]: countries_by_qid(countries).get(row[2] or row[3], "") for row in facts.rows("everypolitician_wikidata/positions.tsv.zst")}
    best: dict[str, float] = defaultdict(lambda: 0.6)
    homes: dict[str, Counter] = defaultdict(Counter)
    last_year: dict[str, int] = defaultdict(int)
    offices: dict[tuple[str, str, str], tuple[str, str]] = {}
    for qid, _, repo, position, position_qid, start, end in facts.rows("everypolitician_wikidata/offices.tsv.zst"):
        begin, until = iso_date(start), iso_date(end)
        country = positions.get(position_qid, "") or repo_country(repo, countries)
        homes[qid][country] += 1
        rank = office_rank(position, countries) + recency(begin, until) + _BIG.get(country, 0)
        best[qid] = max(best[qid], rank)
        last_year[qid] = max(last_year[qid], int(until[:4] or 0) if until else int(begin[:4] or 0) + 8 if begin else 1980)
        recent = (until or "2020") >= "1985" and (begin or "2000") >= "1960"
        if office_rank(position, countries) >= 2.0 and recent and is_latin(position) and len(position) < 90:
            old = offices.get((qid, position, begin))
            offices[(qid, position, begin)] = (country or (old[0] if old else ""), max(until, old[1] if old else ""))
    for qid, name, title, _, born, died, repos in facts.rows("everypolitician_wikidata/people.tsv.zst"):
        homes[qid].pop("", None)
        country = homes[qid].most_common(1)[0][0] if homes[qid] else next((c for r in repos.split(",") if (c := repo_country(r, countries))), "")
        country = _HOMES.get(qid, country)
        if not is_person_name(name) or died and died[:4] < "1960" or born and born[:4] < "1890" or 0 < last_year[qid] < 1960:
            continue
        if not title and best[qid] < 1.6 and (last_year[qid] < 2000 or died):
            continue
        alias = [title] if title and "(" not in title and is_person_name(title) and "," not in title else []
        registry.add("politicians", "person", "politician", name, qid=qid, aliases=alias, country=country, begin=iso_date(born),
                     end=iso_date(died), weight=best[qid] + (0.2 if title else -0.2))
    for (qid, position, begin), (country, until) in offices.items():
        if qid in registry.by_id:
            registry.add_office(registry.by_id[qid], position, country, begin, until)


def countries_by_qid(countries: CountryNames) -> dict[str, str]:
    """Wikidata id → code."""
    return {qid: code for code, qid in countries.qids.items()}


def repo_country(repo: str, countries: CountryNames) -> str:
    """The country of a collection such as "congo-kinshasa-ministers"."""
    name = re.sub(r"-(ministers|cabinet|sejm|lok-sabha|federal-council|house-of-commons|governors)$", "", repo).replace("-", " ")
    return countries.code(name)


def is_person_name(name: str) -> bool:
    """Whether a label can be the name of one person in news: two words or more, none of it a place or office."""
    return (is_name(name) and 2 <= len(name.split()) <= 7 and name[0].isupper() and not re.search(r"\d|\(|,|/|\bof\b.*\bof\b|:|&", name)
            and not re.search(r"\b(family|Cabinet|Government|Ministry|Minister|Party|Committee|Council|Parliament|Assembly)\b", name))


def _every_politician_2015(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for fact in facts.entities("everypolitician_2015_wikidata"):
        if not is_person_name(fact.name):
            continue
        country = countries.code(fact.context.replace("_", " "))
        entity = registry.by_id.get(fact.qid)
        same = [a for a in fact.aliases if key(a) == key(fact.name) or _close(a, fact.name)]
        if entity is not None:
            for alias in [fact.name, *same][:4]:
                if is_person_name(alias):
                    entity.add_alias(alias)
            entity.weight += 0.1
            continue
        registry.add("politicians", "person", "politician", fact.name, qid=fact.qid, country=country, weight=1.4 + _BIG.get(country, 0) / 2,
                     aliases=[a for a in same[:2] if is_person_name(a)])


def _close(alias: str, name: str) -> bool:
    """Whether an alias is the name in a usual English spelling: ASCII, same length in words, same surname start."""
    mine, other = alias.split(), name.split()
    return alias.isascii() and len(mine) == len(other) and all(plain(a)[:2] == plain(b)[:2] for a, b in zip(mine, other)) and len(alias) <= len(name)


def _congress(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("us_congress"):
        m = re.match(r"(sen|rep) (\w\w) (.*) (\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", fact.context)
        office = ("Senator for " if fact.context.startswith("sen") else "Representative for ") + (m[2] if m else "")
        entity = registry.add("politicians", "person", "politician", fact.name, qid=fact.qid, aliases=fact.aliases, country="US",
                              weight=3.6 if fact.context.startswith("sen") else 2.7)
        if entity and m:
            registry.add_office(entity, office, "US", m[4], m[5])
    serving = _recent_members(facts)
    for fact in facts.entities("us_congress_historical"):
        name = fact.name
        if not is_person_name(name):
            continue
        joined = next((e for n in [name, *fact.aliases] if (e := registry.find("person", n, "US", "politician"))), None)
        if joined is not None and joined.country == "US":
            for alias in [name, *fact.aliases]:
                joined.add_alias(alias)
        elif serving and fact.id in serving:
            registry.add("politicians", "person", "politician", fact.aliases[0] if fact.aliases else name, aliases=[name], country="US", weight=1.6)


def _recent_members(facts: Facts) -> set[str]:
    """The last part of the historical list: it is in the order of leaving, so the end holds those who served since about 1960."""
    order = [fact.id for fact in facts.entities("us_congress_historical")]
    return set(order[int(len(order) * 0.83):])


def leader_name(text: str) -> tuple[str, str]:
    """The name out of "President Joao Manuel Goncalves LOURENCO", and the short form of first name and surname."""
    text = re.split(r";|,", re.sub(r"^[^(]*\)|\(.*?\)", " ", text))[0]
    text = re.sub(r" of (Norway|Denmark|the .*)$", "", text)
    words = text.split()
    while words and words[0].strip(".,)").lower() in _TITLE_WORDS:
        words.pop(0)
    text = " ".join(words).removeprefix("King ")
    surname = capital_words(text)
    name = title_case_capitals(text)
    if not surname or len(words) < 3 or words[0] in surname:
        return name, ""
    first = next((w for w in words if w not in surname and len(w.strip(".")) > 1), "")
    return name, title_case_capitals(f"{first} {' '.join(surname)}") if first else ""


def _known_leader(registry: Registry, name: str, short: str, surname: list[str], code: str, land: str) -> Entity | None:
    """The politician of a country, or of any, whom a leader's name in full means."""
    given = [w for w in name.split() if w not in surname]
    spellings = [short, name, f"{name} of {land}", *(f"{g} {' '.join(surname)}" for g in given[:3])]
    for country in (code, ""):
        for spelling in spellings if country else (name, short):
            entity = registry.find("person", spelling, country, "politician") if spelling else None
            if entity is not None and (country or entity.weight >= 4.3):
                return entity
    if not surname:
        return None
    ending = key(" ".join(surname)).split()
    same = [e for e in registry.entities if e.kind == "person" and e.country == code and e.weight >= 4.5 and key(e.name).split()[-len(ending):] == ending
            and key(e.name)[0] in {key(g)[0] for g in given if key(g)}]
    return same[0] if len(same) == 1 else None


def _leaders(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    for place, office, text, since in facts.rows("factbook/leaders.tsv.zst", header=False):
        code = countries.code(re.sub(r"\s*\(.*", "", place) if "Congo" not in place else place)
        name, short = leader_name(text)
        name = _SPELLINGS.get(name, name)
        short = _SPELLINGS.get(short, short) if name not in _SPELLINGS.values() else ""
        royal = re.search(r" [IVX]+$", name)
        if not code or not (is_person_name(name) or royal) or code in {"AX", "SJ"}:
            continue
        dependent = registry.by_id[countries.qids[code]].role != "country" if code in countries.qids else True
        entity = _known_leader(registry, name, short, [title_case_capitals(w) for w in capital_words(text) if title_case_capitals(w) in name],
                               code, countries.names.get(code, ""))
        represented = "represented" in text or text.startswith("ted by")
        weight = 2.5 if represented or dependent else 5.0 + _BIG.get(code, 0)
        if entity is None and dependent and office == "chief of state" and not represented:
            continue
        if entity is None:
            entity = registry.add("politicians", "person", "politician", short or name, country=code, weight=weight, aliases=[name])
        if entity is None:
            continue
        entity.weight = max(entity.weight, weight)
        for alias in (name, short):
            if alias and (" " in alias):
                entity.add_alias(alias)
        title = "Head of State" if office == "chief of state" else "Head of Government"
        if m := re.match(r"(?:Transition |Interim )?(President|Prime Minister|King|Queen|Chancellor|Premier|Taoiseach|Pope|Emperor)\b", text):
            title = f"{m[1]} of {countries.names.get(code, place)}"
        registry.add_office(entity, title, code, iso_date(since), "")


def _sanctioned(facts: Facts, registry: Registry) -> None:
    lists = {"DRC": "CD", "DPRK": "KP", "Iraq": "IQ", "Iran": "IR", "Libya": "LY", "Sudan": "SD", "Somalia": "SO", "Yemen": "YE", "SouthSudan": "SS",
             "CAR": "CF", "Mali": "ML", "Haiti": "HT", "Taliban": "AF", "GB": "GW"}
    for fact in facts.entities("un_sanctions"):
        if fact.type != "person:sanctioned":
            continue
        name = title_case_capitals(fact.name)
        aliases = [title_case_capitals(re.sub(r"\(.*?\)", "", a).strip()) for part in fact.aliases for a in part.split(";")]
        if is_person_name(name):
            registry.add("politicians", "person", "politician" if fact.context in {"Libya", "Iraq", "DPRK"} else "person", name,
                         country=lists.get(fact.context, ""), weight=1.0, aliases=[a for a in aliases if is_person_name(a) and 2 <= len(a.split()) <= 5][:6])
