"""A tagged document as writers get it: its pages one by one, and what was counted once they are through."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from selaras.models.documents import PlanningDocument
from selaras.models.plans import ReadingWarning
from selaras.models.tags import TaggedPage


@dataclass(frozen=True, slots=True)
class TagCounts:
    """How many pages went by, and for each group how many tags, how many guesses, on how many pages."""

    pages: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    guesses: Counter[str] = field(default_factory=Counter)
    seen: list[int] = field(default_factory=list)  # the numbers of the pages

    def add(self, page: TaggedPage) -> None:
        """Count a page."""
        self.seen.append(page.page)
        self.tags.update(tag.group for tag in page.tags)
        self.guesses.update(tag.group for tag in page.tags if tag.facts.guess)
        self.pages.update({tag.group for tag in page.tags})


@dataclass(frozen=True, slots=True)
class TaggedDocument:
    """What a file is, where it could be told, what its reading warns of, and its pages.

    The pages come one by one and can be gone through once; `counts` is filled as they go by.
    """

    file_name: str
    document: PlanningDocument | None
    warnings: tuple[ReadingWarning, ...]
    pages: Iterator[TaggedPage]
    counts: TagCounts = field(default_factory=TagCounts)

    def counted_pages(self) -> Iterator[TaggedPage]:
        """The pages; each is counted when the next is asked for."""
        for page in self.pages:
            yield page
            self.counts.add(page)
