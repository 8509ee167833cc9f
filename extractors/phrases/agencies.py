"""Names of agencies (perangkat daerah, kementerian/lembaga) in running text.

An agency's name begins with the kind of its office and goes on over capitalised words and connectors:
"Badan Kesatuan Bangsa dan Politik", "DINAS PENDIDIKAN". It ends before its region, a year or a mark. Short
names stand alone: "Disnakertrans", "BPBD", "Kemendagri".
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.agency_names import (
    ABBREVIATIONS,
    CONNECTORS,
    LONGEST_ABBREVIATION,
    agency_name,
    first_words,
    full_name,
    functions_of,
    is_guess,
    is_short,
    level_of,
)
from selaras.extractors.phrases.mentions import Mention
from selaras.extractors.phrases.numbering import ROMAN
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.models.region_context import Level

OFFICES = (
    "Dinas",
    "Badan",
    "Biro",
    "Inspektorat",
    "Sekretariat DPRD",
    "Sekretariat Daerah",
    "Satuan Polisi Pamong Praja",
    "Satpol PP",
    "Rumah Sakit",
    "RSUD",
    "RSUP",
    "RSUPN",
    "RSPAD",
    "RS",
    "Balai Besar",
    "Kementerian",
    "Kementrian",
    "Kemen",
    "Kecamatan",
    "Suku Dinas",
    "Sudin",
)
# Offices that every region has just one of; the others are named by what they are for. What may stand behind
# them as part of their name is listed: anything else is the next cell or the next word.
WHOLE_OFFICES = frozenset(
    {"inspektorat", "sekretariat dprd", "sekretariat daerah", "satuan polisi pamong praja", "satpol pp"}
)
WHOLE_BEHIND = frozenset({"daerah", "jenderal", "utama"})
HOSPITALS = frozenset({"rumah sakit", "rs"})
# Kinds of hospitals: "Rumah Sakit Hewan" is a common noun until a name or a region follows.
HOSPITAL_KINDS = frozenset(
    """rumah sakit umum daerah hewan jiwa khusus ibu anak mata paru swasta pemerintah rujukan pusat pratama
    tipe kelas rs""".split()  # noqa: SIM905
)
# A further agency of a list begins with one of these.
OFFICE_WORDS = frozenset(office.split()[0].lower() for office in OFFICES)
ENDS = frozenset(
    """provinsi propinsi provinci prov prop pemprov kabupaten kab pemkab kota pemkot
    pemerintah republik indonesia ri tahun periode nomor
    kepala sekretaris bidang bagian tim selaku visi misi tujuan sasaran indikator program bab
    rencana renstra renja lkip lkjip lakip perjanjian laporan review revisi perubahan draf draft nama
    yang sebagai di pada untuk oleh adalah telah dengan ini tersebut merupakan melalui
    iku gubernur bupati ta pohon kinerja eselon skpd opd selanjutnya disebut disingkat
    nasional jalan jl telp web
    tugas target realisasi tabel gambar grafik satuan pagu anggaran keterangan uraian""".split()  # noqa: SIM905 (a list of words reads better as words)
)
# An office at the head of a name: at least its first letter is a capital ("dinas-dinas" is no name).
_OFFICE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"{re.escape(o)}|{re.escape(o.upper())}" for o in OFFICES) + r")(?![\w-])"
)
_WORD = re.compile(r"[ \t]*(?:\n[ \t]*)?(?P<word>&|[^\W\d_][\w/-]*)(?P<comma>,?)")
_HOSPITAL = re.compile(r"RS[A-Z]{1,4}")  # RSIA, RSKD
LONGEST_NAME = 10
LONGEST_THING = 20  # characters of a word that "Dinas" may belong to
_INSIDE = frozenset("@/._-")  # before a word that is part of an address or a code


LONGEST_ROW = 200  # characters of a row that are looked at
_CELL = re.compile(r"(?:^|\s)[\d.,]*\d%?\s(?:\S+\s){0,2}$")  # a number, perhaps with its unit
_LINE_END = re.compile(r"[ \t]*(?:\n(?!\s{0,9}[a-z])|$)")
_NAMED = re.compile(r"\s{1,3}(?:(?i:provinsi|prov|kabupaten|kab|kota)\b|(?i:dr|drs|prof)\b\.?)|\s?[\"“]")
_SHORT = re.compile(r"\b[A-Z][\w.-]{1,24}(?<![.-])")
_SECOND = re.compile(r"\s{1,4}[A-Z][\w.-]{1,24}(?<![.-])")
_NATIONAL = re.compile(r"\s{1,4}nasional\b", re.IGNORECASE)
_PART_WORD = re.compile(r"\b(?:Wilayah|Tipe|Kelas)(?:\s\w+)?$", re.IGNORECASE)
_PART = re.compile(r"\s+Wilayah\s+[IVX]{1,5}\b", re.IGNORECASE)  # agencies that are parted by areas


def find_agencies(text: str) -> Iterator[Mention]:
    """Find names of agencies; the label is the name in its normal form, a short name in full."""
    reached = 0
    for mention in sorted(
        (*_find_names(text), *_find_short(text)), key=lambda found: (found.start, -found.end)
    ):
        if mention.start >= reached:
            reached = mention.end
            yield mention


def _find_names(text: str) -> Iterator[Mention]:
    for office in _OFFICE.finditer(text):
        end = _end_of_name(text, office)
        if text[office.end() : end].split()[:1] in ([c] for c in CONNECTORS):
            continue
        if office.group().casefold() in HOSPITALS and _is_common_noun(text, office.start(), end):
            continue
        name = agency_name(text[office.start() : end])
        if nation := _NATIONAL.match(text, end):
            whole = agency_name(text[office.start() : nation.end()])
            name, end = (whole, nation.end()) if level_of(whole) is Level.NATION else (name, end)
        if name.startswith(_other_bodies()) or (_is_official(text, office) and not functions_of(name)):
            continue
        if name.casefold() != office.group().casefold() or office.group().casefold() in WHOLE_OFFICES:
            guess = is_guess(name) or _may_be_cut(text, office, end)
            yield Mention(office.start(), end, full_name(name), guess)


def _find_short(text: str) -> Iterator[Mention]:
    for word in _SHORT.finditer(text):
        if text[word.start() - 1 : word.start()] in _INSIDE:
            continue
        if end := _end_of_short(text, word):
            printed = text[word.start() : end]
            guess = is_guess(word.group()) or is_guess(printed) or _ends_row(text, word.start(), end)
            yield Mention(word.start(), end, full_name(printed), guess)


def _end_of_short(text: str, word: re.Match[str]) -> int | None:
    """Where a short name ends that begins with this word: a second word, or the area, may belong to it."""
    if word.group().casefold() in first_words():
        two = _SECOND.match(text, word.end())
        if two and is_short(text[word.start() : two.end()]):
            return two.end()
    if not is_short(word.group()):
        return None
    part = _PART.match(text, word.end())
    return part.end() if part else word.end()


def _is_official(text: str, office: re.Match[str]) -> bool:
    """Whether the word before says that "Dinas" means official: "Kendaraan Dinas Operasional"."""
    before = text[max(0, office.start() - LONGEST_THING) : office.start()].casefold().split()
    return before[-1:] in ([thing] for thing in load_table("agencies.toml")["other"]["official"])


def _is_common_noun(text: str, start: int, end: int) -> bool:
    """Whether these words only say what kind of hospital it is, and neither a name nor a region follows."""
    words = text[start:end].casefold().split()
    return HOSPITAL_KINDS.issuperset({*words} - CONNECTORS) and not _NAMED.match(text, end)


def _may_be_cut(text: str, office: re.Match[str], end: int) -> bool:
    """Whether a name may end elsewhere: in a row of a table, or where it goes on over a line without "dan".

    Hospitals that bear the name of a place may stand in another.
    """
    printed = text[office.start() : end]
    first, *more = [line.split() for line in printed.split("\n")]
    open_break = any(
        {above[-1].lower(), below[0].lower()}.isdisjoint(CONNECTORS)
        for above, below in pairwise([first, *more])
        if above and below
    )
    return open_break or office.group() == "RSUD" or _ends_row(text, office.start(), end)


def _ends_row(text: str, start: int, end: int) -> bool:
    """Whether a name is the last cell of a row with numbers: its end may stand in the next row."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST_ROW) : start]
    return bool(_LINE_END.match(text, end)) and bool(_CELL.search(before))


