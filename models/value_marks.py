"""What stands around a printed value: footnote marks, years and remarks in brackets."""

import re
import unicodedata
from dataclasses import dataclass

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍ"
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－\u00ad"), "-")
SIGNS = {ord("⩽"): "≤", ord("≦"): "≤", ord("⩾"): "≥", ord("≧"): "≥", ord("～"): "~", ord("∼"): "~"}
ENDS = " \n.;,:"  # closing marks of a sentence or a list
GLUED_CURRENCY = re.compile(r"\b(Rp|IDR|USD)\.?(?=\d)", re.IGNORECASE)
AFTER_DECIMALS = r"(?:(?<=[.,]\d)|(?<=[.,]\d\d))"

FOOTNOTE = re.compile(
    rf"""
    \s* (?:
        \(?(?P<sign>[*†‡]+)\)?                         # 1,7*   56,42**   5 *)   (*)
      | (?<=[\d%\s])(?P<letter>[a-z])\)                # 3,68a)   2,00 b)
      | (?<=\s)(?P<number>\d{{1,2}})\)                 # 2,00 1)
      | {AFTER_DECIMALS}(?P<glued>\d)\)                # 3,681): the mark 1 glued to 3,68
      | {AFTER_DECIMALS}(?P<bare>[a-f])                # 3,68a where the bracket was lost; not CO2e
      | (?<=[\d%\s)])(?P<raised>[{SUPERSCRIPTS}]+)\)?  # 5,2²  but not m³
      | \[(?P<boxed>\w{{1,2}})\]                       # 5,3 [1]
    ) $
    """,
    re.VERBOSE,
)
ASIDE = re.compile(r"\s*\((?P<aside>[^()]*)\)$")
BARE_YEAR = re.compile(
    r"[\s,;]+(?:pada\s+)?(?:tahun|thn\.?|th\.?|pada)\s+(?P<aside>(?:19|20)\d\d)$", re.IGNORECASE
)
LEADING_YEAR = re.compile(
    r"""
    ^ (?P<lead> (?:[^\W\d]+\s+){0,3}? )                       # RANKING 2029: 35   Target 2029: 85
    (?: (?:tahun|thn\.?|th\.?)\s+ (?P<year>(?:19|20)\d\d) \s*[:=]?\s+   # Tahun 2023 peringkat 74
      | \(? (?P<aside>(?:19|20)\d\d) (?:\)\s*[:=]? | \s*[:=]) \s* )     # 2023: 79,51   (2023) 79,51
    (?=\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
PERIOD = re.compile(
    r"""
    ^ [^\d]* (?:\d{1,2}\s+[^\W\d]+\s+)?           # (31 Desember 2023), (Agustus 2023)
    (?P<first>(?:19|20)\d\d)
    (?: \s*(?:-|/|s\.?/?d\.?)\s* (?P<last>\d{4}|\d\d) )?  # (2025-2029), (2025-29)
    [^\d]* $
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A printed value without what stands around it."""

    core: str
    footnote: str | None = None
    asides: tuple[str, ...] = ()
    doubt: bool = False


def clean_value(text: str) -> str:
    """One kind of dash, blank and digit; line breaks stay, for they may part two values."""
    text = text.translate(DASHES | SIGNS)
    kept = (char if char in SUPERSCRIPTS else unicodedata.normalize("NFKC", char) for char in text)
    visible = "".join(char for char in "".join(kept) if unicodedata.category(char) != "Cf")
    visible = GLUED_CURRENCY.sub(r"\1 ", visible)
    lines = (" ".join(line.split()) for line in visible.splitlines())
    return "\n".join(line for line in lines if line).rstrip(ENDS)


def take_marks(cleaned: str) -> Marked:
    """Take footnote marks, years and brackets off the value, from the outside in."""
    marked = take_leading(Marked(cleaned))
    while (taken := take_trailing(marked)) is not None:
        marked = taken
    return marked


def take_leading(marked: Marked) -> Marked:
    """Take off a year printed before the value: `2023: 79,51`."""
    found = LEADING_YEAR.match(marked.core)
    if found is None:
        return marked
    return Marked(found["lead"] + marked.core[found.end() :], asides=(found["aside"] or found["year"],))


def take_trailing(marked: Marked) -> Marked | None:
    """Take one mark off the end; None when there is none, or nothing would remain."""
    core = marked.core.rstrip(ENDS)
    if (found := FOOTNOTE.search(core)) and found.start() > 0 and is_footnote(found, core):
        note = next(group for group in found.groups() if group)
        doubt = marked.doubt or found["glued"] is not None
        return Marked(core[: found.start()], join_notes(note, marked.footnote), marked.asides, doubt)
    found = ASIDE.search(core) or BARE_YEAR.search(core)
    if found is None or found.start() == 0:
        return None
    return Marked(core[: found.start()], marked.footnote, (found["aside"], *marked.asides), marked.doubt)


def is_footnote(found: re.Match[str], core: str) -> bool:
    """A closing bracket is a footnote mark only where no opening one stands before it."""
    return bool(found["sign"]) or not found.group().endswith(")") or "(" not in core


def join_notes(note: str, others: str | None) -> str:
    """Several marks at one value, in printed order."""
    return f"{note},{others}" if others else note


def find_period(asides: tuple[str, ...]) -> tuple[int | None, int | None]:
    """First and last year of the first bracket that prints a year; the first is None for a single year."""
    for aside in asides:
        if found := PERIOD.match(aside):
            first = int(found["first"])
            return (None, first) if found["last"] is None else (first, complete_year(first, found["last"]))
    return None, None


def complete_year(first: int, last: str) -> int:
    """The four digits of the last year of a period: 29 after 2025 is 2029."""
    return int(last) if len(last) == 4 else first // 100 * 100 + int(last)
