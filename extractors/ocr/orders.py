"""What the scanning process is told to do, as JSON in its only argument."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from selaras.extractors.ocr.cache import ScanCache
from selaras.extractors.ocr.tesseract import Tesseract


@dataclass(frozen=True, slots=True)
class Orders:
    """The pages to scan, the program to do it with, and the limits of it.

    `cache` is the folder of known scans, None where none is used; `maker` what made them.
    """

    pages: tuple[int, ...]
    program: str
    languages: tuple[str, ...]
    dpi: int
    most_pixels: int
    page_seconds: int
    memory_mb: int
    maker: str
    signs: tuple[str, ...] = ()
    cache: str | None = None

    @property
    def tesseract(self) -> Tesseract:
        """The program with its options."""
        return Tesseract(self.program, self.languages, self.dpi, float(self.page_seconds), self.signs)

    @property
    def known(self) -> ScanCache | None:
        """The known scans."""
        return ScanCache(Path(self.cache), self.maker) if self.cache else None

    def to_json(self) -> str:
        """As an argument."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Orders":
        """Of an argument that `to_json` made: the parent is trusted."""
        fields = json.loads(text)
        lists = {name: tuple(fields[name]) for name in ("pages", "languages", "signs")}
        return cls(**{**fields, **lists})
