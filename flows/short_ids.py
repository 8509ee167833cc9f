"""Ids that people type: the beginning is enough where only one thing begins so."""

import re
from collections.abc import Iterable

from selaras.models.errors import InputError
from selaras.models.messages import message

SHORT = 8  # digits of an id as it is shown
SHOWN = 5
_ID = re.compile(r"(?:[a-z]-)?[0-9a-f]{4,16}")


def short_id(name: str) -> str:
    """The beginning of an id, long enough for nearly every store."""
    prefix, _, digits = name.partition("-")
    return f"{prefix}-{digits[:SHORT]}"


def find_id(given: str, known: Iterable[str], prefixes: str) -> str:
    """The one id that begins as given; the letter in front (one of `prefixes`) may be left out.

    Raises InputError where none or more than one does.
    """
    asked = given.strip().casefold()
    if not _ID.fullmatch(asked):
        raise InputError(message("error.review_bad_id", given=given))
    wanted = (asked,) if "-" in asked else tuple(f"{letter}-{asked}" for letter in prefixes)
    found = sorted(name for name in known if name.startswith(wanted))
    if not found:
        raise InputError(message("error.review_no_id", given=given))
    if len(found) > 1 and asked not in found:
        ids = ", ".join(found[:SHOWN])
        raise InputError(message("error.review_many_ids", given=given, count=len(found), ids=ids))
    return asked if asked in found else found[0]
