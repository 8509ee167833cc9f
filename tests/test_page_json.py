"""Pages cross from the reading process as JSON: the way back gives the same, and trusts nothing."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_factory import grid, page

from selaras.extractors.pages.page import Cell, Diagram, Grid, Node, Word
from selaras.extractors.pages.page_json import page_from_json, page_to_json

GOOD = page_to_json(
    page(("Laut bersih", 100.0), grids=[grid(["Sasaran", "Target", "<"], ["Laut", None, "80"])])
)

BOX = (1.0, 2.0, 3.0, 4.0)
LINES = Cell("a\nb", BOX, tops=(2.0, 3.0)), Cell("a\nb", BOX, confidence=0.5, tops=(2.0, 3.0))

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).map(
    lambda text: text.replace(" ", "_")
)


@given(st.lists(texts, max_size=5), st.sampled_from([0, 90, 270]))
def test_the_way_there_and_back_changes_nothing(words, turned):
    made = page(*((text, 20.0 * n) for n, text in enumerate(words)), grids=[grid(["a", "b"], [None, "c"])])
    sent = json.loads(json.dumps({**page_to_json(made), "turned": turned}))
    received = page_from_json(sent)
    assert (received.words, received.grids, received.turned) == (made.words, made.grids, turned)


def test_what_ocr_and_diagrams_say_comes_through():
    made = replace(
        page(grids=[Grid(1, BOX, ((Cell("80", BOX, confidence=0.5), *LINES),))]),
        words=(Word("Laut", BOX, 10.0, confidence=0.0), Word("bersih", BOX, 10.0)),
        diagram=Diagram(1, (Node("Visi", BOX), Node("Misi", BOX, parent=0))),
        crowded=True,
    )
    assert page_from_json(json.loads(json.dumps(page_to_json(made)))) == made


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"number": True}, id="number-is-a-flag"),
        pytest.param({"number": "1"}, id="number-is-a-text"),
        pytest.param({"size": [float("nan"), 1]}, id="width-is-no-number"),
        pytest.param({"size": [1, float("inf")]}, id="height-is-endless"),
        pytest.param({"size": [1]}, id="no-height"),
        pytest.param({"size": [1, "x"]}, id="height-is-a-text"),
        pytest.param({"kind": "virus"}, id="unknown-kind"),
        pytest.param({"turned": None}, id="no-turn"),
        pytest.param({"words": {}}, id="words-are-no-list"),
        pytest.param({"words": [["a", 1, 2, 3, 4, 5]]}, id="word-too-short"),
        pytest.param({"words": [["a", 1, 2, 3, 4, 5, 1]]}, id="bold-is-a-number"),
        pytest.param({"words": [[1, 1, 2, 3, 4, 5, True]]}, id="text-is-a-number"),
        pytest.param({"words": [["a", 1, 2, 3, 4, 5, True, 1.5]]}, id="surer-than-sure"),
        pytest.param({"words": [["a", 1, 2, 3, 4, 5, True, 1, 1]]}, id="word-too-long"),
        pytest.param({"diagram": [["a", 1, 2, 3, 4, 1]]}, id="parent-is-no-node"),
        pytest.param({"diagram": [["a", 1, 2, 3, 4]]}, id="node-too-short"),
        pytest.param({"grids": [{"box": [1, 2, 3, 4], "rows": []}]}, id="grid-without-rows"),
        pytest.param({"grids": [{"box": [1, 2, 3, 4], "rows": [[None, None]]}]}, id="grid-without-cells"),
        pytest.param(
            {"grids": [{"box": [1, 2, 3, 4], "rows": [[["a", 1, 2, 3, 4]], []]}]},
            id="rows-of-different-lengths",
        ),
        pytest.param(
            {"grids": [{"box": [1, 2, 3, 4], "rows": [[["a", 1, 2, 3, 4, None, [2, 3]]]]}]},
            id="more-tops-than-lines",
        ),
        pytest.param({"grids": [{"box": [1, 2, 3], "rows": [[["a", 1, 2, 3, 4]]]}]}, id="box-too-short"),
    ],
)
def test_what_is_no_page_is_refused(change):
    assert page_from_json(GOOD).number == 1
    with pytest.raises(ValueError, match=r"\w"):
        page_from_json({**GOOD, **change})


@pytest.mark.parametrize("data", [None, [], "page", 3])
def test_only_objects_are_pages(data):
    with pytest.raises(ValueError, match="object"):
        page_from_json(data)
