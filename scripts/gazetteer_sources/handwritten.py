"""Takes the ids of hand-written rows over, so that one entity is not one row here and another there."""

from pathlib import Path

from .tables import COLUMNS, Entity, Registry
from .text import key, split_form


def adopt(registry: Registry, folder: Path) -> int:
    """Gives rows without a Wikidata id the id of the hand-written row of the same name, kind and country; returns how many rows."""
    adopted = 0
    for path in sorted(folder.glob("*.tsv")):
        if path.stem == "offices":
            continue
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            cells = dict(zip(COLUMNS, line.split("\t")))
            if line.startswith("#"):
                continue
            for entity in _namesakes(registry, cells):
                if cells["id"] == entity.id:
                    continue
                if cells["id"] in registry.by_id:
                    registry.merge(entity, registry.by_id[cells["id"]])
                else:
                    registry.rename(entity, cells["id"])
                adopted += 1
    return adopted


def rows(folder: Path) -> list[dict[str, str]]:
    """The cells of all hand-written entities."""
    return [dict(zip(COLUMNS, line.split("\t"))) for path in sorted(folder.glob("*.tsv")) if path.stem != "offices"
            for line in path.read_text(encoding="utf-8").splitlines()[1:] if line and not line.startswith("#")]


def names(folder: Path, kind: str = "") -> set[str]:
    """All names and aliases of the rows written by hand, or of those of a kind."""
    return {name for cells in rows(folder) if kind in {"", cells["kind"]} for name in (cells["name"], *(split_form(a)[1] for a in cells["aliases"].split("|") if a))}


def famous_organizations(folder: Path) -> dict[str, float]:
    """Name → weight of the organizations written by hand, by the names that need no support."""
    found: dict[str, float] = {}
    for cells in rows(folder):
        if cells["kind"] == "organization":
            marked = {name for forms, name in map(split_form, cells["aliases"].split("|")) if "ambiguous" in forms}
            for name in {cells["name"], *(name for _, name in map(split_form, cells["aliases"].split("|")))} - marked - {""}:
                found[name] = max(found.get(name, 0.0), float(cells["weight"] or 1))
    return found


def unmark(registry: Registry, folder: Path) -> None:
    """Lets a name that a hand-written row gives without a mark stand without one in the generated row of its id."""
    for cells in rows(folder):
        entity = registry.by_id.get(cells["id"])
        if entity is None:
            continue
        aliases = [split_form(a) for a in cells["aliases"].split("|") if a]
        marked = {name for forms, name in aliases if "ambiguous" in forms}
        for name in {cells["name"], *(name for _, name in aliases)} - marked:
            if name in entity.aliases:
                entity.aliases[name].discard("ambiguous")
                if name == entity.name:
                    del entity.aliases[name]


def drop_offices(registry: Registry, folder: Path) -> None:
    """Drops the offices that the hand-written table has with better dates, also under a bare title ("President" beside "President of Kenya")."""
    lines = (folder / "offices.tsv").read_text(encoding="utf-8").splitlines()[1:] if (folder / "offices.tsv").exists() else []
    written = [cells for cells in (line.split("\t") for line in lines) if len(cells) > 4]
    ours = {(cells[0], title.casefold(), cells[4][:4]) for cells in written for title in (cells[1], cells[1].split(" of ")[0])}
    registry.offices = {row for row in registry.offices if (registry.moved(row[0]), row[1].casefold(), row[4][:4]) not in ours}


def _namesakes(registry: Registry, cells: dict[str, str]) -> list[Entity]:
    """The generated rows without a Wikidata id that a hand-written row means."""
    names = [cells["name"], *(name for forms, name in map(split_form, cells["aliases"].split("|")) if not forms and " " in name)]
    found: list[Entity] = []
    for name in names if cells["kind"] == "person" else names[:1]:
        for entity in registry.by_name.get((cells["kind"], key(name)), ()):
            same_country = not cells["country"] or entity.country in {"", cells["country"]}
            same_sort = entity.table not in {"cities", "clubs"} or entity.role == cells["role"]
            if entity.id.startswith("gz:") and key(entity.name) == key(name) and same_country and same_sort and entity not in found:
                if cells["kind"] != "person" or entity.role in {"politician", "person", cells["role"]}:
                    found.append(entity)
    return found[:2]
