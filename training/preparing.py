"""Passages become a training set: without names of persons, each once, no kind drowning in another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from random import Random

from passages import Passage, Source
from weak_labels import is_whole

from selaras.extractors.tagging.kinds import PassageKind

# Titles, ranks and numbers of officials: whoever is named beside them is nobody's example.
PERSON = re.compile(
    r"\b(?:NIP|Drs?|Ir|Hj?|Prof|S\.?(?:E|H|Sos|Pd|T|P|IP|STP|Si|Kom|Ag)|M\.?(?:Si|M|T|Pd|Kes|H|Ak|AP|Eng))"
    r"\.(?=[\s,A-Z]|$)|\bNIP\b|\bPembina\s+(?:Utama|Tingkat|Tk)|\d{8}\s?\d{6}\s?\d\s?\d{3}"
)
# Share of the texts of OTHER that are kept: there are many, and most are numbers and pieces of lines.
KEPT = {Source.SENTENCE: 0.35, Source.CELL: 0.3, Source.HEAD: 0.6, Source.LINE: 0.04}
KEPT_WORDLESS = 0.02
MOST_COPIES = 8
RARITY = 0.6  # 0: every text counts alike; 1: every kind counts alike


def select_passages(passages: Iterable[Passage]) -> list[Passage]:
    """Each text of a kind once, without those that name persons; of OTHER a share by where it stands."""
    found: dict[tuple[PassageKind, str], Passage] = {}
    for passage in passages:
        if not PERSON.search(passage.text) and (passage.kind is not PassageKind.OTHER or _is_drawn(passage)):
            found.setdefault((passage.kind, passage.key), passage)
    return list(found.values())


def _is_drawn(passage: Passage) -> bool:
    share = KEPT.get(passage.source, 1.0) if is_whole(passage.text) else KEPT_WORDLESS
    return chance(passage.key) < share


def chance(text: str) -> float:
    """A number from 0 to 1 that looks like chance but belongs to the text."""
    return int(sha256(text.encode()).hexdigest()[:12], 16) / 16**12


def balance(passages: Sequence[Passage], seed: int) -> list[Passage]:
    """Repeat the texts of rare kinds, and shuffle."""
    counts = Counter(passage.kind for passage in passages)
    most = max(counts.values(), default=1)
    copies = {kind: min(MOST_COPIES, round((most / count) ** RARITY)) for kind, count in counts.items()}
    repeated = [passage for passage in passages for _ in range(max(copies[passage.kind], 1))]
    Random(seed).shuffle(repeated)
    return repeated


def without_texts(passages: Iterable[Passage], known: Iterable[Passage]) -> list[Passage]:
    """Those passages whose text does not stand among others: what was not seen."""
    seen = {passage.key for passage in known}
    return [passage for passage in passages if passage.key not in seen]


def by_document(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """The passages of each document, in their order."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.document].append(passage)
    return dict(found)
