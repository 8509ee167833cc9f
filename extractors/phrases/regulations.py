"""Regulations cited with number and year: laws, those of the government, of ministers and of regions.

    Undang-Undang Nomor 25 Tahun 2004 dan Nomor 23 Tahun 2014   two of kind UU
    Perda Kota Contoh No. 2/2025                                 PERDA of "Kota Contoh"
    PermenPANRB 88/2021                                          PERMENPANRB
    Peraturan Menteri PU Nomor 12/PRT/M/2014                     PERMENPUPR, number 12/PRT/M/2014

The name is looked for first; what stands between it and the number is who issued it. The search behind a
name ends where the next name begins, so that a page costs one look at each of its letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.ministries import find_ministry


@dataclass(frozen=True, slots=True)
class Regulation:
    """A cited regulation and its place, half-open.

    `label` is its kind: a key of data/regulations.toml, for a minister's with the short name of the ministry
    behind it. `issuer` is what is printed between its name and its number. `year` is None where a letter's
    number holds none.
    """

    start: int
    end: int
    label: str
    number: str
    year: int | None
    issuer: str = ""

    @property
    def level(self) -> str | None:
        """Which region it binds (`region`, `province`, `regency`, `city`), None for the nation's."""
        level: str | None = load_table("regulations.toml").get(self.label, {}).get("level")
        return level


LONGEST_ISSUER = (
    160  # characters; Peraturan Menteri Perencanaan Pembangunan Nasional/Kepala Badan ... has 110
)
_NO = r"(?:nomor|nomer|no)\b[\s.:]{0,8}"
_OF_YEAR = r"(?:\s{0,5}/\s{0,5}|\s{1,8}(?:tahun|thn?\b\.?)\s{0,8})"
# Each run of blanks and letters has a longest length: a hostile line costs no more than its letters.
_NUMBER = re.compile(
    rf"""(?<![\w./-]) (?:{_NO})? (?P<number>\d{{1,4}}[a-z]?) {_OF_YEAR} (?P<year>(?:19|20)\d\d) (?![\d/])
       | (?<!\w) {_NO} (?P<letter>[\w.]{{1,15}}(?:[ ]?[/-][ ]?[\w.]{{1,15}}){{1,7}})
         (?:{_OF_YEAR}(?P<later>(?:19|20)\d\d)(?!\d))?
       | (?<![\w./-]) (?P<bare>\d{{1,4}}[a-z]?(?:/[a-z][\w.]{{0,14}}){{1,3}}/(?:19|20)\d\d) (?![\d/])""",
    re.VERBOSE | re.IGNORECASE,
)
_FURTHER = re.compile(r"\s{0,5}(?:,|\b(?:dan|serta|jo|juncto)\b)[\s.]{0,5}(?:dan\s{1,5})?", re.IGNORECASE)
_YEAR_INSIDE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[;?!\d]")
_SMALL_WORDS = frozenset({"dan", "atau"})
_NO_ISSUER = frozenset({"tentang", "yang", "tahun", "pasal", "ayat"})


def find_regulations(text: str) -> Iterator[Regulation]:
    """Find regulations with their numbers and years, in the order of the text, without overlap."""
    pattern, kinds = _names()
    names = [name for name in pattern.finditer(text) if not _is_aside(text, name)]
    for name, following in zip_longest(names, names[1:]):
        limit = following.start() if following else len(text)
        first = _cited(text, name, limit, kinds[_fold(name["name"])])
        yield from _with_further(text, first) if first else ()


def _is_aside(text: str, name: re.Match[str]) -> bool:
    """Whether a name is the short form in brackets behind another: "Peraturan Menteri Keuangan (PMK)"."""
    return text[name.start() - 1 : name.start()] == "(" and text[name.end() : name.end() + 1] == ")"


def _cited(text: str, name: re.Match[str], limit: int, kind: str) -> Regulation | None:
    """The regulation that begins with this name; None where no number follows its issuer."""
    number = _NUMBER.search(text, name.end(), min(limit, name.end() + 2 * LONGEST_ISSUER))
    issuer = text[name.end() : number.start()] if number else ""
    if number is None or not _may_issue(issuer) or _is_parted(issuer, number[0]):
        return None
    return _numbered(number, name.start(), _label(kind, issuer), " ".join(issuer.split()))


def _is_parted(issuer: str, number: str) -> bool:
    """Whether a comma parts the issuer from a number without "Nomor": "Perda, 12 tahun 2020 batas"."""
    return issuer.rstrip().endswith(",") and number[0].isdigit()


def _with_further(text: str, first: Regulation) -> Iterator[Regulation]:
    """The regulation and those of its kind whose numbers follow in a list: "dan Nomor 23 Tahun 2014"."""
    found = first
    while True:
        yield found
        joint = _FURTHER.match(text, found.end)
        number = _NUMBER.match(text, joint.end()) if joint else None
        if number is None:
            return
        found = _numbered(number, number.start(), first.label, first.issuer)


def _numbered(number: re.Match[str], start: int, label: str, issuer: str) -> Regulation:
    printed = number["number"] or " ".join((number["letter"] or number["bare"]).split()).rstrip(".")
    inside = _YEAR_INSIDE.findall(printed)
    year = number["year"] or number["later"] or (inside[-1] if inside else None)
    return Regulation(start, number.end(), label, printed, int(year) if year else None, issuer)


def _may_issue(issuer: str) -> bool:
    """Whether these words can name who issued it: capitals, or the name of a ministry."""
    words = _WORD.findall(issuer)
    if len(issuer) > LONGEST_ISSUER or _BREAK.search(issuer):
        return False
    if any(word.casefold() in _NO_ISSUER for word in words):
        return False
    small = [word for word in words if word.islower() and word not in _SMALL_WORDS]
    return not small or find_ministry(issuer) is not None


def _label(kind: str, issuer: str) -> str:
    minister = load_table("regulations.toml")[kind].get("minister", False)
    return kind + ((find_ministry(issuer) or "") if minister else "")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all names, the longest first, and the kind that each stands for."""
    table = load_table("regulations.toml")
    kinds = {_fold(name): kind for kind, row in table.items() for name in row["names"]}
    glued = {
        name for row in table.values() if row.get("minister") for name in row["names"] if " " not in name
    }
    names = sorted((name for row in table.values() for name in row["names"]), key=len, reverse=True)
    joined = "|".join(_name_pattern(name, glued=name in glued) for name in names)
    short = "|".join(_name_pattern(name, glued=False) for name in names if " " not in name)
    # "Satpol PP" is an office.
    named = rf"(?<![\w/-])(?<!pol\s)(?P<name>{joined})(?:\s{{0,3}}\((?:{short})\))?"
    return re.compile(named, re.IGNORECASE), kinds


def _name_pattern(name: str, *, glued: bool) -> str:
    """A name whose words may stand on two lines; the ministry may be joined to its end.

    What a hyphen joins to any other name makes another word of it ("se-Kota").
    """
    words = r"[\s–-]{1,6}".join(map(re.escape, re.split(r"[\s-]", name)))
    cased = f"(?-i:{words})" if name.isupper() else words
    return cased if glued else rf"{cased}(?!\w|-[^\W\d])"


def _fold(name: str) -> str:
    return "".join(_WORD.findall(name.casefold()))
