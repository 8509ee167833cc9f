"""The graph as a layered picture: nation, province, regency and city, agency, and the links between them.

    picture = draw_picture(plans, links, coverage(graph), labels=Labels("id"))
    write_svg(picture, stream)

A link whose end is not shown is drawn at the shown statement above it. To stay readable the picture shows, of
each statement, the most probable link to each plan, from `LINKED` on. Rejected links are not drawn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from selaras.models.coverage.status import Coverage
from selaras.models.documents import PlanningDocument
from selaras.models.ids import DocumentId, StatementId
from selaras.models.links import LINKED, Link, LinkState
from selaras.models.plans import Plan
from selaras.models.relations import Relation
from selaras.outputs.coverage_words import NOWHERE, describe, describe_gap, tone_of
from selaras.outputs.html_pages import render_template
from selaras.outputs.labels import LEVELS, Labels, level_code
from selaras.outputs.picture_choice import ShownPlan, ShownStatement, choose_statements, shown_ancestor
from selaras.outputs.picture_layout import (
    COLUMN,
    Card,
    CardText,
    Layout,
    Tile,
    TileText,
    Tone,
    curve_path,
    lay_out,
)

LIMIT = 150  # statements in one picture
DRAWN = (Relation.SERVES, Relation.CONTRADICTS)
FAINTEST = 0.25  # opacity of an improbable link
LONGEST_TOOLTIP = 2000  # characters
LONGEST_NOTE = 40  # characters
KEY_HEIGHT = 84.0
KEY_STEP = 210.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A link as drawn; `style` names its CSS classes, `over` tells that it passes over a column of cards."""

    path: str
    style: str
    opacity: float
    tooltip: str
    over: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn; `shown` and `left_out` count statements."""

    layout: Layout
    curves: tuple[Curve, ...]
    shown: int
    left_out: int
    labels: Labels


def draw_picture(
    plans: Sequence[Plan],
    links: Iterable[Link],
    coverage: Mapping[str, Coverage],
    *,
    labels: Labels,
    limit: int = LIMIT,
) -> Picture:
    """Choose what is shown, place it, and draw the links."""
    chosen = choose_statements(sorted(plans, key=_place_in_column), limit=limit)
    layout = _lay_out([plan for plan in chosen if plan.statements], coverage, labels)
    return Picture(
        layout,
        tuple(_curves(chosen, layout, links, labels)),
        sum(len(plan.statements) for plan in chosen),
        sum(len(plan.left_out) for plan in chosen),
        labels,
    )


def write_svg(picture: Picture, stream: BinaryIO) -> None:
    """Write the picture, with its key, as a file of its own."""
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n' + svg_text(picture, alone=True).encode())


def svg_text(picture: Picture, *, alone: bool = False) -> str:
    """The SVG element; alone it bears its size and key, within a page it takes the width that there is."""
    width, height = picture.layout.width, picture.layout.height
    return render_template(
        "picture.svg",
        picture.labels,
        picture=picture,
        card_width=COLUMN,
        width=max(width, KEY_STEP * len(Tone)) if alone else width,
        height=height + KEY_HEIGHT if alone else height,
        key_top=height,
        key_step=KEY_STEP,
        alone=alone,
        tones=tuple(Tone),
    )


def _place_in_column(plan: Plan) -> tuple[int, str, str]:
    """Longer plans first, then by region and agency."""
    document = plan.document
    return -(document.kind.horizon or 0), document.region or "", document.agency or ""


def _lay_out(chosen: Sequence[ShownPlan], coverage: Mapping[str, Coverage], labels: Labels) -> Layout:
    """Put each plan into the field of its level and its length; empty columns and rows are left away."""
    fields: dict[tuple[str, int], list[CardText]] = {}
    for plan in chosen:
        field = level_code(plan.plan.document), plan.plan.document.kind.horizon or 0
        fields.setdefault(field, []).append(_card(plan, coverage, labels))
    levels = [level for level in LEVELS if any(level == used for used, _ in fields)]
    lengths = sorted({years for _, years in fields}, reverse=True)
    return lay_out(
        [labels.text(f"labels.level.{level}") for level in levels],
        [
            (_row_title(years, labels), [fields.get((level, years), []) for level in levels])
            for years in lengths
        ],
    )


def _row_title(years: int, labels: Labels) -> str:
    return (
        labels.text("overview.picture.years", years=years)
        if years
        else labels.text("overview.picture.no_years")
    )


def _card(shown: ShownPlan, coverage: Mapping[str, Coverage], labels: Labels) -> CardText:
    document = shown.plan.document
    tiles = tuple(
        _tile(row, document, coverage.get(row.statement.id, NOWHERE), labels) for row in shown.statements
    )
    gaps = sum(tone_of(coverage.get(item.id, NOWHERE)) is Tone.GAP for item in shown.left_out)
    count = len(shown.left_out)
    more = labels.text("overview.picture.more", count=count, gaps=gaps) if count else ""
    return CardText(
        labels.plan(document), _cut(document.file_name or document.title, LONGEST_NOTE), tiles, more
    )


def _tile(row: ShownStatement, document: PlanningDocument, found: Coverage, labels: Labels) -> TileText:
    statement = row.statement
    name, gap = labels.statement(statement), describe_gap(found, labels)
    label = f"{name} · {gap}" if gap else name
    place = f"{labels.plan(document)}, {labels.place(statement.passage)}"
    whole = f"{name}: {_cut(statement.text, LONGEST_TOOLTIP)}\n{place}\n{describe(found, labels)}"
    return TileText(statement.id, label, statement.text, whole, tone_of(found), row.depth)


def _curves(
    chosen: Sequence[ShownPlan], layout: Layout, links: Iterable[Link], labels: Labels
) -> Iterator[Curve]:
    placed = {tile.content.id: (card, tile) for card in layout.cards for tile in card.tiles}
    numbers = {id_: card.column for id_, (card, _) in placed.items()}
    for (relation, source, target), link in _drawn_links(chosen, links).items():
        yield Curve(
            curve_path(placed[source][1], placed[target][1], numbers),
            f"{relation} {link.state}",
            round(FAINTEST + (1 - FAINTEST) * link.probability**2, 2),
            _link_tooltip(placed[source], placed[target], link, labels),
            abs(numbers[source] - numbers[target]) > 1,
        )


def _drawn_links(
    chosen: Sequence[ShownPlan], links: Iterable[Link]
) -> dict[tuple[Relation, StatementId, StatementId], Link]:
    """The link that is drawn between each two shown statements, the probable ones last, to lie on top."""
    parents = {item.id: item.parent for plan in chosen for item in plan.plan.statements}
    homes = {row.statement.id: plan.plan.document.sha256 for plan in chosen for row in plan.statements}
    best: dict[tuple[Relation, StatementId, DocumentId], tuple[StatementId, Link]] = {}
    for link in sorted(links, key=lambda link: (link.probability, link.id)):
        if link.relation not in DRAWN or link.state is LinkState.REJECTED or link.probability < LINKED:
            continue
        source = shown_ancestor(StatementId(link.source), parents, homes)
        target = shown_ancestor(StatementId(link.target), parents, homes)
        if source is not None and target is not None and source != target:
            best.pop((link.relation, source, homes[target]), None)
            best[link.relation, source, homes[target]] = target, link
    return {(relation, source, target): link for (relation, source, _), (target, link) in best.items()}


def _link_tooltip(source: tuple[Card, Tile], target: tuple[Card, Tile], link: Link, labels: Labels) -> str:
    ends = [f"{card.content.name}: {tile.content.label}" for card, tile in (source, target)]
    sure = f"{labels.chance(link.probability)} ({labels.probability(link.probability)})"
    return "\n".join((ends[0], f"→ {ends[1]}", sure))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
