#!/usr/bin/env python3
"""Put clean news stories into pages of invented sites, as plain text, to measure what repeated lines are worth.

Usage: simulate_sites.py ARTICLES.jsonl.zst OUT_FOLDER [--sites N] [--pages N]

Each outlet of the articles becomes a site with its own menu, notices and footer, invented here; each story gets a page
with these around it, and boxes with the headlines and first sentences of other stories of the same outlet. OUT_FOLDER
gets ground_truth.jsonl, which score.py reads, and pages/ID.txt. The same input gives the same pages.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import urllib.parse

MENU = """Home|News|World|Politics|Business|Opinion|Sport|Culture|Science|Health|Travel|Video|Podcasts|Weather|Obituaries|
Local|Markets|Technology|Letters|Photos|Archive|Puzzles|Classifieds|Jobs""".replace("\n", "").split("|")
TOP = """Skip to main content|Log in|Subscribe|Search|Manage your account|Today's paper|Sign in or create an account|
We use cookies to understand how readers use the site and to show advertising that fits their interests.|
Your subscription has ended. Renew it today to go on reading all our reporting.""".replace("\n", "").split("|")
NOTICES = """Sign up for our morning letter and get the five stories of the day before breakfast.|
Support independent reporting in our region with a gift of any size; every gift is doubled this month.|
Do you have information to share with our reporters? Write to the news desk, and we will get back to you.|
Our reporters have covered this county since 1921, and we are owned by the people who read us.|
Comments are read by an editor before they are shown, and those that attack others are taken out.|
This site is protected, and the privacy policy and terms of service of our provider apply.|
Download our free app to follow the stories that matter to you and to read offline on your way to work.|
Get full access to our reporting, the digital edition and the crossword for less than a coffee a week.""".replace(
    "\n", "").split("|")
LABELS = {
    "recent": ["Recent posts", "Latest news", "More from this section", "You may also like", "Related stories"],
    "popular": ["Most read", "Trending now", "Popular this week", "Editor's picks"],
}
FOOTER = """About us|Contact|Advertise with us|Careers|Privacy policy|Terms of service|Corrections|Accessibility|
Newsletters|RSS|Follow us on social media""".replace("\n", "").split("|")


class Site:
    """The furniture of one site: chosen once, the same on all its pages."""

    def __init__(self, name, number):
        choose = random.Random(number)
        self.name = name
        self.menu = choose.sample(MENU, choose.randint(6, 16))
        self.bullet = choose.choice(["  • ", "", "* "])
        self.top = choose.sample(TOP, choose.randint(1, 4))
        self.notices = choose.sample(NOTICES, choose.randint(2, 4))
        self.inside = choose.random() < 0.5
        self.labels = {key: choose.choice(values) for key, values in LABELS.items()}
        self.has_sentences = choose.random() < 0.7
        self.before = choose.random() < 0.3
        self.footer = choose.sample(FOOTER, choose.randint(3, 8)) + [f"© {choose.randint(2009, 2024)} {name}. All rights reserved."]

    def page(self, story, others, number):
        choose = random.Random(f"{self.name} {number}")
        paragraphs = paragraphs_of(story)
        if self.inside and len(paragraphs) > 3:
            paragraphs.insert(choose.randint(2, len(paragraphs) - 1), self.notices[0])
        boxes = self.box("recent", others[:5], self.has_sentences) + [""] + self.box("popular", others[5:10], False)
        lines = self.top + [""] + [self.bullet + item for item in self.menu] + [""]
        if self.before:
            lines += boxes + [""]
        lines += [story["title"], "", story["date"] or "", ""]
        for paragraph in paragraphs:
            lines += [paragraph, ""]
        for notice in self.notices[1:]:
            lines += [notice, ""]
        if not self.before:
            lines += boxes + [""]
        return "\n".join(lines + [self.bullet + item for item in self.footer]) + "\n"

    def box(self, key, stories, with_sentences):
        lines = [self.labels[key], ""]
        for story in stories:
            lines.append(self.bullet + story["title"])
            if with_sentences:
                lines.append(paragraphs_of(story)[0])
        return lines


def paragraphs_of(story):
    return [line.strip() for line in story["text"].split("\n") if line.strip()]


def read(path):
    with subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--sites", type=int, default=40)
    parser.add_argument("--pages", type=int, default=50)
    options = parser.parse_args()

    outlets = collections.defaultdict(list)
    for story in read(options.articles):
        host = urllib.parse.urlparse(story.get("url") or "").netloc
        if host and len(paragraphs_of(story)) >= 4 and re.search(r"[.!?”\"]$", paragraphs_of(story)[0]):
            outlets[host].append(story)
    largest = sorted(outlets.items(), key=lambda item: (-len(item[1]), item[0]))[: options.sites]
    (options.out / "pages").mkdir(parents=True, exist_ok=True)
    with open(options.out / "ground_truth.jsonl", "w", encoding="utf-8") as truth:
        for number, (host, stories) in enumerate(largest):
            site = Site(host.removeprefix("www."), number)
            stories = random.Random(number).sample(stories, min(options.pages, len(stories)))
            for place, story in enumerate(stories):
                identifier = f"s{number:02}p{place:02}"
                others = (stories[place + 1 :] + stories[:place])[:10]
                text = site.page(story, others, place)
                (options.out / "pages" / f"{identifier}.txt").write_text(text, encoding="utf-8")
                gold = {"id": identifier, "html_path": "", "url": story["url"], "title": story["title"],
                        "date": story["date"], "body": "\n\n".join(paragraphs_of(story))}
                truth.write(json.dumps(gold, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
