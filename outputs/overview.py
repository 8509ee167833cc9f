"""The overview of a chain of plans as one HTML page, for a planner: no network, no JavaScript, prints on A4.

overview = Overview(plans, links, coverage(build_graph(plans, links)))
write_overview(overview, stream, catalogue=load_catalogue(), made=date.today(), labels=Labels("id"))
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from markupsafe import Markup

from selaras.models.catalogue import Catalogue
from selaras.models.framework_plans import law_of
from selaras.models.links import LINKED
from selaras.models.measures.chain_comparison import compare_chain
from selaras.models.measures.rules import is_finding
from selaras.models.relations import Relation
from selaras.outputs.comparison_rows import mismatches
from selaras.outputs.coverage_bars import plan_bars
from selaras.outputs.coverage_rows import COLUMNS
from selaras.outputs.coverage_words import describe_side, tone_of_side
from selaras.outputs.html_pages import write_template
from selaras.outputs.labels import Labels
from selaras.outputs.marks import mark_link
from selaras.outputs.overview_rows import (
    MOST,
    Failure,
    LinkGroup,
    Overview,
    chain_plans,
    count_kinds,
    find_gaps,
    group_links,
    rows_each,
    sort_plans,
)
from selaras.outputs.picture import draw_picture, svg_text
from selaras.outputs.picture_layout import Tone

__all__ = ["Failure", "Overview", "write_overview"]


def write_overview(
    overview: Overview, stream: BinaryIO, *, catalogue: Catalogue, made: date, labels: Labels
) -> None:
    """Write the page as UTF-8 HTML, in the language of the labels."""
    chain = replace(overview, plans=chain_plans(overview.plans))
    pairs = compare_chain(chain.plans, catalogue, chain.links)
    gaps = find_gaps(chain)
    links = group_links(chain, [Relation.SERVES, Relation.CONTRADICTS])
    picture = draw_picture(chain.plans, chain.links, chain.coverage, labels=labels)
    write_template(
        stream,
        "overview.html",
        labels,
        made=made,
        plans=sort_plans(overview.plans),
        failures=overview.failures,
        gaps=gaps,
        bars=plan_bars(sort_plans(chain.plans), chain.coverage),
        bar_parts=tuple(COLUMNS),
        rows_each=rows_each,
        law_of=law_of,
        pairs=pairs,
        differing=mismatches(pairs),
        is_finding=is_finding,
        links=links,
        totals=_totals(overview, links),
        picture=picture,
        svg=Markup(svg_text(picture)),  # noqa: S704  made by our own template, which escapes
        tones=tuple(Tone),
        most=MOST,
        linked=labels.number(LINKED),
        count_kinds=count_kinds,
        tone_of_side=tone_of_side,
        describe_side=describe_side,
        mark_link=mark_link,
    )


def _totals(overview: Overview, links: Sequence[LinkGroup]) -> dict[str, int]:
    read = [plan for plan in overview.plans if law_of(plan.document.sha256) is None]
    return {
        "plans": len(read),
        "pages": sum(plan.document.pages for plan in read),
        "statements": sum(len(plan.statements) for plan in read),
        "indicators": sum(len(plan.indicators) for plan in read),
        "links": sum(len(group.rows) for group in links),
    }
