"""`selaras coverage` and `selaras trace` on a stored chain: answers, files, and clear refusals."""

import csv
import json
import os
from dataclasses import replace

import pytest
from trace_chain import LINKS, PLANS

from selaras.flows.cli import run
from selaras.flows.link_store import save_links
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.models.messages import text

KNOWN = [
    replace(plan, document=replace(plan.document, file_name=f"{plan.document.sha256}.pdf")) for plan in PLANS
]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    place = tmp_path_factory.mktemp("home")
    with opened_store(Settings(place)) as store, store.writing() as session:
        for plan in KNOWN:
            save_plan(session, plan, version="1")
        save_links(session, LINKS, KNOWN)
    return place


@pytest.fixture
def ask(home, capsys):
    """Run a command in the home; give its code, what it showed, and what it said of errors."""

    def run_command(*arguments):
        code = run(list(arguments), {**os.environ, "SELARAS_HOME": str(home)})
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run_command


@pytest.mark.parametrize(
    "arguments",
    [
        ("IE3",),
        ("ie3", "--lines", "10"),
        ("perlindungan", "sosial", "adaptif"),
        ("Sasaran", "3", "--plan", "rpjpd"),
        ("IUP8",),
    ],
)
def test_one_query_leads_from_a_direction_to_the_program_of_an_agency(ask, arguments):
    code, shown, _ = ask("trace", *arguments)
    assert code == 0
    assert "Program 3.25.03 “Program Bantuan Nelayan” (hlm. 9)" in shown
    assert "diukur dengan: Jumlah nelayan terbantu (orang)" in shown
    assert text("coverage.missed.down") in shown


def test_the_way_back_ends_at_the_law(ask):
    code, shown, _ = ask("trace", "3.25.03", "--up")
    assert code == 0
    assert "Arah pembangunan IE3" in shown
    assert text("coverage.end.nation") in shown


def test_plain_data_and_a_file_at_once(ask, tmp_path):
    output = tmp_path / "jalur.csv"
    code, shown, _ = ask("trace", "IE3", "--json", "--output", str(output))
    data = json.loads(shown)
    rows = list(csv.DictReader(output.open(encoding="utf-8-sig")))
    assert (code, len(data["paths"]), len(rows)) == (0, 1, 1)
    assert rows[0]["perangkat daerah"] == "Dinas Samudra"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("trace", "IE33"), "Yang terdekat: "),
        (("trace", "2.1"), "2 pernyataan cocok"),
        (("trace", "IE3", "--plan", "rkpd"), "tidak ada pernyataan"),
        (("trace", "IE3", "--least", "0"), "bukan kemungkinan"),
        (("trace", "IE3", "--lines", "1"), "terlalu kecil"),
        (("trace", "IE3", "--output", "jalur.pdf"), "jalur.pdf"),
        (("trace",), "belum diberikan"),
        (("coverage", "--plan", "a", "--region", "b"), "tidak dapat dipakai bersama"),
        (("coverage", "--plan", "a", "--by", "region"), "tidak dapat dipakai bersama"),
        (("coverage", "--by", "bidang"), "tidak dikenal"),
        (("coverage", "--direction", "samping"), "tidak dikenal"),
        (("coverage", "--region", "Atlantis"), "tidak ada yang cocok"),
        (("coverage", "--priority", "IE18"), "IE17"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_there_is(ask, arguments, words):
    code, shown, told = ask(*arguments)
    assert (code, shown) == (2, "")
    assert words in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "RPJMD"),
        (("--by", "region"), "98.01"),
        (("--by", "agency"), "Dinas Samudra"),
        (("--by", "priority"), "IE17"),
        (("--priority", "ie3"), "Perlindungan Sosial yang Adaptif"),
        (("--priority", "ie3"), text("coverage.missed.down")),
        (("--region", "98.01", "--direction", "up"), text("coverage.gaps", count=2)),
        (("--plan", "rpjmd.pdf", "--direction", "down"), "Membaiknya jalan"),
    ],
)
def test_coverage_is_counted_by_what_is_asked_for(ask, arguments, words):
    code, shown, _ = ask("coverage", *arguments)
    assert code == 0
    assert words in shown


@pytest.mark.parametrize(
    ("by", "key"), [("plan", "rpjmd"), ("region", "98"), ("agency", "98.01 dinas samudra")]
)
def test_plain_data_of_coverage(ask, by, key):
    code, shown, _ = ask("coverage", "--by", by, "--json")
    groups = {group["key"]: group for group in json.loads(shown)["groups"]}
    assert code == 0
    assert groups[key]["up"]["judged"] > 0


@pytest.mark.parametrize("arguments", [("--plan", "rpjmd"), ("--by", "priority")])
def test_tables_are_written(ask, tmp_path, arguments):
    output = tmp_path / "cakupan.xlsx"
    code, shown, _ = ask("coverage", *arguments, "--output", str(output))
    assert (code, output.exists()) == (0, True)
    assert str(output.name) in shown.replace("\n", "")


def test_an_empty_home_is_told_so(tmp_path, capsys):
    code = run(["trace", "IE3"], {**os.environ, "SELARAS_HOME": str(tmp_path)})
    assert code == 2
    assert "selaras ingest" in capsys.readouterr().err
