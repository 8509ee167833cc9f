"""The pipeline as a whole: what its components declare is what they do."""

from importlib.metadata import entry_points
from pathlib import Path

import pytest
from spacy.tokens import Doc

from selaras.extractors.tagging.attributes import DOC_ATTRIBUTES, SPAN_ATTRIBUTES
from selaras.extractors.tagging.pipeline import build_pipeline, packaged_components, packaged_config
from selaras.models.regions import ExtraRegion

ROOT = Path(__file__).parents[1]
REGIONS = (ExtraRegion("99.01", "KABUPATEN", "Kabupaten Teluk Embun"),)
PAGE = """BAB IV
TUJUAN DAN SASARAN
4.1. Tujuan dan Sasaran Renstra Dinas Sosial Kabupaten Teluk Embun
Visi : Terwujudnya Teluk Embun yang rukun
Sesuai Peraturan Daerah Nomor 5 Tahun 2021, Prosentase konflik turun 12,5 persen pada 2025-2029. Hasilnya:
1. Meningkatnya kerukunan
2. Menurunnya resiko bencana
Tabel 4.1. Indeks Pembangunan Manusia"""
TOKEN_ATTRIBUTES = {
    "token.is_sent_start": ["SENT_START"],
    "token.lemma": ["LEMMA"],
    "token.norm": ["NORM"],
    "token.pos": ["POS"],
    "token.tag": ["TAG"],
    "token.dep": ["DEP", "HEAD"],
    "token.ent_type": ["ENT_TYPE", "ENT_IOB"],
    "token.morph": ["MORPH"],
}


def state(doc: Doc) -> dict[str, object]:
    """What a document holds, by the names that components declare."""
    tokens = {name: doc.to_array(columns).tolist() for name, columns in TOKEN_ATTRIBUTES.items()}
    spans = [span for key in sorted(doc.spans) for span in doc.spans[key]]
    return {
        **tokens,
        "doc.spans": [(span.start, span.end, span.label_, span.id_, span.kb_id_) for span in spans],
        "doc.ents": [(span.start, span.end, span.label_) for span in doc.ents],
        "doc.cats": dict(doc.cats),
        "doc.tensor": doc.tensor.tolist(),
        **{f"doc._.{name}": doc._.get(name) for name in DOC_ATTRIBUTES},
        # spaCy keeps them by place, whatever group a span is in
        **{
            f"span._.{name}": {
                (span.start, span.end): value for span in spans if (value := span._.get(name)) is not None
            }
            for name in SPAN_ATTRIBUTES
        },
    }


@pytest.fixture(scope="module")
def nlp():
    return build_pipeline(REGIONS)


def test_nothing_is_required_before_it_is_assigned(nlp):
    analysis = nlp.analyze_pipes()
    assert analysis["summary"].keys() == set(nlp.pipe_names)
    assert not any(analysis["problems"].values())


@pytest.mark.parametrize("name", list(packaged_components()))
def test_a_component_writes_what_it_declares_and_nothing_else(nlp, name):
    doc = nlp.make_doc(PAGE)
    for before, component in nlp.pipeline:
        if before == name:
            break
        doc = component(doc)
    held = {key: list(spans) for key, spans in doc.spans.items()}
    old = state(doc)
    doc = component(doc)
    new = state(doc)
    changed = {key for key in new if new[key] != old[key] and any(_some(new[key]))}
    declared = set(nlp.get_pipe_meta(name).assigns) | {"doc.sents"}
    assert changed <= declared
    assert changed, f"{name} finds nothing on a page that has something for everyone"
    assert all(list(doc.spans[key]) == spans for key, spans in held.items()), "a group of another component"


def _some(value):
    values = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
    return [item is not None for item in values]


def test_a_component_is_listed_and_configured_once():
    names = packaged_config()["nlp"]["pipeline"]
    assert sorted(names) == sorted(packaged_components())


def test_spacy_is_told_where_the_components_are():
    (point,) = (point for point in entry_points(group="spacy_factories") if point.name == "selaras")
    assert point.load() is build_pipeline


def test_every_component_is_described():
    text = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
    assert [name for name in packaged_components() if f"`{name}`" not in text] == []


def test_extra_regions_do_not_stay_behind():
    assert build_pipeline(REGIONS)("Kabupaten Teluk Embun").spans["regions"]
    assert not build_pipeline()("Kabupaten Teluk Embun").spans["regions"]


def test_a_text_longer_than_spacys_limit_is_read(nlp):
    assert len(nlp.make_doc("a " * 600_000)) == 600_000
