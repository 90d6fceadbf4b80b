"""Small pure functions on names: cleaning, keys, slugs, capitals, demonyms, dates.

    >>> title_case_capitals("Abdelmadjid TEBBOUNE")
    'Abdelmadjid Tebboune'
"""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
    "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "ə": "a", "Ə": "A",
})
_PARTICLES = {"de", "da", "do", "dos", "das", "del", "di", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "y", "e", "ibni"}
_MONTHS = {m: i for i, m in enumerate(
    "january february march april may june july august september october november december".split(), 1)}


@lru_cache(maxsize=1 << 20)
def clean(text: str) -> str:
    """The text in NFC with single blanks, without tabs and bars."""
    text = unicodedata.normalize("NFC", text).replace("|", " ").replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


@lru_cache(maxsize=1 << 20)
def plain(text: str) -> str:
    """The text without diacritics: `plain("São Tomé") == "Sao Tome"`."""
    text = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return "".join(c for c in text if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 20)
def key(text: str) -> str:
    """What two spellings of one name have in common: no case, no diacritics, no punctuation."""
    text = plain(unicodedata.normalize("NFKC", text)).casefold().replace("&", " and ")
    text = re.sub(r"[.']", "", text)
    return " ".join(re.findall(r"\w+", text))


def slug(text: str) -> str:
    """The text as a part of an id: `slug("Al-Shabaab (Somalia)") == "al-shabaab-somalia"`."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower().replace("'", "")).strip("-")


@lru_cache(maxsize=1 << 20)
def is_latin(text: str) -> bool:
    """Whether every letter of the text is Latin."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def is_name(text: str) -> bool:
    """Whether a string can stand as a name in a table at all."""
    if len(text) < 2 or len(text) > 110 or not is_latin(text) or re.search(r"[\[\]{}<>=*;\t|\\]|https?:|www\.", text):
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and any(c.isupper() for c in letters) and not re.fullmatch(r"Q\d+", text)


def title_case_capitals(text: str) -> str:
    """Words in capitals become ordinary names; Roman numbers, initials and particles stay right."""
    def fix(word: str) -> str:
        if "-" in word and not word.isupper():
            return "-".join(fix(part) for part in word.split("-"))
        if re.fullmatch(r"[IVX]+", word) or not word.isupper() or len(word.strip(".")) < 2:
            return word
        if word.lower() in _PARTICLES:
            return word.lower() if word.lower() not in {"la", "le", "do"} else word.capitalize()
        parts = re.split(r"([-'’])", word)
        done = "".join(p.capitalize() for p in parts)
        return re.sub(r"^(Mc)([a-z])", lambda m: m[1] + m[2].upper(), done)
    return " ".join(fix(w) for w in text.split())


def capital_words(text: str) -> list[str]:
    """The words written in capitals: the surname in lists of leaders."""
    return [w for w in text.split() if len(w.strip(".")) > 1 and w.isupper() and not re.fullmatch(r"[IVX]+", w)]


def demonyms(text: str) -> list[str]:
    """Demonyms and adjectives out of a factbook field: "Motswana (singular), Batswana (plural)" gives both."""
    text = re.split(r";\s*(?:note|former)", text)[0].replace("(s)", "\0")
    text = re.sub(r"\((?:singular|plural|colloquial|collective|US|men|women)[^)]*\)", "", text)
    found = []
    for part in re.split(r",|;|/|\bor\b", text):
        word = " ".join(part.replace("and plural", "").split())
        plural = word.endswith("\0")
        word = word.replace("\0", "").strip()
        if not word or word in {"NA", "none"} or not is_name(word):
            continue
        found.append(word)
        if plural:
            found.append(word + "s")
        if re.search(r"(?<!Ro)(?<!Ger)man$", word) and not word.endswith(("German", "Roman", "Oman")):
            found.append(re.sub(r"man$", "men", word))
    return list(dict.fromkeys(found))


def iso_date(text: str) -> str:
    """The text as an ISO date, empty when it is none: `iso_date("6 May 2012") == "2012-05-06"`."""
    text = text.strip()
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return text.replace("-00", "")
    m = re.fullmatch(r"(?:(\d{1,2}) )?([A-Za-z]+) (\d{4})", text)
    if m and m[2].lower() in _MONTHS:
        date = f"{m[3]}-{_MONTHS[m[2].lower()]:02d}"
        return f"{date}-{int(m[1]):02d}" if m[1] else date
    return ""


def split_form(alias: str) -> tuple[frozenset[str], str]:
    """The form prefixes of an alias and its name: "ambiguous:acronym:PP" gives both prefixes and "PP"."""
    forms = set()
    while m := re.match(r"(acronym|demonym|ambiguous):", alias):
        forms.add(m[1])
        alias = alias[m.end():]
    return frozenset(forms), alias


def join_form(forms: frozenset[str] | set[str], name: str) -> str:
    """The contrary of `split_form`, with the prefixes in a fixed order."""
    return "".join(f"{f}:" for f in ("ambiguous", "acronym", "demonym") if f in forms) + name


def looks_like_acronym(text: str) -> bool:
    """Two to eight letters, nearly all capitals, in one word."""
    return bool(re.fullmatch(r"[A-Z][A-Za-z0-9&-]{1,7}", text)) and sum(c.isupper() for c in text) >= max(2, len(text) - 2)
