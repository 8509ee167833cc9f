"""How the trained part is made: weak labels, invented texts, a split that leaks nothing, the same seed, the same model."""

from pathlib import Path

import numpy as np
import pytest
from cleaning import drop_doubtful
from fitting import LABELS, Judged, calibrate, cool, fit, judge
from hypothesis import given
from hypothesis import strategies as st
from invented import invent
from kind_scores import GRAINS, macro_f1, score_kinds
from model_card import write_card
from page_texts import PageText
from passages import Passage, Source, read_passages, write_passages
from plan_cache import LabelledPlan, read_labelled
from plan_owners import Owned, group_by_owner
from preparing import balance, select_passages, without_texts
from train_kinds import main
from training_set import build_training_set
from weak_labels import find_others

from selaras.extractors.tagging.kind_model import TrainedKinds, build_text_model, pack_kinds, read_kinds
from selaras.extractors.tagging.kinds import PassageKind as Kind

SAMPLES = Path(__file__).parents[1] / "samples"


def passage(text, kind=Kind.OTHER, document="a", source=Source.SENTENCE):
    return Passage(text, kind, source, document)


@pytest.fixture(scope="module")
def tiny():
    return fit(invent(40, 1), epochs=12)


@pytest.fixture(scope="module")
def sample_plan(tmp_path_factory):
    plan = SAMPLES / "renstra_arunika_badan-kesbangpol_2025-2029.pdf"
    cache = tmp_path_factory.mktemp("cache")
    (first,) = read_labelled([plan], cache)
    (again,) = read_labelled([plan], cache)
    assert first == again
    return first


def test_a_tiny_model_learns_the_forms(tiny):
    texts = ["Program Pengelolaan Hutan", "Persentase hutan yang lestari", "Bidang Kehutanan"]
    guessed = [Kind(tiny.labels[row.argmax()]) for row in tiny.predict(texts)]
    assert guessed == [Kind.PROGRAM, Kind.INDICATOR, Kind.OTHER]


def test_the_same_seed_gives_the_same_bytes(tiny):
    assert pack_kinds(fit(invent(40, 1), epochs=12)) == pack_kinds(tiny)


def test_what_is_packed_is_read_again(tiny, tmp_path):
    for name, data in pack_kinds(tiny).items():
        (tmp_path / name).write_bytes(data)
    texts = ["Meningkatnya mutu layanan", "Nilai SAKIP"]
    assert read_kinds(tmp_path).predict(texts) == pytest.approx(tiny.predict(texts), abs=2e-3)


def test_a_temperature_changes_how_sure_but_not_what(tiny):
    texts = ["Meningkatnya mutu layanan", "Nilai SAKIP", "Bidang Anggaran"]
    before = tiny.predict(texts)
    copy = TrainedKinds(tiny.labels, tiny.model.copy())
    cool(copy, 2)
    assert (copy.predict(texts).argmax(1) == before.argmax(1)).all()
    assert (copy.predict(texts).max(1) < before.max(1)).all()


def judged(kind, chance):
    """Somebody who gives OTHER a chance, and the rest to GOAL."""
    rest = {Kind.OTHER: chance, Kind.GOAL: 1 - chance}
    return Judged(passage("Teks", kind), tuple(rest.get(Kind(label), 0.0) for label in LABELS))


def test_the_temperature_makes_chances_honest():
    assert calibrate([]) == 1
    timid = [judged(Kind.OTHER, 0.7), judged(Kind.GOAL, 0.3)]
    bold = [judged(Kind.OTHER, 0.95), judged(Kind.OTHER, 0.05), judged(Kind.GOAL, 0.05)]
    assert calibrate(timid) < 1 < calibrate(bold)


def test_labels_of_a_plan_are_what_its_tables_and_headings_tell(sample_plan):
    kinds = {each.kind for each in sample_plan.passages}
    assert {Kind.GOAL, Kind.OBJECTIVE, Kind.INDICATOR, Kind.OTHER} <= kinds
    goals = [each.text for each in sample_plan.passages if each.kind is Kind.GOAL]
    assert goals
    assert not {each.key for each in sample_plan.passages if each.kind is Kind.OTHER} & {
        each.key for each in sample_plan.passages if each.kind is not Kind.OTHER
    }


