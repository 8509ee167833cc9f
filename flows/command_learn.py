"""`selaras review learn`: decided links retrain the scorer, if that helps on decisions it has not seen."""

from collections.abc import Iterable
from dataclasses import asdict

from selaras.flows.decision_store import load_log
from selaras.flows.labels import labels_of
from selaras.flows.own_weights import forget_own_weights, write_own_weights
from selaras.flows.plan_store import load_plans
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.terminal import say, show_json, show_lines, show_table, tell
from selaras.models.alignment.scoring import load_weights
from selaras.models.decisions.learning import FOLDS, LEAST, LEAST_OF_KIND, Lesson, Quality, learn
from selaras.models.messages import text
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject

FIGURES = ("count", "log_loss", "brier", "precision", "recall")


def run_learn(settings: Settings, *, dry_run: bool, as_json: bool) -> int:
    """Learn, show the figures before and after, and keep the weights where they help."""
    labels = labels_of(settings)
    with opened_store(settings) as store, store.reading() as session:
        log, plans = load_log(session), load_plans(session)
    with waiting(text("cli.progress.learning", settings.language)):
        lesson = learn(log, plans, load_weights(), labels.regions)
    kept = lesson.helps and not dry_run
    if kept:
        write_own_weights(settings.own_weights, lesson)
    if as_json:
        show_json(lesson_to_json(lesson, kept=kept))
    else:
        show_lesson(lesson, labels, kept=kept)
    return 0


def run_forget(settings: Settings) -> int:
    """Go back to the packaged weights."""
    known = forget_own_weights(settings.own_weights)
    tell("review.learn.forgotten" if known else "review.learn.nothing", settings.language)
    return 0


def lesson_to_json(lesson: Lesson, *, kept: bool) -> JsonObject:
    """What was learned as plain data."""
    return {
        "schema": 1,
        "confirmed": lesson.confirmed,
        "rejected": lesson.rejected,
        "missing": lesson.missing,
        "folds": FOLDS,
        "before": asdict(lesson.before) if lesson.before else None,
        "after": asdict(lesson.after) if lesson.after else None,
        "helps": lesson.helps,
        "kept": kept,
    }


def show_lesson(lesson: Lesson, labels: Labels, *, kept: bool) -> None:
    """Show what was learned in words and figures."""
    counts = {"confirmed": lesson.confirmed, "rejected": lesson.rejected}
    show_lines([labels.text("review.learn.decisions", **counts)])
    if lesson.before is None or lesson.after is None:
        limits = {"least": LEAST, "of_kind": LEAST_OF_KIND}
        show_lines([labels.text("review.learn.too_few", missing=lesson.missing, **limits)])
        return
    say()
    heads = ["", *(labels.text(f"review.learn.{name}") for name in FIGURES)]
    sides = (("before", lesson.before), ("after", lesson.after))
    show_table(heads, [_row(labels.text(f"review.learn.{name}"), found, labels) for name, found in sides])
    say()
    show_lines(_verdict(lesson, labels, kept=kept))


def _verdict(lesson: Lesson, labels: Labels, *, kept: bool) -> Iterable[str]:
    name = "kept" if kept else ("dry_run" if lesson.helps else "no_better")
    yield labels.text(f"review.learn.{name}", folds=FOLDS)


def _row(name: str, found: Quality, labels: Labels) -> tuple[str, ...]:
    figures = (found.log_loss, found.brier, found.precision, found.recall)
    return (name, str(found.count), *(labels.number(one, 3) for one in figures))
