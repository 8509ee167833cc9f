"""Whose statement it is: plans quote the visi of the president, the governor or another plan.

In an agency's plan "Visi Wali Kota X" has that owner, and "Visi Dinas Y Provinsi Z" none: it is the agency's
own. The names stand in `data/labels.toml`.
"""

import re
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.models.documents import PlanKind, PlanLevel, PlanningDocument

MOST_OWNER_WORDS = 8
_SHORT_NAME = re.compile(r"[A-Z][A-Z0-9]{2,11}")
# The head of government whose own plan a document is, where no agency stands between.
OWN_HEADS = {
    PlanLevel.NATIONAL: ("presiden",),
    PlanLevel.PROVINCE: ("gubernur",),
    PlanLevel.DISTRICT: ("bupati", "wali kota", "walikota"),
}


def find_owner(words: str, document: PlanningDocument) -> str | None:
    """Return whom the words behind the name of a kind name; None where it is the document's own."""
    text = " ".join(words.split())
    if found := _pattern("people").search(text):
        return None if _is_own_head(found[0], document) else _phrase(text, found.start())
    if found := _pattern("ministries").search(text):
        return None if _is_own_ministry(document) else _phrase(text, found.start())
    if found := _pattern("plans").search(text):
        return None if found[0].upper() == document.kind else found[0].upper()
    if "jangka panjang" in text.casefold() and document.kind.horizon in (1, 5):
        return PlanKind.RPJPN if "nasional" in text.casefold() else PlanKind.RPJPD
    if _pattern("offices").search(text) or document.agency is None or _starts_short(text):
        return None
    found = _pattern("regions").search(text)
    # "tujuan pembangunan perkebunan Provinsi ..." is the agency's: a region right behind the kind owns it.
    return _phrase(text, found.start()) if found and _is_near(text[: found.start()]) else None


def find_source(before: str, about: str, document: PlanningDocument) -> str | None:
    """The other plan or head of government that an agency's sentence speaks of before it quotes.

    "Dalam RPJMD ... ditetapkan visi" is the region's; "Sesuai RPJMD, visi Dinas ..." names its own office.
    """
    if document.agency is None or _pattern("offices").search(about):
        return None
    if found := _pattern("plans").search(before):
        return None if found[0].upper() == document.kind else found[0].upper()
    found = _pattern("people").search(before)
    return _phrase(before, found.start()) if found else None


def _starts_short(text: str) -> bool:
    """Whether a text starts with the short name of an office, as no region has: "BKPP Wilayah II"."""
    first = (text.split() or [""])[0]
    return not text.isupper() and bool(_SHORT_NAME.fullmatch(first)) and not _pattern("regions").match(first)


def _is_near(before: str) -> bool:
    words = re.findall(r"\w+", before.casefold())
    plain = load_table("labels.toml")["headings"]["beside"]
    return all(word in plain or word.isdigit() for word in words)


def _is_own_head(name: str, document: PlanningDocument) -> bool:
    if document.kind is PlanKind.VISI_MISI:
        return True
    heads = OWN_HEADS.get(document.level, ()) if document.level else ()
    return document.agency is None and " ".join(name.casefold().split()) in heads


def _is_own_ministry(document: PlanningDocument) -> bool:
    return (document.agency or "").casefold().startswith("kementerian")


# "Pemerintah(an) (Daerah) Provinsi X" and "Provinsi X" are one owner.
_GOVERNMENT = re.compile(
    r"^pemerintah(?:an)?\s+(?:daerah\s+)?(?=(?:provinsi|kabupaten|kota)\b)", re.IGNORECASE
)


def _phrase(text: str, start: int) -> str:
    """The name from its first word to the end of its run of capital words."""
    words = _GOVERNMENT.sub("", text[start:]).split()
    kept = [words[0]]
    for word in words[1:MOST_OWNER_WORDS]:
        if not (word[0].isupper() or word == "dan") or word in ("Tahun", "Periode"):
            break
        kept.append(word)
    return " ".join(kept).rstrip(" ,:;.)").removesuffix(" dan")


@cache
def _pattern(group: str) -> re.Pattern[str]:
    names = sorted(load_table("labels.toml")["owners"][group], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b", re.IGNORECASE)
