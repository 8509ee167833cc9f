"""The national plans: complete, connected, and nothing without a source."""

import csv
from pathlib import Path

import pytest

from selaras.models.framework import Framework, FrameworkKind, load_rpjmn, load_rpjpn

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (FrameworkKind.VISION, 1),
        (FrameworkKind.VISION_TARGET, 5),
        (FrameworkKind.VISION_INDICATOR, 9),
        (FrameworkKind.MISSION, 8),
        (FrameworkKind.ARAH, 17),
        (FrameworkKind.INDICATOR, 45),
        (FrameworkKind.SUB_INDICATOR, 32),
    ],
)
def test_rpjpn_is_complete(kind, count):
    assert len(load_rpjpn().by_kind(kind)) == count


def test_rpjmn_has_its_vision_and_eight_priorities():
    assert [item.code for item in load_rpjmn().children("RPJMN")][:8] == [f"PN{i}" for i in range(1, 9)]
    assert len(load_rpjmn().by_kind(FrameworkKind.VISION)) == 1
    assert len(load_rpjmn().by_kind(FrameworkKind.INDICATOR)) > 90


@pytest.mark.parametrize("plan", [load_rpjpn(), load_rpjmn()], ids=["RPJPN", "RPJMN"])
def test_codes_are_unique(plan: Framework):
    codes = [item.code for item in plan.items]
    assert len(codes) == len(set(codes))


def test_every_item_of_the_rpjpn_hangs_below_another():
    plan = load_rpjpn()
    assert [item.code for item in plan.items if not item.parent or not plan.get(item.parent)] == ["VISI"]


@pytest.mark.parametrize(
    ("code", "children"),
    [
        ("IE1", ["IUP1", "IUP2", "IUP3", "IUP4"]),
        ("IUP2", ["IUP2a", "IUP2b"]),
        ("SV2", ["SV2.1", "SV2.2", "SV2.3"]),
        ("M2", ["IE4", "IE5", "IE6", "IE7", "IE8"]),
        ("IUP1", []),
    ],
)
def test_children(code, children):
    assert [item.code for item in load_rpjpn().children(code)] == children


def test_figures_carry_their_certainty():
    for item in (*load_rpjpn().items, *load_rpjmn().items):
        for figure in (item.baseline, *item.targets):
            assert figure is None or (figure.text and figure.certainty)


def test_a_figure_is_kept_as_printed():
    item = load_rpjmn().get("PN1.1")
    assert (item.baseline.period, item.baseline.text) == ("2023", "79,51")
    assert [(target.period, target.text) for target in item.targets] == [
        ("2025", "81,69–85,23"),
        ("2029", "83,42–86,96"),
    ]


def test_figures_of_a_province_are_not_those_of_the_nation():
    assert {item.region for item in load_rpjmn().items} == {None, "62"}


@pytest.mark.parametrize(("plan", "law"), [(load_rpjpn(), "UU 59/2024"), (load_rpjmn(), "Perpres 12/2025")])
def test_the_law_is_named(plan, law):
    assert plan.law == law
    assert plan.items[0].source == law


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared collection of facts is not at hand")
@pytest.mark.parametrize(
    ("name", "plan"), [("rpjpn_2025_2045.csv", load_rpjpn()), ("rpjmn_2025_2029.csv", load_rpjmn())]
)
def test_nothing_was_added_to_or_lost_from_the_figures(name, plan):
    with (SHARED / "domain" / name).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        item = plan.get(row["code"])
        printed = {
            row.get(key) for key in ("baseline_2025", "baseline", "target_2045", "target_2025", "target_2029")
        }
        kept = {figure.text for figure in (item.baseline, *item.targets) if figure}
        assert item.name == row["name"]
        assert kept == printed - {None, ""}
