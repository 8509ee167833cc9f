"""The sample plans: made again byte by byte, true to their truth, and consistent in what was planted."""

import csv
import hashlib
import json
import re
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from rapidfuzz import fuzz

from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind
from selaras.samples.content import NAMES, read_content
from selaras.samples.generate import main
from selaras.samples.grid import ABOVE, Cell, Sheet
from selaras.samples.pages import NOTICE

FOLDER = Path(__file__).parents[1] / "samples"
PLANS = [name for name in NAMES if name != "bukan_rencana"]


@cache
def truth(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / "truth" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def page_words(name: str) -> list[list[str]]:
    """The words of each page, in the order of pdfplumber's text."""
    with pdfplumber.open(FOLDER / f"{name}.pdf") as pdf:
        return [words(page.extract_text()) for page in pdf.pages]


def words(text: str) -> list[str]:
    return re.findall(r"[\w%.,–±-]*\w", text.casefold())


def stands_in_order(wanted: list[str], found: list[str]) -> bool:
    """Columns interleave on a page, but the words of one cell keep their order."""
    rest = iter(found)
    return all(word in rest for word in wanted)


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("samples")
    assert main(["--output", str(output)]) == 0
    return output


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", ["{}.pdf", "truth/{}.json"])
def test_making_a_sample_again_gives_the_same_bytes(again: Path, name: str, path: str) -> None:
    assert (again / path.format(name)).read_bytes() == (FOLDER / path.format(name)).read_bytes()


def test_making_the_links_again_gives_the_same_bytes(again: Path) -> None:
    assert (again / "truth/links.json").read_bytes() == (FOLDER / "truth/links.json").read_bytes()


def test_the_folder_holds_these_nine_documents_and_no_other() -> None:
    assert {path.stem for path in FOLDER.glob("*.pdf")} == set(NAMES)
    assert {path.stem for path in (FOLDER / "truth").glob("*.json")} == {*NAMES, "links"}
    assert len(NAMES) == 9


@pytest.mark.parametrize("name", NAMES)
def test_the_truth_carries_the_hash_of_its_file(name: str) -> None:
    assert truth(name)["sha256"] == hashlib.sha256((FOLDER / f"{name}.pdf").read_bytes()).hexdigest()
    assert truth(name)["file"] == f"{name}.pdf"


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_that_it_is_a_sample(name: str) -> None:
    assert truth(name)["pages"] == list(range(1, len(page_words(name)) + 1))
    assert all(stands_in_order(words(NOTICE), page) for page in page_words(name))


@pytest.mark.slow
@pytest.mark.parametrize("name", PLANS)
def test_every_statement_stands_on_its_page(name: str) -> None:
    read = truth(name)["statements"]
    missing = [
        item["key"]
        for item in read
        if not stands_in_order(words(item["text"]), page_words(name)[item["page"] - 1])
    ]
    assert read
    assert missing == []


def printed(indicator: dict[str, Any]) -> list[str]:
    values = [indicator["baseline"]] if "baseline" in indicator else []
    return [value["text"] for value in [*values, *indicator["targets"]]]


@pytest.mark.parametrize("name", [name for name in PLANS if truth(name)["indicators"]])
def test_every_indicator_stands_on_its_page_with_its_values(name: str) -> None:
    missing = []
    for item in truth(name)["indicators"]:
        page = page_words(name)[item["page"] - 1]
        values = [word for text in printed(item) for word in words(text)]
        if not (stands_in_order(words(item["name"]), page) and stands_in_order(values, page) and values):
            missing.append(item["key"])
    assert missing == []


def test_the_kesbangpol_program_table_keeps_budgets_out_of_the_targets() -> None:
    texts = [text for item in truth(NAMES[5])["indicators"] for text in printed(item)]
    assert texts
    assert not [text for text in texts if text.count(".") > 1]


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_parents_exist(name: str) -> None:
    read = truth(name)
    statements, indicators = read["statements"], read["indicators"]
    keys = [item["key"] for item in statements]
    measured = [item["key"] for item in indicators]
    assert len(set(keys + measured)) == len(keys + measured)
    assert {item["parent"] for item in statements} - {None} <= set(keys)
    assert {item["statement"] for item in indicators} - {None} <= set(keys)
    assert {item["kind"] for item in statements} <= set(StatementKind)
    assert read["document"]["kind"] in set(PlanKind)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (NAMES[0], ("RPJMN", "NATIONAL", None, None, [2025, 2029])),
        (NAMES[1], ("RPJPD", "PROVINCE", "99", None, [2025, 2045])),
        (NAMES[2], ("RPJMD", "PROVINCE", "99", None, [2025, 2029])),
        (NAMES[3], ("RPJMD", "DISTRICT", "99.01", None, [2025, 2029])),
        (NAMES[4], ("RPJMD", "DISTRICT", "99.02", None, [2025, 2029])),
        (NAMES[5], ("RENSTRA", "PROVINCE", "99", "Badan Kesatuan Bangsa dan Politik", [2025, 2029])),
        (NAMES[6], ("VISI_MISI", "PROVINCE", "99", None, [2024, 2029])),
        (NAMES[7], ("VISI_MISI", "PROVINCE", "99", None, [2025, 2029])),
        (NAMES[8], ("OTHER", None, None, None, None)),
    ],
)
def test_documents_are_what_their_names_say(name: str, facts: tuple[object, ...]) -> None:
    assert truth(name)["document"] == dict(
        zip(("kind", "level", "region", "agency", "period"), facts, strict=True)
    )


