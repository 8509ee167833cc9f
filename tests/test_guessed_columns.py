"""Tables that do not say which column names their indicators; all words are invented."""

import pytest
from factories import document, table

from selaras.extractors.rows.reading import read_table

NAMES = ("Persentase dermaga laik pakai", "Jumlah nelayan terlatih", "Indeks kepuasan pelabuhan")
HEADS = ["No", "Uraian", "Target | 2026"]


class ByFirstWord:
    """Takes for indicators what begins as most of them do."""

    def indicators(self, texts):
        return [0.9 if text.split()[0] in ("Persentase", "Jumlah", "Indeks") else 0.1 for text in texts]

    def statements(self, texts):
        return [0.0 for _ in texts]


def rows(names):
    return [[str(number), name, "12"] for number, name in enumerate(names, 1)]


JUDGE = ByFirstWord()


def read(heads, names, judge=JUDGE):
    return read_table(table(heads, *rows(names)), document(), judge=judge)


def test_column_that_reads_like_indicators_is_read_as_such_and_told():
    found = read(HEADS, NAMES)
    assert [draft.name for draft in found.indicators] == list(NAMES)
    assert [(told.message.code, dict(told.message.params)["head"]) for told in found.warnings] == [
        ("extraction.guessed_column", "Uraian")
    ]


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        pytest.param(HEADS, ("Rapat di kantor camat", "Beli dua kapal baru", *NAMES[:1]), id="few-read-so"),
        pytest.param(HEADS, NAMES[:2], id="too-few-to-tell"),
        pytest.param(["No", "Uraian", "Keterangan"], NAMES, id="no-targets"),
        pytest.param(["No", "Sasaran", "Target | 2026"], NAMES, id="column-of-statements-is-named"),
    ],
)
def test_other_tables_are_not_guessed_at(heads, names):
    found = read(heads, names)
    assert not any(told.message.code == "extraction.guessed_column" for told in found.warnings)


def test_without_a_judge_nothing_is_guessed():
    assert not read(HEADS, NAMES, judge=None).indicators
