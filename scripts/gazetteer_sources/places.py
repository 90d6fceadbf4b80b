"""Cities and towns: `cities.tsv`."""

import math
import re
from collections import defaultdict

from .facts import Fact, Facts
from .regions import _JUNK, _context
from .tables import Registry
from .territories import CountryNames
from .text import is_latin, key, plain

# Spellings and older names that English news use: usual name;country;aliases.
_OTHER_NAMES = """
Kyiv;UA;Kiev|Kharkiv;UA;Kharkov|Odesa;UA;Odessa|Lviv;UA;Lvov|Mykolaiv;UA;Nikolaev,Nikolayev|Zaporizhzhya;UA;Zaporizhzhia,Zaporozhye,Zaporizhia
Dnipro;UA;Dnipropetrovsk,Dnepropetrovsk|Luhansk;UA;Lugansk|Chornobyl;UA;Chernobyl|Mumbai;IN;Bombay|Kolkata;IN;Calcutta|Chennai;IN;Madras
Bengaluru;IN;Bangalore|Pune;IN;Poona|Varanasi;IN;Benares|Gurugram;IN;Gurgaon|Prayagraj;IN;Allahabad|Beijing;CN;Peking|Guangzhou;CN;Canton
Nanjing;CN;Nanking|Chongqing;CN;Chungking|Xi'an;CN;Xian,Xi’an|Ürümqi;CN;Urumqi|Yangon;MM;Rangoon|Naypyidaw;MM;Nay Pyi Taw,Naypyitaw
Ho Chi Minh City;VN;Saigon,Ho Chi Minh|Da Nang;VN;Danang|Hanoi;VN;Ha Noi|Astana;KZ;Nur-Sultan,Nursultan|Almaty;KZ;Alma-Ata|Bishkek;KG;Frunze
Istanbul;TR;Constantinople|İzmir;TR;Izmir,Smyrna|Ankara;TR;Angora|Saint Petersburg;RU;St. Petersburg,St Petersburg,Leningrad,Petersburg,Petrograd
Volgograd;RU;Stalingrad|Nizhniy Novgorod;RU;Nizhny Novgorod,Gorky|Rostov-na-Donu;RU;Rostov-on-Don,Rostov|Yekaterinburg;RU;Ekaterinburg
N'Djamena;TD;Ndjamena,N’Djamena|Ouagadougou;BF;Ouaga|Mogadishu;SO;Muqdisho,Mogadiscio|Hargeysa;SO;Hargeisa|Beledweyne;SO;Beledweyne,Beletweyne
Addis Ababa;ET;Addis|Mek'ele;ET;Mekelle,Mekele|Nazrēt;ET;Adama|Dakar;SN;|Antananarivo;MG;Tananarive|Maputo;MZ;|Bujumbura;BI;|El Aaiún;EH;Laayoune
Marrakesh;MA;Marrakech|Tanger;MA;Tangier,Tangiers|Fes;MA;Fez|Alexandria;EG;|Giza;EG;Gizeh|Suez;EG;|Al Mansurah;EG;Mansoura
Tarabulus;LY;Tripoli|Banghazi;LY;Benghazi|Misratah;LY;Misrata|Baghdad;IQ;|Al Basrah al Qadimah;IQ;Basra|Al Mawsil al Jadidah;IQ;Mosul|Kirkuk;IQ;|Erbil;IQ;Irbil,Arbil,Hewler
Homs;SY;Hims|Aleppo;SY;Halab|Latakia;SY;|Ar Raqqah;SY;Raqqa|Dayr az Zawr;SY;Deir ez-Zor,Deir al-Zor,Deir Ezzor|Idlib;SY;|Manbij;SY;
Sanaa;YE;Sana'a,Sana’a|Al Hudaydah;YE;Hodeidah,Hudaydah,Hodeida|Aden;YE;|Ta'izz;YE;Taiz,Taizz|Riyadh;SA;|Jeddah;SA;Jiddah,Jedda|Mecca;SA;Makkah|Medina;SA;Madinah
Kuwait City;KW;|Doha;QA;|Manama;BH;|Muscat;OM;|Ash Shariqah;AE;Sharjah|Sharjah;AE;|Beirut;LB;Beyrouth|Tripoli;LB;|Tehran;IR;Teheran|Mashhad;IR;Meshed|Bandar Abbas;IR;
Kandahār;AF;Kandahar|Herāt;AF;Herat|Mazār-e Sharīf;AF;Mazar-i-Sharif,Mazar-e-Sharif|Jalālābād;AF;Jalalabad|Kabul;AF;|Kunduz;AF;|Peshawar;PK;|Lahore;PK;
Munich;DE;München|Köln;DE;Cologne|Nürnberg;DE;Nuremberg|Hannover;DE;Hanover|Frankfurt am Main;DE;Frankfurt|Düsseldorf;DE;Duesseldorf
Wien;AT;Vienna|Vienna;AT;Wien|Zürich;CH;Zurich|Genève;CH;Geneva|Geneva;CH;Genève|Bern;CH;Berne|Basel;CH;Basle|Luzern;CH;Lucerne
Milano;IT;Milan|Milan;IT;Milano|Rome;IT;Roma|Torino;IT;Turin|Turin;IT;Torino|Genoa;IT;Genova|Naples;IT;Napoli|Florence;IT;Firenze|Venice;IT;Venezia
Brussels;BE;Bruxelles,Brussel|Antwerpen;BE;Antwerp|Gent;BE;Ghent|Brugge;BE;Bruges|The Hague;NL;Den Haag|Lisbon;PT;Lisboa|Porto;PT;Oporto
Sevilla;ES;Seville|Seville;ES;Sevilla|Zaragoza;ES;Saragossa|Athens;GR;|Thessaloníki;GR;Thessaloniki,Salonika|Piraeus;GR;|Copenhagen;DK;København
Göteborg;SE;Gothenburg|Warsaw;PL;Warszawa|Kraków;PL;Krakow,Cracow|Gdańsk;PL;Gdansk,Danzig|Wrocław;PL;Wroclaw,Breslau|Prague;CZ;Praha
Belgrade;RS;Beograd|Bucharest;RO;București|Sofia;BG;|Chisinau;MD;Chișinău,Kishinev|Tbilisi;GE;|Yerevan;AM;|Baku;AZ;|Minsk;BY;|Vilnius;LT;Vilna
Pristina;XK;Prishtina|Podgorica;ME;|Skopje;MK;|Dili;TL;|Jakarta;ID;Djakarta|Surabaya;ID;|Yogyakarta;ID;Jogjakarta|Manila;PH;|Seoul;KR;|Busan;KR;Pusan
Pyongyang;KP;|Ulan Bator;MN;Ulaanbaatar|Taipei;TW;|Kaohsiung;TW;|Kathmandu;NP;Katmandu|Dhaka;BD;Dacca|Chittagong;BD;Chattogram|Colombo;LK;|Karachi;PK;
New York City;US;ambiguous:acronym:NYC,New York|Los Angeles;US;acronym:L.A.,ambiguous:acronym:LA|Washington;US;Washington D.C.,Washington DC,D.C.
Philadelphia;US;Philly|Las Vegas;US;Vegas|San Francisco;US;acronym:SF,ambiguous:acronym:SF|New Orleans;US;acronym:NOLA,ambiguous:acronym:NOLA|St. Louis;US;Saint Louis,St Louis
City of Saint Paul;US;St. Paul,Saint Paul|Rio de Janeiro;BR;ambiguous:Rio|São Paulo;BR;Sao Paulo|Brasília;BR;Brasilia|Mexico City;MX;Ciudad de México
Bogotá;CO;Bogota|Asunción;PY;Asuncion|Havana;CU;La Habana|Port-au-Prince;HT;|Panamá;PA;Panama City|Guatemala City;GT;|Cape Town;ZA;|Johannesburg;ZA;Joburg
eThekwini;ZA;Durban|Durban;ZA;|Pretoria;ZA;Tshwane|Port Elizabeth;ZA;Gqeberha|Dar es Salaam;TZ;Dar-es-Salaam|Kinshasa;CD;Leopoldville|Zinder;NE;|Agadez;NE;Agades
Jerusalem;IL;Al-Quds|Tel Aviv;IL;Tel Aviv-Yafo|Yafo;IL;Jaffa|Haifa;IL;|Beersheba;IL;Be'er Sheva,Beersheva|Gaza;PS;Gaza City|Hebron;PS;|Nablus;PS;|Jenin;PS;|Rafaḩ;PS;Rafah|Khān Yūnis;PS;Khan Younis,Khan Yunis
Bayrut;LB;Beirut|Damascus;SY;Damas|Cairo;EG;Le Caire|Algiers;DZ;Alger|Tamanrasset;DZ;|Timbuktu;ML;Tombouctou|Kampala;UG;|Abidjan;CI;|Lomé;TG;Lome|Yaoundé;CM;Yaounde
"""
_MORE_NEWS = {"US": 0.3, "GB": 0.3, "CA": 0.1, "AU": 0.1, "IE": 0.3, "IL": 0.6, "UA": 0.4, "PS": 0.8, "CN": -0.9, "IN": -0.5, "BR": -0.3, "ID": -0.5, "NG": -0.2, "PH": -0.3}
# Names that GeoNames has for what nobody calls so any more.
_OLD_NAMES = {("Victoria", "HK")}
_STATE_IN_TITLE = re.compile(r"^(.+), ([A-Z][\w. ]+)$")


