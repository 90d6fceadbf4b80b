#!/usr/bin/env python3
"""Run the challenge cases through the program: python3 Corpus/challenges/check.py [--wrong]

Prints how many cases of each theme are right. README.md tells how cases are written and what counts as right.
Exit status: 0 done, 1 a case is malformed or the share of right cases is below --floor, 2 the program failed.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import cases as challenge

ROOT = challenge.FOLDER.parent.parent
# What may stand before a name inside the mention or outside of it.
LEADING = {"captain", "chancellor", "chief", "general", "governor", "judge", "king", "mallam", "mr", "mrs", "ms", "pope", "president",
           "queen", "reverend", "sheikh", "the"}


class ProgramFailed(Exception):
    """The program did not annotate the cases."""


def annotate(program, cases):
    """id → what the program prints for each case."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for case in cases:
                record = {"id": case.id, "title": case.title, "text": case.text, "date": case.date, "site": case.site}
                file.write(json.dumps({name: value for name, value in record.items() if value}, ensure_ascii=False) + "\n")
        command = [program, "annotate", "--input-format", "jsonl", "--text-is-body", "--no-topics", "--quiet", str(path)]
        try:
            run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        except OSError as error:
            raise ProgramFailed(f"{program} cannot be run ({error}): build it, or name another by --program") from error
    if run.returncode:
        raise ProgramFailed(f"{' '.join(command)} ended with status {run.returncode}: {run.stderr.strip()}")
    articles = {article["id"]: article for article in map(json.loads, run.stdout.splitlines())}
    for case in cases:
        article = articles.get(case.id)
        if article is None or article["text"] != case.text or article.get("title", "") != case.title:
            raise ProgramFailed(f"{case.place}: {case.id} came back with another title or text, or not at all")
    return articles


def failures(case, article):
    """What is wrong with an annotated case, one line each."""
    mentions = {"title": article["title_mentions"], "text": article["mentions"]}
    chosen = {mark.text: exact(mark, mentions) for mark in reversed(case.marks) if mark.kinds and not mark.same_as}
    for mark in case.marks:
        touching = [m for m in mentions[mark.zone] if m["start"] < mark.end and m["end"] > mark.start]
        if not meets(mark, touching, exact(mark, mentions), chosen):
            yield f"[{mark.text}]: expected {mark.wish()}, found {shown(touching)}"
    for entity in case.never:
        taken = [m for zone in mentions.values() for m in zone if m["entity"] == entity]
        if taken:
            yield f"expected {entity} nowhere, found {shown(taken)}"


def exact(mark, mentions):
    """The mention with the span of a mark, give or take a title or "the" before it and a full stop at its end; or None."""
    end = mark.start + len(mark.text.rstrip("."))
    for mention in mentions[mark.zone]:
        before = mention["text"][:max(0, mark.start - mention["start"])].casefold().split()
        if mention["start"] <= mark.start and mention["end"] in (end, mark.end) and LEADING.issuperset(before):
            return mention
    return None


def meets(mark, touching, mention, chosen):
    """Whether what was found in the stretch of a mark is what the mark asks for."""
    if mark.untagged:
        return not touching
    if mark.excluded:
        return all(m["entity"] not in mark.excluded for m in touching)
    if mention is None or mention["kind"] not in mark.kinds:
        return False
    if mark.same_as:
        other = chosen[mark.same_as]
        return other is not None and other["entity"] == mention["entity"]
    entity = "nil" if mention["entity"].startswith("nil:") else mention["entity"]
    return not mark.entities or entity in mark.entities


def shown(mentions):
    """Mentions for people."""
    return ", ".join(f"[{m['text']}] {m['kind']} {m['entity']} ({m['name']}, {m['form']})" for m in mentions) or "nothing"


def unknown_ids(cases):
    """Ids of our own that a case names and no table has: a row was given a Wikidata id, or renamed."""
    known = set()
    for folder in ("Gazetteers", "Gazetteers/handwritten"):
        for path in (ROOT / folder).glob("*.tsv"):
            known.update(line.split("\t", 1)[0] for line in path.read_text(encoding="utf-8").splitlines())
    for case in cases:
        named = {*case.never, *(entity for mark in case.marks for entity in (*mark.entities, *mark.excluded))}
        for entity in sorted(named):
            if entity.startswith("gz:") and entity not in known:
                yield f"{case.place}: no table has the id {entity} any more"


def share(right, total):
    return right / total if total else 0.0


def print_table(cases, wrong):
    """Right cases by theme and set."""
    themes = sorted({case.theme for case in cases})
    sets = [name for name in challenge.SETS if any(case.set == name for case in cases)]
    print("theme".ljust(26) + "".join(name.rjust(20) for name in sets))
    for theme in [*themes, None]:
        cells = []
        for name in sets:
            members = [case for case in cases if case.set == name and theme in (None, case.theme)]
            right = sum(case.id not in wrong for case in members)
            cells.append(f"{right} of {len(members)} {share(right, len(members)):6.1%}" if members else "")
        print((theme or "all").ljust(26) + "".join(cell.rjust(20) for cell in cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=os.environ.get("GAZETTE_PROGRAM", ROOT / ".build/release/gazette"), help="the built program")
    parser.add_argument("--set", choices=challenge.SETS, help="only the cases of this set")
    parser.add_argument("--theme", help="only the cases of this theme")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong; held-out cases only with --set held-out")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--floor", type=float, default=0, help="fail when a smaller share of the cases is right (0.95)")
    options = parser.parse_args()
    try:
        cases = [case for case in challenge.read_all() if options.set in (None, case.set) and options.theme in (None, case.theme)]
        problems = list(unknown_ids(cases))
        articles = annotate(str(options.program), cases)
    except challenge.Malformed as error:
        print(error, file=sys.stderr)
        return 1
    except ProgramFailed as error:
        print(error, file=sys.stderr)
        return 2
    wrong = {case.id: found for case in cases if (found := list(failures(case, articles[case.id])))}
    shown_cases = [case for case in cases if case.id in wrong and (case.set == "development" or options.set == case.set)]
    right = len(cases) - len(wrong)
    if options.json:
        themes = collections.defaultdict(dict)
        for case in cases:
            counts = themes[case.theme].setdefault(case.set, {"cases": 0, "right": 0})
            counts["cases"] += 1
            counts["right"] += case.id not in wrong
        report = {"cases": len(cases), "right": right, "themes": themes}
        if options.wrong:
            report["wrong"] = [{"id": case.id, "place": case.place, "why": case.why, "failures": wrong[case.id]} for case in shown_cases]
        print(json.dumps(report, ensure_ascii=False))
    else:
        for case in shown_cases if options.wrong else []:
            print(f"{case.place}: {case.id}\n  {case.title}\n  {case.text}\n  why: {case.why}")
            print("".join(f"  - {failure}\n" for failure in wrong[case.id]))
        print_table(cases, wrong)
        print(f"{right} of {len(cases)} cases right, {share(right, len(cases)):.1%}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems or share(right, len(cases)) < options.floor else 0


if __name__ == "__main__":
    sys.exit(main())
