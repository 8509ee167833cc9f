"""Diagrams become statements and indicators with parents; those of other things do not."""

import pytest

from selaras.extractors.pages.page import Diagram, Node, Page, PageKind
from selaras.extractors.trees.layer_titles import Layer, find_titles, read_title
from selaras.extractors.trees.reading import read_trees
from selaras.models.documents import PlanKind
from selaras.models.messages import render
from selaras.models.statements import StatementKind as Kind
from tests.factories import document
from tests.tree_factory import SIZE, text_in

TREE = document(kind=PlanKind.CASCADE)


def page(nodes, *, free=(), number=1):
    """A page with a diagram: texts of boxes with their boxes and parents, and texts outside of boxes."""
    found = tuple(Node(text, box, parent) for text, box, parent in nodes)
    words = [word for text, box, *_ in [*nodes, *free] for word in text_in(box, text)]
    return Page(number, *SIZE, PageKind.DIAGRAM, tuple(words), diagram=Diagram(number, found))


def chain(*texts, top=200.0):
    """Boxes in one row, each leading to the next."""
    return [
        (text, (20.0 + 150 * place, top, 140.0 + 150 * place, top + 60), place - 1 if place else None)
        for place, text in enumerate(texts)
    ]


def read(*pages, of=TREE):
    findings, _ = read_trees(pages, of)
    texts = {draft.key: draft.text for draft in findings.statements}
    statements = [(draft.kind, draft.text, texts.get(draft.parent)) for draft in findings.statements]
    indicators = [(draft.name, texts.get(draft.statement)) for draft in findings.indicators]
    return statements, indicators, [render(item.message) for item in findings.warnings]


def test_labels_in_boxes_tell_the_kinds_and_connectors_the_parents():
    labelled = chain(
        "Misi 5 Memajukan\nseni daerah",
        "Tujuan : Melestarikan\nseni tradisi",
        "Sasaran : Meningkatnya\nminat warga",
        "Misi 5 Jumlah karya\nseni terdaftar",
    )
    statements, indicators, warnings = read(page(labelled))
    assert statements == [
        (Kind.MISSION, "Memajukan seni daerah", None),
        (Kind.GOAL, "Melestarikan seni tradisi", "Memajukan seni daerah"),
        (Kind.OBJECTIVE, "Meningkatnya minat warga", "Melestarikan seni tradisi"),
    ]
    assert indicators == [("Jumlah karya seni terdaftar", "Meningkatnya minat warga")]
    assert warnings == []


def test_a_strategy_behind_an_indicator_belongs_to_the_statement_before_it():
    boxes = chain(
        "Sasaran 1: Meningkatnya mutu jalan",
        "Indikator 1: Persentase jalan mantap",
        "Strategi: Merawat jalan kota",
    )
    statements, _, _ = read(page(boxes))
    assert statements[1] == (Kind.STRATEGY, "Merawat jalan kota", "Meningkatnya mutu jalan")


def test_a_lower_indicator_does_not_measure_what_the_upper_one_measures():
    boxes = chain(
        "Sasaran 1: Meningkatnya mutu jalan",
        "Indikator Strategi : Perawatan rutin",
        "Indikator Kinerja : Penambalan lubang",
    )
    _, indicators, _ = read(page(boxes))
    assert indicators == [("Perawatan rutin", "Meningkatnya mutu jalan"), ("Penambalan lubang", None)]


def test_a_more_general_statement_is_no_child():
    boxes = chain("Kebijakan: Peningkatan tertib arsip", "Visi: Menjadi kantor yang tertib")
    statements, _, _ = read(page(boxes))
    assert statements == [
        (Kind.POLICY_DIRECTION, "Peningkatan tertib arsip", None),
        (Kind.VISION, "Menjadi kantor yang tertib", None),
    ]


TITLES = [
    ("IKU GUBERNUR", (20.0, 100.0, 130.0, 120.0)),
    ("VARIABEL PENGHUBUNG", (170.0, 100.0, 290.0, 120.0)),
    ("STRATEGI", (350.0, 100.0, 420.0, 120.0)),
    ("Kegiatan dan Pagu", (490.0, 100.0, 590.0, 120.0)),
]
COLUMNS = chain(
    "Daya saing wilayah",
    "Tenaga kerja terampil",
    "Melatih tenaga kerja",
    "Pelatihan dasar las\nRp. 300.000.000",
)


@pytest.mark.parametrize("boxed", [False, True], ids=["outside of boxes", "in boxes of their own"])
def test_titles_over_columns_tell_what_their_boxes_are(boxed):
    titles = [(text, box, None) for text, box in TITLES]
    nodes = [*COLUMNS, *titles] if boxed else COLUMNS
    statements, indicators, warnings = read(page(nodes, free=[] if boxed else TITLES))
    assert statements == [
        (Kind.STRATEGY, "Melatih tenaga kerja", None),
        (Kind.ACTIVITY, "Pelatihan dasar las", "Melatih tenaga kerja"),
    ]
    assert indicators == [("Daya saing wilayah", None)]
    assert len(warnings) == 1
    assert "Tenaga kerja terampil" in warnings[0]


