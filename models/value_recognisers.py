"""The recognisers of printed values; each takes a text with plain numerals (`1234.5`) may give a value."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from selaras.models import value_words as words
from selaras.models.value_kinds import Value, ValueKind

NUMBER = r"(?:[-+]\s?)?\d+(?:\.\d+)?"
AMOUNT = re.compile(
    rf"(?:(?P<money>{words.CURRENCY})\.?\s*)? (?P<number>{NUMBER}) (?:,-)? \s* (?P<rest>.*)",
    words.FLAGS | re.DOTALL,
)
RANGE = re.compile(
    rf"""
    (?P<first> (?:{words.CURRENCY}\.?\s*)? {NUMBER} [^\d\-~±]{{0,30}}? )    # 5,5%   9,10 tahun
    \s* (?: --? | ~ | s\.?\s?[/.]?\s?d\b\.? | sampai(?:\s+dengan)? | hingga ) \s* [<>≤≥]?\s?
    (?P<last> (?:{words.CURRENCY}\.?\s*)? [-+]?\d .* )
    """,
    words.FLAGS | re.DOTALL,
)
TOLERANCE = re.compile(r"(?P<middle>.+?)\s*(?:±|[+]/?-)\s*(?P<spread>\d.*)", re.DOTALL)
RATIO = re.compile(rf"(?P<first>\d+)\s*:\s*(?P<last>{NUMBER})\s*(?P<rest>.*)", re.DOTALL)
BRACKETED = re.compile(r"\(([^()]*)\)")
YEAR = re.compile(r"(?:19|20)\d\d")

# A unit may hold numbers only as a base: "per 100.000 penduduk", "/1.000 KH", "dari 250 desa".
UNIT_BASE = re.compile(r"(?:\bper\s+|/\s*)\d[\d.]*\s+(?=[^\W\d])|\bdari\s+\d[\d.]*(?=\s|$)", re.IGNORECASE)
UNIT_WORD = re.compile(
    r"""
    (?![eE][+-]?\d)                                       # 1,2E+11 is a number of a spreadsheet, not a unit
    [(]? (?: [%‰°/](?!\d) | [^\W\d_] ) [\w.²³⁻¹/&%'’+-]* [)]? ,?   # m³/det   CO2e   (betina)
    | &
    """,
    re.VERBOSE,
)
LONGEST_UNIT = 10  # words


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what is printed at it; `scale` is the factor of its word of size (juta)."""

    number: Decimal
    scale: Decimal = Decimal(1)
    money: str | None = None
    unit: str | None = None


def recognise(plain: str) -> Value:
    """The reading of the first recogniser that understands the text, or UNREADABLE."""
    for recogniser in RECOGNISERS:
        if (value := recogniser(plain)) is not None:
            return value
    return Value(plain, ValueKind.UNREADABLE)


def read_missing(plain: str) -> Value | None:
    """`N/A`, `-`, `tad`, an empty cell."""
    return Value(plain, ValueKind.MISSING) if words.MISSING.fullmatch(plain) else None


def read_rank(plain: str) -> Value | None:
    """`peringkat 74 dari 156`, `posisi 21`, `ke-5`; `10 besar` is 1 to 10."""
    if found := words.RANK.fullmatch(plain):
        return between(
            plain, ValueKind.RANK, Decimal(found["first"]), Decimal(found["last"] or found["first"])
        )
    if found := words.TOP.fullmatch(plain):
        return between(plain, ValueKind.RANK, Decimal(1), Decimal(found["last"]))
    return None


def read_ratio(plain: str) -> Value | None:
    """`1:12` is twelve to one; other ratios have no single number."""
    found = RATIO.fullmatch(plain)
    if found is None or "1" not in found.group("first", "last") or not is_unit(found["rest"]):
        return None
    number = found["last"] if found["first"] == "1" else found["first"]
    return between(plain, ValueKind.NUMBER, Decimal(number), Decimal(number), unit=found["rest"])


def read_tolerance(plain: str) -> Value | None:
    """`2,5±1` is 1.5 to 3.5."""
    if (found := TOLERANCE.fullmatch(plain)) is None:
        return None
    middle, spread = read_amount(found["middle"]), read_amount(found["spread"])
    if middle is None or spread is None:
        return None
    middle = share_scale(middle, spread)
    low, high = middle.number - spread.number, middle.number + spread.number
    return between(plain, ValueKind.RANGE, low, high, unit=spread.unit or middle.unit)


def read_range(plain: str) -> Value | None:
    """`4,5–5,0`, `5,5%-6,5%`, `9,10 s.d. 9,50 tahun`; printed high to low it is sorted."""
    if (found := RANGE.fullmatch(plain)) is None:
        return None
    first = read_amount(found["first"])
    last = read_amount(found["last"], money=first.money) if first else None
    if first is None or last is None:
        return None
    first = share_scale(first, last)
    return between(plain, ValueKind.RANGE, first.number, last.number, unit=last.unit or first.unit)


def read_bound(plain: str) -> Value | None:
    """`≤ 5`, `minimal 80`, `5 ke atas`; with both ends printed (`> 85 - 100`) it is a range."""
    for pattern, open_side in BOUNDS:
        rest, count = pattern.subn("", plain, count=1)
        inner = (read_range(rest) or read_number(rest)) if count else None
        if inner and inner.kind is ValueKind.NUMBER:
            bound = replace(inner, kind=ValueKind.BOUND)
            return replace(bound, high=None) if open_side == "high" else replace(bound, low=None)
        if inner:
            return inner
    return None


def read_bracketed(plain: str) -> Value | None:
    """`(3.14)` is negative, as accountants write; `(2,1-2,5%)` is only bracketed, `(2023)` is a year."""
    found = BRACKETED.fullmatch(plain)
    if found is None or YEAR.fullmatch(found[1]):
        return None
    inner = read_range(found[1]) or read_bound(found[1]) or read_number(found[1])
    if (
        inner is None
        or inner.kind is not ValueKind.NUMBER
        or inner.unit
        or inner.low is None
        or inner.low < 0
    ):
        return inner
    # A small whole number in brackets may also be the number of a column.
    doubt = inner.low < 100 and inner.low.is_integer()
    return replace(inner, low=-inner.low, high=-inner.low, ambiguous=doubt)


def read_number(plain: str) -> Value | None:
    """`61 kampung`, `Rp 2,9 triliun`, `12 per 100.000 penduduk`; with a grade (`72,5 BB`) a predicate."""
    if (amount := read_amount(plain)) is None:
        return None
    graded = words.PREDICATE.fullmatch((amount.unit or "").strip("/ "))
    value = between(plain, ValueKind.NUMBER, amount.number, amount.number, unit=amount.unit)
    if value is None or graded is None:
        return value
    return replace(value, kind=ValueKind.PREDICATE, unit=None, label=graded["label"] or graded["named"])


def read_grade_and_number(plain: str) -> Value | None:
    """`BB / 72,5`: a predicate that also prints its number."""
    found = words.GRADE_THEN_NUMBER.fullmatch(plain)
    inner = (read_range(found["rest"]) or read_number(found["rest"])) if found else None
    return replace(inner, kind=ValueKind.PREDICATE, label=found["label"]) if found and inner else None


def read_predicate(plain: str) -> Value | None:
    """`WTP`, `BB`, `CC keatas`, `Sangat Baik`, `Predikat Kabupaten Layak Pemuda`."""
    found = words.PREDICATE.fullmatch(plain)
    return Value(plain, ValueKind.PREDICATE, label=found["label"] or found["named"]) if found else None


def read_bound_in_words(plain: str) -> Value | None:
    """`< inflasi nasional`: a bound that another figure gives; the words are its label."""
    found = words.BOUND_IN_WORDS.fullmatch(plain)
    return Value(plain, ValueKind.BOUND, label=found["label"]) if found else None


def read_named_index(plain: str) -> Value | None:
    """`IKLH 77,20`: the short name of the index stands in the cell. A doubt: other capitals look the same."""
    rest, count = words.INDEX_NAME.subn("", plain)
    inner = (read_range(rest) or read_number(rest)) if count else None
    return replace(inner, ambiguous=True) if inner else None


RECOGNISERS: tuple[Callable[[str], Value | None], ...] = (
    read_missing,
    read_rank,
    read_ratio,
    read_tolerance,
    read_range,
    read_bound,
    read_bracketed,
    read_number,
    read_grade_and_number,
    read_predicate,
    read_bound_in_words,
    read_named_index,
)
BOUNDS = (
    (words.LOWER_BOUND, "high"),
    (words.UPPER_BOUND, "low"),
    (words.AND_MORE, "high"),
    (words.AND_LESS, "low"),
)


def read_amount(plain: str, *, money: str | None = None) -> Amount | None:
    """One number with its currency, size and unit; `money` is a currency printed earlier in the cell."""
    if (found := AMOUNT.fullmatch(plain.strip())) is None:
        return None
    money = found["money"] or money
    scale, rest = split_scale(words.SPELT.sub("", found["rest"]), money)
    if not is_unit(rest):
        return None
    unit = " ".join(filter(None, (money, " ".join(rest.split()))))
    return Amount(Decimal(found["number"].replace(" ", "")) * scale, scale, money, unit or None)


def split_scale(rest: str, money: str | None) -> tuple[Decimal, str]:
    """The factor of a word of size at the start of `rest`, and what remains."""
    for pattern, scale in words.SCALES if money is None else words.SCALES + words.MONEY_SCALES:
        if found := pattern.match(rest):
            return scale, rest[found.end() :]
    return Decimal(1), rest


def share_scale(first: Amount, last: Amount) -> Amount:
    """In `2-3 juta` the size stands once and holds for both."""
    return replace(first, number=first.number * last.scale, scale=last.scale) if first.scale == 1 else first


def is_unit(rest: str) -> bool:
    """Whether the text after a number can be its unit: a few words without loose numbers, or nothing."""
    tokens = UNIT_BASE.sub("", rest).split()
    return len(tokens) <= LONGEST_UNIT and all(UNIT_WORD.fullmatch(token) for token in tokens)


def between(
    plain: str, kind: ValueKind, one: Decimal, other: Decimal, *, unit: str | None = None
) -> Value | None:
    """A value from the smaller to the larger; None where a number is too large for a float."""
    low, high = sorted((float(one) + 0.0, float(other) + 0.0))  # + 0.0 turns -0.0 into 0.0
    return (
        Value(plain, kind, low, high, unit=unit or None)
        if math.isfinite(low) and math.isfinite(high)
        else None
    )
