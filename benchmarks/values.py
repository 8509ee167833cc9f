"""How well printed values are read, against values that a person read.

    python benchmarks/values.py --gold ../shared/gold/values.csv --show

The gold file is a CSV with the columns text, low, high, kind, unit_in_text, year_in_text, footnote and
source_doc; two values in one cell are joined by `;`. The table counts the rows of each kind and how many are
read right in each respect. A value is read beside the others of its document and with the unit that its table
prints (the last part of the column context), as a table reader does; with --alone it is read by itself.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from selaras.models.values import Value, find_decimal_mark, parse_value

ASPECTS = ("low/high", "kind", "year", "footnote")
# The person left amounts of money in the printed size; all others, and ours, are at full size.
MONEY_SIZES = {"Rp T": 1e12, "juta JPY": 1e6}
GOLD = Path(__file__).parents[2] / "shared" / "gold" / "values.csv"

Row = Mapping[str, str]
Readings = list[tuple[Row, Value]]


def main() -> None:
    """Print the table, and the misread values where asked."""
    options = build_parser().parse_args()
    with options.gold.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    readings: Readings = read_alone(rows) if options.alone else read_beside(rows)
    print_table(readings)
    if options.show:
        print_misses(readings)


def build_parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD, help="CSV of values read by a person")
    parser.add_argument("--alone", action="store_true", help="read each value by itself")
    parser.add_argument("--show", action="store_true", help="list what is read otherwise than by the person")
    return parser


def read_alone(rows: list[dict[str, str]]) -> Readings:
    """Each value with nothing but its own text."""
    return [(row, parse_value(row["text"])) for row in rows]


def read_beside(rows: list[dict[str, str]]) -> Readings:
    """Each value with what its neighbours and its table tell."""
    marks = find_marks(rows)
    return [
        (row, parse_value(row["text"], decimal_mark=marks[row["source_doc"]], measure=printed_unit(row)))
        for row in rows
    ]


def printed_unit(row: Row) -> str:
    """The last column of a row before its values: most often the unit."""
    return row["context"].rsplit("|", maxsplit=1)[-1].strip()


def find_marks(rows: list[dict[str, str]]) -> dict[str, str | None]:
    """The decimal mark that the values of each document show."""
    texts = defaultdict(list)
    for row in rows:
        texts[row["source_doc"]].append(row["text"])
    return {document: find_decimal_mark(printed) for document, printed in texts.items()}


def judge_value(row: Row, value: Value) -> dict[str, bool]:
    """Which aspects of one value are read as the person did."""
    return {
        "low/high": (printed_ends(row, "low"), printed_ends(row, "high")) == read_ends(value),
        "kind": row["kind"] == value.kind,
        "year": printed_years(row["year_in_text"]) == (value.first_year, value.year),
        "footnote": (row["footnote"] or None) == value.footnote,
    }


def printed_ends(row: Row, end: str) -> list[float | None]:
    """The numbers of a gold cell at full size, one for each value in it."""
    size = MONEY_SIZES.get(row["unit_in_text"], 1)
    return [float(number) * size if number else None for number in row[end].split(";")]


def read_ends(value: Value) -> tuple[list[float | None], list[float | None]]:
    """The low and the high ends as they were read."""
    parts = value.parts or (value,)
    return [part.low for part in parts], [part.high for part in parts]


def printed_years(cell: str) -> tuple[int | None, int | None]:
    """First and last year of a gold cell: `2025-2029`, `2023` (no first year), or nothing."""
    first, _, last = cell.partition("-")
    return (int(first), int(last)) if last else (None, int(first) if first else None)


def print_table(readings: Readings) -> None:
    """One line for each kind, and one for all."""
    groups = defaultdict(list)
    for row, value in readings:
        groups[row["kind"]].append(judge_value(row, value))
    groups["ALL"] = [judged for group in list(groups.values()) for judged in group]
    print(f"{'kind':12}{'rows':>6}" + "".join(f"{aspect:>12}" for aspect in ASPECTS) + f"{'all four':>12}")
    for kind, group in groups.items():
        counts = [sum(judged[aspect] for judged in group) for aspect in ASPECTS]
        counts.append(sum(all(judged.values()) for judged in group))
        print(f"{kind:12}{len(group):>6}" + "".join(f"{count:>12}" for count in counts))
        if kind == "ALL":
            print(
                f"{'percent':18}" + "".join(f"{100 * count / max(len(group), 1):>12.1f}" for count in counts)
            )


def print_misses(readings: Readings) -> None:
    """List the values that are read otherwise, with both readings."""
    for row, value in readings:
        wrong = [aspect for aspect, right in judge_value(row, value).items() if not right]
        if wrong:
            gold = f"{row['kind']} {row['low']}..{row['high']} {row['year_in_text']} {row['footnote']}"
            print(f"{row['text']!r}: {', '.join(wrong)}; gold {gold}; read {value}")


if __name__ == "__main__":
    main()
