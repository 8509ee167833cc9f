"""What a planner wrote into a workbook, understood: decisions in words of either language, and days.

>>> read_day("31 Desember 2027")
datetime.date(2027, 12, 31)
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from selaras.models.decisions.log import Action
from selaras.models.messages import LANGUAGES, text

LEAVE = "leave"
LINK_ANSWERS = (Action.CONFIRM.value, Action.REJECT.value, Action.RETARGET.value, LEAVE)
GAP_ANSWERS = (Action.JUSTIFY.value, LEAVE)
SERIAL_START = date(1899, 12, 30)  # day 0 of Excel's calendar
FIRST_YEAR = 2000  # of days; an earlier one is a number that was taken for a day
SERIALS = range(36_526, 73_051)  # days from that year to 2099, as Excel counts
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")  # the day first, as Indonesia writes it
_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d]+)\s+(\d{4})")


def answer_words(answers: tuple[str, ...]) -> Mapping[str, str]:
    """The words of both languages for some answers, in small letters, each with the answer."""
    return {
        text(f"review.answer.{answer}", language).casefold(): answer
        for answer in answers
        for language in LANGUAGES
    }


def read_answer(cell: str, answers: tuple[str, ...]) -> str | None:
    """The answer in a cell, LEAVE for an empty one; None for a word that is none."""
    word = " ".join(cell.split()).casefold()
    return answer_words(answers).get(word) if word else LEAVE


def read_day(cell: object) -> date | None:
    """A day as a date, as Excel's number of a day, or as text; None for what is no day."""
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return day if day.year >= FIRST_YEAR else None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return SERIAL_START + timedelta(days=int(cell)) if int(cell) in SERIALS else None
    return _read_text(" ".join(str(cell or "").split()))


def _read_text(cell: str) -> date | None:
    if found := _ISO.fullmatch(cell):
        return _day(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(cell):
        day, month, year = map(int, found.groups())
        return _day(year, month, day)
    if found := _WORDS.fullmatch(cell):
        return _day(int(found[3]), _months().get(found[2].casefold(), 0), int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months() -> Mapping[str, int]:
    return {
        text(f"labels.month.{month}", language).casefold(): month
        for month in range(1, 13)
        for language in LANGUAGES
    }