@cache
def _other_bodies() -> tuple[str, ...]:
    return tuple(load_table("agencies.toml")["other"]["names"])


def _end_of_name(text: str, office: re.Match[str]) -> int:
    """Where a name ends that begins with this office; places end at a comma: "Kecamatan Awan, Embun"."""
    end = reached = office.end()
    whole = office.group().casefold() in WHOLE_OFFICES
    of_place, after_comma = office.group().casefold() == "kecamatan", False
    for place in range(LONGEST_NAME):
        match = _WORD.match(text, reached)
        if match is None or not _belongs(match["word"], first=place == 0):
            break
        if (after_comma and of_place) or not _same_case(office.group(), match["word"]):
            break
        if whole and match["word"].lower() not in WHOLE_BEHIND:
            break
        if match["word"] in ROMAN and not _PART_WORD.search(text, office.start(), match.start()):
            break
        after_comma = bool(match["comma"])
        reached = match.end()
        end = end if match["word"].lower() in CONNECTORS else match.end("word")
    return end


def _same_case(office: str, word: str) -> bool:
    """Whether a word is printed as its office is: what follows a name in capitals begins a sentence."""
    if office in ABBREVIATIONS or word.lower() in CONNECTORS:
        return True
    return word.isupper() if office.isupper() else not word.isupper() or len(word) <= LONGEST_ABBREVIATION


def _belongs(word: str, *, first: bool) -> bool:
    """Whether a word goes on with a name: capitals or connectors, but no region, code or other agency."""
    if word.lower() in CONNECTORS:
        return True
    ends = word.lower().split("/")[0] in ENDS or wording_of(word) in {Wording.OUTCOME, Wording.MEASURE}
    another = not first and (word.lower() in OFFICE_WORDS or is_short(word) or _HOSPITAL.fullmatch(word))
    return word[0].isupper() and not ends and not another and not any(map(str.isdigit, word))
