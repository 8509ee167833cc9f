"""Which lemmatizer finds the dictionary's headword of words of plans: the table behind our choice.

    python benchmarks/lemmas.py [--truth tests/data/lemmas.csv] [--show]

A lemma is the headword (lema) under which KBBI lists a form, that is its base without affixes, clitics and
repetition, as in the Indonesian treebanks of Universal Dependencies: "meningkatnya" is under "tingkat",
"pemerintah" under "perintah". The exceptions of the first row were written with these words in view, so its
figure tells that they work, not how new words fare: for those, see PySastrawi's own. simplemma and
spacy-lookups-data are compared where they are installed; Selaras does not need them.
"""

import argparse
import csv
import gzip
import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from selaras.models.lemmas import lemma
from selaras.models.terms import rule_stem, stem

TRUTH = Path(__file__).parents[1] / "tests" / "data" / "lemmas.csv"
Row = tuple[str, str]
Lemmatizer = Callable[[str], str]


def read_truth(path: Path) -> list[Row]:
    """Words and their lemmas."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [(row["word"], row["lemma"]) for row in csv.DictReader(stream)]


def lemmatizers() -> Iterator[tuple[str, Lemmatizer]]:
    """Those that are there, by name."""
    yield "selaras (PySastrawi, exceptions)", lemma
    yield "PySastrawi", rule_stem
    yield "stems that statements are compared by", stem
    if simplemma := _installed("simplemma"):
        yield "simplemma", lambda word: str(simplemma.lemmatize(word, lang="id"))
    if lookups := _installed("spacy_lookups_data"):
        path = Path(lookups.__file__).parent / "data" / "id_lemma_lookup.json.gz"
        table = json.loads(gzip.decompress(path.read_bytes()))
        yield "spacy-lookups-data", lambda word: str(table.get(word, word))


def _installed(name: str) -> object:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def share_right(rows: list[Row], find: Lemmatizer) -> float:
    """The share of words whose lemma is right."""
    return sum(find(word) == wanted for word, wanted in rows) / max(len(rows), 1)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--truth", type=Path, default=TRUTH)
    parser.add_argument("--show", action="store_true", help="list our mistakes")
    options = parser.parse_args()
    rows = read_truth(options.truth)
    print(f"{len(rows)} words\n\n| lemmatizer | right |\n|---|---|")
    for name, find in lemmatizers():
        print(f"| {name} | {share_right(rows, find):.3f} |")
    for word, wanted in rows if options.show else ():
        if (found := lemma(word)) != wanted:
            print(f"  {word}: {found}, not {wanted}")


if __name__ == "__main__":
    main()