def collect(facts: Facts, registry: Registry, countries: CountryNames, capitals: dict[str, float]) -> None:
    """Adds the cities of GeoNames with ids of Wikidata where they can be told, then the towns only Wikidata has."""
    candidates = _wikidata_settlements(facts, countries)
    used: set[str] = set()
    ids, capital_ids = _natural_earth_ids(facts)
    other_names = _other_names()
    cities = []
    for fact in facts.entities("geonames_cities15000"):
        m = re.match(r"([A-Z]{2}) pop=(\d+)", fact.context)
        if m and fact.name:
            cities.append((int(m[2]), m[1], fact))
    cities.sort(key=lambda c: (-c[0], c[2].id))
    for population, country, fact in cities:
        qid = fact.qid or ids.get(fact.id, "")
        if key(fact.name) == key(countries.names.get(country, "")) or (fact.name, country) in _OLD_NAMES:
            continue
        match = _match(candidates, used, fact, country, population)
        if not qid or qid in registry.by_id:
            qid = match[1].qid if match else ""
        if qid in registry.by_id or qid in used:
            qid = ""
        used.add(qid)
        name, aliases = _names(fact, country, other_names, match[1].name if match and match[1].qid == qid else "")
        if match and match[2] and _STATE_IN_TITLE.match(match[2]):
            aliases.append(match[2])
        role = capitals_role(qid, capital_ids)
        weight = min(city_weight(population, country) + (0.9 if role == "capital" else 0), 5.4 if role == "capital" else 5.0)
        registry.add("cities", "place", role, name, qid=qid, aliases=aliases, country=country, weight=capitals.get(qid, weight), join=False)
    _remaining(registry, candidates, used)
    _us_places(facts, registry)


