"""Which language two lists are read in, and what to say where that may be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from selaras.models.alignment.items import Item
from selaras.models.errors import InputError
from selaras.models.messages import DEFAULT_LANGUAGE, LANGUAGES, Language, Message, message, text
from selaras.models.text_languages import guess_language

Wanted = Language | Literal["auto"]
AUTO: Literal["auto"] = "auto"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, the file that it comes from, and the language that it looks like, if any."""

    path: Path
    looks: Language | None


def look_at(path: Path, items: Sequence[Item]) -> Listed:
    """See what language the texts of a list look like."""
    return Listed(path, guess_language(item.text for item in items))


def parse_text_language(given: str) -> Wanted:
    """Read what an option says. Raises InputError."""
    wanted: dict[str, Wanted] = {AUTO: AUTO, **{code: code for code in get_args(Language)}}
    if given.casefold() not in wanted:
        known = ", ".join([*LANGUAGES, AUTO])
        raise InputError(message("error.unknown_text_language", given=given, known=known))
    return wanted[given.casefold()]


def choose_text_language(wanted: Wanted, sources: Listed, targets: Listed) -> Language:
    """The language to read both lists in: the one wanted, else what they look like, else Indonesian."""
    if wanted != AUTO:
        return wanted
    seen = {one.looks for one in (sources, targets) if one.looks}
    return seen.pop() if len(seen) == 1 else DEFAULT_LANGUAGE


def notes_on_language(
    wanted: Wanted, used: Language, sources: Listed, targets: Listed, language: Language
) -> list[Message]:
    """What to say about the language that both lists are read in; names of languages are in `language`."""
    names: dict[Language, str] = {code: text(f"list.language_{code}", language) for code in LANGUAGES}
    if sources.looks and targets.looks and sources.looks != targets.looks:
        found = {"found": names[sources.looks], "second": names[targets.looks], "used": names[used]}
        return [message("list.language_mixed", file=sources.path, other=targets.path, **found)]
    if wanted == AUTO:
        plain = used == DEFAULT_LANGUAGE
        return [] if plain else [message("list.language_chosen", used=names[used])]
    return [
        message(
            "list.language_told", file=one.path, found=names[one.looks], used=names[used], option=one.looks
        )
        for one in (sources, targets)
        if one.looks and one.looks != used
    ]
