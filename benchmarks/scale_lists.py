"""Lists of any length, made of what plans are made of: as varied as a pile of plans, and always the same.

A statement is the front of one of the sample plans' and the back of another; some take a term of the
thesaurus or a name of the catalogue, and some name a place or a programme that is invented from syllables.
The longer the lists, the more such names there are: an index of few words would flatter what looks things up.
"""

import csv
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selaras.models.alignment.thesaurus import load_thesaurus
from selaras.models.catalogue import load_catalogue

TRUTH = Path(__file__).parents[1] / "samples" / "truth"
ONSETS = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ng", "ny"]
VOWELS = ["a", "i", "u", "e", "o", "a", "i", "u"]
CODAS = ("", "", "", "n", "r", "ng", "s")
NAMED = ("di Desa {}", "di Kampung {}", "di Kawasan {}", "melalui Program {}", "melalui Gerakan {}")
TERM, LABEL, NAME = (
    0.3,
    0.15,
    0.35,
)  # share of the statements that take one
POOL = 5  # one invented name for so many statements; few of them are frequent
FEWEST, MOST = 3, 40  # words of a statement of the samples that is taken


@dataclass(frozen=True, slots=True)
class Stock:
    """What statements are made of: texts word by word, terms, and names of indicators."""

    texts: tuple[tuple[str, ...], ...]
    terms: tuple[str, ...]
    labels: tuple[str, ...]


@cache
def load_stock() -> Stock:
    """Read the sample plans, the thesaurus and the catalogue."""
    plans = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(TRUTH.glob("*.json"))]
    texts = dict.fromkeys(row["text"] for plan in plans for row in plan.get("statements", ()))
    words = (tuple(text.split()) for text in texts)
    terms = (" ".join(term) for term in load_thesaurus().terms)
    labels = (label.text for label in load_catalogue().labels)
    return Stock(
        tuple(text for text in words if FEWEST <= len(text) <= MOST),
        tuple(sorted(terms)),
        tuple(dict.fromkeys(labels)),
    )


def make_texts(number: int, seed: int, pool: int) -> Iterator[str]:
    """Statements, the same ones for the same seed; `pool` is how many invented names there are."""
    dice, stock = random.Random(seed), load_stock()
    for _ in range(number):
        yield make_text(dice, stock, pool)


def make_text(dice: random.Random, stock: Stock, pool: int) -> str:
    """Join the front of a statement and the back of another, and what else it takes."""
    front, back = dice.choice(stock.texts), dice.choice(stock.texts)
    words = [*front[: dice.randint(2, len(front))], *back[dice.randint(1, len(back)) :]]
    if dice.random() < TERM:
        words.insert(dice.randint(1, len(words)), dice.choice(stock.terms))
    if dice.random() < LABEL:
        words += ["yang", "diukur", "dengan", dice.choice(stock.labels)]
    if dice.random() < NAME:
        words.append(dice.choice(NAMED).format(invented(int(pool * dice.random() ** 2))))
    return " ".join(words)


def invented(number: int) -> str:
    """The name of this number: two to four syllables."""
    dice = random.Random(number)
    syllables = (
        dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(dice.randint(2, 4))
    )
    return "".join(syllables).capitalize()


def write_lists(folder: Path, sources: int, targets: int) -> tuple[Path, Path]:
    """Write both lists as a planner brings them; what is named in one may be named in the other."""
    pool = max(1, (sources + targets) // POOL)
    return (
        write_list(folder / "sources.csv", make_texts(sources, 1, pool)),
        write_list(folder / "targets.csv", make_texts(targets, 2, pool)),
    )


def write_list(path: Path, texts: Iterable[str]) -> Path:
    """Write one list (id, text)."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("id", "text"))
        rows.writerows((f"{path.stem}-{place}", text) for place, text in enumerate(texts))
    return path
