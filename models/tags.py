"""What the pipeline found in a text, as plain values: no spaCy is needed to show or to keep it."""

from dataclasses import dataclass, field

from selaras.models.passages import Box
from selaras.models.plans import ReadingWarning
from selaras.models.resolution import Resolution
from selaras.models.value_kinds import Value


@dataclass(frozen=True, slots=True)
class TagFacts:
    """What is known of a tag beside its label; None where nothing is.

    `region` is the code of a region, `concept` that of an indicator of the catalogue; `number` and `year` are
    those of a list entry or a regulation. `weak` marks what the text alone does not make certain (a bare name
    that may be a region, an agency's full name built of a short one). `probability`, from 0 to 1, is how
    sure the trained part is.
    """

    probability: float | None = None
    region: str | None = None
    concept: str | None = None
    number: str | None = None
    year: int | None = None
    value: Value | None = None
    unit: str | None = None
    resolution: Resolution | None = None
    weak: bool = False

    @property
    def sureness(self) -> float | None:
        """How sure the answer is, from 0 to 1; None where a rule gave it, which needs no chance."""
        if self.probability is None and self.resolution is not None:
            return self.resolution.probability
        return self.probability

    @property
    def guess(self) -> bool:
        """Whether this may be wrong by its nature: a chance stands behind it, or a bare name."""
        return self.weak or self.sureness is not None


@dataclass(frozen=True, slots=True)
class Tag:
    """A span of the text of a page, half-open: its group in `doc.spans`, its label, what is known of it.

    `boxes` say where it is printed, one a line, in PDF points of the page as viewers show it; a text that
    comes from no PDF has none.
    """

    group: str
    label: str
    text: str
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    facts: TagFacts = field(default_factory=TagFacts)


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page, from 1, with its text, its tags in reading order, and the warnings of its reading."""

    page: int
    text: str
    tags: tuple[Tag, ...]
    warnings: tuple[ReadingWarning, ...] = ()
