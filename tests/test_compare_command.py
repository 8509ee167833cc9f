"""`selaras compare` on stored plans: mismatches with both pages, files, plain data, and clear refusals."""

import csv
import json
import os

import pytest
from factories import document, indicator, plan

from selaras.flows.cli import run
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.models.documents import PlanKind, PlanLevel

PROVINCE = document(PlanKind.RPJMD, agency=None)
REGENCY = document(PlanKind.RPJMD, level=PlanLevel.DISTRICT, region="98.01", agency=None, sha256="2" * 64)
ABOVE = (("Persentase dermaga apung", "%"), ("Persentase embung yang terawat", "%"))
BELOW = (("Jumlah dermaga apung", "unit"), ("Prosentase embung yang terawat", "%"))


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    place = tmp_path_factory.mktemp("home")
    with opened_store(Settings(place)) as store, store.writing() as session:
        for of, names in ((PROVINCE, ABOVE), (REGENCY, BELOW)):
            measures = [indicator(name, unit=unit, of=of, page=7) for name, unit in names]
            save_plan(session, plan(of=of, indicators=measures), version="1")
    return place


@pytest.fixture
def ask(home, capsys):
    """Run the command in the home; give its code, what it showed, and what it said of errors."""

    def run_command(*arguments, place=home):
        code = run(["compare", *arguments], {**os.environ, "SELARAS_HOME": str(place)})
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run_command


def test_mismatches_are_shown_with_both_pages(ask):
    code, shown, _ = ask()
    assert code == 0
    assert "UNIT_MISMATCH" in shown
    assert shown.count("hlm. 7") == 2
    assert "embung" not in shown


def test_all_pairs_as_plain_data(ask):
    code, shown, _ = ask("--all", "--json")
    found = json.loads(shown)["comparisons"]
    assert code == 0
    assert sorted(pair["standing"] for pair in found) == ["otherwise", "same"]
    assert {pair["own"]["page"] for pair in found} == {7}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_files(ask, tmp_path, ending):
    path = tmp_path / f"indikator.{ending}"
    assert ask("--output", str(path))[0] == 0
    assert path.stat().st_size > 0


def test_a_file_is_written_beside_plain_data(ask, tmp_path):
    path = tmp_path / "indikator.csv"
    assert json.loads(ask("--json", "--output", str(path))[1])["comparisons"]
    assert path.stat().st_size > 0


def test_a_table_has_a_row_for_each_difference(ask, tmp_path):
    path = tmp_path / "indikator.csv"
    ask("--output", str(path))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["Indikator"], row["Aturan"], row["Satuan rencana di atasnya"]) == (
        "Jumlah dermaga apung",
        "UNIT_MISMATCH",
        "%",
    )


def test_another_ending_is_refused_before_anything_is_compared(ask, tmp_path):
    code, _, problem = ask("--output", str(tmp_path / "indikator.doc"))
    assert code == 2
    assert ".csv" in problem


def test_an_empty_store_is_refused(ask, tmp_path):
    assert ask(place=tmp_path)[0] == 2
