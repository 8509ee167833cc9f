"""Whether two texts want the opposite of the same thing.

"Menurunnya mutu pendidikan" and "meningkatnya mutu pendidikan" share all that matters but the direction.
Read is what a text says should rise or fall: the stems right after such a word ("menurunnya", "tidak").
Where a word of handling stands between ("penanganan kemiskinan"), nothing is claimed: more handling may well
mean less of the thing.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FOLLOWING = 3  # stems that a word of direction governs
BREAK = ","  # stands for every mark that ends a part of a sentence; those inside numbers end nothing
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[,;.!?](?!\d)")


@dataclass(frozen=True, slots=True)
class SenseWords:
    """Words that tell a direction: +1 up, -1 down, 0 for words of handling, which cancel any."""

    signs: Mapping[str, int]
    stops: frozenset[str]  # where another thing begins


@cache
def load_senses() -> SenseWords:
    """Read the packaged list."""
    source = files("selaras.models").joinpath("data", "senses.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    signs = {"up": 1, "down": -1, "handling": 0}
    return SenseWords(
        {word: sign for name, sign in signs.items() for word in table[name]["words"].split()},
        frozenset(table["stops"]["words"].split()),
    )


def find_senses(
    text: str, stem: Callable[[str], str], boilerplate: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """Each stem that a text wants more (+1) or less (-1) of.

    >>> list(find_senses("Menurunnya angka kemiskinan.", {"kemiskinan": "miskin"}.get, frozenset({None})))
    [('miskin', -1)]
    """
    words = [word if word[0].isalnum() else BREAK for word in WORD.findall(text.casefold())]
    signs = load_senses().signs
    place = 0
    while place < len(words):
        if words[place] in signs:
            place, sign = _compose(words, place, signs)
            if sign:
                yield from ((one, sign) for one in _governed(words, place, stem, boilerplate))
        else:
            place += 1


def _compose(words: Sequence[str], place: int, signs: Mapping[str, int]) -> tuple[int, int]:
    """Join words of direction in a row: more lessening is less."""
    sign = 1
    while place < len(words) and words[place] in signs:
        sign *= signs[words[place]]
        place += 1
    return place, sign


def _governed(
    words: Sequence[str], place: int, stem: Callable[[str], str], boilerplate: frozenset[str]
) -> list[str]:
    """The first stems of meaning from a place on, up to where another thing or direction begins."""
    table = load_senses()
    found: list[str] = []
    for word in map(words.__getitem__, range(place, len(words))):
        if word in table.stops or word in table.signs or len(found) == FOLLOWING:
            break
        one = stem(word)
        if word.isalpha() and one not in boilerplate:
            found.append(one)
    return found
