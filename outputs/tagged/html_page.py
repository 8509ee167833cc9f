"""A tagged document as one HTML file without network or JavaScript, in the manner of displaCy's spans.

Each tag is a line below its text, several under each other where they overlap; boxes in the legend hide
groups. Why displaCy itself is not used is told in docs/tagging.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from selaras.models.plans import ReadingWarning
from selaras.models.tags import Tag, TaggedPage
from selaras.outputs.html_pages import render_template
from selaras.outputs.tagged.document import TaggedDocument
from selaras.outputs.tagged.groups import group_of, in_order
from selaras.outputs.tagged.layers import Mark, cut_at_marks, lay_out
from selaras.outputs.tagged.words import TagWords

MOST_LEVELS = 8  # classes l0 to l7 of tagged.css; deeper marks lie on the last line


@dataclass(frozen=True, slots=True)
class GroupClasses:
    """The names of the groups in the style sheet: what comes from a pipeline is no name there."""

    names: dict[str, str] = field(default_factory=dict)

    def of(self, group: str) -> str:
        """The class of a group, a new one where it is met for the first time."""
        return self.names.setdefault(group, f"g{len(self.names)}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list below a page: a tag, and how often it stands there just so."""

    tag: Tag
    details: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page in the index, with its count of tags that are listed."""

    page: int
    count: int


def html_parts(tagged: TaggedDocument, words: TagWords, made: date) -> Iterator[str]:
    """The page, in the language of the labels; its sections are made one by one."""
    classes = GroupClasses()
    links: list[PageLink] = []
    sections: list[Markup] = []
    for page in tagged.counted_pages():
        links.append(PageLink(page.page, sum(group_of(tag.group).listed for tag in page.tags)))
        sections.append(_section(page, words, classes))
    groups = in_order(tagged.counts.tags)
    yield render_template(
        "tagged.html",
        words.labels,
        words=words,
        tagged=tagged,
        made=made,
        groups=groups,
        class_of=classes.of,
        counts=tagged.counts,
        links=links,
        sections=sections,
        warnings=_warnings_apart(tagged),
        sureness=words.sureness_key(),
    )


def _warnings_apart(tagged: TaggedDocument) -> list[ReadingWarning]:
    """Warnings that no section shows."""
    return [item for item in tagged.warnings if item.page not in tagged.counts.seen]


def _section(page: TaggedPage, words: TagWords, classes: GroupClasses) -> Markup:
    marks = lay_out(page.text, page.tags, behind=lambda tag: not group_of(tag.group).shown)
    html = render_template(
        "tagged_page.html",
        words.labels,
        page=page,
        words=words,
        steps=cut_at_marks(page.text, marks),
        shown_levels=count_levels(mark for mark in marks if group_of(mark.tag.group).shown),
        all_levels=count_levels(marks),
        rows=list_rows(page, words),
        most_level=MOST_LEVELS - 1,
        class_of=classes.of,
    )
    return Markup(html)  # noqa: S704  made by our own template, which escapes


def count_levels(marks: Iterable[Mark]) -> int:
    """How many lines stand under each other; the style sheet has no more places."""
    return min(max((mark.level + 1 for mark in marks), default=0), MOST_LEVELS)


def list_rows(page: TaggedPage, words: TagWords) -> list[Row]:
    """The tags that the list below a page shows, in reading order; those that say the same stand once."""
    rows: dict[tuple[str, str, str, tuple[str, ...]], list[Tag]] = {}
    for tag in page.tags:
        if group_of(tag.group).listed:
            rows.setdefault((tag.group, tag.label, tag.text, tuple(words.details(tag))), []).append(tag)
    return [Row(tags[0], key[3], len(tags)) for key, tags in rows.items()]
