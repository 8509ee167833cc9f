"""Scanned pages made on the spot: PDFs of pictures, and programs that stand in for Tesseract. Invented texts."""

import sys
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from pypdfium2 import PdfDocument

from selaras.extractors.ocr.dark_lines import Ink
from selaras.extractors.ocr.tesseract import HEAD

DPI = 300


def scanned(data: bytes, *, skew: float = 0.0, turn: int = 0, dpi: int = DPI) -> bytes:
    """A PDF without text: pictures of the pages of another, askew (clockwise) and turned (clockwise)."""
    images = []
    with PdfDocument(data) as document:
        for page in document:
            image = page.render(scale=dpi / 72, grayscale=True).to_pil()
            image = image.rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
            images.append(image.rotate(-turn, expand=True))
    stream = BytesIO()
    images[0].save(stream, "PDF", save_all=True, append_images=images[1:], resolution=dpi)
    return stream.getvalue()


def paper(height: int = 400, width: int = 600) -> Ink:
    """An empty picture of ink."""
    return np.zeros((height, width), dtype=np.bool_)


def row(text: str, left: int, top: int, *, sure: float = 96.0, line: int = 1, level: int = 5) -> str:
    """A row of Tesseract's table: a word of 20 pixels a letter."""
    return f"{level}\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{20 * max(len(text), 1)}\t40\t{sure}\t{text}"


def tsv(*rows: str) -> str:
    """Tesseract's table."""
    return "\n".join((HEAD, *rows)) + "\n"


def stand_in(
    folder: Path,
    answer: str = "",
    *,
    does: str = "",
    version: str = "tesseract 5.3.0",
    languages: str = "ind",
) -> str:
    """A program that answers like Tesseract; `does` is Python that runs before it answers a picture."""
    program = folder / "tesseract"
    program.write_text(
        f"#!{sys.executable} -S\n"
        "import os, signal, sys, time\n"
        "if '--version' in sys.argv:\n"
        f"    print({version!r})\n"
        "elif '--list-langs' in sys.argv:\n"
        f"    print('List of available languages:', *{languages.split()!r}, sep='\\n')\n"
        "else:\n"
        "    sys.stdin.buffer.read()\n"
        f"    {does or 'pass'}\n"
        f"    sys.stdout.write({answer!r})\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return str(program)
