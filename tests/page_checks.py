"""What every page must keep: well formed, reachable without network, readable by a screen reader."""

import itertools
import re
from collections import Counter
from html.parser import HTMLParser

VOID = {"meta", "br", "img", "hr", "input", "link", "col"}
SVG_VOID = {"rect", "path"}
FETCHING = {"src", "href", "action", "data", "poster", "srcset", "xlink:href"}


class Page(HTMLParser):
    """The elements of a page, in order, and what is wrong with their nesting."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.faults, self.words = [], [], [], []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes another element")

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def faults(text: str) -> list[str]:
    """All that is wrong with a page; empty where it is good."""
    page = Page(text)
    return [*page.faults, *_network(page, text), *_structure(page), *_ids(page), *_tables(page)]


def _network(page, text):
    for tag, attrs in page.elements:
        if tag in {"script", "iframe", "object", "embed", "link", "base", "form"}:
            yield f"<{tag}> is not allowed"
        if any(name.startswith("on") for name in attrs):
            yield f"<{tag}> has an event handler"
        for name in FETCHING & attrs.keys():
            if not attrs[name].startswith("#"):
                yield f"<{tag} {name}={attrs[name]}> leaves the page"
    if re.search(r"url\(|@import", text):
        yield "the style fetches something"


def _structure(page):
    html = next(attrs for tag, attrs in page.elements if tag == "html")
    if not html.get("lang"):
        yield "no language is declared"
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"headings start with {levels[:3]}"
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield f"h{after} follows h{before}"
    if [tag for tag, _ in page.elements].count("main") != 1:
        yield "there is not one main"


def _ids(page):
    ids = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    for name, count in ids.items():
        if count > 1:
            yield f"id {name} stands {count} times"
    for tag, attrs in page.elements:
        wanted = [attrs.get("aria-labelledby"), attrs.get("href", "").removeprefix("#") or None]
        for name in filter(None, wanted):
            if name not in ids:
                yield f"<{tag}> points to {name}, which is not there"


def _tables(page):
    for tag, attrs in page.elements:
        if tag == "th" and attrs.get("scope") not in {"col", "row"}:
            yield "a head cell has no scope"
    if [tag for tag, _ in page.elements].count("table") and not any(tag == "th" for tag, _ in page.elements):
        yield "a table has no head"
