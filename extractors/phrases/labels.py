"""Labels of statements: `Visi :`, `4.2. Tujuan dan Sasaran`, `MISI II :`, `Misi Pertama, ...`.

    find_label("Misi 3 :Memantapkan tata kelola")  # MISSION, number "3", rest "Memantapkan tata kelola"
    find_label("Visi kami berubah setiap tahun")   # None: running prose that merely mentions the word

The words stand in `data/labels.toml`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.numbering import ROMAN, read_marker
from selaras.models.statements import StatementKind

MOST_WORDS_BESIDE = 9
LONGEST = 2000  # characters; longer texts are prose, and hostile ones cost time
DOUBLE_QUOTES = '"“”„‟«»'
QUOTES = "\"“”„‟«»‘’'"
_REFERENCE_SIGN = re.compile(r"\b(?:[IVX]+|ke-?\d+)\b")
PLURAL_NAMES = frozenset({StatementKind.PROGRAM, StatementKind.ACTIVITY, StatementKind.SUBACTIVITY})


@dataclass(frozen=True, slots=True)
class Label:
    """A label in front of a text or over it.

    `kinds` are those it names, one but for headings such as "Visi dan Misi"; `beside` holds the words that
    stand with them and may tell the owner; `rest` is the labelled text, empty where the label stands alone;
    `section` is the number of the chapter in front of it; `colon` tells that the text must follow.
    """

    kinds: tuple[StatementKind, ...]
    number: str | None = None
    beside: str = ""
    rest: str = ""
    section: str | None = None
    colon: bool = False

    @property
    def kind(self) -> StatementKind | None:
        """The one kind that is named; None where there are several."""
        return self.kinds[0] if len(self.kinds) == 1 else None


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: Mapping[str, StatementKind]
    kind: re.Pattern[str]
    number: re.Pattern[str]
    counts: Mapping[str, int]
    beside: frozenset[str]
    behind: frozenset[str]
    foreign: frozenset[str]

    def kind_named(self, text: str) -> StatementKind:
        """The kind that a match of `kind` names: "sasarannya" is a sasaran."""
        return self.kinds[" ".join(text.casefold().split()).removesuffix("nya")]


def find_label(text: str) -> Label | None:
    """Read a line, section row or cell as a label; None where it is none."""
    if len(text) > LONGEST:
        return None
    text = " ".join(text.split()).lstrip(QUOTES + " ")
    section, body = _split_section(text)
    kinds, after = _take_kinds(body)
    if not kinds or not body[:1].isupper():
        return None
    number, after = _take_number(after)
    return _with_rest(kinds, number, after, section)


def kind_of_first_word(text: str) -> StatementKind | None:
    """The kind that a statement names itself: "Program Pengelolaan ..." is a program."""
    kinds, _ = _take_kinds(text[:LONGEST].strip())
    return kinds[0] if len(kinds) == 1 and kinds[0] in PLURAL_NAMES else None


def mentions_of_kinds(text: str) -> list[tuple[int, StatementKind]]:
    """Each place in a text where a kind is named."""
    words = label_words()
    return [(found.start(), words.kind_named(found[0])) for found in words.kind.finditer(text)]


def _split_section(text: str) -> tuple[str | None, str]:
    taken = read_marker(text)
    return (taken[0].number or None, taken[1]) if taken else (None, text)


def _take_kinds(text: str) -> tuple[tuple[StatementKind, ...], str]:
    """Kinds at the start, joined by commas, slashes or "dan", and what follows them."""
    words, kinds = label_words(), list[StatementKind]()
    rest = text
    while found := words.kind.match(rest):
        kinds.append(words.kind_named(found[0]))
        rest = rest[found.end() :]
        joint = re.match(r"\s*(?:[,/&]|dan\b|serta\b)(?:\s*(?:dan|serta)\b)?\s*", rest, re.IGNORECASE)
        if joint is None or not words.kind.match(rest[joint.end() :]):
            break
        rest = rest[joint.end() :]
    return tuple(kinds), rest


def _take_number(text: str) -> tuple[str | None, str]:
    words = label_words()
    found = words.number.match(text)
    if found is None:
        return None, text
    number = found[1]
    # A small "i" or "v" is a letter of prose, not a Roman number.
    if not number[0].isdigit() and number.upper() in ROMAN and not number.isupper():
        return None, text
    return number, text[found.end() :]


def _with_rest(
    kinds: tuple[StatementKind, ...], number: str | None, after: str, section: str | None
) -> Label | None:
    after = after.strip()
    beside, colon, rest = after.partition(":")
    if colon and (len(kinds) > 1 or _may_stand_beside(kinds[0], beside)):
        return Label(kinds, number, beside.strip(), rest.strip(), section, colon=True)
    if number and (text := _text_behind_number(after)) is not None:
        return Label(kinds, number, "", text, section)
    if number is None and _is_heading(kinds, after):
        return Label(kinds, None, after, "", section)
    return None


def _may_stand_beside(kind: StatementKind, text: str) -> bool:
    """Whether the words before a colon are those of a label: an owner, a period, "adalah"; no subject."""
    words = re.findall(r"\w[\w-]*", text)
    known = label_words()
    if len(words) > MOST_WORDS_BESIDE or "." in text.rstrip(". ") or any(char in QUOTES for char in text):
        return False
    if known.foreign & {word.casefold() for word in words}:
        return False
    allowed = known.beside | known.behind
    plain = [word for word in words if word.casefold() not in allowed and not word[0].isdigit()]
    free = kind in (StatementKind.VISION, StatementKind.MISSION) and words[:1] and words[0][0].isupper()
    return not plain or bool(free) or names_a_body(" ".join(plain)) or _is_aside(text)


def _is_aside(text: str) -> bool:
    """Whether the words stand in brackets: `VISI (RPJMD)`."""
    return text.strip().startswith("(") and text.strip().endswith(")")


def _text_behind_number(after: str) -> str | None:
    """The text of "Misi 2. Membangun", "Misi Pertama, Membangun", "Tujuan 3 Meningkatnya"; None for prose."""
    after = re.sub(r"^(?:yaitu|adalah|ialah|yakni)\s*(?=[\"“”:])", "", after)
    if not after or after[0] in ".,)-–" + QUOTES:
        return after.lstrip(".,)-– ").strip()
    return after if after[0].isupper() else None


def _is_heading(kinds: Sequence[StatementKind], after: str) -> bool:
    """Whether the words beside the kind are those of a heading, not of a sentence."""
    if after.endswith((".", ",", ";")) or len(after.split()) > MOST_WORDS_BESIDE:
        return False
    allowed = label_words().beside
    after = _REFERENCE_SIGN.sub("", label_words().kind.sub("", after))
    words = [word.strip("(),-–/&") for word in after.split()]
    plain = [word for word in words if word and word.casefold() not in allowed and not word.isdigit()]
    plain = [word for word in plain if not re.fullmatch(r"\d{4}[-–]\d{4}", word)]
    if not plain:
        return True
    return (
        kinds[0] not in PLURAL_NAMES
        and names_a_body(" ".join(plain))
        and all(word[0].isupper() for word in plain)
    )


def names_a_body(text: str) -> bool:
    """Whether a text starts with the name of an office, a head of government or a region."""
    owners = load_table("labels.toml")["owners"]
    names = [*owners["people"], *owners["ministries"], *owners["regions"], *owners["offices"]]
    return any(re.match(rf"{re.escape(name)}\b", text, re.IGNORECASE) for name in names)


@cache
def label_words() -> _Words:
    """The words of `data/labels.toml`, made into patterns once."""
    table = load_table("labels.toml")
    kinds = {name: StatementKind[kind] for kind, names in table["kinds"].items() for name in names}
    ordinals, cardinals = table["numbers"]["ordinals"], table["numbers"]["cardinals"]
    return _Words(
        kinds=kinds,
        kind=re.compile(rf"\b(?:{any_of(kinds)})(?:nya)?\b", re.IGNORECASE),
        number=re.compile(
            rf"\s*((?:{any_of(ordinals)})|ke\s?-?\s?(?:{any_of(cardinals)}|\d{{1,2}})"
            r"|\d{1,2}(?:\.\d{1,2})*(?:\.?[a-z])?|[IVXivx]+)(?![\w-])",
            re.IGNORECASE,
        ),
        counts={word: place for names in (ordinals, cardinals) for place, word in enumerate(names, 1)},
        beside=frozenset(table["headings"]["beside"]),
        behind=frozenset(table["introductions"]["behind"]),
        foreign=frozenset(table["introductions"]["foreign"]),
    )


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first; blanks match any run of blanks."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


def split_at(lines: Iterable[str], starts: Callable[[str], object]) -> list[list[str]]:
    """Part the lines of a cell or box before each line that starts something of its own, such as a label."""
    parts: list[list[str]] = []
    for line in lines:
        if not parts or starts(line):
            parts.append([])
        parts[-1].append(line)
    return parts
