"""Names of agencies (perangkat daerah, kementerian/lembaga) in running text.

An agency's name begins with the kind of its office and goes on over capitalised words and connectors:
"Badan Kesatuan Bangsa dan Politik", "DINAS PENDIDIKAN". It ends before its region, a year or a mark.
"""

import re
from collections.abc import Iterator

from selaras.extractors.phrases.mentions import Mention
from selaras.extractors.phrases.numbering import ROMAN

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
    "Kementerian",
    "Kecamatan",
)
# Offices that every region has just one of; the others are named by what they are for.
WHOLE_OFFICES = frozenset(
    {"inspektorat", "sekretariat dprd", "sekretariat daerah", "satuan polisi pamong praja", "satpol pp"}
)
CONNECTORS = frozenset({"dan", "atas", "serta", "&"})
ENDS = frozenset(
    """provinsi propinsi prov kabupaten kab kota pemerintah republik indonesia ri tahun periode nomor
    kepala sekretaris bidang bagian tim selaku visi misi tujuan sasaran indikator program bab
    rencana renstra renja lkip lkjip lakip perjanjian laporan review revisi perubahan draf draft nama
    yang sebagai di pada untuk oleh adalah telah dengan ini tersebut merupakan melalui
    iku gubernur bupati ta pohon kinerja eselon skpd opd selanjutnya disebut disingkat
    nasional jalan jl telp web""".split()  # noqa: SIM905 (a list of words reads better as words)
)
# An office at the head of a name: at least its first letter is a capital ("dinas-dinas" is no name).
_OFFICE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"{re.escape(o)}|{re.escape(o.upper())}" for o in OFFICES) + r")(?![\w-])"
)
_WORD = re.compile(r"[ \t]*(?:\n[ \t]*)?(?P<word>&|[^\W\d_][\w/-]*)(?P<comma>,?)")
LONGEST_NAME = 10


def find_agencies(text: str) -> Iterator[Mention]:
    """Find names of agencies; the label is the name in its normal form (`agency_name`)."""
    for office in _OFFICE.finditer(text):
        end = _end_of_name(text, office.end())
        if text[office.end() : end].split()[:1] in ([c] for c in CONNECTORS):
            continue
        name = agency_name(text[office.start() : end])
        if name.casefold() != office.group().casefold() or office.group().casefold() in WHOLE_OFFICES:
            yield Mention(office.start(), end, name)


def agency_name(printed: str) -> str:
    """Put a name as printed into one form: blanks folded, capitals at each word but the connectors.

    >>> agency_name("DINAS PARIWISATA  DAN KEBUDAYAAN")
    'Dinas Pariwisata dan Kebudayaan'
    """
    words = printed.replace(",", ", ").split()
    return " ".join(word.lower() if word.lower() in CONNECTORS else _capitalised(word) for word in words)


def _capitalised(word: str) -> str:
    bare = word.strip(",")
    kept = bare.isupper() and (bare in ABBREVIATIONS or bare in ROMAN)
    return word if kept else word.capitalize()


ABBREVIATIONS = frozenset({"DPRD", "RSUD", "PP", "KB", "UMKM", "BPBD"})


def _end_of_name(text: str, start: int) -> int:
    end = reached = start
    for _ in range(LONGEST_NAME):
        match = _WORD.match(text, reached)
        if match is None or not _belongs(match["word"]):
            break
        reached = match.end()
        end = end if match["word"].lower() in CONNECTORS else match.end("word")
    return end


def _belongs(word: str) -> bool:
    return word.lower() in CONNECTORS or (word[0].isupper() and word.lower() not in ENDS)
