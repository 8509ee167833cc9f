"""Which form of a national indicator a name is: the national one, or what regions measure in its place.

    regional_form("Indeks Risiko Bencana", "IUP44", catalogue)  # "R.IRB"
    regional_form("Kerugian ekonomi langsung akibat bencana", "IUP44", catalogue)  # None

Both answer to the code of the national indicator; two plans with one form each do not measure the same.
"""

from functools import lru_cache

from rapidfuzz import fuzz, process

from selaras.models.catalogue import Catalogue
from selaras.models.concept_kinds import LabelKind, Match
from selaras.models.indicator_names import name_words

NAMES = frozenset({LabelKind.PREF, LabelKind.ALT, LabelKind.REGIONAL, LabelKind.ABBR})


def regional_form(name: str, code: str, catalogue: Catalogue) -> str | None:
    """The code of the regional form that a name is nearest to; None for the national indicator itself."""
    forms = _forms(catalogue, catalogue.canonical(code))
    if not forms:
        return None
    nearest, _, _ = process.extractOne(_words(name), list(forms), scorer=fuzz.token_sort_ratio)
    return forms[nearest]


@lru_cache(maxsize=256)
def _forms(catalogue: Catalogue, code: str) -> dict[str, str | None]:
    """The names that answer to a code, each with the regional form that it is a name of."""
    found: dict[str, str | None] = {}
    for label in catalogue.labels:
        if label.kind in NAMES and catalogue.canonical(label.code) == code:
            concept = catalogue.get(label.code)
            regional = concept is not None and concept.match is Match.REGIONAL
            found.setdefault(_words(label.text), label.code if regional else None)
    return found if any(found.values()) else {}


def _words(name: str) -> str:
    return " ".join(name_words(name).main)