def test_titles_at_the_left_tell_what_their_rows_are():
    nodes = [
        ("Meningkatnya mutu layanan", (200.0, 100.0, 400.0, 140.0), None),
        ("Mutu layanan warga", (200.0, 200.0, 400.0, 240.0), 0),
    ]
    free = [("SASARAN STRATEGIS", (20.0, 110.0, 120.0, 125.0)), ("IKU", (20.0, 212.0, 60.0, 225.0))]
    statements, indicators, _ = read(page(nodes, free=free))
    assert statements == [(Kind.OBJECTIVE, "Meningkatnya mutu layanan", None)]
    assert indicators == [("Mutu layanan warga", "Meningkatnya mutu layanan")]


def test_a_title_over_several_columns_tells_whose_statements_they_are():
    title = ("RPJMD PROVINSI TELAGA RAYA", (20.0, 100.0, 290.0, 115.0), None)
    boxes = chain(
        "Misi 1: Membangun jalan desa",
        "Tujuan 1: Meratakan jalan desa",
        "Tujuan 2: Merawat jalan desa",
        "Program 1: Perawatan Jalan Desa",
    )
    findings, _ = read_trees([page([*boxes, title])], document(kind=PlanKind.CASCADE, agency="Dinas Jalan"))
    assert [draft.owner for draft in findings.statements] == ["RPJMD", "RPJMD", None, None]


def test_a_tree_that_goes_on_over_the_page_keeps_its_titles():
    first = page([*COLUMNS, *((text, box, None) for text, box in TITLES)])
    second = page(chain("", "", "", "Pelatihan lanjut las", top=20.0)[3:], number=2)
    lone = (second.diagram.nodes[0].text, second.diagram.nodes[0].box, None)
    statements, _, _ = read(first, page([lone], number=2))
    assert (Kind.ACTIVITY, "Pelatihan lanjut las", None) in statements


def test_titles_end_with_the_tree():
    first = page([*COLUMNS, *((text, box, None) for text, box in TITLES)])
    between = Page(2, *SIZE, PageKind.TEXT)
    lone = page([("Pelatihan lanjut las", (470.0, 20.0, 590.0, 60.0), None)], number=3)
    statements, _, _ = read(first, between, lone)
    assert "Pelatihan lanjut las" not in [text for _, text, _ in statements]


OTHERS = {
    "an organisation": chain("KEPALA DINAS", "SEKRETARIS", "SUB BAGIAN\nKEUANGAN", "SEKSI GIZI"),
    "a course of work": chain("Mulai", "Penyusunan rancangan", "Program dan kegiatan disusun", "Selesai"),
    "levels without texts": chain("Visi", "Misi", "Tujuan", "Sasaran"),
    "regions of a map": chain("Wilayah Barat", "Wilayah Tengah", "Wilayah Timur"),
}


@pytest.mark.parametrize("boxes", OTHERS.values(), ids=OTHERS)
def test_diagrams_of_other_things_hold_no_statements(boxes):
    assert read(page(boxes)) == ([], [], [])


def test_a_statement_of_one_word_is_told_and_not_lost():
    boxes = chain("Program: Pentas Seni Daerah", "Kegiatan: Gotrasawala")
    statements, _, warnings = read(page(boxes))
    assert [text for _, text, _ in statements] == ["Pentas Seni Daerah"]
    assert "Gotrasawala" in warnings[0]


@pytest.mark.parametrize(
    ("text", "layer", "kind"),
    [
        ("IKU Gubernur", Layer.MEASURE, None),
        ("INDIKATOR KINERJA\nDINAS NON IKU", Layer.MEASURE, None),
        ("SASARAN RPJMD", Layer.STATEMENT, Kind.OBJECTIVE),
        ("Kegiatan dan Pagu", Layer.STATEMENT, Kind.ACTIVITY),
        ("PAGU", Layer.AMOUNT, None),
        ("Variabel Penghubung", Layer.OTHER, None),
        ("Eselon III", Layer.HOLDER, None),
        ("RENSTRA DINAS TAMAN", None, None),
        ("Indikator Kinerja : Jumlah taman", None, None),
    ],
)
def test_titles(text, layer, kind):
    title = read_title(text, (0, 0, 1, 1))
    assert (title.layer, title.kind) == (layer, kind)


def test_a_long_text_is_no_title():
    assert read_title("kata " * 17, (0, 0, 1, 1)) is None


def test_lines_of_one_title_belong_together_and_titles_side_by_side_do_not():
    free = [("IKU\nGUBERNUR", (20.0, 100.0, 100.0, 130.0)), ("STRATEGI", (300.0, 100.0, 380.0, 112.0))]
    shown = page(chain("Daya saing", "Pasar"), free=free)
    assert [title.text for title in find_titles(shown, shown.diagram)] == ["IKU GUBERNUR", "STRATEGI"]
