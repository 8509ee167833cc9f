"""Tags as lines for a terminal, in words, and with the boxes that lead from a text to its page."""

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_factory import page, words
from rich.console import Console
from tagged_example import OPEN, OUTCOME, TAGS, TEXT, tag, tagged

from selaras.extractors import text_files
from selaras.extractors.identity.evidence import printed_lines
from selaras.extractors.pages.page import Page, PageKind
from selaras.extractors.tagging.placed_text import place_text
from selaras.extractors.text_files import read_text_pages
from selaras.flows import terminal
from selaras.flows.tagged_terminal import styled
from selaras.models.errors import LimitExceededError
from selaras.models.tags import Tag, TaggedPage
from selaras.models.value_kinds import Value, ValueKind
from selaras.outputs.labels import Labels
from selaras.outputs.tagged.text_lines import LineKind, TextLine, page_lines, text_parts
from selaras.outputs.tagged.words import LONGEST_CHIP, TagWords

INDONESIAN, ENGLISH = TagWords(Labels("id")), TagWords(Labels("en"))
FIRST, SECOND = TEXT.partition("\n")[0], " ".join(TEXT.splitlines()[1:])


# Lines


def lines(text, *tags):
    return list(page_lines(TaggedPage(1, text, tags), INDONESIAN))


def test_the_example_as_text():
    shown = "".join(text_parts(tagged(), INDONESIAN)).splitlines()
    assert shown[:3] == ["Halaman 1: 14 tanda", f"  {FIRST}", "      Label: “Sasaran 1:”; LABEL; nomor 1"]
    assert f"      Jenis pernyataan: “{OUTCOME}”; Sasaran; dugaan cukup kuat, 0,87" in shown
    assert shown.index(f"  {SECOND}") > shown.index("      Wilayah: “Kota Semarang”; Kota Semarang (33.74)")
    assert "Wilayah: 2 pada 1 halaman, 1 di antaranya dugaan" in shown[-20:]


def test_without_sentences_lines_stand_for_them():
    found = lines("satu\nKota Semarang\ntiga", Tag("regions", "33.74", "Kota Semarang", 5, 18))
    assert [line.text for line in found if line.kind is LineKind.SENTENCE] == ["Kota Semarang"]


def test_a_tag_that_reaches_over_the_end_of_its_line_is_shown_whole():
    found = lines("di Kota\nSemarang ini", Tag("regions", "33.74", "Kota\nSemarang", 3, 16))
    sentence = next(line for line in found if line.kind is LineKind.SENTENCE)
    assert (sentence.text, sentence.marks) == ("di Kota Semarang", ((3, 16),))


def test_the_same_tag_in_one_sentence_is_said_once():
    twins = [Tag("plan_kinds", "RPJPD", "RPJPD", start, start + 5) for start in (0, 10)]
    assert [line.text for line in lines("RPJPD dan RPJPD", *twins) if line.kind is LineKind.TAG] == [
        "Dokumen perencanaan: “RPJPD” (2×)"
    ]


@given(st.text("a \n\t\x1b\u202e\x9b[31m", min_size=1, max_size=20), st.integers(0, 19))
def test_no_line_can_steer_a_terminal_and_marks_stay_on_it(text, start):
    given_tag = Tag(text, text, text[start : start + 3], start, start + 3)
    for line in lines(text, *([given_tag] if given_tag.text and len(text) >= start + 3 else [])):
        assert line.plain.isprintable()
        for first, last in line.marks:
            assert first >= 0
            assert styled(line).plain == line.text
            assert last - first <= 3


def test_colours_mark_what_a_tag_covers():
    stream = io.StringIO()
    line = TextLine(LineKind.SENTENCE, "di [bold]Kota[/bold]", ((3, 9),))
    Console(file=stream, force_terminal=True, color_system="standard").print(styled(line))
    assert "\x1b[4;36m[bold]" in stream.getvalue()  # what looks like markup is text


def test_json_for_an_output_without_unicode_is_escaped(monkeypatch, capsys):
    monkeypatch.setattr(terminal, "_speaks_utf8", lambda: False)
    terminal.say_json('"– 😀"')
    assert capsys.readouterr().out == '"\\u2013 \\ud83d\\ude00"'


# Words


@pytest.mark.parametrize(
    ("given_tag", "said"),
    [
        (TAGS[4], ["Kota Semarang (33.74)"]),
        (tag("regions", "98", "IKN", region="98"), ["wilayah 98"]),
        (tag("kinds", "GOAL", "IKN", probability=0.2), ["dugaan sangat lemah, 0,20"]),
        (tag("quantities", "X", "IKN", unit="orang"), ["terbaca orang"]),
        (
            tag(
                "quantities", "X", "IKN", value=Value("13,68 juta", ValueKind.NUMBER, 13.68e6, 13.68e6, "Rp")
            ),
            ["terbaca 13.680.000 Rp"],
        ),
        (
            tag("quantities", "X", "IKN", value=Value("4,5–5,0", ValueKind.RANGE, 4.5, 5.0)),
            ["terbaca 4,5–5"],
        ),
        (tag("quantities", "X", "IKN", value=Value("BB", ValueKind.PREDICATE, label="BB")), ["terbaca BB"]),
        (tag("agencies", "IKN", "IKN"), []),
    ],
)
def test_details_in_words(given_tag, said):
    assert list(INDONESIAN.details(given_tag)) == said


