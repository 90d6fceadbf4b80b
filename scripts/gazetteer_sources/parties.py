"""Political parties: `parties.tsv`."""

import re

from .facts import Facts
from .tables import Registry
from .territories import CountryNames
from .text import is_latin, is_name, key, looks_like_acronym


def collect(facts: Facts, registry: Registry, countries: CountryNames) -> None:
    """Adds the parties with ids of Wikidata, then those of the world's parliaments today."""
    for fact in facts.entities("partyfacts_wikidata"):
        m = re.match(r"([A-Z]{3})", fact.context)
        country = countries.code_of_letters(m[1]) if m else ""
        first, last = (re.search(rf"year_{w}=(\d{{4}})", fact.context) for w in ("first", "last"))
        share = re.search(r"share=([\d.]+)", fact.context)
        name = fact.name
        if not is_latin(name):
            name = next((a for a in fact.aliases if is_latin(a) and " " in a), "")
        if not is_name(name) or last and int(last[1]) < 1945:
            continue
        weight = 1.4 + min(1.6, float(share[1]) / 25 if share else 0) + (0.4 if country in {"GB", "DE", "FR", "IN", "IL", "ES", "IT", "ZA", "NG", "KE"} else 0)
        if last and int(last[1]) < 1995:
            weight -= 0.8
        registry.add("parties", "organization", "party", name, qid=fact.qid, aliases=party_aliases(fact.aliases, name), country=country,
                     begin=first[1] if first else "", end=last[1] if last and int(last[1]) < 2015 else "", weight=weight)
    for place, text in facts.rows("factbook/parties.tsv.zst", header=False):
        country = countries.code(re.sub(r"\s*\(.*", "", place) if "Congo" not in place else place)
        name, aliases = party_names(text)
        if country and is_name(name) and " " in name:
            registry.add("parties", "organization", "party", name, aliases=aliases, country=country, weight=1.5)


def party_aliases(names: list[str], name: str) -> list[str]:
    """The Latin aliases, short ones marked as acronyms; those of one or two letters are left out."""
    kept = []
    for alias in names:
        alias = alias.strip(" \"“”„«»")
        bare = alias.replace(".", "").replace("-", "").replace("/", "")
        if not is_latin(alias) or not is_name(alias) or len(bare) < 2:
            continue
        if looks_like_acronym(alias) or bare.isupper() and len(bare) <= 7:
            kept.append(("ambiguous:" if len(bare) <= 2 else "") + f"acronym:{alias}")
        elif " " in alias:
            kept.append(alias)
        elif len(alias) > 4 and key(alias) not in {"fre", "labour"}:
            kept.append(f"ambiguous:{alias}")
    return kept[:6]


def party_names(text: str) -> tuple[str, list[str]]:
    """Name and aliases out of "Unión Cívica Radical (Radical Civic Union) or UCR"."""
    text = re.sub(r"\[.*?\]|\(formerly[^)]*\)|\(note[^)]*\)", "", text)
    aliases = [m for m in re.findall(r"\(([^)]+)\)", text) if len(m) < 60]
    parts = [p.strip(" ,") for p in re.split(r"\bor\b|/", re.sub(r"\([^)]*\)", "", text)) if p.strip(" ,")]
    parts = [re.sub(r"\s*(,|;| – led by| led by).*$", "", " ".join(p.split())) for p in parts]
    return (parts[0] if parts else ""), party_aliases([*parts[1:], *aliases], parts[0] if parts else "")
