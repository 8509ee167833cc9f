"""What a column of a table holds, judged by its head: `S a t u a n`, `Target | 2025`, `Tahun 1 | Rp`.

    read_column(0, "Sasaran Strategis")            # role STATEMENT, kinds (OBJECTIVE,)
    read_column(3, "Target Kinerja | Tahun ke-2")  # role TARGET, order 2
    read_column(4, "Target Kinerja | Rp (juta)")   # role BUDGET: never a target

The lowest head speaks first; group heads tell what it leaves open. Words stand in `data/columns.toml`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.labels import label_words
from selaras.models.statements import StatementKind


class Role(StrEnum):
    """What the cells of a column are."""

    NUMBER = "NUMBER"
    CODE = "CODE"
    STATEMENT = "STATEMENT"
    INDICATOR = "INDICATOR"
    UNIT = "UNIT"
    BASELINE = "BASELINE"
    TARGET = "TARGET"
    FINAL = "FINAL"
    REALISATION = "REALISATION"
    BUDGET = "BUDGET"
    OTHER = "OTHER"  # formula, source, location, responsible office, reference, note
    UNKNOWN = "UNKNOWN"


ENDS = frozenset({Role.BASELINE, Role.FINAL})
AIMED = frozenset({Role.BASELINE, Role.TARGET, Role.FINAL})
VALUES = frozenset({Role.BASELINE, Role.TARGET, Role.FINAL, Role.REALISATION, Role.BUDGET})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kinds` are the kinds of its statements, or of what its indicators measure, or empty.

    `year` is printed in the head; `order` is the place in the period where the head prints "Tahun 2" instead.
    `bare` marks a year that no word tells to be a target; `mixed` a column of indicators that prints what
    they measure as well: "Sasaran/Indikator".
    """

    index: int
    role: Role
    kinds: tuple[StatementKind, ...] = ()
    head: str = ""
    year: int | None = None
    order: int | None = None
    bare: bool = False
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    role: Role
    whole: frozenset[str]
    start: tuple[str, ...]
    has: tuple[str, ...]
    unless: tuple[str, ...]

    def fits(self, head: str) -> bool:
        if any(word in head for word in self.unless):
            return False
        return head in self.whole or head.startswith(self.start) or any(word in head for word in self.has)


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BARE_YEAR = re.compile(r"(?:tahun|thn|th)?(?:ke-?)?(?:n[+-]?)?\d?(?:19|20)\d\d[*a-z]?")
_HEAD_NAME = re.compile(
    r"(?:indikator|indicator)(?:\s+(?:kinerja|tujuan|sasaran|program|kegiatan|utama|kunci\w*))*$",
    re.IGNORECASE,
)
MOST_HEAD_WORDS = 4
FEWEST_BESIDE = 3
_PERIOD = re.compile(r"(?:19|20)\d\d(?:-|s\.?d\.?|sampai(?:dengan)?|sd)(?:19|20)\d\d")
# "Sasaran (2)", "2016*** (6)": the number of the column behind its name; "(4)=(3)/(2)" carries the sum.
_COLUMN_NUMBER = re.compile(r"(?<=\S)\s*\(\d{1,2}\)(?:\s*=[\s\d()+\-–x*/:=%.]*)?$")
# "Sasaran 2", "Indikator 1" name one thing each, as boxes of a cascade do: not what a column holds.
_NUMBERED_LABEL = re.compile(
    r"\s*(?:visi|misi|tujuan|sasaran|strategi|(?:arah\s+)?kebijakan|program|kegiatan|indikator)\s+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+)"
    r"\s*(?:[.:]\s*\S.*)?",
    re.IGNORECASE | re.DOTALL,
)
# "Sasaran 2045" beside indicators is their target.
_SASARAN_YEAR = re.compile(r"sasaran(?:tahun|pokok)*(?:19|20)\d\d")
# "Sasaran/Indikator", "Bidang Urusan/Indikator": what is measured comes first, its indicators below.
_MIXED = re.compile(
    r"(?!\s*(?:indi[ck]ator|iku|ikk)).*[/,]\s*(?:dan\s+)?indi[ck]ator\b(?!.*/)", re.IGNORECASE | re.DOTALL
)
# "K | Rp" under a year: K is the figure (kinerja) that its group names.
_SHORT_NAMES = frozenset({"iku", "ikk", "iup", "ikd", "iku/ikk"})
_SCORES = frozenset({"skala", "bobot", "skor", "nilaiskor", "skorxbobot", "bobotxskor"})
FEWEST_SCORES = 2
_OPEN_HEADS = frozenset({"k", "kinerja", "fisik", "angka", "volume"})
_ORDER = re.compile(r"(?:target|kinerja)?(?:tahun|thn|th|t)?(?:ke)?-?(\d|i{1,3}|iv|vi?)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


def read_columns(heads: Sequence[str], *, title: str = "") -> tuple[Column, ...]:
    """Read all heads of a table; `title` tells whether bare years are targets or what was reached."""
    columns = _without_false_ends(_without_ticks([read_column(at, head) for at, head in enumerate(heads)]))
    if _is_scale(columns):
        return tuple(replace(column, role=Role.OTHER, mixed=False) for column in columns)
    if not any(column.role is Role.INDICATOR for column in columns):
        return columns
    reached = any(word in squeeze(title) for word in ("realisasi", "capaian", "evaluasi"))
    bare = Role.REALISATION if reached else Role.TARGET
    measured = next(column.index for column in columns if column.role is Role.INDICATOR)
    return tuple(
        replace(column, role=bare, bare=True)
        if _is_bare_year(column)
        else replace(column, role=Role.TARGET, kinds=())
        if column.index > measured and _SASARAN_YEAR.fullmatch(squeeze(column.head))
        else column
        for column in columns
    )


def _without_ticks(columns: Sequence[Column]) -> list[Column]:
    """Beside a column of indicators, one called by their short name ("IKK") only ticks which are such."""
    short = {column.index for column in columns if squeeze(column.head) in _SHORT_NAMES}
    named = any(column.role is Role.INDICATOR and column.index not in short for column in columns)
    return [
        replace(column, role=Role.OTHER) if named and column.index in short else column for column in columns
    ]


def _is_scale(columns: Sequence[Column]) -> bool:
    """Whether a table of indicators only weighs and scores them: "Skala | Bobot | Skor"."""
    scored = sum(squeeze(column.head) in _SCORES for column in columns)
    return scored >= FEWEST_SCORES and not any(column.role in AIMED for column in columns)


def _without_false_ends(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Several years under one end ("Target Renstra | 1 | 2 | 3") are targets like any other."""
    ends = {(column.year, column.order) for column in columns if column.role is Role.FINAL} - {(None, None)}
    return tuple(
        replace(column, role=Role.TARGET)
        if len(ends) > 1 and column.role is Role.FINAL and (column.year or column.order)
        else column
        for column in columns
    )


def read_column(index: int, head: str) -> Column:
    """Read one head; group heads stand first, joined by " | "."""
    parts = [_COLUMN_NUMBER.sub("", part) for part in reversed(head.split(" | ")) if part.strip()]
    year = next((found for part in parts if (found := find_year(part))), None)
    order = None if year else next((found for part in parts if (found := find_order(part))), None)
    role, kinds = _read_parts(parts)
    mixed = role is Role.INDICATOR and bool(_MIXED.match(parts[0]))
    order = order if role is not Role.STATEMENT else None
    return Column(index, role, kinds, head, year, order, mixed=mixed)


def _read_parts(parts: Sequence[str]) -> tuple[Role, tuple[StatementKind, ...]]:
    """Read the parts of a head, the lowest first; groups decide where the lowest says nothing of its own."""
    if any("triwulan" in squeeze(part) or "semester" in squeeze(part) for part in parts):
        return Role.UNKNOWN, ()
    ends = next((role for part in parts[1:] if (role := _read_part(part)[0]) in ENDS), None)
    for part in parts:
        role, kinds = _read_part(part)
        if role in VALUES and part is not parts[0] and not _is_clear(parts[0]):
            break  # "Target | Triwulan I": what a strange column under a group holds is not known
        if role is Role.TARGET and ends:
            return ends, ()
        if role is not Role.UNKNOWN:
            return role, kinds
    # One head may be drawn in several cells: "Data Capaian | pada Tahun Awal | Perencanaan".
    whole, _ = _read_part(" ".join(reversed(parts)))
    return (whole, ()) if whole in ENDS else (Role.UNKNOWN, ())


def squeeze(text: str) -> str:
    """Small letters and digits only: narrow heads are set one letter a line."""
    return re.sub(r"[^a-z0-9/&%#-]", "", text.casefold())


def find_year(head: str) -> int | None:
    """The one calendar year of a head; None for a period such as 2025-2029."""
    text = squeeze(head)
    years = set(_YEAR.findall(head) or _YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 and not _PERIOD.search(text) else None


def find_order(head: str) -> int | None:
    """The place of a year in its period: 3 for `Tahun ke-3`, `Tahun III` and a bare `3`."""
    found = _ORDER.fullmatch(squeeze(head))
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else _ROMAN[found[1]]


def is_head_row(cells: Iterable[str]) -> bool:
    """Whether a row repeats heads: two cells or more, and each a name of a column."""
    texts = [text for text in cells if text.strip()]
    return len(texts) > 1 and all(is_head(text) for text in texts)


def is_head_beside_text(cells: Iterable[str]) -> bool:
    """Whether a row repeats heads right of one text that reaches down beside them."""
    first, *others = [text for text in cells if text.strip()] or [""]
    return len(others) >= FEWEST_BESIDE and not is_head(first) and all(is_head(text) for text in others)


def names_column(text: str) -> bool:
    """Whether a text is the name of a column and nothing more: `Indikator Kinerja`."""
    return len(text.split()) <= MOST_HEAD_WORDS and bool(_HEAD_NAME.match(text))


def _is_bare_year(column: Column) -> bool:
    lowest = _COLUMN_NUMBER.sub("", column.head.rsplit(" | ", maxsplit=1)[-1])
    return column.role is Role.UNKNOWN and (column.year or column.order) is not None and _is_clear(lowest)


def _is_clear(head: str) -> bool:
    """Whether a head is nothing but a year, its place in the period, or a word that says nothing alone."""
    text = squeeze(head)
    return bool(_BARE_YEAR.fullmatch(text)) or text in _OPEN_HEADS or find_order(head) is not None


def is_head(text: str) -> bool:
    """Whether a text is the name of a column."""
    if len(text.split()) > MOST_HEAD_WORDS or (text.strip().isdigit() and find_year(text) is None):
        return False
    role, kinds = _read_part(text)
    if role is Role.STATEMENT:
        return squeeze(text) in _names() or len(kinds) > 1
    return role is not Role.UNKNOWN or find_year(text) is not None


@lru_cache(maxsize=4096)
def _read_part(part: str) -> tuple[Role, tuple[StatementKind, ...]]:
    if _NUMBERED_LABEL.fullmatch(part):
        return Role.UNKNOWN, ()
    head = squeeze(part)
    kinds = _kinds_named(part)
    for rule in rules():
        if rule.fits(head):
            return rule.role, kinds if rule.role is Role.INDICATOR else ()
    kinds = _kinds_leading(part)
    return (Role.STATEMENT, kinds) if kinds else (Role.UNKNOWN, ())


def _kinds_named(part: str) -> tuple[StatementKind, ...]:
    head = squeeze(part)
    return tuple(dict.fromkeys(kind for name, kind in _names().items() if name in head))


@cache
def _names() -> Mapping[str, StatementKind]:
    """The names of kinds, squeezed, the longest first."""
    names = {squeeze(name): kind for name, kind in label_words().kinds.items()}
    return dict(sorted(names.items(), key=lambda pair: -len(pair[0])))


def _kinds_leading(part: str) -> tuple[StatementKind, ...]:
    """Kinds that the pieces of a head start with: two in `Program dan Kegiatan`, one in `Sasaran Program`."""
    kinds: list[StatementKind] = []
    for piece in re.split(r"[/,&()]|\bdan\b|\n(?=[A-Z])", part):
        text = squeeze(
            re.sub(r"^\W*(?:uraian|nama|rumusan|pernyataan)\b", "", piece.strip(), flags=re.IGNORECASE)
        )
        kinds += [kind for name, kind in _names().items() if text.startswith(name)][:1]
    return tuple(dict.fromkeys(kinds))


@cache
def rules() -> tuple[_Rule, ...]:
    """The rules of `data/columns.toml`, in their order."""
    return tuple(
        _Rule(
            Role(entry["role"]),
            frozenset(entry.get("whole", ())),
            tuple(entry.get("start", ())),
            tuple(entry.get("has", ())),
            tuple(entry.get("unless", ())),
        )
        for entry in load_table("columns.toml")["rule"]
    )
