"""Spans of any component become tags, each with what is known of its own group."""

import pytest
import spacy
from spacy.tokens import Span

from selaras.extractors.tagging.placed_text import PlacedText
from selaras.extractors.tagging.tags import ALL_ATTRIBUTES, ATTRIBUTES, read_tags
from selaras.models.messages import message
from selaras.models.resolution import Resolution
from selaras.outputs.tagged.groups import load_groups

TEXT = "Meningkatnya kerukunan Kota Semarang"


def doc_with(**groups):
    """A text whose groups have the spans (first word, word behind the last, label)."""
    doc = spacy.blank("xx")(TEXT)
    for name, spans in groups.items():
        doc.spans[name] = [Span(doc, first, last, label=label) for first, last, label in spans]
    return doc


def tags_of(doc, *groups):
    return read_tags(doc, PlacedText(TEXT), lambda name: not groups or name in groups)


def test_tags_come_in_reading_order_the_longest_first():
    doc = doc_with(regions=[(2, 4, "33.74")], kinds=[(0, 4, "GOAL")], wording=[(0, 1, "OUTCOME")])
    assert [tag.label for tag in tags_of(doc)] == ["GOAL", "OUTCOME", "33.74"]


def test_of_twins_one_stays():
    assert len(tags_of(doc_with(kinds=[(0, 4, "GOAL"), (0, 4, "GOAL"), (0, 4, "MISSION")]))) == 2


def test_only_groups_that_are_wanted_are_read():
    doc = doc_with(regions=[(2, 4, "33.74")], kinds=[(0, 4, "GOAL")])
    assert [tag.group for tag in tags_of(doc, "regions")] == ["regions"]


def test_a_span_at_the_place_of_another_does_not_inherit_what_is_known_of_it():
    doc = doc_with(kinds=[(0, 4, "GOAL")], wording=[(0, 4, "OUTCOME")], new=[(0, 4, "X")])
    doc.spans["kinds"][0]._.probability = 0.9
    assert doc.spans["wording"][0]._.probability == 0.9  # what spaCy says
    known = {tag.group: tag.facts.probability for tag in tags_of(doc)}
    assert known == {"kinds": 0.9, "wording": None, "new": 0.9}


@pytest.mark.parametrize("region", [None, "33.74"])
def test_the_label_of_a_region_is_its_code_until_it_says_more(region):
    doc = doc_with(regions=[(2, 4, "33.74")])
    doc.spans["regions"][0]._.region = region
    assert tags_of(doc)[0].facts.region == "33.74"


def test_an_indicator_has_its_concept_from_the_link_or_from_its_resolution():
    doc = doc_with(indicators=[(0, 2, "INDICATOR")])
    doc.spans["indicators"][0]._.resolution = Resolution("IUP8", 0.9, message("resolve.unknown"))
    facts = tags_of(doc)[0].facts
    assert (facts.concept, facts.sureness, facts.guess) == ("IUP8", 0.9, True)


def test_groups_with_attributes_are_groups_that_pages_know():
    assert ATTRIBUTES.keys() == load_groups().keys()
    assert all(set(names) <= set(ALL_ATTRIBUTES) for names in ATTRIBUTES.values())
