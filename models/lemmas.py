"""The lemma of a word: the headword under which the dictionary (KBBI) lists its form.

>>> [lemma(word) for word in ("meningkatnya", "pemberdayaan", "keberagaman")]
['tingkat', 'daya', 'ragam']

That is the base without affixes, clitics and repetition, the convention of the Indonesian treebanks of
Universal Dependencies, too. Stems that statements are compared by (`terms.stem`) differ on purpose where a
derived word has a topic of its own ("pemerintah" is not about "perintah"). Exceptions to the rules of the
language stand in `data/lemmas.toml`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from selaras.models.terms import rule_stem

ENDINGS = ("", "nya", "lah", "kah", "pun", "ku", "mu")


@dataclass(frozen=True, slots=True)
class LemmaTable:
    """Where the rules of the language miss: `stems` by what they wrongly end at, `forms` by the word."""

    stems: Mapping[str, str]
    forms: Mapping[str, str]


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lemma of a word in small letters; itself where it is not known. A repeated word is one word."""
    if known := _known_form(word):
        return known
    stem = rule_stem(word)
    return stem if stem == word else load_lemmas().stems.get(stem, stem)


def _known_form(word: str) -> str | None:
    forms = load_lemmas().forms
    return next((forms[base] for end in ENDINGS if (base := word.removesuffix(end)) in forms), None)


@cache
def load_lemmas() -> LemmaTable:
    """Read the packaged list."""
    text = files("selaras.models").joinpath("data", "lemmas.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    forms = {form: headword for headword, listed in table["lemmas"].items() for form in listed}
    return LemmaTable(table["stems"], forms)
