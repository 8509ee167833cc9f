"""The formats of the report; a new one is a new file and one line here.

with open(path, "wb") as stream:
    WRITERS["html"](check, imprint, stream, labels=Labels("id"))
"""

from typing import BinaryIO, Protocol

from selaras.models.checks.candidate import DraftCheck
from selaras.outputs.labels import Labels
from selaras.outputs.report.html_report import write_html_report
from selaras.outputs.report.json_report import write_json_report
from selaras.outputs.report.rows import Imprint


class ReportWriter(Protocol):
    """Writes a report into a stream of bytes, in the language of the labels."""

    def __call__(self, check: DraftCheck, imprint: Imprint, stream: BinaryIO, *, labels: Labels) -> None:
        """Write the report."""


WRITERS: dict[str, ReportWriter] = {"html": write_html_report, "json": write_json_report}