def test_no_real_region_bears_the_names_or_codes_of_the_invented_ones() -> None:
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as stream:
        invented = list(csv.DictReader(stream))
    table = (files("selaras.models") / "data" / "regions.csv").read_text(encoding="utf-8")
    real = list(csv.DictReader(table.splitlines()))
    assert [row["code"] for row in invented] == ["99", "99.01", "99.02"]
    assert not {row["code"] for row in invented} & {row["code"] for row in real}
    short = [row["name"].casefold().split(" ", 1)[1] for row in real]
    for row in invented:
        name = row["name"].casefold().split(" ", 1)[1]
        assert max(fuzz.ratio(name, other) for other in short) < 75, name


@pytest.mark.parametrize(
    ("name", "phrase", "cited"),
    [
        ("visi-misi_calon-1", "7 misi, 15 arah pembangunan, dan 40 indikator utama", True),
        ("visi-misi_calon-1", "periode 2024-2029", True),
        ("visi-misi_calon-2", "rpjpd", False),
        ("visi-misi_calon-2", "rencana pembangunan jangka panjang", False),
        ("bukan_rencana", "arunika", False),
    ],
)
def test_planted_words_are_or_are_not_printed(name: str, phrase: str, cited: bool) -> None:
    text = " ".join(word for page in page_words(name) for word in page)
    assert (" ".join(words(phrase)) in text) is cited


def test_the_numbers_of_candidate_1_stand_apart_from_their_missions() -> None:
    with pdfplumber.open(FOLDER / "visi-misi_calon-1.pdf") as pdf:
        drawn = [word["text"] for word in pdf.pages[1].extract_words(use_text_flow=True)]
    first_number = drawn.index("1.")
    assert drawn[first_number : first_number + 6] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert drawn.index("Menghadirkan") < drawn.index("Membuka") < first_number


def test_a_merged_cell_goes_on_empty_on_the_next_page() -> None:
    sheet = Sheet([[Cell("Tujuan"), Cell("Sasaran")]], [[Cell("a"), Cell("b")], [ABOVE, Cell("c")]], [50, 50])
    assert sheet.part(1, None).body == [[Cell(), Cell("c")]]
    assert sheet.part(0, 1).body == [[Cell("a"), Cell("b")]]


def test_the_objective_table_of_the_province_breaks_inside_a_goal() -> None:
    pages = {item["key"]: item["page"] for item in truth(NAMES[2])["indicators"]}
    assert pages["lpe"] + 1 == pages["tpt"]  # both under tujuan 2.1


@pytest.mark.parametrize("name", NAMES)
def test_no_document_names_a_statement_that_its_pages_leave_out(name: str) -> None:
    content = read_content(name)
    assert {item.key for item in content.statements} == {item["key"] for item in truth(name)["statements"]}


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match="tidak-ada"):
        read_content(NAMES[0]).item("tidak-ada")


def test_importing_the_package_does_not_load_the_pdf_writer() -> None:
    code = "import sys, selaras.samples; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
