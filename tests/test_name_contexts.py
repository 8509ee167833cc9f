"""What a plan prints around a name reaches the catalogue: neighbours, statement, agency, values."""

from selaras.extractors.assembly import build_plan
from selaras.extractors.drafts import Findings, IndicatorDraft, Place, StatementDraft, ValueDraft
from selaras.extractors.name_contexts import find_neighbours, name_context
from selaras.models.catalogue import load_catalogue
from selaras.models.documents import PlanKind, PlanLevel, PlanningDocument
from selaras.models.statements import StatementKind


def document(agency=None):
    return PlanningDocument(sha256="0" * 64, kind=PlanKind.RENSTRA, level=PlanLevel.PROVINCE, agency=agency)


def draft(name, page=1, top=0.0, **more):
    return IndicatorDraft(name, Place(page, ((0, top, 9, top + 9),)), **more)


def concepts(doc, *drafts, statements=()):
    plan = build_plan(doc, [Findings(tuple(statements), drafts)], load_catalogue())
    return [indicator.concept for indicator in plan.indicators]


def test_the_agency_of_the_plan_decides():
    assert concepts(document("Badan Penanggulangan Bencana Daerah"), draft("IRB")) == ["IUP44"]
    assert concepts(document(), draft("IRB")) == [None]


def test_the_indicators_beside_it_decide():
    around = [draft("Jumlah cagar budaya", top=10), draft("Jumlah pentas seni", top=30)]
    assert concepts(document(), draft("IPK", top=20), *around)[1] == "IUP37"


def test_the_statement_it_measures_decides():
    outcome = StatementDraft(StatementKind.OBJECTIVE, "Menurunnya praktik korupsi", Place(1, ()))
    assert concepts(document(), draft("IPK", statement=outcome.key), statements=[outcome]) == ["IUP27b"]


def test_its_values_decide():
    values = (ValueDraft(2025, "0,41"), ValueDraft(2026, "0,39"))
    assert concepts(document(), draft("GII", targets=values)) == ["IUP40"]


def test_neighbours_are_near_and_not_the_name_itself():
    drafts = [
        draft("a", page=1),
        draft("b", page=5),
        draft("c", page=5),
        draft("d", page=6),
        draft("e", page=9),
    ]
    assert find_neighbours(drafts, 2) == ("b", "d")


def test_a_value_that_ocr_is_not_sure_of_says_nothing():
    values = (ValueDraft(2025, "0,41", confidence=0.4), ValueDraft(2026, "35"), ValueDraft(2027, "n/a"))
    assert name_context(document(), draft("GII", targets=values), "", ()).values == (35.0,)
