"""Tesseract as a program: what is installed, and the words that it reads in a picture.

It is called directly: one picture to its standard input, one table (TSV) from its standard output. Nothing
of what it writes is trusted: a line that is no word is left out, and a table without its head is an error.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selaras.extractors.ocr.pictures import Grey, to_pgm
from selaras.models.passages import Box

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
WORD_LEVEL = "5"
LOOK_SECONDS = 30
# Page segmentation (--psm): a page of blocks, and one block of lines for a small part of a page.
WHOLE_PAGE, ONE_BLOCK = 3, 6


# The model that knows digits and signs best; it comes with Tesseract.
SIGNS = "eng"


class TesseractError(Exception):
    """Tesseract could not read a picture; `reason` is "timeout", "crash" or "garbage"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Installed:
    """The program as it was found: its path, version and models of languages."""

    program: str
    version: str
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class PictureWord:
    """A word in a picture: its box in pixels, confidence 0 to 1, and the line of text it stands in."""

    text: str
    box: Box
    confidence: float
    line: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tesseract:
    """How the program is called; `signs` are the models for digits and signs, none where there are none."""

    program: str
    languages: Sequence[str]
    dpi: int
    seconds: float
    signs: Sequence[str] = ()

    def read(self, grey: Grey, *, psm: int = WHOLE_PAGE) -> list[PictureWord]:
        """The words of a picture, in Tesseract's order. Raises TesseractError."""
        options = ("-l", "+".join(self.languages), "--dpi", str(self.dpi), "--psm", str(psm))
        arguments = (self.program, "stdin", "stdout", *options, "tsv")
        try:
            done = subprocess.run(  # noqa: S603  an argument list of our own making, no shell
                arguments, input=to_pgm(grey), capture_output=True, timeout=self.seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise TesseractError("timeout") from error
        except OSError as error:
            raise TesseractError("crash") from error
        if done.returncode:
            raise TesseractError("crash")
        return parse_words(done.stdout.decode("utf-8", "replace"), grey.shape[1], grey.shape[0])

    def for_signs(self) -> "Tesseract":
        """The same with the models for digits and signs."""
        return replace(self, languages=self.signs)

    def quick(self, seconds: float) -> "Tesseract":
        """The same with less patience."""
        return replace(self, seconds=min(self.seconds, seconds))


def find_tesseract(program: str) -> Installed | None:
    """Look what is installed; None where the program is missing or does not answer."""
    path = shutil.which(program)
    if path is None:
        return None
    version, languages = _answer(path, "--version"), _answer(path, "--list-langs")
    if not version or not version[0].lower().startswith("tesseract"):
        return None
    return Installed(path, version[0], frozenset(line.strip() for line in languages[1:]))


def _answer(path: str, question: str) -> list[str]:
    try:
        done = subprocess.run(  # noqa: S603
            (path, question), capture_output=True, timeout=LOOK_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    # Tesseract 3 answers on the error output.
    return (done.stdout or done.stderr).decode("utf-8", "replace").splitlines()


def parse_words(table: str, width: int, height: int) -> list[PictureWord]:
    """Words of Tesseract's table that lie in a picture of this size. Raises TesseractError."""
    lines = table.splitlines()
    if not lines or lines[0] != HEAD:
        raise TesseractError("garbage")
    return list(_words(lines[1:], width, height))


def _words(lines: Sequence[str], width: int, height: int) -> Iterator[PictureWord]:
    for line in lines:
        cells = line.split("\t")
        if len(cells) != 12 or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        try:
            *place, left, top, wide, high = map(int, cells[1:10])
            confidence = float(cells[10]) / 100
        except ValueError:
            continue
        if 0 <= confidence <= 1 and _fits(left, wide, width) and _fits(top, high, height):
            box = (float(left), float(top), float(left + wide), float(top + high))
            yield PictureWord(cells[11].strip(), box, confidence, tuple(place[:4]))


def _fits(start: int, size: int, most: int) -> bool:
    return start >= 0 and size > 0 and start + size <= most
