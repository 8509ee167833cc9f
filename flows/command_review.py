"""`selaras review list`, `show` and `log`: what is to be decided, and what has been."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.flows.decision_store import load_log
from selaras.flows.labels import is_plan, labels_of
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.short_ids import find_id, short_id
from selaras.flows.store import Store, opened_store
from selaras.flows.surveying import Survey, load_survey
from selaras.flows.terminal import say, show_indented, show_json, show_lines, show_table
from selaras.models.decisions.log import Decision
from selaras.models.decisions.review import Filter, ReviewItem, in_order, rivals, with_effects
from selaras.models.decisions.settling import suspect_gaps
from selaras.models.documents import PlanningDocument
from selaras.models.errors import InputError
from selaras.models.links import LinkState
from selaras.models.messages import message
from selaras.models.relations import Relation
from selaras.outputs.labels import Labels
from selaras.outputs.review_rows import (
    decision_to_json,
    gap_to_json,
    gap_words,
    item_lines,
    item_to_json,
    list_lines,
    place_words,
)

LOST = "lost"
LINKING = (Relation.SERVES, Relation.SAME_MEASURE_AS, Relation.CONTRADICTS)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which links a person asks for, as typed."""

    plan: str | None = None
    region: str | None = None
    relation: str | None = None
    state: str | None = None


def run_list(settings: Settings, asked: Asked, *, limit: int, as_json: bool) -> int:
    """List links in the order in which deciding helps most."""
    labels = labels_of(settings)
    with opened_store(settings) as store, waiting(labels.text("cli.progress.weighing")):
        survey = survey_store(store)
        chosen = choose(survey, asked, labels)
    shown, gaps = chosen[:limit], suspect_gaps(survey.log, survey.plans)
    if as_json:
        listed = [item_to_json(one, labels) for one in shown]
        signed = [gap_to_json(*one) for one in gaps.items()]
        show_json({"schema": 1, "count": len(chosen), "links": listed, "suspect_gaps": signed})
        return 0
    for item in shown:
        show_indented(list_lines(item, short_id(item.link.id), labels))
    say()
    show_lines([labels.text("review.listed", shown=len(shown), count=len(chosen))])
    show_lines(gap_words(*one, labels) for one in gaps.items())
    return 0


def choose(survey: Survey, asked: Asked, labels: Labels) -> list[ReviewItem]:
    """The links that are asked for, in order. Raises InputError."""
    from selaras.models.decisions.effects import find_effects  # noqa: PLC0415  networkx costs half a second

    wanted = make_filter(asked, survey, labels)
    items = [item for item in survey.items() if wanted.lets_pass(item)]
    open_links = [item.link for item in items if not item.lost]
    effects = find_effects(survey.plans, survey.current_links(), open_links)
    return in_order(with_effects(items, effects))


def make_filter(asked: Asked, survey: Survey, labels: Labels) -> Filter:
    """What is asked for, checked. Raises InputError for what is not known."""
    states = Filter().states
    lost = asked.state == LOST
    if asked.state and not lost:
        states = frozenset({LinkState(_one_of("--state", asked.state, [*LinkState, LOST]))})
    relation = asked.relation and _one_of("--relation", asked.relation, [_option(one) for one in LINKING])
    return Filter(
        states,
        next((one for one in LINKING if _option(one) == relation), None),
        asked.region,
        _find_documents(asked.plan, survey.documents.values(), labels) if asked.plan else None,
        lost,
    )


def _option(relation: Relation) -> str:
    return relation.value.replace(" ", "-")


def _one_of(option: str, given: str, known: Sequence[str]) -> str:
    plain = given.casefold().replace("_", "-").replace(" ", "-")
    if plain not in known:
        raise InputError(message("error.review_choice", option=option, given=given, known=", ".join(known)))
    return plain


def _find_documents(given: str, documents: Iterable[PlanningDocument], labels: Labels) -> frozenset[str]:
    """The plans that are meant. Raises InputError for none."""
    found = {one.sha256 for one in documents if is_plan(one, given, labels)}
    if not found:
        raise InputError(message("error.review_no_plan", given=given))
    return frozenset(found)


def survey_store(store: Store) -> Survey:
    """Load everything. Raises InputError where nothing is stored."""
    with store.reading() as session:
        survey = load_survey(session)
    if not survey.plans:
        raise InputError(message("error.store_empty", place=store.place))
    return survey


def run_show(settings: Settings, link: str, *, as_json: bool) -> int:
    """Show a link, and the other candidates of its source."""
    labels = labels_of(settings)
    with opened_store(settings) as store:
        survey = survey_store(store)
    item = _with_effect(survey, survey.item(link))
    others = rivals(item, survey.items())
    if as_json:
        candidates = [item_to_json(one, labels) for one in others]
        history = [decision_to_json(one) for one in survey.log if one.subject == item.link.id]
        show_json({"schema": 1, **item_to_json(item, labels), "candidates": candidates, "history": history})
        return 0
    show_indented(item_lines(item, item.link.id, labels))
    _show_rivals(others, labels)
    return 0


def _with_effect(survey: Survey, item: ReviewItem) -> ReviewItem:
    from selaras.models.decisions.effects import find_effects  # noqa: PLC0415

    if item.lost:
        return item
    return with_effects([item], find_effects(survey.plans, survey.current_links(), [item.link]))[0]


def _show_rivals(others: Sequence[ReviewItem], labels: Labels) -> None:
    say()
    show_lines([labels.text("review.rivals" if others else "review.no_rivals")])
    if others:
        heads = [labels.text(f"review.column.{name}") for name in ("id", "chance", "state", "target", "text")]
        show_table(heads, [_rival_row(one, labels) for one in others])


def _rival_row(item: ReviewItem, labels: Labels) -> tuple[object, ...]:
    return (
        f"{short_id(item.link.id)} → {short_id(item.target.end.node)}",
        labels.probability(item.link.probability),
        labels.text(f"labels.state.{item.link.state}"),
        place_words(item.target, labels),
        item.target.end.text,
    )


def run_log(settings: Settings, subject: str | None, *, limit: int, as_json: bool) -> int:
    """Show who decided what, the newest first."""
    labels = labels_of(settings)
    with opened_store(settings) as store, store.reading() as session:
        log = load_log(session)
    if subject is not None:
        name = find_id(subject, {one.subject for one in log}, "lg")
        log = tuple(one for one in log if one.subject == name)
    entries = log[::-1][:limit]
    if as_json:
        show_json({"schema": 1, "count": len(log), "decisions": [decision_to_json(one) for one in entries]})
        return 0
    heads = [
        labels.text(f"review.column.{name}")
        for name in ("revision", "time", "author", "done", "id", "text", "target", "reason")
    ]
    if entries:
        show_table(heads, [_log_row(one, labels) for one in entries])
    show_lines([labels.text("review.log", shown=len(entries), count=len(log))])
    return 0


def _log_row(decision: Decision, labels: Labels) -> tuple[object, ...]:
    gap = decision.gap
    signed = labels.text(f"review.side.{gap.side.value}", day=labels.day(gap.until)) if gap else None
    return (
        decision.revision,
        labels.day(decision.at),
        decision.author,
        labels.text(f"review.done.{decision.action}"),
        short_id(decision.subject),
        decision.source.text,
        decision.target.text if decision.target else signed,
        decision.reason,
    )
