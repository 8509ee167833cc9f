"""`selaras status`: what is stored, what it gave, what failed, and how fresh it is."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from selaras.flows.labels import labels_of
from selaras.flows.link_store import lost_links
from selaras.flows.quarantine import Quarantined, list_quarantined
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store, store_exists
from selaras.flows.summaries import (
    KindSummary,
    RegionSummary,
    count_links,
    summarise_kinds,
    summarise_regions,
)
from selaras.flows.terminal import say, show_json, show_lines, show_table
from selaras.models.documents import PlanLevel
from selaras.models.messages import Language, render
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject

if TYPE_CHECKING:
    from selaras.flows.own_weights import OwnWeights


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a home; links are counted by relation and state."""

    failures: Sequence[Quarantined]
    kinds: Sequence[KindSummary] = ()
    regions: Sequence[RegionSummary] = ()
    links: Mapping[tuple[str, str], int] | None = None
    lost: int = 0  # decided links of which an end is in no document any longer
    learned: "OwnWeights | None" = None  # weights that `selaras review learn` keeps in the home


def run_status(settings: Settings, *, as_json: bool) -> int:
    """Show the state of the home."""
    status = read_status(settings)
    if as_json:
        show_json(status_to_json(status, settings.language))
    else:
        show_status(status, settings)
    return 0


def read_status(settings: Settings) -> Status:
    """Look into the store and the quarantine; a home that is not there yet is empty, and is not made."""
    failures = list_quarantined(settings.quarantine)
    learned = _read_learned(settings)
    if not store_exists(settings):
        return Status(failures, learned=learned)
    with opened_store(settings) as store, store.reading() as session:
        return Status(
            failures,
            summarise_kinds(session),
            summarise_regions(session),
            count_links(session),
            len(lost_links(session)),
            learned,
        )


def _read_learned(settings: Settings) -> "OwnWeights | None":
    if not settings.own_weights.exists():
        return None
    from selaras.flows.own_weights import read_own_weights  # noqa: PLC0415  numpy and scipy

    return read_own_weights(settings.own_weights)


def status_to_json(status: Status, language: Language) -> JsonObject:
    """Plain data of the state."""
    return {
        "schema": 1,
        "documents": [asdict(item) for item in status.kinds],
        "regions": [asdict(item) | {"last_read": item.last_read.isoformat()} for item in status.regions],
        "links": [
            {"relation": relation, "state": state, "count": count}
            for (relation, state), count in sorted((status.links or {}).items())
        ],
        "lost_decisions": status.lost,
        "learned": _learned_to_json(status.learned) if status.learned else None,
        "failures": [_failure_to_json(item, language) for item in status.failures],
    }


def _learned_to_json(learned: "OwnWeights") -> JsonObject:
    return {"decisions": learned.decisions, "counts": learned.counts}


def _failure_to_json(item: Quarantined, language: Language) -> JsonObject:
    return {
        "sha256": item.sha256,
        "file": item.path,
        "time": item.time.isoformat(),
        "copy": item.copy,
        "code": item.reason.code,
        "message": render(item.reason, language),
    }


def show_status(status: Status, settings: Settings) -> None:
    """Show the state as tables."""
    labels = labels_of(settings)
    show_lines([labels.text("status.home", home=settings.home)])
    kinds = [_kind_row(item) for item in status.kinds]
    _show("documents", ("kind", "documents", "pages", "statements", "indicators", "warnings"), kinds, labels)
    regions = [_region_row(item, labels) for item in status.regions]
    _show("regions", ("region", "documents", "last_year", "last_read", "fresh"), regions, labels)
    links = [(*_link_names(key, labels), count) for key, count in sorted((status.links or {}).items())]
    _show("links", ("relation", "state", "count"), links, labels)
    if status.lost:
        show_lines([labels.text("status.lost", count=status.lost)])
    if status.learned:
        name = "learned" if status.learned.counts else "learned_before"
        show_lines([labels.text(f"status.{name}", count=status.learned.decisions)])
    failures = [(labels.day(item.time), render(item.reason, labels.language)) for item in status.failures]
    _show("failures", ("time", "reason"), failures, labels)


def _show(name: str, heads: Sequence[str], rows: Sequence[Sequence[object]], labels: Labels) -> None:
    say()
    say(labels.text(f"status.{name}" if rows else f"status.no_{name}"))
    if rows:
        show_table([labels.text(f"status.column.{head}") for head in heads], rows)


def _kind_row(item: KindSummary) -> tuple[object, ...]:
    given = item.given
    return (item.kind, item.documents, item.pages, given.statements, given.indicators, given.warnings)


def _link_names(key: tuple[str, str], labels: Labels) -> tuple[str, str]:
    relation, state = key
    return labels.relation(relation), labels.text(f"labels.state.{state}")


def _region_row(item: RegionSummary, labels: Labels) -> tuple[object, ...]:
    fresh = labels.text(f"status.fresh.{_freshness(item.last_year)}")
    read = labels.day(item.last_read.date())
    return (_region_name(item, labels), item.documents, item.last_year, read, fresh)


def _region_name(item: RegionSummary, labels: Labels) -> str:
    if item.region is None:
        known = item.level == PlanLevel.NATIONAL
        return labels.text("labels.nation" if known else "status.no_region")
    region = labels.regions.get(item.region)
    return region.name if region else item.region


def _freshness(last_year: int | None) -> str:
    """Whether any plan of a region still runs this year."""
    if last_year is None:
        return "unknown"
    return "current" if last_year >= datetime.now(UTC).year else "outdated"
