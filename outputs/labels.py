"""Names of things as planners say them, in the language of the page: plans, statements, pages, numbers.

The words stand in models/data/messages/*/labels.toml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from math import floor

from selaras.models.documents import PlanLevel, PlanningDocument
from selaras.models.framework_plans import law_of
from selaras.models.indicators import Indicator
from selaras.models.messages import DEFAULT_LANGUAGE, Language, Message, render, text
from selaras.models.passages import NO_PAGE, Passage
from selaras.models.regions import RegionTable, load_regions
from selaras.models.statements import Statement

# The lowest probability that each word stands for; the pages print this list as their key.
CHANCES = (
    (0.9, "very_likely"),
    (0.75, "likely"),
    (0.5, "rather_likely"),
    (0.25, "rather_unlikely"),
    (0.0, "unlikely"),
)
# What the codes of the national framework stand for, by the letters before the number.
FRAMEWORK_CODE = re.compile(r"(SV|M|IE|PN)\d+")
# Levels of plans as pages show them, from the top: an agency's plan stands below that of its region.
LEVELS = ("NATIONAL", "PROVINCE", "DISTRICT", "AGENCY", "UNKNOWN")


@dataclass(frozen=True, slots=True)
class Labels:
    """How things are called in one language; `regions` knows the names of regions, invented ones too."""

    language: Language = DEFAULT_LANGUAGE
    regions: RegionTable = field(default_factory=load_regions)

    def text(self, code: str, **params: object) -> str:
        """A text of the catalogues."""
        return text(code, self.language, **params)

    def render(self, item: Message) -> str:
        """A message in words."""
        return render(item, self.language)

    def number(self, value: float, decimals: int = 2) -> str:
        """A number with the decimal mark of the language."""
        written = f"{value:.{decimals}f}"
        return written.replace(".", ",") if self.language == "id" else written

    def probability(self, value: float) -> str:
        """A probability with two decimals, cut and not rounded: 0.498 must not read as the limit of 0.50."""
        return self.number(floor(value * 100 + 1e-9) / 100)

    def chance(self, probability: float) -> str:
        """A probability in words."""
        name = next(name for limit, name in CHANCES if probability >= limit)
        return self.text(f"labels.chance.{name}")

    def chances(self) -> Iterator[tuple[str, str]]:
        """Each word for a probability with the lowest one that it stands for, the highest first."""
        return ((self.text(f"labels.chance.{name}"), self.number(limit)) for limit, name in CHANCES)

    def relation(self, relation: str) -> str:
        """What a link says: `mendukung`."""
        return self.text(f"status.relation.{relation.replace(' ', '_')}")

    def plan(self, document: PlanningDocument) -> str:
        """Kind, agency, region and years: `RPJMD Kota Contoh 2025–2029`; with none known, the file's name.

        The packaged national framework is named with its law.
        """
        region = self.region(document) if document.region else ""
        facts = [part for part in (document.agency, region, self.period(document)) if part]
        law = law_of(document.sha256)
        marks = [self.text("labels.framework", law=law)] if law else []
        return " ".join([self.kind(document), *(facts or filter(None, [document.file_name])), *marks])

    def kind(self, document: PlanningDocument) -> str:
        """The kind of a plan as it is written in running text."""
        return self.text(f"labels.plan.{document.kind}")

    def region(self, document: PlanningDocument) -> str:
        """The region in full; its code where the table does not know it, empty where none is named."""
        if document.region is None:
            return self.text("labels.nation") if document.level is PlanLevel.NATIONAL else ""
        region = self.regions.get(document.region)
        return region.name if region else self.text("labels.region_code", region=document.region)

    def level(self, document: PlanningDocument) -> str:
        """The level of a plan, agencies apart."""
        return self.text(f"labels.level.{level_code(document)}")

    def status(self, document: PlanningDocument) -> str:
        """How far a plan has come on its way to law."""
        return self.text(f"labels.document_status.{document.status}")

    def period(self, document: PlanningDocument) -> str:
        """The years, `2025–2029`; empty where they are not known."""
        if document.period is None:
            return ""
        start, end = document.period.start, document.period.end
        return str(start) if start == end else f"{start}–{end}"

    def statement(self, statement: Statement) -> str:
        """Kind and printed number: `Misi 1`; a kind that only the wording tells is marked as a guess."""
        name = " ".join(filter(None, (self.text(_kind_code(statement)), statement.number)))
        if statement.kind_probability is None:
            return name
        return self.text("labels.guessed", name=name, sure=self.probability(statement.kind_probability))

    def thing(self, item: Statement | Indicator) -> str:
        """A statement's kind and number, or an indicator's name."""
        return item.name if isinstance(item, Indicator) else self.statement(item)

    def page(self, number: int) -> str:
        """`hlm. 12`; what stands on no page is said to be of the national framework."""
        return self.text("labels.no_page") if number == NO_PAGE else self.text("labels.page", page=number)

    def place(self, passage: Passage) -> str:
        """`hlm. 12`; where OCR read the passage, how sure it is of it, too; for the framework its law."""
        law = law_of(passage.document)
        if law:
            return self.text("labels.law", law=law)
        if passage.confidence is None:
            return self.page(passage.page)
        sure = round(100 * passage.confidence)
        return self.text("labels.ocr_page", page=passage.page, sure=sure)

    def day(self, made: date) -> str:
        """`24 November 2026`; a time of day is added, with its zone, where there is one."""
        words = f"{made.day} {self.text(f'labels.month.{made.month}')} {made.year}"
        return f"{words}, {made:%H:%M} {made:%Z}".strip() if isinstance(made, datetime) else words


def _kind_code(statement: Statement) -> str:
    """The message that names the kind of a statement; the national framework has words of its own."""
    packaged = law_of(statement.passage.document) is not None
    code = FRAMEWORK_CODE.fullmatch(statement.number or "") if packaged else None
    return f"labels.framework_code.{code[1]}" if code else f"labels.statement.{statement.kind}"


def level_code(document: PlanningDocument) -> str:
    """One of LEVELS."""
    return "AGENCY" if document.agency else (document.level or "UNKNOWN")
