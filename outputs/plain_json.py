"""Plain data as JSON bytes, and the checked way back: what comes from a file is not trusted.

record = Record.of(json.loads(text), "document")
record.whole("pages")         # raises InputError that names document.pages where it is no whole number
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, TypeVar

from selaras.models.errors import InputError
from selaras.models.messages import message

Choice = TypeVar("Choice", bound=StrEnum)

JsonObject = dict[str, object]


def write_json(data: object, stream: BinaryIO) -> None:
    """Write data as UTF-8 JSON, two blanks of indent, keys in the order given, a line end last.

    A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape. NaN and infinity raise ValueError.
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2)
    # `backslashreplace` writes a surrogate as \udc80, which inside a JSON string is its escape.
    stream.write(text.encode("utf-8", "backslashreplace") + b"\n")


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and its place in the file ("statements[3]"), its fields checked as they are read."""

    fields: Mapping[str, object]
    place: str = ""

    @classmethod
    def of(cls, data: object, place: str) -> "Record":
        """Take data as an object; anything else raises InputError."""
        if not isinstance(data, Mapping):
            raise wrong(place, "object", data)
        return cls(data, place)

    def at(self, name: str) -> str:
        """The place of a field."""
        return f"{self.place}.{name}" if self.place else name

    def get(self, name: str) -> object:
        """The value of a field that must be there; it may be null."""
        if name not in self.fields:
            raise InputError(message("error.json_missing", place=self.at(name)))
        return self.fields[name]

    def text(self, name: str) -> str:
        """A field that holds a text."""
        return as_text(self.get(name), self.at(name))

    def whole(self, name: str) -> int:
        """A field that holds a whole number."""
        return as_whole(self.get(name), self.at(name))

    def text_or_none(self, name: str) -> str | None:
        """A text, or None where the field is null or absent."""
        return None if self.fields.get(name) is None else self.text(name)

    def whole_or_none(self, name: str) -> int | None:
        """A whole number, or None where the field is null or absent."""
        return None if self.fields.get(name) is None else self.whole(name)

    def number_or_none(self, name: str) -> float | None:
        """A number, or None where the field is null; it must be there."""
        value = self.get(name)
        return None if value is None else as_number(value, self.at(name))

    def flag(self, name: str) -> bool:
        """True or false; false where the field is absent."""
        value = self.fields.get(name, False)
        if not isinstance(value, bool):
            raise wrong(self.at(name), "boolean", value)
        return value

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        value = self.text(name)
        if value not in list(kind):
            raise wrong(self.at(name), " | ".join(kind), value)
        return kind(value)

    def record(self, name: str) -> "Record":
        """A field that holds an object."""
        return Record.of(self.get(name), self.at(name))

    def items(self, name: str) -> list[tuple[object, str]]:
        """The items of a list, each with its place; none where the field is absent."""
        return as_items(self.fields.get(name, []), self.at(name))

    def records(self, name: str) -> list["Record"]:
        """The objects of a list that must be there."""
        self.get(name)
        return [Record.of(item, place) for item, place in self.items(name)]


def as_text(value: object, place: str) -> str:
    """Take a value as a text."""
    if not isinstance(value, str):
        raise wrong(place, "string", value)
    return value


def as_whole(value: object, place: str) -> int:
    """Take a value as a whole number; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(place, "integer", value)
    return value


def as_number(value: object, place: str) -> float:
    """Take a value as a finite number."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise wrong(place, "number", value)
    return float(value)


def as_items(value: object, place: str) -> list[tuple[object, str]]:
    """Take a value as a list, and number the places of its items."""
    if not isinstance(value, list):
        raise wrong(place, "array", value)
    return [(item, f"{place}[{index}]") for index, item in enumerate(value)]


def wrong(place: str, wanted: str, found: object) -> InputError:
    """The error for a value of another kind than wanted; a long value is cut."""
    return InputError(message("error.json_wrong", place=place, wanted=wanted, found=repr(found)[:80]))
