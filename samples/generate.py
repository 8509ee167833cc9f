"""Writes the sample plans and their truth: `python -m selaras.samples.generate [--output DIR]`.

The same input gives the same bytes: no date, no chance, no font of the machine, no compression.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selaras.samples.content import NAMES, read_content
from selaras.samples.gold import build_links, build_truth
from selaras.samples.pages import make_document


def write_samples(output: Path) -> list[Path]:
    """Write each PDF into the folder and each truth into its folder `truth`; gives the paths of the PDFs."""
    (output / "truth").mkdir(parents=True, exist_ok=True)
    _write_json(output / "truth" / "links.json", build_links())
    return [_write_document(name, output) for name in NAMES]


def _write_document(name: str, output: Path) -> Path:
    content = read_content(name)
    made = make_document(content)
    path = output / f"{name}.pdf"
    path.write_bytes(made.data)
    _write_json(output / "truth" / f"{name}.json", build_truth(content, made))
    return path


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_bytes((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m selaras.samples.generate", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path(__file__).parent, help="folder to write to")
    for path in write_samples(parser.parse_args(arguments).output):
        sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