def capitals_role(qid: str, capital_ids: set[str]) -> str:
    """"capital" or "city"."""
    return "capital" if qid in capital_ids else "city"


def city_weight(population: int, country: str) -> float:
    """The prior of a city: a million people is about 4.2, fifteen thousand 1.3."""
    weight = 1.6 * math.log10(max(population, 100)) - 5.4 + _MORE_NEWS.get(country, 0)
    return min(max(weight, 0.4), 6.4)


def _other_names() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in _OTHER_NAMES.replace("\n", "|").strip("|").split("|"):
        name, country, aliases = line.split(";")
        found[key(name), country] += [a for a in aliases.split(",") if a]
    return found


def _natural_earth_ids(facts: Facts) -> tuple[dict[str, str], set[str]]:
    ids, capitals = {}, set()
    for cells in facts.rows("natural_earth/natural_earth.tsv.zst"):
        if "populated_places" in cells[0] and cells[1]:
            if cells[6]:
                ids.setdefault(cells[6].split(".")[0], cells[1])
            if cells[3] == "Admin-0 capital":
                capitals.add(cells[1])
    return ids, capitals


def _wikidata_settlements(facts: Facts, countries: CountryNames) -> dict[str, list[tuple[int, Fact, str, str]]]:
    """Name key → (population, fact, page title, country) of settlements, the largest first."""
    found: dict[str, list[tuple[int, Fact, str, str]]] = defaultdict(list)
    for fact in facts.entities("wikitrivia_places_2022"):
        population, description, title = _context(fact.context)
        if fact.type != "place:settlement" or _JUNK.search(f"{fact.name} {description}") or population > 40_000_000:
            continue
        country = countries.mentioned(description)
        if not country and title and (m := _STATE_IN_TITLE.match(title)):
            country = countries.code(m[2])
        if country == "GE" and re.search(r"Georgia, (United|US)|county seat|County", description):
            country = "US"
        for name in {key(fact.name), key(title.split(",")[0])} - {""}:
            found[name].append((population, fact, title, country))
    for cells in facts.rows("natural_earth/natural_earth.tsv.zst"):
        if cells[0] == "ne_10m_populated_places" and cells[1] and cells[5].replace(".0", "").isdigit():
            place = Fact("", cells[1], "place:settlement", cells[8] or cells[2], "", [])
            for name in dict.fromkeys([key(cells[2]), key(cells[8])]):
                if name and all(c[1].qid != cells[1] for c in found[name]):
                    found[name].append((int(cells[5].replace(".0", "")), place, "", countries.code_of_letters(cells[4])))
    return found


