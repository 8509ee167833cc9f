"""Plain JSON that is not trusted, taken apart: what is anything else raises ValueError."""

from collections.abc import Sequence
from math import isfinite

JsonObject = dict[str, object]


def as_numbers(data: object, count: int) -> Sequence[float]:
    """So many finite numbers."""
    values = [float(item) for item in as_list(data, count) if isinstance(item, int | float)]
    if len(values) != count or not all(map(isfinite, values)):
        raise ValueError("a number was expected")
    return values


def as_object(data: object) -> JsonObject:
    """An object with names."""
    if not isinstance(data, dict):
        raise ValueError("an object was expected")  # noqa: TRY004  one error for all that is malformed
    return data


def as_list(data: object, count: int | None = None) -> list[object]:
    """A list, of this length where one is wanted."""
    if not isinstance(data, list) or count not in (None, len(data)):
        raise ValueError("a list of another length was expected")
    return data


def as_string(data: object) -> str:
    """A text."""
    if not isinstance(data, str):
        raise ValueError("a text was expected")  # noqa: TRY004
    return data


def as_whole(data: object) -> int:
    """A whole number; true and false are none."""
    if not isinstance(data, int) or isinstance(data, bool):
        raise ValueError("a whole number was expected")  # noqa: TRY004
    return data


def as_flag(data: object) -> bool:
    """True or false."""
    if not isinstance(data, bool):
        raise ValueError("true or false was expected")  # noqa: TRY004
    return data


def as_share(number: float) -> float:
    """A number from 0 to 1."""
    if not 0 <= number <= 1:
        raise ValueError("a share was expected")
    return number
