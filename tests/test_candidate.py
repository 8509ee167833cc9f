"""The check of a draft visi-misi: item by item, both ways round, neutral, without a verdict."""

from dataclasses import fields, replace

import pytest
from chain_plans import CANDIDATE, NATION_LONG, PROVINCE_LONG, holding, objective, sample_links, sample_plans
from factories import indicator

from selaras.models.catalogue import load_catalogue
from selaras.models.checks.candidate import DraftCheck, Recommendation, check_draft
from selaras.models.documents import DocumentStatus, Period
from selaras.models.messages import LANGUAGES, render, text
from selaras.models.statements import StatementKind

CATALOGUE = load_catalogue()
R, K = Recommendation, StatementKind
MISSIONS = [
    objective(words, PROVINCE_LONG, kind=K.MISSION, number=str(place))
    for place, words in enumerate(
        (
            "Mewujudkan manusia yang sehat, cerdas, dan terlindungi",
            "Mewujudkan ekonomi yang produktif dan inovatif",
            "Mewujudkan tata kelola pemerintahan yang berintegritas",
            "Memantapkan ketenteraman, ketertiban, dan demokrasi",
            "Memelihara kerukunan beragama dan kebudayaan",
            "Membangun jalan, jembatan, dan pelabuhan",
        ),
        1,
    )
]
LONG_TERM = holding(PROVINCE_LONG, *MISSIONS)


def draft(*texts, kind=K.MISSION):
    return holding(CANDIDATE, *(objective(words, CANDIDATE, kind=kind) for words in texts))


def check(*texts, plans=(LONG_TERM,), **more):
    return check_draft(draft(*texts), plans, CATALOGUE, **more)


@pytest.mark.parametrize(
    ("words", "recommendation"),
    [
        ("Berobat gratis di puskesmas dan beasiswa bagi pelajar", R.ALIGNED),
        ("Memperbaiki jalan dan dermaga", R.ALIGNED),
        ("Lomba layang-layang sepanjang musim kemarau", R.NOT_SEEN),
        ("Hebat!", R.TO_REVIEW),  # a slogan says too little to tell
        ("Kalimantan Tengah Jaya", R.TO_REVIEW),
    ],
)
def test_what_is_recommended_for_an_item(words, recommendation):
    assert check(words).items[0].recommendation is recommendation


def test_every_recommendation_has_its_word_in_both_languages():
    assert all(text(f"check.recommendation.{one}", language) for one in R for language in LANGUAGES)


def test_items_stand_in_the_order_of_the_draft():
    texts = ("Memperbaiki jalan dan dermaga", "Hebat!", "Beasiswa bagi pelajar")
    assert [item.item.text for item in check(*texts).items] == list(texts)


def test_each_match_carries_both_passages_and_reasons():
    [item] = check("Beasiswa bagi pelajar").items
    best = item.matches[0]
    assert (best.statement.text, best.plan) == (MISSIONS[0].text, PROVINCE_LONG.sha256)
    assert best.item.passage.page >= 1
    assert best.statement.passage.page >= 1
    assert all(render(reason, language) for reason in best.reasons for language in LANGUAGES)


def test_matches_are_ranked():
    [item] = check("Jalan desa, puskesmas, dan kerukunan umat").items
    chances = [match.probability for match in item.matches]
    assert chances == sorted(chances, reverse=True)


def test_the_other_way_round_shows_what_the_draft_leaves_out():
    found = check("Beasiswa bagi pelajar", "Memperbaiki jalan dan dermaga")
    answered = [answer.statement.number for answer in found.answers if not answer.is_left_out]
    assert answered == ["1", "6"]
    assert [answer.statement.number for answer in found.left_out] == ["2", "3", "4", "5"]


def test_an_empty_draft_leaves_everything_out():
    found = check()
    assert not found.items
    assert len(found.left_out) == len(MISSIONS)


def test_counts_name_every_recommendation():
    assert check("Hebat!", "Beasiswa bagi pelajar").counts == {
        R.ALIGNED: 1,
        R.PARTIAL: 0,
        R.NOT_SEEN: 0,
        R.TO_REVIEW: 1,
    }


def test_what_the_draft_quotes_is_no_promise_of_its_own():
    quoted = objective(MISSIONS[0].text, CANDIDATE, kind=K.MISSION, owner="RPJPD")
    assert not check_draft(holding(CANDIDATE, quoted), [LONG_TERM], CATALOGUE).items


def test_there_is_no_total_and_no_verdict():
    names = {field.name for field in fields(DraftCheck)}
    assert names == {"draft", "plans", "items", "answers", "findings"}


def test_several_plans_are_answered_each():
    nation = holding(NATION_LONG, objective("Transformasi Sosial", NATION_LONG, kind=K.MISSION))
    found = check("Beasiswa bagi pelajar", plans=(LONG_TERM, nation))
    assert {match.plan for match in found.items[0].matches} == {"rpjpd", "rpjpn"}
    assert len(found.answers) == len(MISSIONS) + 1


def test_order_of_the_plans_does_not_change_a_match():
    nation = holding(NATION_LONG, objective("Transformasi Sosial", NATION_LONG, kind=K.MISSION))
    one, two = (
        check("Beasiswa bagi pelajar", plans=order) for order in ((LONG_TERM, nation), (nation, LONG_TERM))
    )
    assert one.items == two.items