STATED = ["Meningkatnya mutu layanan perizinan bagi warga"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Dinas ini berdiri pada tahun 2001.", True, id="far"),
        pytest.param("MENINGKATNYA  MUTU layanan\nperizinan bagi warga", False, id="the-same"),
        pytest.param("mutu layanan perizinan", False, id="a-piece"),
        pytest.param("1. Meningkatnya mutu layanan perizinan bagi warga; dan", False, id="around-it"),
        pytest.param("layanan perizinan bagi usaha kecil", False, id="shares-a-run"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_other_is_only_what_is_near_nothing_stated(text, kept):
    assert bool(list(find_others([PageText(text, Source.CELL, 1)], STATED))) is kept


@pytest.mark.parametrize(
    "text",
    [
        "Drs. Budi Khayal, M.Si.",
        "NIP 19700101 199003 1 001",
        "Pembina Utama Muda",
        "Kepala Badan, Siti, S.H., M.M.",
    ],
)
def test_nobodys_name_is_learned(text):
    assert select_passages([passage(text, Kind.OBJECTIVE)]) == []


def test_a_text_is_learned_once_a_kind():
    twice = [passage("Meningkatnya mutu", kind) for kind in (Kind.GOAL, Kind.OBJECTIVE, Kind.GOAL)]
    assert [each.kind for each in select_passages(twice)] == [Kind.GOAL, Kind.OBJECTIVE]


def test_rare_kinds_are_repeated_but_never_lost():
    passages = [passage(f"teks {n}") for n in range(50)] + [passage("Visi", Kind.VISION)]
    balanced = balance(passages, 1)
    assert set(balanced) == set(passages)
    assert balanced.count(passages[-1]) > 1
    assert balanced == balance(passages, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(Owned("a", "32", "Dinas Kelautan dan Perikanan"), Owned("b", "32", "Dinas Perikanan & Kelautan"), True, id="order"),
        pytest.param(Owned("a", "32", "Dinas Sosial"), Owned("b", "33", "Dinas Sosial"), False, id="regions"),
        pytest.param(Owned("renja_jaya_2017_dinsos", None, "Dns Sosal"), Owned("iku_jaya_2016_dinsos-lama", "32", "Dinas Sosial"), True, id="misread-but-named"),
        pytest.param(Owned("renja_jaya_2017_dinsos"), Owned("renja_raya_2017_dinsos"), False, id="named-of-two-regions"),
        pytest.param(Owned("rpjmd_jaya_2017-2021", "32"), Owned("rpjpd_jaya_2005-2025", "32"), True, id="regions-own"),
    ],
)  # fmt: skip
def test_whose_plan_a_document_is(one, other, same):
    owners = group_by_owner([one, other])
    assert (owners[one.name] == owners[other.name]) is same


OWNED = st.builds(
    Owned,
    st.sampled_from(
        [f"renja_{r}_201{y}_{a}" for r in "jk" for y in range(4) for a in ("dinsos", "dishub", "bappeda")]
    ),
    st.sampled_from([None, "32", "33"]),
    st.sampled_from([None, "Dinas Sosial", "Dinas Perhubungan", "Bappeda"]),
)


@given(st.lists(OWNED, min_size=2, max_size=12, unique_by=lambda owned: owned.name), st.data())
def test_no_owner_and_no_text_stand_on_two_sides(documents, data):
    text = st.sampled_from([f"Teks yang panjang nomor {n}" for n in range(9)])
    plans = [
        LabelledPlan(one.name, "RENJA", one.region, one.agency, tuple(
            passage(data.draw(text), Kind.GOAL, one.name) for _ in range(3)
        ))
        for one in documents
    ]  # fmt: skip
    untrained = TrainedKinds(tuple(Kind), build_text_model(8, len(Kind)).initialize())
    found = build_training_set(plans, documents[:1], lambda _: untrained, each=1, seed=1)
    sides = [{found.owners[each.document] for each in fold} for fold in found.folds]
    assert sum(map(len, sides)) == len(set().union(*sides))
    assert not set().union(*sides) & found.excluded
    for learned, fold in found.trials():
        assert not {each.key for each in learned} & {each.key for each in fold}
        assert not {found.owners.get(each.document) for each in learned} & {
            found.owners[each.document] for each in fold
        }


class FirstWord:
    """Takes everything that begins with a certain word for OTHER."""

    labels = tuple(Kind)

    def predict(self, texts):
        return np.asarray([[float(text.startswith("Bidang"))] * len(Kind) for text in texts])


def test_texts_of_other_that_are_worded_like_statements_are_dropped():
    doubtful, sound = passage("Persentase peningkatan mutu"), passage("Bidang Pendidikan")
    stated = passage("Persentase guru yang dilatih", Kind.INDICATOR)
    assert drop_doubtful(([doubtful, stated], [sound]), lambda _: FirstWord()) == [stated, sound]


def test_invented_texts_are_of_every_kind_and_the_same_each_time():
    made = invent(20, 1)
    assert made == invent(20, 1) != invent(20, 2)
    assert {each.kind for each in made} == set(Kind)
    assert not any("{" in each.text for each in made)


def test_passages_are_kept_as_they_are(tmp_path):
    made = invent(3, 1)
    write_passages(tmp_path / "a.jsonl", made)
    assert list(read_passages(tmp_path / "a.jsonl")) == made


def test_known_texts_are_left_out():
    assert without_texts([passage("Satu, dua"), passage("Tiga")], [passage("SATU DUA")]) == [passage("Tiga")]


def test_scores_count_groups_of_kinds_as_one():
    right, guessed = [Kind.GOAL, Kind.OBJECTIVE, Kind.OTHER], [Kind.OBJECTIVE, Kind.GOAL, Kind.OTHER]
    statements, planners, every = (macro_f1(score_kinds(right, guessed, grain)) for grain in GRAINS)
    assert (statements, planners) == (1, 1)
    assert every == pytest.approx(1 / 3)


def test_the_card_tells_data_scores_and_limits(tiny):
    card = write_card(
        learned=invent(5, 1),
        owners=3,
        trials=[("invented", judge(tiny, invent(5, 2)))],
        temperature=1.2,
        seed=7,
    )
    for words in (
        "| VISION | 5 |",
        "## Scores: invented",
        "Macro-F1, every kind",
        "## Limits",
        "Temperature: 1.2",
    ):
        assert words in card


def test_a_folder_without_plans_says_what_to_name(tmp_path, capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--plans", str(tmp_path)])
    assert caught.value.code == 2
    assert "PLANS=" in capsys.readouterr().err
