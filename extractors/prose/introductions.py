"""Sentences that announce statements: "maka misi ... dirumuskan sebagai berikut :", "visi ... adalah :".

    find_introduction("Untuk mencapai tujuan tersebut ditetapkan strategi sebagai berikut:")  # STRATEGY
    find_introduction("Penjabaran makna visi adalah sebagai berikut:")  # None: what follows explains

The words that announce, govern and turn away stand in `data/labels.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.labels import LONGEST, QUOTES, label_words, mentions_of_kinds, names_a_body
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.prose.lineage import find_reference
from selaras.models.statements import StatementKind

LONGEST_QUOTE = 300
WORDS_NEAR = 5  # words before a kind that may turn what is announced into something else
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_a-z])")
_WORD = re.compile(r"[^\W\d_][\w-]*")
# "sasaran strategis berikut indikator kinerjanya yaitu :" announces sasaran.
_AND_INDICATORS = re.compile(
    r"\s(?:berikut|beserta|dan|serta|dengan)\s+indikator(?:nya)?(?:\s+kinerja(?:nya)?)?\s", re.IGNORECASE
)
_MONEY = re.compile(
    r"[,;]?\s*(?:dengan\s+)?(?:alokasi\s+)?(?:anggaran|pagu|dana)\s+(?:sebesar\s+)?Rp.*$", re.IGNORECASE
)
_INNER = re.compile(
    r"[,;]?\s*(?:dengan|memiliki|meliputi|(?:yang\s+)?terdiri\s+(?:dari|atas))\s+(?P<list>[^,;:]{4,60})[:;]$",
    re.IGNORECASE,
)
# "meminimalkan isu melalui beberapa kebijakan": what stands before the means is not announced.
_CLAUSE = re.compile(r"[,;]|\b(?:melalui|ditetapkan|dirumuskan|disusun)\b", re.IGNORECASE)
_SINGLE = re.compile(
    r"[,;]?\s*(?:yang\s+)?terdiri\s+(?:dari|atas)\s+(?:1|satu)\b\s*(?:\(\w+\)\s*)?"
    r"(?P<kind>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+(?:yaitu|yakni|adalah)\s*:?\s*(?P<text>\S.*)$",
    re.IGNORECASE,
)
# "tujuan disusunnya renja": why the document was written
_MADE = re.compile(r"(?:disusun|dibuat|ditulis)nya|penyusunan|pembuatan|penulisan", re.IGNORECASE)
# Where a sentence goes on behind a mission that it names
_GOES_ON = re.compile(r",\s*(?:indikator|maka|dengan|yang|dimana|di mana|sehingga)\b", re.IGNORECASE)
_LEADS_TO = re.compile(r"\s*\b(?:(?:pada|dalam|untuk|dari|bagi|atas|pelaksanaan)\s+)+$", re.IGNORECASE)
_PASSIVE = re.compile(r"di\w{4,}", re.IGNORECASE)
# "pembentukan", "pengelolaan", "penerbitan": the aim of a deed is none of the plan; "perkebunan" is a field.
_DEED = re.compile(r"pe[mnl]\w+an$", re.IGNORECASE)
_COUNT = re.compile(r"\b(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Introduction:
    """What a sentence announces; `kind` is None where it says "sebagai berikut" and names no kind.

    `before` and `about` are the words around the kind, which may name the owner; `count` is how many are
    promised, `said` the kind and number of the statement that they belong to. `quoted` where only a quotation
    may follow: the sentence goes on about other things ("visi dalam pelaksanaan tugas sebagai berikut").
    """

    kind: StatementKind | None
    about: str = ""
    count: int | None = None
    before: str = ""
    said: tuple[StatementKind, str] | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A statement quoted inside a sentence."""

    kind: StatementKind
    text: str
    number: str | None
    about: str
    before: str


