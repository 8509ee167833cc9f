"""Boxes on pages that were turned to be read are turned back where viewers show them."""

from dataclasses import replace

import pytest
from factories import plan, statement

from selaras.extractors.pages.page import Page, PageKind
from selaras.extractors.shown_passages import show_passages

BOX = (10.0, 20.0, 110.0, 40.0)


@pytest.mark.parametrize(
    ("turned", "number", "box"),
    [
        pytest.param(0, 1, BOX, id="upright"),
        pytest.param(90, 1, (20.0, 690.0, 40.0, 790.0), id="turned-right"),
        pytest.param(270, 1, (560.0, 10.0, 580.0, 110.0), id="turned-left"),
        pytest.param(90, 2, BOX, id="another-page-was-turned"),
    ],
)
def test_boxes_stand_where_viewers_show_them(turned, number, box):
    item = statement()
    item = replace(item, passage=replace(item.passage, page=1, boxes=(BOX,)))
    page = Page(number, 800.0, 600.0, PageKind.TEXT, turned=turned)
    shown = show_passages(replace(plan(), statements=(item,)), [page])
    assert shown.statements[0].passage.boxes == (box,)
