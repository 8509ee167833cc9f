"""Links between plans: only along the chain, the same whatever the order, right on the sample plans."""

from itertools import permutations

import pytest
from chain_plans import (
    AGENCY_MEDIUM,
    NATION_MEDIUM,
    PROVINCE_LONG,
    PROVINCE_MEDIUM,
    REGENCY_MEDIUM,
    holding,
    objective,
    sample_links,
    sample_plans,
)
from factories import indicator

from selaras.models.alignment.matching import DRAWN, MOST, SERVABLE, build_matcher
from selaras.models.alignment.plans import link_plans
from selaras.models.catalogue import load_catalogue
from selaras.models.measures.matching import match_indicators
from selaras.models.regions import ExtraRegion, load_regions
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

CATALOGUE = load_catalogue()
HEALTH = objective("Meningkatnya derajat kesehatan masyarakat", PROVINCE_MEDIUM)
SCHOOL = objective("Meratanya pendidikan yang bermutu", PROVINCE_MEDIUM, page=3)
CLINIC = objective("Puskesmas yang melayani semua warga", REGENCY_MEDIUM, page=5)
FOR_ALL = objective("Kesehatan untuk semua", PROVINCE_LONG)
PLANS = (
    holding(PROVINCE_MEDIUM, HEALTH, SCHOOL),
    holding(REGENCY_MEDIUM, CLINIC),
    holding(PROVINCE_LONG, FOR_ALL),
)


def test_links_run_along_the_chain_only():
    ends = {(link.source, link.target) for link in link_plans(PLANS, CATALOGUE)}
    assert (CLINIC.id, HEALTH.id) in ends
    assert (HEALTH.id, FOR_ALL.id) in ends
    assert (
        CLINIC.id,
        FOR_ALL.id,
    ) not in ends  # the RPJMD of a regency does not serve the RPJPD of its province


def test_a_link_carries_both_passages_and_its_reasons():
    link = next(link for link in link_plans(PLANS, CATALOGUE) if link.source == CLINIC.id)
    assert (link.source_passage, link.target_passage) == (CLINIC.passage, HEALTH.passage)
    assert link.reasons
    assert DRAWN <= link.probability <= 1.0


def test_neither_order_nor_linking_twice_changes_a_link():
    results = {link_plans(order, CATALOGUE) for order in permutations(PLANS)}
    assert len(results) == 1
    assert link_plans(PLANS, CATALOGUE) in results


def test_what_a_plan_quotes_is_not_served_in_its_place():
    quoted = objective("Kesehatan untuk semua", PROVINCE_MEDIUM, owner="RPJPD")
    links = link_plans((holding(PROVINCE_MEDIUM, quoted), holding(REGENCY_MEDIUM, CLINIC)), CATALOGUE)
    assert not links


def test_nothing_but_programs_serves_a_program():
    program = objective("Program Kesehatan Masyarakat", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM)
    below = [
        objective("Program Kesehatan Masyarakat", REGENCY_MEDIUM, kind=kind)
        for kind in (StatementKind.PROGRAM, StatementKind.OBJECTIVE)
    ]
    links = link_plans((holding(PROVINCE_MEDIUM, program), holding(REGENCY_MEDIUM, *below)), CATALOGUE)
    assert [link.source for link in links] == [below[0].id]


def test_every_kind_may_serve_something_and_nothing_an_activity():
    assert set(SERVABLE) == set(StatementKind)
    assert not any(StatementKind.ACTIVITY in targets for targets in SERVABLE.values())


def test_one_statement_gets_few_links_in_one_plan():
    many = [
        objective(f"Layanan kesehatan {word}", PROVINCE_LONG)
        for word in ("ibu", "anak", "desa", "kota", "jiwa", "gigi", "mata")
    ]
    matcher = build_matcher([holding(PROVINCE_MEDIUM, HEALTH), holding(PROVINCE_LONG, *many)])
    assert 0 < len(matcher.matches(HEALTH, PROVINCE_LONG.sha256)) <= MOST


def test_a_measure_that_both_share_makes_a_link_surer():
    plain = objective("Terjaganya daya beli", PROVINCE_MEDIUM)
    above = objective("Terjaganya harga", NATION_MEDIUM)
    inflation = [indicator("Tingkat inflasi", measures=one, concept="IUP32") for one in (plain, above)]

    def chance(measures):
        mine = holding(PROVINCE_MEDIUM, plain, indicators=measures[:1])
        theirs = holding(NATION_MEDIUM, above, indicators=measures[1:])
        links = link_plans((mine, theirs), CATALOGUE)
        return max((one.probability for one in links if one.relation is Relation.SERVES), default=0.0)

    assert chance(tuple(inflation)) > chance(())


