"""Decided links retrain the scorer: only where enough is decided and held-out decisions are told better."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from decision_example import AGENCY, REGION, SEA, K
from decision_example import LINKS as OTHER_LINKS
from decision_example import PLANS as OTHER_PLANS
from factories import plan, statement

from selaras.flows.cli import run
from selaras.flows.decision_store import append
from selaras.flows.link_store import load_links, save_links
from selaras.flows.linking import propose_links
from selaras.flows.own_weights import link_weights, read_own_weights
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.models.alignment.learning import relearn
from selaras.models.alignment.matching import build_matcher
from selaras.models.alignment.scoring import load_weights
from selaras.models.decisions import learning
from selaras.models.decisions.ends import plan_ends
from selaras.models.decisions.learning import LEAST, LEAST_OF_KIND, Lesson, judged_links, learn, measure
from selaras.models.decisions.log import Action, Decision, Proposal, subject_of
from selaras.models.relations import Relation

WISHES = ("Meningkatnya", "Terjaganya", "Berkembangnya", "Tertatanya", "Terpenuhinya")
THINGS = (
    "kebersihan pesisir",
    "keamanan pelabuhan",
    "pendapatan nelayan",
    "kesehatan ibu dan anak",
    "mutu sekolah dasar",
    "jalan antardesa",
    "layanan perizinan",
    "ketahanan pangan",
    "kunjungan wisata",
    "pengelolaan sampah",
)
LOW = [statement(f"{wish} {thing}", of=AGENCY) for wish in WISHES for thing in THINGS]
HIGH = [statement(f"Terwujudnya {thing}", K.MISSION, of=REGION) for thing in THINGS]
PLANS = (plan(of=AGENCY, statements=LOW), plan(of=REGION, statements=HIGH))
ENDS = plan_ends(PLANS)


def decided(number, source, target, action, relation=Relation.SERVES):
    ends = ENDS[source.id], ENDS[target.id]
    facts = (subject_of(relation, *ends), Action(action), "Siti", datetime(2026, 1, 1, tzinfo=UTC))
    return Decision(*facts, *ends, Proposal(relation, 0.5), revision=number)


def against_the_scorer():
    """People who reject what is alike and confirm what is not: 25 of each."""
    log = []
    for place, low in enumerate(LOW):
        same = place % len(THINGS)
        alike = place % 2 == 0
        target = HIGH[same if alike else (same + 3) % len(THINGS)]
        log.append(decided(place + 1, low, target, "reject" if alike else "confirm"))
    return log


LOG = against_the_scorer()


def test_what_people_decide_pulls_the_weights_and_is_judged_on_held_out_decisions():
    lesson = learn(LOG, PLANS, load_weights())
    assert (lesson.confirmed, lesson.rejected, lesson.missing) == (25, 25, 0)
    assert lesson.before.count == lesson.after.count == 50
    assert lesson.helps
    assert lesson.after.log_loss < lesson.before.log_loss
    assert lesson.weights.score.wording < load_weights().score.wording
    assert lesson.weights.facts == load_weights().facts


def test_learning_depends_on_the_decisions_only():
    assert learn(LOG, PLANS, load_weights()) == learn(LOG[::-1], PLANS[::-1], load_weights())


def test_a_held_out_decision_is_not_seen():
    [task] = learning.build_tasks(judged_links(LOG, PLANS), PLANS, load_weights())
    for fold in range(learning.FOLDS):
        seen = learning._without(task, fold)
        assert not np.any(seen.weight[task.folds == fold])
        assert np.array_equal(seen.weight[task.folds != fold], task.judged.weight[task.folds != fold])
    by_source = {(source, fold) for source, fold in zip(task.found.pairs.sources, task.folds, strict=True)}
    assert len(by_source) == len({source for source, _ in by_source})


@pytest.mark.parametrize(
    ("confirmed", "rejected", "missing"),
    [
        (0, 0, LEAST),
        (20, 19, 1),
        (LEAST, 0, LEAST_OF_KIND),
        (3, 100, LEAST_OF_KIND - 3),
        (20, 20, 0),
        (0, 12, 28),
    ],
)
def test_it_is_told_how_many_decisions_are_missing(confirmed, rejected, missing):
    assert Lesson(confirmed, rejected).missing == missing


def test_too_few_decisions_teach_nothing():
    lesson = learn(LOG[: LEAST - 1], PLANS, load_weights())
    assert lesson.missing > 0
    assert (lesson.weights, lesson.before, lesson.helps) == (None, None, False)


@pytest.mark.parametrize(
    ("log", "count"),
    [
        pytest.param([decided(1, LOW[0], HIGH[0], "confirm")], 1, id="a-decision"),
        pytest.param(
            [decided(1, LOW[0], HIGH[0], "confirm"), decided(2, LOW[0], HIGH[0], "withdraw")],
            0,
            id="withdrawn",
        ),
        pytest.param(
            [decided(1, LOW[0], HIGH[0], "confirm"), decided(2, LOW[0], HIGH[0], "reject")],
            1,
            id="the-last-counts",
        ),
        pytest.param(
            [
                replace(
                    decided(1, LOW[0], HIGH[0], "confirm"),
                    source=plan_ends(OTHER_PLANS)[OTHER_PLANS[0].statements[0].id],
                )
            ],
            0,
            id="a-text-that-is-gone",
        ),
        pytest.param(
            [decided(1, LOW[0], HIGH[0], "confirm", Relation.CONTRADICTS)], 0, id="another-relation"
        ),
    ],
)
def test_only_standing_decisions_about_what_is_there_teach(log, count):
    assert len(judged_links(log, PLANS)) == count


def test_figures_are_those_of_probability_and_decision():
    found = measure(np.array([0.9, 0.6, 0.4, 0.1]), np.array([1.0, 0.0, 1.0, 0.0]))
    assert (found.count, found.precision, found.recall) == (4, 0.5, 0.5)
    assert found.brier == pytest.approx((0.01 + 0.36 + 0.36 + 0.01) / 4)
    assert found.log_loss == pytest.approx(-(2 * np.log(0.9) + 2 * np.log(0.4)) / 4)
    assert measure(np.array([1.0]), np.array([0.0])).log_loss < 20


# The command


@pytest.fixture
def home(tmp_path):
    with opened_store(Settings(tmp_path)) as store, store.writing() as session:
        for item in PLANS:
            save_plan(session, item, version="1")
        save_links(session, propose_links(PLANS), PLANS)
    return tmp_path


def decide(home, log):
    with opened_store(Settings(home)) as store, store.writing() as session:
        for one in log:
            append(session, one)


def ask(home, *arguments):
    return run(list(arguments), {"SELARAS_HOME": str(home)})


def test_what_was_learned_is_kept_used_and_forgotten(home, capsys):
    decide(home, LOG)
    own = Settings(home).own_weights
    assert ask(home, "review", "learn", "--dry-run") == 0
    assert not own.exists()
    capsys.readouterr()
    assert ask(home, "review", "learn", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["helps"], found["kept"], found["before"]["count"]) == (True, True, 50)
    assert link_weights(own) == learn(LOG, PLANS, load_weights()).weights
    assert ask(home, "link") == 0
    ask(home, "status")
    assert "50 keputusan" in capsys.readouterr().out
    with opened_store(Settings(home)) as store, store.reading() as session:
        before = {one.id: one.probability for one in propose_links(PLANS)}
        assert any(before.get(one.id) != one.probability for one in load_links(session))
    assert ask(home, "review", "learn", "--reset") == 0
    assert link_weights(own) == load_weights()


def test_weights_that_do_not_help_are_not_kept(home, capsys, monkeypatch):
    decide(home, LOG)
    weights = load_weights()
    worse = replace(weights, score=replace(weights.score, wording=9.0))
    monkeypatch.setattr(learning, "relearn", lambda *_: worse)
    assert ask(home, "review", "learn", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["helps"], found["kept"]) == (False, False)
    assert not Settings(home).own_weights.exists()


def test_a_few_decisions_are_told_to_be_too_few(home, capsys):
    decide(home, LOG[:3])
    assert ask(home, "review", "learn") == 0
    assert "Kurang 37 lagi" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content",
    [
        "",
        "score = 1",
        "[score]\nwording = nan",
        "\x00",
        "[learned]\ndecisions = 1\nbase = ''\n[score]\nwording = 'x'",
    ],
)
def test_damaged_weights_are_told_with_the_remedy(home, capsys, content):
    Settings(home).own_weights.write_text(content)
    assert ask(home, "link") == 2
    assert "learn --reset" in capsys.readouterr().err
    assert ask(home, "review", "learn", "--reset") == 0
    assert ask(home, "link") == 0


def test_what_another_version_learned_is_not_used(home, capsys):
    decide(home, LOG)
    ask(home, "review", "learn")
    own = Settings(home).own_weights
    own.write_text(own.read_text().replace(own.read_text().rpartition("base = ")[2].strip(), '"0"'))
    assert not read_own_weights(own).counts
    assert link_weights(own) == load_weights()
    capsys.readouterr()
    ask(home, "status")
    assert "versi lain" in capsys.readouterr().out


def test_the_matcher_takes_the_weights_that_it_is_given():
    worse = replace(load_weights(), score=replace(load_weights().score, bias=-50.0))
    source = OTHER_PLANS[0].statements[0]
    assert OTHER_LINKS[0].target == SEA.id
    assert build_matcher(OTHER_PLANS, weights=worse).matches(source, REGION.sha256) == []


def test_where_nothing_is_left_to_learn_from_weights_stay():
    known = load_weights()
    one_fold = min(learning._fold(one.id) for one in LOW)
    log = [one for one in LOG if learning._fold(one.source.node) == one_fold]
    [task] = learning.build_tasks(judged_links(log, PLANS), PLANS, known)
    assert relearn(known, [learning._without(task, one_fold)], learning.PULL) == known
    assert relearn(known, [], learning.PULL) == known
    assert relearn(known, [task.judged], learning.PULL) != known
