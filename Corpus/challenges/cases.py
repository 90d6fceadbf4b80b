"""The challenge cases as their files have them: reads them, and says what is wrong in a file.

A file is a theme, a block between blank lines is a case, a line is a field; README.md explains both.
"""
import dataclasses
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent
SETS = ("development", "held-out")
KINDS = {"person", "organization", "country", "place", "event", "product", "other"}
FIELDS = ("id", "date", "site", "title", "text", "never", "why")
NEEDED = ("id", "text", "why")
MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")
ENTITY = re.compile(r"Q[1-9]\d*|gz:[a-z0-9/-]+|nil")
WIKIDATA_OR_TABLE = re.compile(r"Q[1-9]\d*|gz:[a-z0-9/-]+")


class Malformed(Exception):
    """A case that cannot be used, with file, line and reason."""


@dataclasses.dataclass(frozen=True)
class Mark:
    """What is expected of one stretch of title or text; start and end are code points."""
    zone: str
    start: int
    end: int
    text: str
    kinds: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    same_as: str | None = None
    excluded: tuple[str, ...] = ()
    untagged: bool = False

    def wish(self):
        """The mark as its file has it, for people."""
        if self.untagged:
            return "untagged"
        if self.excluded:
            return "not " + "|".join(self.excluded)
        target = f"= {self.same_as}" if self.same_as else "|".join(self.entities)
        return f"{'/'.join(self.kinds)} {target}".strip()


@dataclasses.dataclass(frozen=True)
class Case:
    """A case: its fields, with the marks taken out of title and text."""
    id: str
    set: str
    theme: str
    place: str
    title: str
    text: str
    date: str
    site: str
    why: str
    never: tuple[str, ...]
    marks: tuple[Mark, ...]


def read_all(folder=FOLDER):
    """All cases, in order of set, theme and file; raises Malformed at the first that cannot be used."""
    cases = []
    for name in SETS:
        for path in sorted((folder / name).glob("*.txt")):
            cases += read_file(path, name)
    places = {}
    for case in cases:
        if case.id in places:
            raise Malformed(f"{case.place}: the id {case.id} stands at {places[case.id]} too: choose another")
        places[case.id] = case.place
    return cases


def read_file(path, set_name):
    """The cases of one file; lines that begin with # are comments."""
    cases, block, start = [], [], 1
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            cases.append(read_case(block, f"{set_name}/{path.name}:{start}", set_name, path.stem))
            block = []
    return cases


def read_case(lines, place, set_name, theme):
    """The case of one block of lines."""
    fields = {}
    name = None
    for line in lines:
        if line.startswith("  ") and name:
            fields[name] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        if not colon or name not in FIELDS:
            raise Malformed(f"{place}: {line[:60]!r} is no field; known are {', '.join(FIELDS)}; a long one goes on indented by two")
        if name in fields:
            raise Malformed(f"{place}: {name} stands twice: put a blank line between cases")
        fields[name] = value.strip()
    for name in NEEDED:
        if not fields.get(name):
            raise Malformed(f"{place}: the case has no {name}")
    if not re.fullmatch(r"[a-z0-9-]+", fields["id"]):
        raise Malformed(f"{place}: the id {fields['id']!r} may have small letters, digits and hyphens only")
    if not re.fullmatch(r"|\d{4}-\d\d-\d\d", fields.get("date", "")):
        raise Malformed(f"{place}: the date {fields['date']!r} must be like 2024-01-17")
    never = tuple(fields.get("never", "").split())
    for entity in never:
        if not WIKIDATA_OR_TABLE.fullmatch(entity):
            raise Malformed(f"{place}: never: {entity!r} is no id")
    title, title_marks = marks_of(fields.get("title", ""), "title", place)
    text, text_marks = marks_of(fields["text"], "text", place)
    marks = title_marks + text_marks
    if not marks and not never:
        raise Malformed(f"{place}: the case asks for nothing: mark a name, or fill never")
    named = {mark.text for mark in marks if mark.kinds and not mark.same_as}
    for mark in marks:
        if mark.same_as and mark.same_as not in named:
            raise Malformed(f"{place}: {mark.text!r} is to be the same as {mark.same_as!r}, which is not marked with a kind")
    return Case(id=fields["id"], set=set_name, theme=theme, place=place, title=title, text=text,
                date=fields.get("date", ""), site=fields.get("site", ""), why=fields["why"], never=never, marks=tuple(marks))


def marks_of(marked, zone, place):
    """The plain text of a field with marks in it, and the marks with their places in the plain text."""
    plain, marks, behind = "", [], 0
    marked = marked.replace("\\n", "\n")
    for found in MARK.finditer(marked):
        plain += marked[behind:found.start()]
        start, plain, behind = len(plain), plain + found[1], found.end()
        marks.append(Mark(zone, start, len(plain), found[1], **expectation(found[2].strip(), found[0], place)))
    plain += marked[behind:]
    if "[" in plain or "]" in plain or "\n " in plain:
        raise Malformed(f"{place}: a mark is written [name](kind id), and no blank follows \\n: {plain[:80]!r}")
    return plain, marks


def expectation(words, mark, place):
    """What stands in the parentheses of a mark, as fields of Mark."""
    first, _, rest = words.partition(" ")
    if words == "untagged":
        return {"untagged": True}
    if first == "not":
        excluded = tuple(rest.split("|"))
        if all(WIKIDATA_OR_TABLE.fullmatch(entity) for entity in excluded):
            return {"excluded": excluded}
        raise Malformed(f"{place}: {mark}: behind not stand ids, divided by |")
    kinds = tuple(first.split("/"))
    if not set(kinds) <= KINDS:
        raise Malformed(f"{place}: {mark}: unknown kind {first!r}; known are {', '.join(sorted(KINDS))}, and untagged, not")
    if rest.startswith("= "):
        return {"kinds": kinds, "same_as": rest[2:].strip()}
    entities = tuple(rest.split("|")) if rest else ()
    if not all(ENTITY.fullmatch(entity) for entity in entities):
        raise Malformed(f"{place}: {mark}: {rest!r} is no id: write Q…, gz:…, nil, or = another name of the case")
    return {"kinds": kinds, "entities": entities}
