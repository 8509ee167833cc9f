"""Candidates' drafts: missions under a slogan of their own, programmes under each mission.

Candidates do not write "Misi 1": they announce "7 Langkah ..." and number the steps, set missions in boxes
with a big number, and list programmes under "Program untuk Misi 3" or behind "Program andalan:". A list of
missions counts only when every number from one to the announced count is there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.extractors.drafts import Findings, Place, StatementDraft, StatementKey
from selaras.extractors.pages.page import Line
from selaras.extractors.phrases.labels import QUOTES
from selaras.extractors.prose.blocks import place_of
from selaras.extractors.tables.joining import join_lines
from selaras.models.statements import StatementKind

VISION_HEADING = re.compile(r"(?:\d+[.)]?\s+)?visi(?:\s+kami)?\s*:?", re.IGNORECASE)
# "7 Langkah Nusa Berdikari", "6 MISI NUSA BANGKIT"
SLOGAN = re.compile(r"(?P<count>[3-9]|1[0-2])\s+(?P<word>[^\W\d_]+)\b")
PROGRAMS_OF = re.compile(r"program\b.{0,30}\bmisi\s+(?:ke-?\s*)?(?P<number>\d+)\W*$", re.IGNORECASE)
PROGRAM_NUMBER = re.compile(r"(?P<mission>\d+)\.\d+\.?\s+")
PROGRAMS_FOLLOW = re.compile(r"program\s+(?:andalan|unggulan|prioritas|kerja|utama)\s*:$", re.IGNORECASE)
BULLET = re.compile(r"[^\w\s\"“(]\s+")
# How near "misi" must stand to the slogan for the slogan to be what the missions are called.
NEAR_LETTERS = 120
PARAGRAPH_GAP = 0.5
MOST_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand together and are set alike."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined."""
        return join_lines([line.text for line in self.lines])

    @property
    def heading(self) -> bool:
        """Whether it is set as a heading."""
        return self.lines[0].bold and len(self.text.split()) <= MOST_HEADING_WORDS

    @property
    def place(self) -> Place:
        """Where it stands."""
        return place_of(self.lines)

    def after(self, marker: re.Pattern[str]) -> str | None:
        """The text without a marker at the head of a line (a big number stands beside the middle one)."""
        texts = [line.text for line in self.lines]
        for place, text in enumerate(texts):
            if match := marker.match(text):
                return join_lines([*texts[:place], text[match.end() :], *texts[place + 1 :]])
        return None


def read_campaign(lines: Sequence[Line]) -> Findings:
    """Read the vision, missions and programmes of a candidate's draft."""
    paragraphs = build_paragraphs(lines)
    vision = find_vision(paragraphs)
    missions = find_missions(paragraphs, vision)
    programs = list(find_programs(paragraphs, missions))
    statements = [vision] if vision else []
    return Findings((*statements, *(draft for _, draft in missions), *programs))


def build_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Group lines by the white between them and by how they are set."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group)) for group in groups]


def _goes_on(before: Line, line: Line) -> bool:
    gap = line.box[1] - before.box[3]
    near = -max(before.size, line.size) < gap < PARAGRAPH_GAP * min(before.size, line.size)
    return before.page == line.page and before.bold == line.bold and near and not BULLET.match(line.text)


def find_vision(paragraphs: Sequence[Paragraph]) -> StatementDraft | None:
    """The quotation right below the heading "Visi"."""
    for heading, below in pairwise(paragraphs):
        if VISION_HEADING.fullmatch(heading.text) and below.text[:1] in QUOTES:
            text = below.text.strip("".join(QUOTES) + " ")
            return StatementDraft(StatementKind.VISION, text, below.place)
    return None


Numbered = tuple[int, StatementDraft]
"""Which paragraph a mission stands in, and the mission."""


def find_missions(paragraphs: Sequence[Paragraph], vision: StatementDraft | None) -> list[Numbered]:
    """The missions under the first slogan that keeps its word: as many as announced, in order."""
    whole = " ".join(paragraph.text for paragraph in paragraphs)
    for place, paragraph in enumerate(paragraphs):
        slogan = SLOGAN.match(paragraph.text)
        if slogan and paragraph.heading and _names_missions(slogan, whole):
            found = _numbered(paragraphs, place + 1, slogan, vision.key if vision else None)
            if len(found) == int(slogan["count"]):
                return found
    return []


def _names_missions(slogan: re.Match[str], whole: str) -> bool:
    """Whether the slogan counts missions, or the text calls its missions so."""
    if slogan["word"].casefold() == "misi":
        return True
    named = rf"\bmisi\b[^.]{{0,{NEAR_LETTERS}}}{re.escape(slogan.group())}"
    return re.search(named, whole, re.IGNORECASE) is not None


def _numbered(
    paragraphs: Sequence[Paragraph], start: int, slogan: re.Match[str], parent: StatementKey | None
) -> list[Numbered]:
    found: list[Numbered] = []
    for place in range(start, len(paragraphs)):
        number = len(found) + 1
        marker = re.compile(rf"(?:{re.escape(slogan['word'])}\s+)?{number}\s*[.:)]\s+", re.IGNORECASE)
        if number <= int(slogan["count"]) and (text := paragraphs[place].after(marker)):
            kind = StatementKind.MISSION
            draft = StatementDraft(kind, text, paragraphs[place].place, str(number), parent)
            found.append((place, draft))
    return found


def find_programs(paragraphs: Sequence[Paragraph], missions: Sequence[Numbered]) -> Iterator[StatementDraft]:
    """Programmes numbered by mission below "Program untuk Misi n", and bullets behind "Program andalan:"."""
    by_number = {draft.number: draft for _, draft in missions}
    mission: StatementDraft | None = None
    listing = False
    for place, paragraph in enumerate(paragraphs):
        mission = next((draft for at, draft in missions if at == place), mission)
        if heading := PROGRAMS_OF.match(paragraph.text):
            mission = by_number.get(heading["number"])
        if mission is None:
            continue
        number = PROGRAM_NUMBER.match(paragraph.text)
        if number and number["mission"] == mission.number:
            yield _program(paragraph, paragraph.text[number.end() :], number.group().strip(), mission)
        elif listing and (bullet := BULLET.match(paragraph.text)):
            yield _program(paragraph, paragraph.text[bullet.end() :], None, mission)
            continue
        listing = PROGRAMS_FOLLOW.search(paragraph.text) is not None


def _program(paragraph: Paragraph, text: str, number: str | None, mission: StatementDraft) -> StatementDraft:
    return StatementDraft(StatementKind.PROGRAM, text, paragraph.place, number, mission.key)
