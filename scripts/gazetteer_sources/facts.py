"""Reading the folder of facts: compressed tables, one folder a source."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Fact:
    """One row of an `entities.tsv` table."""

    id: str
    qid: str
    type: str
    name: str
    context: str
    aliases: list[str]


class Facts:
    """The folder of facts; every method reads one file from its beginning."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lines(self, path: str) -> Iterator[str]:
        """The lines of a compressed file, without their line ends."""
        yield from compressed_lines(self.folder / path)

    def rows(self, path: str, header: bool = True) -> Iterator[list[str]]:
        """The cells of every row of a table."""
        lines = self.lines(path)
        if header:
            next(lines, None)
        for line in lines:
            yield line.split("\t")

    def entities(self, source: str) -> Iterator[Fact]:
        """The rows of a source's `entities.tsv`."""
        for cells in self.rows(f"{source}/entities.tsv.zst"):
            cells += [""] * (6 - len(cells))
            aliases = [a.strip() for a in cells[5].split("|") if a.strip()]
            yield Fact(cells[0], cells[1], cells[2], cells[3], cells[4], aliases)


def compressed_lines(path: Path) -> Iterator[str]:
    """The lines of one zstd file."""
    with subprocess.Popen(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield line.decode("utf-8").rstrip("\n")
    if process.returncode != 0:
        raise OSError(f"cannot read {path}")
