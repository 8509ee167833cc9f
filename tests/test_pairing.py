"""Indicators of two plans side by side: the same measure, the same thing otherwise, and false friends."""

import random
from dataclasses import replace

import pytest
from factories import document, indicator, plan, statement

from selaras.models.catalogue import load_catalogue
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.links import Link, LinkState, link_id
from selaras.models.measures.chain_comparison import compare_chain
from selaras.models.measures.difference import DifferenceKind
from selaras.models.measures.pairing import compare_plans
from selaras.models.measures.rules import is_finding, rule_of
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind
from selaras.outputs.comparison_rows import mismatches

CATALOGUE = load_catalogue()
PROVINCE = document(PlanKind.RPJMD, agency=None)
LONG = document(PlanKind.RPJPD, agency=None, period=(2025, 2045), sha256="1" * 64)
REGENCY = document(PlanKind.RPJMD, level=PlanLevel.DISTRICT, region="98.01", agency=None, sha256="2" * 64)


def one(name, unit="%", of=REGENCY, **facts):
    return indicator(name, unit=unit, of=of, baseline=None, targets=(), **facts)


def compared(own, other, **facts):
    below = plan(of=REGENCY, indicators=[one(*item) for item in own])
    above = plan(of=PROVINCE, indicators=[one(*item, of=PROVINCE) for item in other])
    return compare_plans(below, above, CATALOGUE, **facts)


def standings(*pair):
    return [found.standing.value for found in compared(*([item] for item in pair))]


@pytest.mark.parametrize(
    ("own", "other", "standing"),
    [
        (("Persentase penduduk miskin",), ("Tingkat kemiskinan",), "same"),
        (("Predikat SAKIP", "predikat"), ("Nilai SAKIP", "predikat"), "same"),  # of the agencies' measures
        (("Opini BPK", "opini"), ("Opini BPK atas laporan keuangan", "opini"), "same"),
        (
            ("Rata-rata lama sekolah", "tahun"),
            ("Rata-rata lama sekolah usia 25 tahun ke atas", "tahun"),
            "same",
        ),
        (("Jumlah dermaga apung", "unit"), ("Persentase dermaga apung", "%"), "otherwise"),
        (("Pertumbuhan produksi rotan", "%"), ("Produksi rotan", "ton"), "otherwise"),
        (("Jumlah balita stunting", "anak"), ("Prevalensi stunting pada balita", "%"), "otherwise"),
        (("Jumlah kematian ibu", "kasus"), ("Angka Kematian Ibu", "per 100.000 KH"), "otherwise"),
        (("Indeks Risiko Bencana", "indeks"), ("Kerugian ekonomi langsung akibat bencana", "%"), "otherwise"),
        (("Persentase jalan kabupaten mantap",), ("Persentase jalan provinsi mantap",), "otherwise"),
        (
            ("Indeks Reformasi Birokrasi (IRB)", "indeks"),
            ("Indeks Risiko Bencana (IRB)", "indeks"),
            "false_friend",
        ),
        (("Tingkat pengangguran terbuka",), ("Tingkat setengah pengangguran",), None),  # two things
        (("Persentase desa maju",), ("Persentase desa mandiri",), None),
        (("Panjang dermaga", "km"), ("Panjang rel", "km"), None),
        (("Angka konsumsi ikan", "kg/kapita"), ("Angka Kematian Ibu (AKI)", "per 100.000 KH"), None),
        (
            ("Pertumbuhan produk domestik regional bruto atas dasar harga konstan",),
            ("GNI per kapita", "USD"),
            None,
        ),
        (("Pertumbuhan dermaga apung",), ("Jumlah dermaga apung", "unit"), "otherwise"),
        (("Laju pertumbuhan ekonomi",), ("Indeks ekonomi biru", "indeks"), None),  # a broad word only
        (("Jumlah pemeriksaan (SPM)", "kasus"), ("Persentase sekolah ramah (SPM)", "%"), None),  # a remark
    ],
)
def test_what_two_indicators_are_to_each_other(own, other, standing):
    assert standings(own, other) == ([standing] if standing else [])


def test_another_measure_is_no_mismatch_where_both_plans_have_the_same_one():
    own = [("Jumlah dermaga apung", "unit"), ("Persentase dermaga apung", "%")]
    found = compared(own, [("Persentase dermaga apung", "%")])
    assert [(pair.own.unit, pair.standing.value) for pair in found] == [("%", "same")]


def test_programmes_are_not_held_against_results():
    program = statement("Program dermaga", StatementKind.PROGRAM, of=REGENCY)
    below = plan(
        of=REGENCY, statements=[program], indicators=[one("Jumlah dermaga apung", "unit", measures=program)]
    )
    above = plan(of=PROVINCE, indicators=[one("Persentase dermaga apung", of=PROVINCE)])
    assert compare_plans(below, above, CATALOGUE) == []


def test_a_line_that_is_printed_twice_is_compared_once():
    item = ("Persentase dermaga apung",)
    assert len(compared([item, item], [item])) == 1


def test_linked_statements_speak_for_a_pair():
    mine, theirs = statement("A", of=REGENCY), statement("B", of=PROVINCE)
    own = one("Persentase konflik lahan yang ditangani", measures=mine)
    other = one("Jumlah konflik lahan", "kasus", of=PROVINCE, measures=theirs)
    plans = (plan(of=document_, indicators=[item]) for document_, item in ((REGENCY, own), (PROVINCE, other)))
    below, above = plans
    alone = compare_plans(below, above, CATALOGUE)[0].probability
    linked = compare_plans(below, above, CATALOGUE, served={(mine.id, theirs.id): 0.9})[0].probability
    assert linked > alone


