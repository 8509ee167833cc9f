"""Ids made from stable facts, by one function.

An id depends on what is printed (plan, kind, number, content), never on a row position, a page or a box, so
that a better extractor or a new version of a plan keeps the decisions that people took about it.
"""

import hashlib
import re
from typing import NewType

DocumentId = NewType("DocumentId", str)
StatementId = NewType("StatementId", str)
IndicatorId = NewType("IndicatorId", str)
LinkId = NewType("LinkId", str)

_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Fold case, blanks and punctuation, so that line breaks and stray commas do not make a new thing."""
    return " ".join(_NOT_WORD.sub(" ", text.casefold()).split())


def make_id(prefix: str, *facts: str) -> str:
    """Return `prefix-` and 16 hexadecimal digits that depend on the facts and their order only."""
    digest = hashlib.sha256("\x1f".join(facts).encode()).hexdigest()
    return f"{prefix}-{digest[:16]}"
