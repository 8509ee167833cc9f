"""Message catalogues: two languages, the same keys, the same parameters, no text that nobody uses."""

import re
import string
from pathlib import Path

import pytest

from selaras.models.messages import LANGUAGES, catalogue, message, render, text

ROOT = Path(__file__).parents[1]


def parameters(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def test_languages_have_the_same_keys():
    assert catalogue("id").keys() == catalogue("en").keys()


@pytest.mark.parametrize("code", sorted(catalogue("id")))
def test_texts_take_the_same_parameters(code):
    assert parameters(catalogue("id")[code]) == parameters(catalogue("en")[code])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language):
    assert all(words.strip() for words in catalogue(language).values())


def test_parameters_are_kept_as_text_and_in_order():
    assert message("error.missing_file", file=1) == message("error.missing_file", file="1")


def test_braces_in_a_parameter_are_not_read_as_a_parameter():
    assert "{x}" in text("error.missing_file", "en", file="{x}")


def test_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        render(message("no.such_code"))


def test_every_code_in_the_source_has_a_text():
    subjects = {code.partition(".")[0] for code in catalogue("id")}
    used = re.compile(r"(?:message|text)\(\s*\"((?:" + "|".join(subjects) + r")\.[a-z_0-9.]+)\"")
    for room in ("models", "extractors", "outputs", "flows"):
        for path in (ROOT / room).rglob("*.py"):
            for code in used.findall(path.read_text(encoding="utf-8")):
                assert code in catalogue("id"), f"{path}: {code}"
