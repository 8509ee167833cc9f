"""Numbers that stand apart from their texts, as in drawn lists, are put in front of the line beside them.

A big "1" beside two lines of a box is the number of that text, wherever it comes in the order of the page.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.pages.page import Line

FARTHEST = 160.0  # points between a number and its text
_NUMBER = re.compile(r"(\d{1,2})[.)]?")
_BULLET = re.compile(r"^\s*[•●▪■◦‣›➢➤►✓✔❖□·]\s*")


def pair_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put each number that stands apart before the first line at its right that it is level with."""
    kept = list(lines)
    for number in [line for line in lines if _NUMBER.fullmatch(line.text.strip())]:
        place = next((place for place, line in enumerate(kept) if _is_level(number, line)), None)
        if place is not None:
            text = f"{number.text.strip().rstrip('.)')}. {_BULLET.sub('', kept[place].text)}"
            kept[place] = replace(kept[place], text=text)
            kept.remove(number)
    return tuple(kept)


def _is_level(number: Line, line: Line) -> bool:
    """Whether a line of words stands right of a number and starts within its height."""
    if line.page != number.page or not any(char.isalpha() for char in line.text):
        return False
    middle = (line.box[1] + line.box[3]) / 2
    beside = 0 <= line.box[0] - number.box[2] < FARTHEST
    # Page numbers and footnotes are level with nothing, or small.
    return beside and number.box[1] <= middle <= number.box[3] and number.size >= line.size - 1
