"""The normal form of a misspelt word: what plans print as "Prosentase", "propinsi" or "resiko".

>>> [normal_form(word) for word in ("prosentase", "resikonya", "persentase")]
['persentase', 'risikonya', 'persentase']

Only spellings that no dictionary has stand in `data/misspellings.csv`; a word that may be right is left as it
is. Misprints that nobody would write on purpose are mended by `spelling`, towards words of the thesaurus.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

ENDING = "nya"


def normal_form(word: str) -> str:
    """The normal form of a word in small letters; itself where it is not known to be misspelt."""
    return load_normal_forms().get(word, word)


@cache
def load_normal_forms() -> Mapping[str, str]:
    """The packaged list, every word also with the ending of "resikonya"."""
    text = files("selaras.models").joinpath("data", "misspellings.csv").read_text(encoding="utf-8")
    forms = {row["word"]: row["normal"] for row in csv.DictReader(text.splitlines())}
    return forms | {word + ENDING: normal + ENDING for word, normal in forms.items()}