@pytest.mark.parametrize("file_name", ["visi-misi Budi.pdf", "visi-misi Sari.pdf"])
def test_whose_draft_it_is_makes_no_difference(file_name):
    made = draft("Beasiswa bagi pelajar", "Memperbaiki jalan")
    theirs = replace(made, document=replace(CANDIDATE, file_name=file_name, title=file_name))
    assert (
        check_draft(theirs, [LONG_TERM], CATALOGUE).items
        == check("Beasiswa bagi pelajar", "Memperbaiki jalan").items
    )


@pytest.mark.parametrize(
    ("one", "other"), [("Jawa Barat", "Kalimantan Tengah"), ("Kota Medan", "Kota Bogor")]
)
def test_no_region_fares_better(one, other):
    def outcome(region):
        return [
            (item.recommendation, [m.probability for m in item.matches])
            for item in check(f"Pelajar {region} cerdas").items
        ]

    assert outcome(one) == outcome(other)


def rules(*texts, of=CANDIDATE, plan=LONG_TERM, **more):
    made = draft(*texts)
    found = check_draft(replace(made, document=of), [plan], CATALOGUE, **more)
    assert all(render(finding.message, language) for finding in found.findings for language in LANGUAGES)
    return [finding.rule for finding in found.findings]


@pytest.mark.parametrize(
    ("period", "expected", "found"),
    [
        (Period(2024, 2029), Period(2025, 2029), ["PERIOD_MISMATCH"]),
        (Period(2025, 2029), Period(2025, 2029), []),
        (Period(2024, 2029), None, []),  # nobody said what is expected
        (None, Period(2025, 2029), []),  # the draft names no years
        (Period(2015, 2019), None, ["PERIOD_MISMATCH"]),  # outside the RPJPD
    ],
)
def test_the_period_of_the_draft(period, expected, found):
    assert rules(of=replace(CANDIDATE, period=period), expected_period=expected) == found


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (DocumentStatus.BILL, ["RPJPD_STATUS"]),
        (DocumentStatus.DRAFT, ["RPJPD_STATUS"]),
        (DocumentStatus.LAW, []),
        (DocumentStatus.UNKNOWN, []),
    ],
)
def test_a_plan_that_is_no_law_yet_is_told(status, found):
    assert rules(plan=replace(LONG_TERM, document=replace(PROVINCE_LONG, status=status))) == found


@pytest.mark.parametrize(
    ("own", "plan", "found"),
    [
        pytest.param("62", "62", [], id="own-region"),
        pytest.param("62.03", "62", [], id="own-province"),
        pytest.param("62.03", "62.04", ["PLAN_OF_OTHER_REGION"], id="neighbour"),
        pytest.param("63", "62", ["PLAN_OF_OTHER_REGION"], id="another-province"),
        pytest.param(None, "62", [], id="region-of-the-draft-is-not-known"),
    ],
)
def test_a_plan_of_another_region_is_an_error(own, plan, found):
    there = replace(LONG_TERM, document=replace(PROVINCE_LONG, region=plan))
    assert rules(of=replace(CANDIDATE, region=own), plan=there) == found


def test_an_item_that_may_be_opposed_answers_nothing():
    kept = holding(PROVINCE_LONG, objective("Terpeliharanya hutan lindung", PROVINCE_LONG))
    found = check("Membuka hutan lindung untuk kebun", plans=(kept,))
    assert [item.recommendation for item in found.items] == [Recommendation.TO_REVIEW]
    assert [answer.statement.text for answer in found.left_out] == ["Terpeliharanya hutan lindung"]


@pytest.mark.parametrize(
    ("target", "rule"),
    [("8,90", "TARGET_BELOW_PLAN"), ("5,00", "TARGET_ABOVE_PLAN"), ("6,50", None), ("8,90*)", None)],
)
def test_a_target_beside_that_of_the_plan(target, rule):
    mine = indicator("Tingkat kemiskinan", concept="IUP8", targets=((2029, target),), of=CANDIDATE)
    theirs = indicator(
        "Persentase penduduk miskin", concept="IUP8", targets=((2029, "6,20–6,80"),), of=PROVINCE_LONG
    )
    found = check_draft(
        holding(CANDIDATE, indicators=(mine,)), [holding(PROVINCE_LONG, indicators=(theirs,))], CATALOGUE
    ).findings
    assert [finding.rule for finding in found] == ([rule] if rule else [])
    assert all({target, "6,20–6,80"} <= {value for _, value in finding.message.params} for finding in found)
    assert all(len(finding.passages) == 2 for finding in found)


def planted_missions():
    """Missions of the long-term plan that no mission of a sample draft answers."""
    rows = [row for group in sample_links()["planted"].values() for row in group]
    wanted = [
        row["subjects"]
        for row in rows
        if row["check"] == "RPJPD_NOT_ANSWERED" and "contradicted" not in row["note"]
    ]
    return [(subjects[0]["file"], subjects[1]["key"]) for subjects in wanted]


@pytest.mark.parametrize(("file", "key"), planted_missions())
def test_planted_gaps_of_the_sample_drafts_are_found(file, key):
    plans = sample_plans()
    long_term, keys = plans["rpjpd_arunika_2025-2045.pdf"]
    found = check_draft(plans[file][0], [long_term], CATALOGUE)
    assert keys[key] in {answer.statement.id for answer in found.left_out}
