"""Compiles the facts of all sources into the gazetteer tables.

    python3 scripts/build_gazetteers.py --facts FOLDER --articles us_news_27k.jsonl.zst --output Gazetteers

The same facts give the same bytes. Hand-written tables are left alone.
"""

import argparse
import sys
from pathlib import Path

from gazetteer_sources import (ambiguity, clubs, government, handwritten, namesakes, news, organizations, parties, people, places, politicians, regions,
                               territories, words, works)
from gazetteer_sources.facts import Facts
from gazetteer_sources.tables import Registry, write_table

# Cities that news names more than their size tells: Wikidata id → weight.
CITY_WEIGHTS = {
    "Q60": 6.8, "Q84": 6.6, "Q90": 6.4, "Q61": 6.9, "Q649": 6.3, "Q956": 6.1, "Q1218": 6.0, "Q1899": 6.0, "Q1490": 5.9, "Q64": 5.9, "Q240": 5.9, "Q65": 6.2,
    "Q1297": 5.9, "Q62": 5.8, "Q3616": 5.8, "Q5838": 5.7, "Q1530": 5.7, "Q220": 5.7, "Q2807": 5.4, "Q1492": 5.4, "Q85": 5.6, "Q406": 5.6, "Q1563": 5.2,
    "Q33935": 5.5, "Q1354": 5.1, "Q1781": 5.1, "Q1085": 5.1, "Q1741": 5.4, "Q71": 5.2, "Q1757": 5.0, "Q1754": 5.2, "Q1748": 5.1, "Q1761": 5.3, "Q3870": 5.0,
    "Q3711": 5.1, "Q1524": 5.2, "Q490": 5.2, "Q1726": 5.2, "Q36600": 5.1, "Q727": 5.2, "Q172": 5.5, "Q1930": 5.2, "Q3114": 4.9, "Q3130": 5.5, "Q3141": 5.4,
    "Q100": 5.5, "Q1297000": 0.0, "Q16555": 5.3, "Q16557": 5.3, "Q12439": 5.1, "Q5083": 5.3, "Q34404": 4.9, "Q1345": 5.2, "Q8652": 5.2, "Q23556": 5.2, "Q23768": 4.9,
}


def build(facts_folder: Path, articles: Path, output: Path) -> dict[str, int]:
    """Collects every source in the order of trust and writes the tables."""
    facts, registry = Facts(facts_folder), Registry()
    countries = territories.collect(facts, registry)
    regions.collect(facts, registry, countries)
    places.collect(facts, registry, countries, CITY_WEIGHTS)
    government.collect(facts, registry, countries)
    parties.collect(facts, registry, countries)
    clubs.collect(facts, registry, countries)
    organizations.collect(facts, registry, countries)
    politicians.collect(facts, registry, countries)
    people.collect(facts, registry, countries)
    works.collect(facts, registry, countries)
    regions.collect_features(facts, registry)
    handwritten.adopt(registry, output / "handwritten")
    namesakes.join_people(registry)
    namesakes.join_places(registry)
    common = words.common_words(articles)
    names = words.name_words(facts, registry)
    words.write(output / "words", common, names)
    registry.finish_names()
    table = words.Words(common, names)
    seen = news.NewsNames(registry, articles)
    own_names = handwritten.names(output / "handwritten")
    taken = {news.bare(name) for name in own_names}
    news.raise_weights(registry, seen, table, {"person"}, taken)
    namesakes.add_surnames(registry, table, handwritten.names(output / "handwritten", "organization"))
    ambiguity.mark(registry, table)
    news.mark_frequent(registry, seen, table)
    namesakes.shadow_places(registry, handwritten.famous_organizations(output / "handwritten"))
    news.raise_weights(registry, seen, table, {"organization", "place", "event", "product", "other"}, taken)
    handwritten.drop_offices(registry, output / "handwritten")
    handwritten.unmark(registry, output / "handwritten")
    stops = ambiguity.stop_names() + ambiguity.common_stops(registry, table, own_names)
    write_table(output / "stop.tsv", ["name", "reason"], stops)
    return registry.write(output)


def main() -> int:
    """Reads the command line and builds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--facts", type=Path, required=True, help="folder of fact tables")
    parser.add_argument("--articles", type=Path, required=True, help="news corpus for the counts of common words (JSON lines, zstd)")
    parser.add_argument("--output", type=Path, default=Path("Gazetteers"), help="folder of the tables")
    options = parser.parse_args()
    counts = build(options.facts, options.articles, options.output)
    for name, rows in counts.items():
        print(f"{name:16} {rows:8,}")
    print(f"{'entities':16} {sum(counts.values()) - counts['offices']:8,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
