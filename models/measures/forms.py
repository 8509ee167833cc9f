"""Which of several measures that answer to one code a name stands for.

    measure_form("Indeks Risiko Bencana", "IUP44", catalogue)  # R.IRB: what regions measure in its place
    measure_form("Intensitas energi primer", "IUP43a", catalogue)  # IUP43a.ii: a part of it
    measure_form("Kerugian ekonomi langsung akibat bencana", "IUP44", catalogue)  # None: IUP44 itself

Each form has a direction of its own, and two forms do not measure the same.
"""

from functools import lru_cache

from rapidfuzz import fuzz, process

from selaras.models.catalogue import Catalogue
from selaras.models.concept_kinds import Concept, LabelKind, Match
from selaras.models.indicator_names import name_words

NAMES = frozenset({LabelKind.PREF, LabelKind.ALT, LabelKind.REGIONAL, LabelKind.ABBR})
FORMS = frozenset({Match.REGIONAL, Match.PART})


def measure_form(name: str, code: str, catalogue: Catalogue) -> Concept | None:
    """The form that a name is nearest to; None for the measure of that code itself."""
    forms = _forms(catalogue, catalogue.canonical(code))
    if not forms:
        return None
    nearest, _, _ = process.extractOne(_words(name), list(forms), scorer=fuzz.token_sort_ratio)
    return forms[nearest]


def forms_differ(first: Concept | None, second: Concept | None) -> bool:
    """Tell whether two forms under one code are two measures; a whole may mean any of its parts."""
    if first is None or second is None:
        form = first or second
        return form is not None and form.match is Match.REGIONAL
    return first.code != second.code


@lru_cache(maxsize=256)
def _forms(catalogue: Catalogue, code: str) -> dict[str, Concept | None]:
    """Names that answer to a code, each with the form that it is a name of; empty where none has one."""
    found: dict[str, Concept | None] = {}
    for label in catalogue.labels:
        if label.kind in NAMES and catalogue.canonical(label.code) == code:
            concept = catalogue.get(label.code)
            form = concept if concept and concept.match in FORMS else None
            found.setdefault(_words(label.text), form)
    return found if any(found.values()) else {}


def _words(name: str) -> str:
    return " ".join(name_words(name).main)
