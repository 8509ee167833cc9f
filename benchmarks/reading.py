"""How much of what people read in real plans the reading finds.

    python benchmarks/reading.py                      # plans and gold beside the checkout, in ../shared
    python benchmarks/reading.py --show semarang      # with the misses and false finds of one plan
    python benchmarks/reading.py --save /somewhere    # keeps what was read

A thin wrapper: it runs the scorer of the shared folder over `selaras read FILE --json`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

SHARED = Path(__file__).parents[1].parent / "shared"


def main() -> int:
    """Run the scorer; its exit status is ours."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpus, gold and score")
    arguments, others = parser.parse_known_args()
    scorer = arguments.shared / "score" / "reading.py"
    if not scorer.is_file():
        parser.error(f"{scorer} is not there: name the folder with --shared")
    selaras = Path(sys.executable).with_name("selaras")
    command = [
        sys.executable,
        str(scorer),
        *("--gold", str(arguments.shared / "gold" / "reading")),
        *("--pdfs", str(arguments.shared / "corpus")),
        *("--command", f"{selaras} read {{}} --json"),
        *others,
    ]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
