"""Concepts of the catalogue of indicators and the names that they go by, as the packaged data has them."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files


class ConceptSource(StrEnum):
    """Where a concept is set."""

    RPJPN = "RPJPN"  # UU 59/2024: the 45 IUP and the indicators of the sasaran visi
    RPJMN = "RPJMN"  # Perpres 12/2025
    KESBANGPOL = "KESBANGPOL"  # what the Ministry of Home Affairs asks of Kesbangpol agencies
    DAERAH = "DAERAH"  # what regional plans commonly measure besides


class LabelKind(StrEnum):
    """What a label is to its concept.

    OUTSIDE labels have none: they keep other measures from being taken for one of the catalogue.
    """

    PREF = "pref"
    ALT = "alt"
    REGIONAL = "regional"  # what regional plans measure in the place of the national indicator
    ABBR = "abbr"
    FALSE_FRIEND = "false_friend"  # looks like the concept, measures something else
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Concept:
    """A measure of the catalogue; `same_as` names the concept that measures the same thing."""

    code: str
    label_id: str
    label_en: str
    unit: str
    direction: str  # up, down or none: which way is better
    level: str  # NATIONAL, REGIONAL or ALL: where it is measured
    source: ConceptSource
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A name that a concept goes by; `code` is empty for measures outside the catalogue."""

    code: str
    text: str
    kind: LabelKind


def read_concepts() -> list[Concept]:
    """Read the packaged concepts, in the order of the national plans."""
    return [
        Concept(
            row["code"],
            row["label_id"],
            row["label_en"],
            row["unit"],
            row["direction"],
            row["level"],
            ConceptSource(row["source"]),
            row["same_as"] or None,
        )
        for row in _read_rows("concepts.csv")
    ]


def read_labels() -> list[Label]:
    """Read the packaged labels of all concepts, and those of measures outside the catalogue."""
    return [
        Label(row["code"], row["label"], LabelKind(row["kind"])) for row in _read_rows("concept_labels.csv")
    ]


def _read_rows(name: str) -> list[dict[str, str]]:
    text = files("selaras.models").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
