"""The registry that joins rows of all sources and writes the tables.

    registry = Registry()
    registry.add("countries", "country", "country", "Niger", qid="Q1032", country="NE", aliases=["demonym:Nigerien"])
    registry.write(Path("Gazetteers"))

Rows join by Wikidata id, else by name, kind and country; the first source that names an entity decides its table.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from .classify import is_office, is_ruler, is_state
from .text import clean, is_name, join_form, key, plain, slug, split_form

COLUMNS = "id kind role name aliases country from until weight note".split()
OFFICE_COLUMNS = "person office organization country from until".split()
_PERSON_ANY = {"person", ""}
_PUBLIC = {"politician", "ruler", "monarch", "military officer", "laureate", "religious leader"}


@dataclass(eq=False)
class Entity:
    """One row of a table; `aliases` maps each other name to its forms."""

    id: str
    table: str
    kind: str
    role: str
    name: str
    country: str = ""
    begin: str = ""
    end: str = ""
    weight: float = 1.0
    aliases: dict[str, set[str]] = field(default_factory=dict)
    sources: int = 1

    def add_alias(self, alias: str) -> None:
        """Adds one alias with its form prefixes; one that only differs by case joins the earlier one."""
        forms, name = split_form(alias)
        name = clean(name).replace("\u2019", "'")
        if re.match(r"the [A-Z]", name):
            name = name[4:]
        if not is_name(name) or name == self.name and not forms or self.kind in {"organization", "place", "person"} and is_office(name):
            return
        self.aliases.setdefault(name, set()).update(forms)

    def row(self) -> list[str]:
        """The cells of the row, in the order of the columns."""
        names, seen = [], {self.name.casefold()}
        for name, forms in sorted(self.aliases.items()):
            if name.casefold() in seen and not (name == self.name and "ambiguous" in forms):
                continue
            seen.add(name.casefold())
            names.append(join_form(forms, name))
        return [self.id, self.kind, self.role, self.name, "|".join(names), self.country, self.begin, self.end,
                f"{min(max(self.weight, 0.1), 10.0):.1f}", ""]


class Registry:
    """All entities found so far, by id and by name."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.by_id: dict[str, Entity] = {}
        self.by_name: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        self.offices: set[tuple[str, ...]] = set()
        self._moved: dict[str, str] = {}

    def find(self, kind: str, name: str, country: str = "", role: str = "") -> Entity | None:
        """The one entity of this kind, name and country, if there is exactly one."""
        found = [e for e in self.by_name.get((kind, key(name)), ())
                 if (not country or not e.country or e.country == country) and self.same_role(kind, e.role, role)]
        exact = [e for e in found if e.country == country and country]
        found = exact or found
        if len(found) > 1:
            found = [e for e in found if key(e.name) == key(name)]
        return found[0] if len(found) == 1 else None

    @staticmethod
    def same_role(kind: str, mine: str, other: str) -> bool:
        """Whether two roles can be those of one entity."""
        return kind != "person" or mine == other or {mine, other} <= _PUBLIC or mine in _PERSON_ANY or other in _PERSON_ANY

    def add(self, table: str, kind: str, role: str, name: str, *, qid: str = "", aliases=(), country: str = "",
            begin: str = "", end: str = "", weight: float = 1.0, join: bool = True, id: str = "") -> Entity | None:
        """Adds one fact row, joining it with what is already known; returns the entity, or nothing for an unusable name."""
        name = clean(name).replace("\u2019", "'")
        if not is_name(name) or kind in {"organization", "place", "person"} and is_office(name):
            return None
        if table in {"organizations", "people", "companies"} and is_state(name):
            table, kind, role, join = "countries", "country", "former country", False
        elif kind == "organization" and is_ruler(name):
            table, kind, role = "people", "person", "ruler"
        entity = self.by_id.get(qid) if qid else None
        if entity is not None and (entity.kind, kind) in {("person", "country"), ("country", "person")}:
            return None
        if entity is None and join:
            entity = self.find(kind, name, country, role)
            if entity is not None and qid and entity.id.startswith("Q"):
                entity = None
            elif entity is not None and qid:
                self.rename(entity, qid)
        if entity is None:
            entity = Entity(qid or id or self._new_id(kind, role, name, country), table, kind, role, name,
                            country, begin, end, weight)
            self.entities.append(entity)
            self.by_id[entity.id] = entity
            self._index(entity, name)
        else:
            entity.sources += 1
            entity.weight = max(entity.weight, weight)
            entity.country = entity.country or country
            entity.begin, entity.end = entity.begin or begin, entity.end or end
            if entity.role in _PERSON_ANY and role:
                entity.role = role
            if entity.kind == kind and key(entity.name) != key(name):
                entity.add_alias(name)
        for alias in aliases:
            entity.add_alias(alias)
            forms, plain_alias = split_form(alias)
            if not forms and " " in plain_alias and entity.kind == kind:
                self._index(entity, plain_alias)
        return entity

    def add_office(self, entity: Entity, office: str, country: str, begin: str, end: str, organization: str = "") -> None:
        """Notes that a person held an office."""
        self.offices.add((entity.id, clean(office), organization, country, begin, end))

    def drop(self, ids: set[str]) -> None:
        """Forgets entities altogether."""
        self.entities = [e for e in self.entities if e.id not in ids]
        for entity_id in ids:
            self.by_id.pop(entity_id, None)
        for name, bucket in self.by_name.items():
            self.by_name[name] = [e for e in bucket if e.id not in ids]

    def _index(self, entity: Entity, name: str) -> None:
        bucket = self.by_name[(entity.kind, key(name))]
        if entity not in bucket:
            bucket.append(entity)

    def merge(self, entity: Entity, other: Entity) -> None:
        """Makes one entity a part of another: its names and offices go over, its row goes."""
        self.merge_all([(entity, other)])

    def merge_all(self, pairs: list[tuple[Entity, Entity]]) -> None:
        """Merges the first of each pair into the second."""
        for entity, other in pairs:
            for name, forms in [(entity.name, set()), *entity.aliases.items()]:
                other.add_alias(join_form(forms, name))
            other.weight = max(other.weight, entity.weight)
            other.country = other.country or entity.country
            other.begin, other.end = other.begin or entity.begin, other.end or entity.end
            self._moved[entity.id] = other.id
        self.drop({entity.id for entity, _ in pairs})

    def rename(self, entity: Entity, qid: str) -> None:
        """Gives an entity its Wikidata id."""
        del self.by_id[entity.id]
        self._moved[entity.id] = qid
        entity.id = qid
        self.by_id[qid] = entity

    def moved(self, entity_id: str) -> str:
        """The id that an entity has now."""
        return self._moved.get(entity_id, entity_id)

    def _new_id(self, kind: str, role: str, name: str, country: str) -> str:
        stem = f"gz:{slug(role or kind)}/{slug(name) or 'name'}"
        for candidate in (stem, f"{stem}-{country.lower()}" if country else "", *(f"{stem}-{n}" for n in range(2, 100))):
            if candidate and candidate not in self.by_id and candidate not in self._moved:
                return candidate
        raise ValueError(f"too many entities named {name}")

    def finish_names(self) -> None:
        """Adds the spellings that follow from a name by rule: without diacritics, without a middle initial."""
        for entity in self.entities:
            for name in [entity.name, *(a for a, f in entity.aliases.items() if not f)]:
                bare = plain(name)
                if bare != name and bare.isascii():
                    entity.add_alias(bare)
            if entity.kind == "person":
                bare = re.sub(r"(?<=\w) (?:[A-Z]\. ?)+(?=\S+ ?\S*$)", " ", entity.name)
                if bare != entity.name and re.match(r"[^\W\d_]{2,}", bare):
                    entity.add_alias(bare)

    def write(self, folder: Path) -> dict[str, int]:
        """Writes every table and the offices; returns the number of rows of each."""
        tables: dict[str, list[list[str]]] = defaultdict(list)
        for entity in self.entities:
            tables[entity.table].append(entity.row())
        offices = join_offices({(self._moved.get(row[0], row[0]), *row[1:]) for row in self.offices})
        for name, rows in tables.items():
            write_table(folder / f"{name}.tsv", COLUMNS, rows)
        write_table(folder / "offices.tsv", OFFICE_COLUMNS, [list(row) for row in offices])
        return {name: len(rows) for name, rows in sorted(tables.items())} | {"offices": len(offices)}


def join_offices(rows: set[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Joins the rows that give one person the same office from the same year: the fuller dates stay."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for person, office, organization, country, begin, end in sorted(rows):
        end = "" if begin and end and end < begin[:len(end)] else end
        same = (person, office, organization, country, begin[:4])
        other = found.get(same, ("", ""))
        found[same] = (max(begin, other[0], key=lambda d: (len(d), d)), max(end, other[1], key=lambda d: (len(d), d)))
    return [(*same[:4], begin, end) for same, (begin, end) in found.items()]


def write_table(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    """Writes one table, sorted by the bytes of its rows."""
    rows = sorted(rows, key=lambda row: [cell.encode() for cell in row])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in [columns, *rows]:
            file.write("\t".join(row) + "\n")
