#!/usr/bin/env python3
"""Score and time how the story is taken out of pages, beside trafilatura and resiliparse.

Usage: extraction.py --gazette PROGRAM --pages PAGES --eval EVAL --peers PEERS --python VENV/bin/python --work FOLDER

PAGES holds html/ and ground_truth.jsonl; EVAL has score.py and render_pages.py; PEERS has extract_peer.py, for which the
virtual environment of --python has the packages, inscriptis and beautifulsoup4 among them. FOLDER keeps the renderings.
Prints a table for HTML and for the text of the same pages in four styles and mixed: page by page, and with the lines that
repeat in the folder; then pages a second of each program over the HTML, two workers each, best of three runs.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import time

STYLES = ("innertext", "inscriptis", "bs4", "lynx")


def run(command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def render(options, style):
    folder = options.work / style
    if not folder.exists():
        script = options.eval / "render_pages.py"
        run([options.python, script, options.pages / "html", folder, "--style", style])
    return folder


def mix(options, folders):
    """A folder with each page in one of the styles, in turn."""
    mixed = options.work / "mixed"
    mixed.mkdir(exist_ok=True)
    for number, path in enumerate(sorted(folders[0].glob("*.txt"))):
        shutil.copy(folders[number % len(folders)] / path.name, mixed / path.name)
    return mixed


def line_table(options, folder, input_format):
    table, database = options.work / f"{folder.name}.lines.tsv", options.work / "lines.db"
    command = [options.gazette, "tag", folder, "--database", database, "--no-topics", "--quiet", "--input-format", input_format,
               "--save-lines", table]
    subprocess.run([str(part) for part in command], check=False)
    for path in options.work.glob("lines.db*"):
        path.unlink()
    return table


def score(options, pages=None, lines=None):
    command = ["python3", options.eval / "score.py", "extraction", options.pages, "--gazette", options.gazette, "--json",
               "--gazette-options", "--quiet --no-topics" + (f" --lines {lines}" if lines else "")]
    if pages:
        command += ["--pages", pages]
    figures = json.loads(run(command))
    body = figures["body"]
    return [body["p"], body["r"], body["f1"], figures["title exact"], figures["date exact"], figures["byline token F1"]]


def print_row(name, figures):
    print(f"{name:<28}" + "".join(f"{figure:>9.4f}" for figure in figures), flush=True)


def seconds(command):
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        run(command)
        best = min(best, time.perf_counter() - start)
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("gazette", "pages", "eval", "peers", "python", "work"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    print(f"{'':<28}" + "".join(f"{name:>9}" for name in ("P", "R", "body F1", "title", "date", "byline")))
    print_row("html", score(options))
    print_row("html, lines", score(options, lines=line_table(options, options.pages / "html", "html")))
    folders = [render(options, style) for style in STYLES]
    for folder in folders + [mix(options, folders)]:
        print_row(folder.name, score(options, folder))
        print_row(f"{folder.name}, lines", score(options, folder, line_table(options, folder, "page")))

    count = len(list((options.pages / "html").glob("*.html")))
    own = seconds([options.gazette, "annotate", options.pages / "html", "--no-topics", "--quiet", "--workers", "2"])
    print(f"\n{'gazette (all stages)':<28}{count / own:>9.1f} pages a second")
    for engine in ("trafilatura", "resiliparse"):
        peer = seconds([options.python, options.peers / "extract_peer.py", "--engine", engine, "--html", options.pages / "html",
                        "--out", options.work / f"{engine}.jsonl"])
        print(f"{engine:<28}{count / peer:>9.1f} pages a second; gazette is {peer / own:.1f} times as fast")


if __name__ == "__main__":
    main()
