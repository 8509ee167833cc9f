"""Tagged documents as lines of text: page by page the sentences with what was found in them, then counts."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from selaras.models.tags import Tag, TaggedPage
from selaras.outputs.shown_text import shown
from selaras.outputs.tagged.document import TagCounts, TaggedDocument
from selaras.outputs.tagged.groups import in_order
from selaras.outputs.tagged.words import TagWords

SENTENCES = "sentences"


class LineKind(StrEnum):
    """What a line is, for whoever shows it."""

    PAGE = "page"
    SENTENCE = "sentence"
    TAG = "tag"
    WARNING = "warning"
    HEAD = "head"
    COUNT = "count"


INDENTS = {LineKind.SENTENCE: "  ", LineKind.TAG: "      "}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is safe to show; `marks` are the parts of it, half-open, that a tag covers."""

    kind: LineKind
    text: str
    marks: tuple[tuple[int, int], ...] = field(default=())

    @property
    def plain(self) -> str:
        """The line with its indent."""
        return INDENTS.get(self.kind, "") + self.text


def text_parts(tagged: TaggedDocument, words: TagWords) -> Iterator[str]:
    """The lines as plain text, each with its end."""
    return (f"{line.plain}\n" for line in text_lines(tagged, words))


def text_lines(tagged: TaggedDocument, words: TagWords) -> Iterator[TextLine]:
    """The lines of all pages, the counts, and the warnings that belong to no page that was shown."""
    for page in tagged.counted_pages():
        yield from page_lines(page, words)
    yield from count_lines(tagged.counts, words)
    for item in tagged.warnings:
        if item.page not in tagged.counts.seen:
            yield TextLine(LineKind.WARNING, _one_line(words.labels.render(item.message)))


def page_lines(page: TaggedPage, words: TagWords) -> Iterator[TextLine]:
    """The head of a page, its warnings, and the sentences in which something was found."""
    count = sum(tag.group != SENTENCES for tag in page.tags)
    yield TextLine(LineKind.PAGE, words.labels.text("tag.page_head", page=page.page, count=count))
    for item in page.warnings:
        yield TextLine(LineKind.WARNING, _one_line(words.labels.render(item.message)))
    for start, end, tags in in_sentences(page):
        yield _sentence(page.text[start:end], start, tags)
        said = Counter(_tag_line(tag, page.text[start:end], words) for tag in tags)
        for line, times in said.items():
            yield TextLine(LineKind.TAG, f"{line} ({times}×)" if times > 1 else line)


def in_sentences(page: TaggedPage) -> Iterator[tuple[int, int, list[Tag]]]:
    """The sentences, or the lines of a page without them, in which tags begin."""
    starts = _sentence_starts(page)
    found: dict[int, list[Tag]] = {}
    for tag in page.tags:
        if tag.group != SENTENCES:
            found.setdefault(bisect_right(starts, tag.start) - 1, []).append(tag)
    for place, tags in found.items():
        following = starts[place + 1] if place + 1 < len(starts) else len(page.text)
        yield starts[place], max(following, *(tag.end for tag in tags)), tags


def _sentence_starts(page: TaggedPage) -> list[int]:
    starts = [tag.start for tag in page.tags if tag.group == SENTENCES]
    if not starts:
        starts = [at + 1 for at, mark in enumerate(page.text) if mark == "\n"]
    return sorted({0, *starts})


def _sentence(text: str, offset: int, tags: Sequence[Tag]) -> TextLine:
    """A sentence on one line; the blanks at its ends are cut, those inside stay as many as they are."""
    line = shown(text).translate({10: " ", 9: " "}).rstrip()
    cut = len(line) - len(line.lstrip()) + offset
    marks = ((max(tag.start - cut, 0), tag.end - cut) for tag in tags)
    return TextLine(LineKind.SENTENCE, line.lstrip(), tuple(marks))


def _tag_line(tag: Tag, sentence: str, words: TagWords) -> str:
    """Group, text and what is known of it; a text that is the whole sentence is not said again."""
    text = _one_line(tag.text)
    parts = [] if text == _one_line(sentence) else [f"“{text}”"]
    label = _one_line(words.label(tag))
    if label not in (text, tag.facts.region):
        parts.append(label)
    parts += map(_one_line, words.details(tag))
    return f"{_one_line(words.group(tag.group))}: {'; '.join(parts)}"


def count_lines(counts: TagCounts, words: TagWords) -> Iterator[TextLine]:
    """How many tags of each group there are, on how many pages, and how many of them are guesses."""
    yield TextLine(LineKind.HEAD, words.labels.text("tag.summary", count=len(counts.seen)))
    for group in in_order(counts.tags):
        name = group.name
        about = {"count": counts.tags[name], "pages": counts.pages[name], "guesses": counts.guesses[name]}
        code = "tag.count_guesses" if about["guesses"] else "tag.count"
        yield TextLine(LineKind.COUNT, f"{words.group(name)}: {words.labels.text(code, **about)}")
    if not counts.tags:
        yield TextLine(LineKind.COUNT, words.labels.text("tag.none"))


def _one_line(text: str) -> str:
    return " ".join(shown(text).split())
