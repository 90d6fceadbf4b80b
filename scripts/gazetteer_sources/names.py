"""Rules for the names of organizations: short forms of companies and clubs, which aliases to keep."""

import re

from .text import is_latin, is_name, key, looks_like_acronym

_COMPANY_END = re.compile(
    r"(?:,? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Co\.?|Company|Companies|Ltd\.?|Limited|PLC|plc|LLC|L\.?P\.?|N\.?V\.?|S\.?A\.?|S\.?p\.?A\.?|AG|SE|"
    r"GmbH|AB|ASA|Oyj|A/S|KGaA|Holdings?|Group|& Co\.?|\(The\)|\(company\)|Pvt\.?|Pty|Bhd|Sdn|Berhad|JSC|PJSC|OAO|K\.K\.|Global|Plc))+$")
_KEEP_END = {"General", "First", "Standard", "National", "American", "United", "Southern", "Universal", "Capital", "Public Service Enterprise"}
_CLUB_END = re.compile(r",? (?:F\.?C\.?|A\.?F\.?C\.?|S\.?C\.?|C\.?F\.?|Football Club|FK|SK|A\.?C\.?|BC)$")
_CLUB_START = re.compile(r"^(?:FC|AFC|SC|CF|AC|FK|SK|NK|CD|RC|SV|VfL|VfB|TSV|AS|US|CA|KF) ")


def short_company(name: str) -> str:
    """The usual short name: `short_company("Apple Inc.") == "Apple"`; the same name when cutting would leave too little."""
    if m := re.match(r"^(.+) \(([A-Z][\w&. ]+)\)$", name):
        name = f"{m[2]} {m[1]}" if m[2] != "The" else m[1]
    short = _COMPANY_END.sub("", name).strip(" ,")
    if len(short) < 2 or short in _KEEP_END or len(re.findall(r"[A-Za-z]", short)) < 2:
        return name
    return short


def short_club(name: str) -> str:
    """A club's name without its legal form: `short_club("Arsenal F.C.") == "Arsenal"`."""
    short = _CLUB_START.sub("", _CLUB_END.sub("", name)).strip()
    return short if len(short) > 3 else name


def organization_aliases(names: list[str], name: str, limit: int = 8) -> list[str]:
    """The aliases worth keeping, acronyms marked as such; two-letter ones and mere tickers are left out."""
    kept: list[str] = []
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", name)).upper()
    for alias in names:
        alias = alias.strip(" '.\u201c\u201d\"")
        if not is_name(alias) or not is_latin(alias) or alias.islower() or re.search(r"\(|\)|\"|;", alias) or len(alias) > 90:
            continue
        letters = alias.replace(".", "")
        if looks_like_acronym(letters):
            fits = _subsequence(letters.upper(), initials) or letters.upper() == key(name).upper()
            if len(letters) >= 3 and fits:
                kept.append(f"acronym:{alias}")
            elif len(letters) >= 3:
                kept.append(f"ambiguous:acronym:{alias}")
            continue
        if alias[0].islower() or len(alias.split()) > 9:
            continue
        if len(alias.split()) == 1 and key(alias) not in key(name).split():
            alias = f"ambiguous:{alias}"
        kept.append(alias)
    return kept[:limit]


def _subsequence(short: str, text: str) -> bool:
    letters = iter(text)
    return all(c in letters for c in short)
