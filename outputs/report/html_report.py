"""The check of a draft as one HTML file that needs no network and prints on A4."""

from typing import BinaryIO

from selaras.models.checks.candidate import DraftCheck, Recommendation
from selaras.models.documents import DocumentStatus
from selaras.models.links import LINKED, PARTLY_LINKED
from selaras.outputs.html_pages import write_template
from selaras.outputs.labels import Labels
from selaras.outputs.report.rows import Imprint, item_rows, left_out_by_plan


def write_html_report(check: DraftCheck, imprint: Imprint, stream: BinaryIO, *, labels: Labels) -> None:
    """Write the report as UTF-8 HTML, in the language of the labels."""
    plans = {plan.sha256: plan for plan in check.plans}
    write_template(
        stream,
        "report.html",
        labels,
        check=check,
        imprint=imprint,
        documents=plans | {check.draft.sha256: check.draft},
        items=item_rows(check),
        left_out=left_out_by_plan(check),
        recommendations=tuple(Recommendation),
        unsettled=[plan for plan in check.plans if plan.status is not DocumentStatus.LAW],
        limits={"linked": labels.number(LINKED), "partly": labels.number(PARTLY_LINKED)},
    )