def test_a_concept_is_named_in_the_language_of_the_user():
    found = TAGS[7]
    assert next(INDONESIAN.details(found)) != next(ENGLISH.details(found))
    assert next(ENGLISH.details(found)).startswith("IUP8: ")


@pytest.mark.parametrize(
    ("given_tag", "chip"),
    [
        (tag("kinds", "OBJECTIVE", "IKN"), "Sasaran"),
        (tag("plan_kinds", "RPJPN", "RPJPN"), "rencana"),  # the text says it already
        (tag("regions", "33.74", "Kota Semarang", region="33.74"), "33.74"),
        (tag("indicators", "INDICATOR", "IKN", concept="IUP8"), "IUP8"),
        (tag("indicators", "INDICATOR", "IKN", resolution=OPEN), "indikator"),
        (tag("regulations", "PERPRES", "IKN", number="12"), "PERPRES"),
        (tag("agencies", "Dinas Sosial", "IKN", region="33.74"), "PD"),
        (tag("quantities", "PERCENT", "4,5 persen"), "persen"),
        (tag("headings", "CHAPTER", "IKN", number="III"), "bab"),
        (tag("numbers", ")", "1", number="1"), "nomor"),
        (tag("unknown", "L" * 90, "IKN"), "L" * LONGEST_CHIP + "…"),
    ],
)
def test_the_name_beside_a_tag_is_short_and_says_something_new(given_tag, chip):
    assert INDONESIAN.chip(given_tag) == chip


# From the text to the page


def test_text_of_a_page_is_that_of_its_printed_lines():
    given_page = page(("Sasaran 1", 100.0), ("Kota Semarang", 120.0))
    assert place_text(given_page).text == "\n".join(line.text for line in printed_lines(given_page))


@pytest.mark.parametrize(
    ("part", "boxes"),
    [
        ("Kota", [(72.0, 120.0, 92.0, 130.0)]),
        ("ota Sem", [(72.0, 120.0, 137.0, 130.0)]),
        ("1\nKota", [(112.0, 100.0, 117.0, 110.0), (72.0, 120.0, 92.0, 130.0)]),
        (" ", []),
    ],
)
def test_a_part_of_the_text_leads_to_its_words_one_box_a_line(part, boxes):
    placed = place_text(page(("Sasaran 1", 100.0), ("Kota Semarang", 120.0)))
    start = placed.text.index(part)
    assert list(placed.find_boxes(start, start + len(part))) == boxes


def test_boxes_of_a_turned_page_are_where_viewers_show_them():
    turned = replace(page(("Kota", 100.0)), turned=90)
    assert place_text(turned).find_boxes(0, 4) == ((100.0, 595.0 - 92.0, 110.0, 595.0 - 72.0),)


def test_an_empty_page_has_no_text_and_no_boxes():
    placed = place_text(Page(1, 595.0, 842.0, PageKind.BLANK))
    assert (placed.text, placed.find_boxes(0, 1)) == ("", ())


@given(st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=12))
def test_each_word_leads_to_its_own_box(texts):
    given_words = tuple(word for row, text in enumerate(texts) for word in words(text, top=20.0 * row))
    placed = place_text(Page(1, 595.0, 842.0, PageKind.TEXT, given_words))
    for start, end, word in zip(placed.starts, placed.ends, given_words, strict=True):
        assert placed.text[start:end] == word.text
        assert placed.find_boxes(start, end) == (word.box,)


# Text files


@pytest.mark.parametrize("step", [1, 2, 3, 1000])
def test_pages_do_not_depend_on_how_much_is_read_at_a_time(tmp_path, monkeypatch, step):
    monkeypatch.setattr(text_files, "_STEP", step)
    (tmp_path / "a.txt").write_text("satu\fdua – é\f\fempat\n", encoding="utf-8")
    assert list(read_text_pages(tmp_path / "a.txt")) == ["satu", "dua – é", "", "empat\n"]


def test_a_page_that_is_too_long_is_refused_and_those_before_it_are_not_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(text_files, "_STEP", 4)
    monkeypatch.setattr(text_files, "LONGEST_PAGE", 10)
    (tmp_path / "a.txt").write_text("satu\f" + "x" * 30)
    pages = read_text_pages(tmp_path / "a.txt")
    assert next(pages) == "satu"
    with pytest.raises(LimitExceededError):
        next(pages)


def test_text_holds_what_the_example_says():
    assert all(TEXT[one.start : one.end] == one.text for one in TAGS)
