"""`selaras resolve`: names of indicators, from a list or the command line, get codes of the catalogue."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selaras.flows.name_lists import (
    NO_CODE,
    Answer,
    Name,
    check_names,
    read_names,
    resolve_names,
    write_answers,
)
from selaras.flows.own_catalogue import load_own_catalogue
from selaras.flows.progress import progress, waiting
from selaras.flows.settings import Settings
from selaras.flows.sheets import check_output
from selaras.flows.terminal import printable, say, show_json, tell
from selaras.models.catalogue import NATIONAL, Catalogue
from selaras.models.concepts import ConceptSource
from selaras.models.errors import InputError
from selaras.models.messages import Language, message, render, text


@dataclass(frozen=True, slots=True)
class Question:
    """What the command line gave: a list with a file for its answers, or names."""

    names: Path | None = None
    output: Path | None = None
    given: tuple[str, ...] = ()
    unit: str = ""
    agency: str = ""


def parse_sources(given: str | None) -> frozenset[ConceptSource]:
    """The sources that are named, joined by commas; RPJPN where none is. Raises InputError."""
    if given is None:
        return NATIONAL
    wanted = {part.strip().upper() for part in given.split(",")}
    known = {*ConceptSource, "ALL"}
    unknown = sorted(wanted - known)
    if unknown:
        raise InputError(
            message("error.unknown_source", given=unknown[0], known=", ".join((*ConceptSource, "ALL")))
        )
    return frozenset(ConceptSource if "ALL" in wanted else map(ConceptSource, wanted))


def run_resolve(
    settings: Settings, question: Question, sources: Collection[ConceptSource], *, as_json: bool
) -> int:
    """Answer a list by a list, or names by lines or JSON."""
    if question.given and not question.names:
        return _answer_names(settings, question, sources, as_json=as_json)
    if question.given or not question.names or not question.output:
        raise InputError(message("error.resolve_list_or_name"))
    return _answer_list(settings, question.names, question.output, sources, as_json=as_json)


def _answer_list(
    settings: Settings, path: Path, output: Path, sources: Collection[ConceptSource], *, as_json: bool
) -> int:
    language, catalogue = settings.language, load_own_catalogue(settings)
    check_output(output)
    with waiting(text("cli.progress.reading_list", language)):
        count = check_names(path)
    counted = _Counted(language, count)
    answers = resolve_names(read_names(path), catalogue, sources)
    write_answers(counted.pass_on(answers), output, language)
    if as_json:
        show_json({"names": count, "found": counted.found, "file": str(output)})
    else:
        tell("cli.resolve.done", language, found=counted.found, names=count, file=output)
    return 0


class _Counted:
    """Counts answers on their way, and shows how far the work is."""

    def __init__(self, language: Language, count: int) -> None:
        self.language, self.count, self.found = language, count, 0

    def pass_on(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        with progress(text("cli.progress.resolving", self.language), self.count) as note:
            for answer in answers:
                self.found += answer.found.code is not None
                note(answer)
                yield answer


def _answer_names(
    settings: Settings, question: Question, sources: Collection[ConceptSource], *, as_json: bool
) -> int:
    language, catalogue = settings.language, load_own_catalogue(settings)
    names = [
        Name(str(number), name.strip(), question.unit, question.agency)
        for number, name in enumerate(question.given, start=1)
    ]
    answers = list(zip(names, resolve_names(names, catalogue, sources), strict=True))
    if as_json:
        show_json([_as_json(name, answer, language) for name, answer in answers])
    else:
        for name, answer in answers:
            _show(name, answer, catalogue, language)
    return 0


def _show(name: Name, answer: Answer, catalogue: Catalogue, language: Language) -> None:
    found = answer.found
    chance = f"{found.probability:.0%}"
    tell("cli.resolve.answer", language, name=name.name, concept=found.code or NO_CODE, chance=chance)
    say(f"  {printable(render(found.reason, language))}")
    for code, likely in found.candidates:
        label = catalogue.concepts[code].label_id
        line = text("cli.resolve.candidate", language, concept=code, chance=f"{likely:.0%}", label=label)
        say(f"  {printable(line)}")


def _as_json(name: Name, answer: Answer, language: Language) -> dict[str, object]:
    found = answer.found
    return {
        "name": name.name,
        "unit": name.unit or None,
        "code": found.code,
        "probability": found.probability,
        "reason": render(found.reason, language),
        "candidates": [{"code": code, "probability": chance} for code, chance in found.candidates],
    }