def find_introduction(text: str) -> Introduction | None:
    """Read the last sentence of a paragraph as an announcement; None where it is none."""
    whole = _AND_INDICATORS.sub(" ", _SENTENCE.split(text.strip()[-LONGEST:])[-1])
    if not _announces(whole):
        return None
    sentence = _without_reference(whole)
    free = [(place, kind) for place, kind in mentions_of_kinds(sentence) if not _is_governed(sentence, place)]
    if not free:
        foreign = mentions_of_kinds(sentence) or _speaks_of_others(sentence, 0)
        return None if foreign else Introduction(None)
    place, kind = free[-1]
    vision = kind is StatementKind.VISION
    if _speaks_of_others(sentence, place, behind=not vision) or _is_pair(sentence, free):
        return None
    plain = not _speaks_of_others(sentence, place) and _is_announced(kind, words_behind(sentence[place:]))
    if not plain and not vision:
        return None
    places = [other for other, named in mentions_of_kinds(sentence) if named is kind]
    counts = [count for other in places if (count := _count(sentence[:other]))]
    said = find_reference(whole)
    return Introduction(
        kind,
        words_behind(sentence[place:]),
        counts[0] if counts else None,
        sentence[:place],
        said if said and said[0] is not kind else None,
        quoted=not plain,
    )


def _without_reference(sentence: str) -> str:
    """Leave out the numbered statement that a kind belongs to: "tiga sasaran pada misi keempat"."""
    words = label_words()
    above: re.Match[str] | None = None
    for kind in words.kind.finditer(sentence):
        number = words.number.match(sentence[kind.end() :])
        other = above and words.kind_named(above[0]) is not words.kind_named(kind[0])
        lead = _LEADS_TO.search(sentence[: kind.start()])
        if number and above and other and (lead or not sentence[above.end() : kind.start()].strip()):
            start = lead.start() if lead else kind.start()
            return sentence[:start] + sentence[kind.end() + number.end() :]
        above = kind
    return sentence


def split_inner(text: str) -> tuple[str, StatementKind | None]:
    """Part an entry from the inner list that it opens: "Menata laut, dengan tujuan :" opens one of tujuan.

    What an entry says of its money is left out too; the kind is None where no list opens.
    """
    if len(text) > LONGEST:
        return text, None
    body = _MONEY.sub("", text)
    found = _INNER.search(body)
    kinds = {kind for _, kind in mentions_of_kinds(found["list"])} if found else set()
    return (body[: found.start()], kinds.pop()) if found and len(kinds) == 1 else (body, None)


def split_single(text: str) -> tuple[str, StatementKind, str] | None:
    """Part "Program X, yang terdiri dari 1 kegiatan yaitu Y" into the text, the kind inside, and its text."""
    found = _SINGLE.search(text[:LONGEST])
    kinds = {kind for _, kind in mentions_of_kinds(found["kind"])} if found else set()
    return (text[: found.start()], kinds.pop(), found["text"]) if found and len(kinds) == 1 else None


def words_behind_each(text: str) -> list[str]:
    """What follows each kind that a caption names of its own, up to the next: the owner may stand there."""
    text = text[:LONGEST]
    places = [place for place, _ in mentions_of_kinds(text)]
    pieces = zip(places, [*places[1:], len(text)], strict=False)
    return [words_behind(text[place:end]) for place, end in pieces if not _is_governed(text, place)]


def words_behind(text: str) -> str:
    """What follows the last name of a kind in a text, such as the name of its owner."""
    ends = [found.end() for found in label_words().kind.finditer(text)]
    return text[ends[-1] :] if ends else ""


def find_quotations(text: str) -> list[Quotation]:
    """Statements that a sentence quotes: `Visi Presiden ... yaitu “...”`, `misi kedua adalah "..."`."""
    found = []
    text = text[:LONGEST]
    for match in _quoted().finditer(text):
        kind = label_words().kind_named(match["kind"])
        number = match["number"]
        if kind is StatementKind.VISION or (kind is StatementKind.MISSION and number):
            before = _SENTENCE.split(text[: match.start()])[-1]
            about = match["about"] or match["name"] or ""
            found.append(Quotation(kind, match["text"].strip(), number, about, before))
    return [*found, *_find_named(text)]


def _find_named(text: str) -> Iterator[Quotation]:
    """Missions that a sentence names without quotation marks: "mengemban misi kedua yaitu Membangun ..."."""
    for match in _named().finditer(text):
        named = _GOES_ON.split(match["text"])[0].strip()
        if named[:1].isupper() and wording_of(named) is Wording.EFFORT:
            before = _SENTENCE.split(text[: match.start()])[-1]
            yield Quotation(StatementKind.MISSION, named, match["number"], match["about"], before)


def _announces(sentence: str) -> bool:
    plain = sentence.rstrip(" .:;,").casefold()
    return sentence.rstrip().endswith(":") or plain.endswith(tuple(_words("endings")))


