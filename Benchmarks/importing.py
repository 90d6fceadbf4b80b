#!/usr/bin/env python3
"""Times the import of Wikidata dumps, on dumps that it makes up: entities with names in many languages, statements with
references and qualifiers, links to wikis; one in eight is a person.

    swift build --configuration release --product gazette --static-swift-stdlib
    Benchmarks/importing.py --gazette PROGRAM --work FOLDER

Prints MB of the dump a second and the most memory that was used, for a dump and one of half the length: memory is not to
grow with the dump. The gazetteers are compiled before, since that happens once.
"""
import argparse
import gzip
import json
import os
import random
import shutil
import subprocess
import time
from pathlib import Path

LANGUAGES = "en fr de es it ru zh ja ar pt nl pl sv uk fa he ca cs fi hu".split()
SYLLABLES = "za ri mo ka tu be lo ni sha dou gar ba zon ga ma di".split()
HUMAN, COUNTRIES, OTHER_CLASSES = 5, [1032, 159, 30, 142, 145], [515, 4830453, 7278, 13442814, 16521, 4167410, 101352]


class Dump:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def name(self):
        words = range(self.random.randint(1, 3))
        return " ".join("".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 3))).capitalize() for _ in words)

    def snak(self, name, kind, value):
        return {"snaktype": "value", "property": name, "hash": f"{self.random.getrandbits(160):040x}",
                "datavalue": {"value": value, "type": kind}, "datatype": "wikibase-item"}

    def item(self, name, number):
        return self.snak(name, "wikibase-entityid", {"entity-type": "item", "numeric-id": number, "id": f"Q{number}"})

    def time(self, name):
        day = f"+{self.random.randint(1850, 2020)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        return self.snak(name, "time", {"time": f"{day}T00:00:00Z", "precision": 11, "timezone": 0,
                                        "calendarmodel": "http://www.wikidata.org/entity/Q1985727"})

    def statement(self, snak):
        reference = {"snaks": {"P248": [self.item("P248", self.random.randint(1, 10**6))], "P813": [self.time("P813")]}}
        return [{"mainsnak": snak, "type": "statement", "rank": "normal", "references": [reference],
                 "qualifiers": {"P580": [self.time("P580")]}}]

    def entity(self, number):
        languages = ["en"] + self.random.sample(LANGUAGES[1:], self.random.randint(3, 19))
        is_human = self.random.random() < 0.12
        kind = HUMAN if is_human else self.random.choice(OTHER_CLASSES)
        claims = {"P31": self.item("P31", kind)}
        if is_human:
            claims |= {"P27": self.item("P27", self.random.choice(COUNTRIES)), "P569": self.time("P569")}
        for other in self.random.sample(range(600, 9000), self.random.randint(2, 18)):
            claims[f"P{other}"] = self.snak(f"P{other}", "string", f"{self.random.getrandbits(64):x}")
        label = self.name()
        return {"type": "item", "id": f"Q{number}",
                "labels": {code: {"language": code, "value": label} for code in languages},
                "descriptions": {code: {"language": code, "value": self.name()} for code in languages},
                "aliases": {code: [{"language": code, "value": self.name()}] for code in languages[:4]},
                "claims": {name: self.statement(snak) for name, snak in claims.items()},
                "sitelinks": {code: {"site": f"{code}wiki", "title": label, "badges": []} for code in languages}}

    def write(self, path, size):
        with open(path, "w", encoding="utf-8") as file:
            written, number, divider = file.write("["), 1000, "\n"
            while written < size:
                number += self.random.randint(1, 40)
                written += file.write(divider + json.dumps(self.entity(number), separators=(",", ":")))
                divider = ",\n"
            file.write("\n]\n")


def measure(program, path, output):
    command = [program, "gazetteer", "import", "wikidata", str(path), "--class", "Q5", "--output", str(output)]
    seconds, memory = [], []
    for _ in range(3):
        start = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        memory.append(usage.ru_maxrss / 1024)
        if status != 0:
            raise SystemExit(f"{path}: the import failed")
    return min(seconds), max(memory)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazette", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--megabytes", type=int, default=200)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    subprocess.run([options.gazette, "gazetteer", "find", "Niger"], check=True, stdout=subprocess.DEVNULL)
    for megabytes in [options.megabytes // 2, options.megabytes]:
        plain = options.work / f"dump{megabytes}.json"
        packed = options.work / f"dump{megabytes}.json.gz"
        Dump(seed=5).write(plain, megabytes * 10**6)
        with open(plain, "rb") as source, gzip.open(packed, "wb", compresslevel=6) as target:
            shutil.copyfileobj(source, target, 1 << 20)
        for path in [plain, packed]:
            seconds, memory = measure(options.gazette, path, options.work / "people.tsv")
            print(f"{path.name}: {plain.stat().st_size / 1e6 / seconds:.0f} MB/s, {memory:.0f} MiB")


if __name__ == "__main__":
    main()
