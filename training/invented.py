"""Invented passages: forms of the field's wording filled with its words, and names of the packaged catalogue.

They show the model forms that the plans at hand lack, in the same proportion for every kind. Nothing of them
comes from a plan; the same seed gives the same texts.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from passages import Passage, Source
from weak_labels import is_whole

from selaras.extractors.tagging.kinds import PassageKind
from selaras.models.concepts import LabelKind, read_labels

FORMS = Path(__file__).parent / "data" / "invented.toml"
_PLACE = re.compile(r"\{(\w+)\}")
SHARE_CAPITAL, SHARE_TITLED = 0.08, 0.45  # plans print some statements in capitals, many with capital letters
_SMALL = frozenset(
    ("dan", "yang", "di", "dalam", "dengan", "untuk", "bagi", "pada", "melalui", "serta", "atas")
)


def invent(each: int, seed: int) -> list[Passage]:
    """Make so many texts of each kind; twins are left out, so there may be fewer."""
    table = tomllib.loads(FORMS.read_text(encoding="utf-8"))
    words = {**table["words"], "concept": _concepts()}
    random = Random(seed)
    made = (
        Passage(
            _dress(_fill(random.choice(forms), words, random), random), PassageKind(kind), Source.INVENTED
        )
        for kind, forms in table["forms"].items()
        for _ in range(each)
    )
    return list({(passage.kind, passage.key): passage for passage in made}.values())


def _fill(form: str, words: Mapping[str, Sequence[str]], random: Random) -> str:
    """Put words into a form, none twice; inside a text they begin with a small letter."""
    used: set[str] = set()

    def word(place: re.Match[str]) -> str:
        chosen = random.choice([each for each in words[place[1]] if each not in used])
        used.add(chosen)
        return (
            chosen
            if place.start() == 0 or place[1] in ("place", "agency")
            else chosen[0].lower() + chosen[1:]
        )

    text = _PLACE.sub(word, form)
    return text[0].upper() + text[1:] if form[0] == "{" else text


def _dress(text: str, random: Random) -> str:
    """In capitals, with capital letters, or as it is."""
    dice = random.random()
    if dice < SHARE_CAPITAL:
        return text.upper()
    return " ".join(map(_titled, text.split())) if dice < SHARE_TITLED else text


def _titled(word: str) -> str:
    return word if word in _SMALL else word[:1].upper() + word[1:]


def _concepts() -> list[str]:
    """Names of the indicators of the packaged catalogue; an abbreviation alone has no wording."""
    wanted = (LabelKind.PREF, LabelKind.ALT, LabelKind.OUTSIDE)
    labels = [label for label in read_labels() if label.kind in wanted and label.language == "id"]
    return sorted({label.text for label in labels if is_whole(label.text)})
