"""How much of what people read in real plans the reading finds.

    python benchmarks/reading.py                      # plans and gold beside the checkout, in ../shared
    python benchmarks/reading.py --samples            # the generated sample plans and the truth beside them
    python benchmarks/reading.py --gold G --pdfs P    # any folders of gold and PDFs
    python benchmarks/reading.py --show semarang      # with the misses and false finds of one plan
    python benchmarks/reading.py --save /somewhere    # keeps what was read

A thin wrapper: it runs the scorer of the shared folder over `selaras read FILE --json`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "samples"


def main() -> int:
    """Run the scorer; its exit status is ours."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpus, gold and score")
    parser.add_argument("--samples", action="store_true", help="score the sample plans of the repository")
    parser.add_argument("--gold", type=Path, help="folder of gold (default: that of the shared folder)")
    parser.add_argument("--pdfs", type=Path, help="folder of its PDFs (default: the corpus)")
    arguments, others = parser.parse_known_args()
    scorer = arguments.shared / "score" / "reading.py"
    if not scorer.is_file():
        parser.error(f"{scorer} is not there: name the folder with --shared")
    if arguments.samples:
        return score_samples(scorer, others)
    gold = arguments.gold or arguments.shared / "gold" / "reading"
    return score(scorer, gold, arguments.pdfs or arguments.shared / "corpus", others)


def score_samples(scorer: Path, others: list[str]) -> int:
    """Score the samples; the truth about links, which lies in the same folder, is left out."""
    os.environ["SELARAS_REGIONS"] = str(SAMPLES / "regions.csv")
    with tempfile.TemporaryDirectory() as gold:
        for pdf in SAMPLES.glob("*.pdf"):
            shutil.copy(SAMPLES / "truth" / f"{pdf.stem}.json", gold)
        return score(scorer, Path(gold), SAMPLES, others)


def score(scorer: Path, gold: Path, pdfs: Path, others: list[str]) -> int:
    """Run the scorer over two folders."""
    selaras = Path(sys.executable).with_name("selaras")
    command = [
        sys.executable,
        str(scorer),
        *("--gold", str(gold)),
        *("--pdfs", str(pdfs)),
        *("--command", f"{selaras} read {{}} --json"),
        *others,
    ]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