def match(source, target):
    found = match_indicators([source], [target], CATALOGUE)
    return (round(found[0].probability, 2), [reason.code for reason in found[0].reasons]) if found else None


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            indicator("Persentase penduduk miskin", concept="IUP8"),
            indicator("Tingkat kemiskinan", concept="IUP8"),
            (0.95, ["link.same_concept"]),
        ),
        (  # the poverty rate of the sasaran visi is that of the IUP
            indicator("Tingkat kemiskinan", concept="SV2.1"),
            indicator("Angka kemiskinan", concept="IUP8"),
            (0.95, ["link.same_concept"]),
        ),
        (
            indicator("Indeks risiko bencana", unit="indeks", concept="IUP44"),
            indicator("Kerugian ekonomi akibat bencana", unit="%", concept="IUP44"),
            (0.28, ["link.same_concept", "link.unit_differs", "link.form_differs"]),
        ),
        (  # alike in letters, but the catalogue knows them apart
            indicator("Prevalensi balita stunting", unit="%", concept="IUP2b"),
            indicator("Prevalensi balita wasting", unit="%"),
            None,
        ),
        (
            indicator("Persentase jalan dalam kondisi mantap", unit="%"),
            indicator("Persentase jembatan dalam kondisi mantap", unit="%"),
            None,
        ),
        (  # two parts of one indicator
            indicator("Konsumsi listrik per kapita", concept="IUP43a"),
            indicator("Intensitas energi primer", concept="IUP43a"),
            (0.47, ["link.same_concept", "link.form_differs"]),
        ),
        (  # a whole may mean any of its parts
            indicator("Penurunan emisi gas rumah kaca", concept="IUP45"),
            indicator("Persentase penurunan emisi GRK tahunan", concept="IUP45"),
            (0.95, ["link.same_concept"]),
        ),
        (  # two indices in one place: the law's and that of regions
            indicator("Indeks Materi Hukum", unit="indeks", concept="IUP24"),
            indicator("Nilai Indeks Reformasi Hukum", unit="indeks", concept="IUP24"),
            (0.47, ["link.same_concept", "link.form_differs"]),
        ),
        (
            indicator("Indeks Pembangunan Kualitas Keluarga", unit="indeks", concept="IUP39"),
            indicator("Indeks Pembangunan Keluarga (iBangga)", unit="indeks", concept="IUP39"),
            (0.47, ["link.same_concept", "link.form_differs"]),
        ),
        (
            indicator("Indeks Reformasi Hukum Provinsi", unit="indeks", concept="IUP24"),
            indicator("Nilai Indeks Reformasi Hukum", unit="indeks", concept="IUP24"),
            (0.95, ["link.same_concept"]),
        ),
        (
            indicator("Panjang pantai terlindungi", unit="km"),
            indicator("Panjang Pantai Terlindungi *", unit=None),
            (0.95, ["link.same_name"]),
        ),
        (
            indicator("Persentase jalan provinsi mantap"),
            indicator("Persentase jalan kabupaten mantap"),
            (0.47, ["link.same_name", "link.level_differs"]),
        ),
        (indicator("Tingkat inflasi", concept="IUP32"), indicator("Tingkat inflasi", concept="IUP8"), None),
        (
            indicator("Jumlah dermaga rakyat"),
            indicator("Persentase dermaga rakyat"),
            None,
        ),  # a count is no share
        (
            indicator("Rata-rata lama sekolah usia 15 tahun"),
            indicator("Rata-rata lama sekolah usia 25 tahun"),
            None,
        ),
        (indicator("Panjang jalan"), indicator("Panjang rel"), None),
        (indicator("%"), indicator("%"), None),
    ],
)
def test_indicators_that_measure_the_same(source, target, expected):
    assert match(source, target) == expected


def test_same_measures_are_linked_between_plans():
    mine = indicator("Tingkat kemiskinan", concept="IUP8", of=PROVINCE_MEDIUM)
    theirs = indicator("Angka kemiskinan", concept="IUP8", of=NATION_MEDIUM)
    plans = (holding(PROVINCE_MEDIUM, indicators=(mine,)), holding(NATION_MEDIUM, indicators=(theirs,)))
    [link] = link_plans(plans, CATALOGUE)
    assert (link.relation, link.source, link.target) == (Relation.SAME_MEASURE_AS, mine.id, theirs.id)


def test_an_agency_links_to_its_region_not_to_another():
    unit = objective("Menurunnya stunting", AGENCY_MEDIUM)
    links = link_plans((holding(AGENCY_MEDIUM, unit), *PLANS), CATALOGUE)
    assert {link.target for link in links if link.source == unit.id} <= {HEALTH.id, SCHOOL.id}


SAMPLES = load_regions(
    (
        ExtraRegion("99", "PROVINCE", "Provinsi Arunika"),
        ExtraRegion("99.01", "KABUPATEN", "Kabupaten Bahariloka"),
        ExtraRegion("99.02", "KABUPATEN", "Kabupaten Wukirsena"),
    )
)


def figures(relation):
    """Precision and recall on the sample plans, among the kinds of statements that were compared by hand."""
    plans, truth = sample_plans(), sample_links()
    links = link_plans([plan for plan, _ in plans.values()], CATALOGUE, regions=SAMPLES)
    kinds = {one.id: (name, str(one.kind)) for name, (plan, _) in plans.items() for one in plan.statements}
    kinds |= {one.id: (name, "INDICATOR") for name, (plan, _) in plans.items() for one in plan.indicators}
    compared = {
        (row["source_file"], row["source_kind"], row["target_file"], row["target_kind"])
        for row in truth["compared"]
        if row["relation"] == relation.value.replace(" ", "_")
    }
    ends = [
        (link.source, link.target) for link in links if link.probability >= 0.5 and link.relation is relation
    ]
    found = {pair for pair in ends if (*kinds[pair[0]], *kinds[pair[1]]) in compared}
    right = {
        (plans[row["source_file"]][1][row["source_key"]], plans[row["target_file"]][1][row["target_key"]])
        for row in truth["links"]
        if row["relation"] == relation.value.replace(" ", "_")
    }
    return len(found & right) / len(found), len(found & right) / len(right)


@pytest.mark.parametrize(
    ("relation", "precision", "recall"),
    [(Relation.SERVES, 0.85, 0.6), (Relation.SAME_MEASURE_AS, 0.95, 0.85)],
)
def test_planted_links_of_the_samples_are_found(relation, precision, recall):
    got = figures(relation)
    assert got[0] >= precision, got
    assert got[1] >= recall, got