def _is_governed(sentence: str, place: int) -> bool:
    """Whether a kind is only spoken of: "untuk mencapai tujuan", "misi tersebut di atas"."""
    governing = set(_words("governing"))
    before = [word.casefold() for word in _WORD.findall(sentence[:place])]
    after = [word.casefold() for word in _WORD.findall(sentence[place:])]
    kinds = label_words().kinds
    while before and (before[-1] in kinds or before[-1] in ("dan", "serta", "arah")):
        before.pop()
    return bool(governing & set(before[-2:])) or "tersebut" in after[1:3]


def _speaks_of_others(sentence: str, place: int, *, behind: bool = True) -> bool:
    """Whether explanations, problems or tables are announced: "makna yang terkandung dalam visi".

    A vision has no list: what is said `behind` it ("visi dalam pelaksanaan tugas") turns nothing away.
    """
    clause = _CLAUSE.split(sentence[:place])[-1]
    near = _WORD.findall(clause)[-WORDS_NEAR:] + (_WORD.findall(sentence[place:]) if behind else [])
    return bool(label_words().foreign & {word.casefold() for word in near})


def _is_pair(sentence: str, free: Sequence[tuple[int, StatementKind]]) -> bool:
    """Whether two kinds are announced at once ("tujuan dan sasaran ... adalah"): either may follow."""
    if len(free) < 2 or free[-2][1] is free[-1][1]:
        return False
    between = sentence[free[-2][0] : free[-1][0]].casefold()
    return (
        bool(re.fullmatch(r"[\w ]+?\s*(?:,|,?\s*dan|,?\s*serta|&|/)\s*", between))
        and len(between.split()) <= 4
    )


def _is_announced(kind: StatementKind, behind: str) -> bool:
    """Whether the words behind a kind go on about the plan: not "tujuan penerbitan obligasi adalah"."""
    if names_a_body(behind.strip()):
        return True
    words = _WORD.findall(behind)
    if words and _MADE.fullmatch(words[0]):
        return False
    if not words or (kind in (StatementKind.VISION, StatementKind.MISSION) and words[0][:1].isupper()):
        return True
    if kind is StatementKind.PROGRAM:
        # No deed has programs, and only entries that call themselves programs are taken.
        return True
    allowed = label_words().behind | label_words().beside
    if words[0].casefold() not in allowed and not _PASSIVE.match(words[0]):
        return False
    first = next((word for word in words if word.casefold() not in allowed), "")
    return not _DEED.match(first)


def _count(before: str) -> int | None:
    """The number promised right before the kind: "8 Misi", "9 (sembilan) kebijakan", "lima misi"."""
    near = " ".join(before.split()[-2:])
    if found := _COUNT.findall(near):
        return int(found[-1])
    counts = label_words().counts
    named = [counts[word] for word in near.casefold().split() if word in counts]
    return named[-1] if named else None


def _words(name: str) -> list[str]:
    words: list[str] = load_table("labels.toml")["introductions"][name]
    return words


@cache
def _quoted() -> re.Pattern[str]:
    words = label_words()
    numbers = "|".join(sorted(words.counts, key=len, reverse=True))
    function_words = "|".join(_words("function_words"))
    return re.compile(
        rf"""
        \b(?P<kind>{words.kind.pattern})
        (?:\s+(?P<number>\d{{1,2}}|(?:ke\s?)?(?:{numbers})))?
        (?: (?P<about>(?:(?!\b(?:{words.kind.pattern}))[^.;:{QUOTES}]){{0,160}}?)
            (?:\b(?:adalah|yaitu|yakni|ialah|berbunyi)|:)\s*:?
        |   (?P<name>(?:\s+(?!(?:{function_words})\b)[^\W\d_][\w-]*){{1,4}})
        )?
        \s*[“”"„«](?P<text>[^“”"„«»]{{10,{LONGEST_QUOTE}}})[“”"»]
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    words = label_words()
    numbers = "|".join(sorted(words.counts, key=len, reverse=True))
    return re.compile(
        rf"\bmisi\s+(?P<number>\d{{1,2}}|(?:ke\s?)?(?:{numbers}))\b(?P<about>[^.;:{QUOTES}]{{0,60}}?)"
        rf"\b(?:yaitu|adalah|yakni|ialah)\s*:?\s*(?P<text>[^\W\d_][^.;{QUOTES}]{{14,220}})(?=[.;]|$)",
        re.IGNORECASE,
    )
