"""Names of indicators as plans print and misprint them, made from the names that the catalogue knows.

Each way of writing keeps what is measured: whoever reads the result still knows which indicator is meant.
"""

import random
from collections.abc import Callable, Iterator, Sequence

from selaras.models.catalogue import Catalogue
from selaras.models.concepts import LabelKind
from selaras.models.regions import load_regions

Variant = Callable[[random.Random, str], str]

CONFUSED = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("i", "l"),
    ("o", "0"),
    ("e", "c"),
    ("u", "ii"),
    ("n", "ri"),
)
PREFIXES = ("Target", "Capaian", "Realisasi", "Target kinerja", "Capaian kinerja", "Indikator kinerja utama:")
SUFFIXES = ("(%)", "(persen)", "*)", "tahun 2029", "2025-2029", "(indeks)", "1)", "- target akhir RPJMD")
UNKNOWN = (
    "Jumlah dokumen {} yang tersusun",
    "Persentase {} yang terlayani tepat waktu",
    "Jumlah peserta pelatihan {}",
    "Cakupan pembinaan {}",
)
THINGS = [
    "kapal",
    "arsip",
    "pasar",
    "jembatan",
    "irigasi",
    "koperasi",
    "perpustakaan",
    "taman",
    "ternak",
    "hutan",
]


def _at(rng: random.Random, name: str) -> int:
    """A place inside the name, not its first letter."""
    return rng.randrange(1, len(name)) if len(name) > 1 else 0


def drop_blank(rng: random.Random, name: str) -> str:
    """Run two words together."""
    blanks = [at for at, letter in enumerate(name) if letter == " "]
    at = rng.choice(blanks) if blanks else None
    return name if at is None else name[:at] + name[at + 1 :]


def add_blank(rng: random.Random, name: str) -> str:
    """Cut a long word in two."""
    long_words = [word for word in name.split() if len(word) > 7]
    if not long_words:
        return name
    word = rng.choice(long_words)
    at = rng.randrange(3, len(word) - 3)
    return name.replace(word, f"{word[:at]} {word[at:]}", 1)


def double_letter(rng: random.Random, name: str) -> str:
    """Print a letter twice."""
    at = _at(rng, name)
    return name[:at] + name[at] + name[at:]


def lose_letter(rng: random.Random, name: str) -> str:
    """Leave a letter out."""
    at = _at(rng, name)
    return name[:at] + name[at + 1 :]


def swap_letters(rng: random.Random, name: str) -> str:
    """Swap two letters inside a word."""
    places = [at for at in range(1, len(name) - 1) if name[at : at + 2].isalpha()]
    if not places:
        return name
    at = rng.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def confuse_letters(rng: random.Random, name: str) -> str:
    """Take one letter for another that looks alike, as OCR does."""
    wrong = [pair for pair in CONFUSED if pair[0] in name[1:]]
    if not wrong:
        return name
    right, read = rng.choice(wrong)
    return name[0] + name[1:].replace(right, read, 1)


def cut_end(rng: random.Random, name: str) -> str:
    """Lose up to three letters at the end of a long name, as at the edge of a cell."""
    return name[: -rng.randint(1, 3)] if len(name) > 24 else name


def put_before(rng: random.Random, name: str) -> str:
    """Put a word such as "Target" or "Capaian" before the name."""
    return f"{rng.choice(PREFIXES)} {name}"


def put_share_before(_: random.Random, name: str) -> str:
    """Put "Persentase" before an index or a rate, as forms with a fixed beginning make people do."""
    known = name.casefold().startswith(("indeks", "tingkat", "angka", "cakupan", "prevalensi"))
    return f"Persentase {name}" if known else name


def put_after(rng: random.Random, name: str) -> str:
    """Put a unit, a year or a footnote mark after the name."""
    return f"{name} {rng.choice(SUFFIXES)}"


def put_region(rng: random.Random, name: str) -> str:
    """Put the name of a region after the name."""
    return f"{name} {rng.choice(list(load_regions().regions.values())).name}"


def put_number(rng: random.Random, name: str) -> str:
    """Put a printed number before the name."""
    return f"{rng.randint(1, 9)}.{rng.randint(1, 20)}. {name}"


def shout(rng: random.Random, name: str) -> str:
    """Print the name in capitals or in small letters."""
    return name.upper() if rng.random() < 0.5 else name.lower()


def swap_ends(_: random.Random, name: str) -> str:
    """Put the first word last, after a comma, as sorted lists do."""
    first, _, rest = name.partition(" ")
    return f"{rest}, {first}" if rest else name


VARIANTS: dict[str, Variant] = {
    "blank dropped": drop_blank,
    "blank added": add_blank,
    "letter doubled": double_letter,
    "letter lost": lose_letter,
    "letters swapped": swap_letters,
    "letter confused": confuse_letters,
    "end cut": cut_end,
    "word before": put_before,
    "share before": put_share_before,
    "word after": put_after,
    "region": put_region,
    "number": put_number,
    "capitals": shout,
    "word order": swap_ends,
}


def unknown_name(rng: random.Random) -> str:
    """A name of something that the catalogue does not have."""
    return rng.choice(UNKNOWN).format(f"{rng.choice(THINGS)} {rng.choice(THINGS)} {rng.randrange(10_000)}")


def known_names(catalogue: Catalogue) -> list[str]:
    """All labels of the catalogue that are more than an abbreviation."""
    return [label.text for label in catalogue.labels if label.kind is not LabelKind.ABBR]


def generate_names(known: Sequence[str], count: int, seed: int = 7) -> Iterator[str]:
    """Yield names, all different: one in six unknown, the others varied in one to three ways."""
    rng = random.Random(seed)
    ways = list(VARIANTS.values())
    seen: set[str] = set()
    while len(seen) < count:
        name = unknown_name(rng) if rng.random() < 1 / 6 else rng.choice(known)
        for vary in rng.sample(ways, rng.randint(1, 3)):
            name = vary(rng, name)
        if name not in seen:
            seen.add(name)
            yield name
