"""The page of tags: the text as it is, every tag in its place, nothing from a document as markup."""

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_checks import Page, faults
from tagged_example import TAGS, TEXT, WARNED, WHOLE, hostile_tags, html, tagged
from test_report import luminance

from selaras.models.messages import LANGUAGES, catalogue, render
from selaras.models.tags import Tag, TaggedPage
from selaras.outputs.shown_text import shown
from selaras.outputs.tagged.groups import TagGroup, in_order, load_groups
from selaras.outputs.tagged.layers import cut_at_marks, lay_out

GOLDEN = Path(__file__).parent / "golden" / "tagged.html"
REWRITE = "SELARAS_WRITE_GOLDEN"


class Marks(HTMLParser):
    """The text of the pages' texts, and the marks in it with the text that each begins with."""

    def __init__(self, text):
        super().__init__()
        self.inside, self.text, self.marks, self.open = False, [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "div" and attrs.get("class") == "text":
            self.inside = True
        elif tag == "mark":
            self.open.append({**attrs, "text": ""})
            self.marks.append(self.open[-1])

    def handle_endtag(self, tag):
        if tag == "div":
            self.inside = False
        elif tag == "mark":
            self.open.pop()

    def handle_data(self, data):
        if self.inside:
            self.text.append(data)
            for mark in self.open:
                mark["text"] += data


def one_page(text, *tags):
    return tagged(TaggedPage(1, text, tags))


def test_the_page_is_as_the_golden_file_has_it():
    """Write it anew with SELARAS_WRITE_GOLDEN=1, look at it, and run again without."""
    if os.environ.get(REWRITE):
        GOLDEN.write_text(without_style(html()), encoding="utf-8")
        pytest.fail(f"{GOLDEN.name} was written; look at it and unset {REWRITE}")
    assert without_style(html()) == GOLDEN.read_text(encoding="utf-8")


def without_style(page):
    """The page without the stylesheet that all pages share: a colour elsewhere changes nothing here."""
    return re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hostile", [False, True], ids=["plain", "hostile"])
def test_page_is_well_formed_and_needs_no_network(language, hostile):
    page = html(hostile_tags() if hostile else tagged(), language=language)
    assert faults(page) == []
    assert f'<html lang="{language}">' in page
    assert "default-src 'none'" in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_text_stands_as_it_is_and_every_tag_on_it():
    marks = Marks(html())
    assert "".join(marks.text) == TEXT
    begun = [mark for mark in marks.marks if "data-chip" in mark]
    assert len(begun) == len(TAGS)
    assert {mark["title"] for mark in begun} >= {
        "Jenis pernyataan: Sasaran; dugaan cukup kuat, 0,87",
        "Wilayah; Kota Semarang (33.74)",
        "Peraturan: peraturan; nomor 59; tahun 2024",
        "Besaran: persen; terbaca 4,5 persen",
    }


@pytest.mark.parametrize(
    ("words", "guess"),
    [("Kota Semarang", False), ("Semarang", True), ("RPJPN", False), ("4,5 persen", False)],
)
def test_a_guess_is_marked_beside_its_colour(words, guess):
    marks = [mark for mark in Marks(html()).marks if mark["text"] == words and "data-chip" in mark]
    assert [("guess" in mark["class"].split(), mark["data-chip"].startswith("≈")) for mark in marks] == [
        (guess, guess)
    ]


def test_an_open_question_names_its_candidates():
    page = Page(html()).text
    assert "tidak ada padanan dalam katalog (dugaan sedang, 0,50)" in page
    assert re.search(r"calon: IUP8 \w[^;]+ \(0,50\); IUP_X \(0,40\)", page)


def test_what_concerns_a_page_stands_there_and_the_rest_above():
    page = Page(html()).text
    whole, warned = (render(warning.message) for warning in (WHOLE, WARNED))
    assert page.count(whole) == page.count(warned) == 1
    assert page.index(whole) < page.index(TEXT.partition(":")[0]) < page.index(warned)


def test_same_tags_are_listed_once_with_their_number():
    text = "RPJPD dan RPJPD"
    twins = [Tag("plan_kinds", "RPJPD", "RPJPD", start, start + 5) for start in (0, 10)]
    page = Page(html(one_page(text, *twins))).text
    assert "Daftar tanda halaman 1 (1)" in page
    assert "RPJPD (2×)" in page


def test_a_group_that_is_not_known_is_shown_last_under_its_own_name():
    assert [group.name for group in in_order({"zebra": 1, "regions": 1})] == ["regions", "zebra"]
    assert in_order({"zebra": 1})[0] == TagGroup("zebra")
    assert "made_up" in Page(html()).text


# Laws of overlapping tags

TRAPS = "ab <>&\"'\n\t{}%é\u202e\x1b\x00\U0001f600"


@st.composite
def tagged_texts(draw):
    text = draw(st.text(TRAPS, min_size=1, max_size=30))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = draw(st.lists(places.filter(lambda place: place[0] < place[1]), max_size=8))
    groups = st.sampled_from(["kinds", "regions", "sentences", "other"])
    return text, [Tag(draw(groups), f"L{n}", text[a:b], a, b) for n, (a, b) in enumerate(spans)]


@given(tagged_texts())
def test_the_rendered_text_is_the_text_and_every_tag_appears_with_its_own(example):
    text, tags = example
    marks = Marks(html(one_page(text, *tags)))
    assert "".join(marks.text) == shown(text)
    begun = [mark for mark in marks.marks if "data-chip" in mark]
    assert len(begun) == len(tags)
    assert sum(len(mark["text"]) for mark in marks.marks) == sum(len(tag.text) for tag in tags)


@given(tagged_texts())
def test_tags_that_meet_never_share_a_level(example):
    text, tags = example
    marks = lay_out(text, tags, behind=lambda tag: tag.group == "sentences")
    assert len(marks) == len(tags)
    for place, mark in enumerate(marks):
        for other in marks[place + 1 :]:
            if mark.tag.start < other.tag.end and other.tag.start < mark.tag.end:
                assert mark.level != other.level


@given(tagged_texts())
def test_marks_nest(example):
    text, tags = example
    opened = []
    for step in cut_at_marks(text, lay_out(text, tags)):
        if step.mark and step.opens:
            opened.append(step.mark)
        elif step.mark:
            assert opened.pop() is step.mark
    assert opened == []


# Groups


@pytest.mark.parametrize("name", load_groups())
@pytest.mark.parametrize(("theme", "paper"), [("light", "#ffffff"), ("dark", "#14191d")])
def test_contrast_of_a_group_meets_wcag_aa(name, theme, paper):
    light, dark = sorted((luminance(getattr(load_groups()[name], theme)), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("name", load_groups())
def test_a_group_has_a_name_and_a_short_one_in_both_languages(name):
    for language in LANGUAGES:
        assert {f"tag.group.{name}", f"tag.short.{name}"} <= catalogue(language).keys()


def test_groups_in_catalogues_are_those_of_the_data_file():
    named = {code.rpartition(".")[2] for code in catalogue("id") if re.match(r"tag\.(group|short)\.", code)}
    assert named == load_groups().keys()
