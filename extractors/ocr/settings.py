"""How pictures of pages are read, and how much that may cost."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """What the reading of pictures depends on.

    `languages` are Tesseract's names of its models, the first is the main one. `dpi` is the fineness at which
    pages are rendered, made coarser where a page would have more than `most_pixels`. `page_seconds` is the
    time on the wall that Tesseract may take for one page, `memory_mb` the address space of each process,
    `workers` how many pages are read at a time. Without a `cache` folder nothing is kept.
    """

    enabled: bool = True
    languages: tuple[str, ...] = ("ind",)
    dpi: int = 300
    most_pixels: int = 40_000_000
    page_seconds: int = 120
    memory_mb: int = 1536
    workers: int = 2
    cache: Path | None = None
    program: str = "tesseract"

    def __post_init__(self) -> None:
        if not self.languages or not all(name.replace("_", "").isalnum() for name in self.languages):
            raise ValueError("languages are names of Tesseract's models")
        if min(self.dpi, self.most_pixels, self.page_seconds, self.memory_mb, self.workers) <= 0:
            raise ValueError("limits of OCR must be above 0")


DEFAULT_OCR = OcrSettings()
NO_OCR = OcrSettings(enabled=False)