@pytest.mark.parametrize(
    ("own", "other", "rules"),
    [
        (("Jumlah dermaga apung", "unit"), ("Persentase dermaga apung", "%"), ["UNIT_MISMATCH"]),
        (("Persentase jalan kabupaten mantap",), ("Persentase jalan provinsi mantap",), ["OTHER_LEVEL"]),
        (("Angka Harapan Hidup", "tahun"), ("Usia Harapan Hidup", "tahun"), ["OTHER_MEASURE"]),
        (("IPM (metode baru)", "indeks"), ("IPM (metode lama)", "indeks"), ["METHOD_CHANGE"]),
        (("IPM (metode baru)", "indeks"), ("IPM", "indeks"), []),  # only possible
        (("Tingkat kemiskinan",), ("Persentase penduduk miskin",), []),
    ],
)
def test_findings(own, other, rules):
    found = [(pair, one) for pair in compared([own], [other]) for one in pair.differences]
    assert [rule_of(*each) for each in found if is_finding(each[1])] == rules


NATION = document(PlanKind.RPJMN, level=PlanLevel.NATIONAL, region=None, agency=None, sha256="4" * 64)
GREEN, GREEN_HERE = ("Indeks Ekonomi Hijau", "indeks"), ("Indeks Ekonomi Hijau Daerah", "indeks")


@pytest.mark.parametrize(
    ("own", "other", "above", "told"),
    [
        (GREEN_HERE, GREEN, NATION, False),
        (("ROA BUMD",), ("Return on Asset (ROA) BUMN",), NATION, False),
        (("PDRB per kapita", "juta rupiah"), ("GNI per kapita", "USD"), NATION, False),
        (GREEN_HERE, GREEN, PROVINCE, True),  # two regions are meant to use one form
        (GREEN, GREEN_HERE, PROVINCE, True),
        (("Jumlah penduduk miskin", "orang"), ("Tingkat kemiskinan",), NATION, True),  # no regional form
    ],
)
def test_the_regional_form_of_a_national_indicator_is_information(own, other, above, told):
    below = plan(of=REGENCY, indicators=[one(*own)])
    pairs = compare_plans(below, plan(of=above, indicators=[one(*other, of=above)]), CATALOGUE)
    assert [pair.standing.value for pair in pairs] == ["otherwise"]
    assert bool(mismatches(pairs)) is told
    kinds = {found.kind for pair in pairs for found in pair.differences if is_finding(found)}
    assert (kinds == {DifferenceKind.REGIONAL_FORM}) is not told


def test_a_target_below_the_nation_has_a_rule_of_its_own():
    own, other = (
        plan(of=of, indicators=[indicator("Tingkat kemiskinan", of=of, targets=((2029, text),))])
        for of, text in ((PROVINCE, "8,0"), (NATION, "6,0"))
    )
    (found,) = compare_plans(own, other, CATALOGUE)
    assert [rule_of(found, one) for one in found.differences if is_finding(one)] == ["TARGET_BELOW_NATIONAL"]


def chain():
    deaths, rate = one("Jumlah kematian ibu", "kasus"), one("Angka Kematian Ibu", "per 100.000 KH", of=LONG)
    poor = [one("Tingkat kemiskinan", of=of) for of in (REGENCY, PROVINCE, LONG)]
    return [
        plan(of=REGENCY, indicators=[deaths, poor[0]]),
        plan(of=PROVINCE, indicators=[poor[1]]),
        plan(of=LONG, indicators=[rate, poor[2]]),
    ]


def ends(found):
    return {(pair.documents[0].sha256[0], pair.documents[1].sha256[0], pair.standing.value) for pair in found}


def test_a_plan_farther_up_is_asked_where_nearer_ones_have_no_counterpart():
    assert ends(compare_chain(chain(), CATALOGUE)) == {
        ("2", "0", "same"),
        ("2", "1", "otherwise"),  # the deaths; the poverty rate has met that of the medium plan
        ("0", "1", "same"),
    }


def test_the_order_of_plans_and_indicators_changes_nothing():
    shuffled = [replace(one, indicators=one.indicators[::-1]) for one in chain()]
    random.Random(2).shuffle(shuffled)
    wanted = {(pair.own.id, pair.other.id, pair.probability) for pair in compare_chain(chain(), CATALOGUE)}
    assert {
        (pair.own.id, pair.other.id, pair.probability) for pair in compare_chain(shuffled, CATALOGUE)
    } == wanted


def test_a_pair_that_people_rejected_is_left_out():
    first = next(pair for pair in compare_chain(chain(), CATALOGUE) if pair.standing == "same")
    own, other = first.own, first.other
    relation = Relation.SAME_MEASURE_AS
    rejected = Link(
        link_id(relation, own.id, other.id),
        relation,
        own.id,
        other.id,
        0.9,
        (),
        own.passage,
        other.passage,
        LinkState.REJECTED,
    )
    left = compare_chain(chain(), CATALOGUE, [rejected])
    assert (own.id, other.id) not in {(pair.own.id, pair.other.id) for pair in left}
