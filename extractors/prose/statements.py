"""Running text becomes statements: labels, announced lists, quoted and centred mottos.

A label opens a scope; what stands in it counts, what merely mentions a kind does not. Better silent than
wrong: a list counts only where a heading or an announcing sentence stands right above it.
"""

from collections.abc import Collection, Sequence

from selaras.extractors.drafts import Findings
from selaras.extractors.pages.page import Line
from selaras.extractors.prose.apart_numbers import pair_numbers
from selaras.extractors.prose.blocks import build_blocks
from selaras.extractors.prose.contents import drop_dotted, find_contents
from selaras.extractors.prose.prose_reader import ProseReader
from selaras.models.documents import PlanningDocument


def read_prose(lines: Sequence[Line], document: PlanningDocument, *, known: Collection[str] = ()) -> Findings:
    """Read the running text of a document; `known` holds its words, to mend torn ones."""
    contents = find_contents(lines)
    blocks = build_blocks(pair_numbers(drop_dotted(lines)), known=known)
    reader = ProseReader(blocks, document, known, contents)
    statements = tuple(reader.statements())
    return Findings(statements, tuple(reader.indicators.found))