def _match(candidates, used: set[str], fact: Fact, country: str, population: int):
    """The settlement of Wikidata that a city of GeoNames is, as far as name, country and population can tell."""
    best = None
    for name in dict.fromkeys(key(n) for n in [fact.name, *(a for a in fact.aliases if is_latin(a))]):
        for candidate in candidates.get(name, ()):
            size, other, _, its_country = candidate
            if re.search(r"County|District|Province|Region|metropolitan", other.name) and not re.search(r"County|District|Province", fact.name):
                continue
            ratio = max(size, 1) / max(population, 1)
            if other.qid in used or its_country and its_country != country or not 0.25 < ratio < 4:
                continue
            score = abs(math.log(ratio)) + (0 if its_country else 0.8) + (0 if name == key(fact.name) else 0.5)
            limit = 1.0 if not its_country else 1.4
            if abs(math.log(ratio)) < limit and (best is None or score < best[0]):
                best = (score, candidate)
    if best is None:
        return None
    return best[1][0], best[1][1], best[1][2]


def _names(fact: Fact, country: str, other_names, label: str) -> tuple[str, list[str]]:
    """The usual name and few good aliases."""
    aliases = list(other_names.pop((key(fact.name), country), ()))
    name = fact.name
    if label and key(label) != key(name):
        aliases.append(name)
        aliases += other_names.pop((key(label), country), ())
        name = label
    bare = plain(name)
    for alias in fact.aliases:
        if alias.isascii() and alias != bare and "," not in alias and key(alias) == key(name):
            aliases.append(alias)
    aliases = [a for a in aliases if not re.search(r"\(|/|'$", a)]
    return re.sub(r" \(.*\)$", "", name), aliases


def _remaining(registry: Registry, candidates, used: set[str]) -> None:
    seen: set[str] = set()
    for population, fact, title, country in sorted((c for cs in candidates.values() for c in cs), key=lambda c: (-c[0], c[1].qid)):
        if population < 2500 or fact.qid in used or fact.qid in seen or fact.qid in registry.by_id:
            continue
        seen.add(fact.qid)
        if re.match(r"(arrondissement|canton|metropolis|urban|eurometropolis|district|municipality|greater|metropolitan)\b", fact.name, re.I):
            continue
        if registry.find("place", fact.name, country) and not title:
            continue
        aliases = [title] if _STATE_IN_TITLE.match(title) and not re.search(r"\(", title) else []
        registry.add("cities", "place", "city", re.sub(r" \(.*\)$", "", fact.name), qid=fact.qid, country=country, aliases=aliases,
                     weight=max(0.4, min(city_weight(population, country) - 0.5, 3.5)), join=False)


def _us_places(facts: Facts, registry: Registry) -> None:
    for fact in facts.entities("us_places_wikidata"):
        state = fact.context.removesuffix(", US")
        alias = f"{fact.name}, {state}"
        entity = registry.by_id.get(fact.qid)
        if entity is not None:
            if entity.table == "cities" and entity.country in {"", "US"}:
                entity.country = "US"
                entity.add_alias(alias)
        else:
            registry.add("cities", "place", "town", fact.name, qid=fact.qid, country="US", weight=0.4, join=False,
                         aliases=[alias, f"ambiguous:{fact.name}"])
