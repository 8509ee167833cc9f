"""Names of things in the language and with the regions of the settings."""

from selaras.flows.reading import read_extra_regions
from selaras.flows.settings import Settings
from selaras.models.documents import PlanningDocument
from selaras.models.regions import load_regions
from selaras.outputs.labels import Labels

SHORTEST_HASH = 4  # digits of a hash that a person may type


def labels_of(settings: Settings) -> Labels:
    """How things are called; the user's own regions have their names."""
    return Labels(settings.language, load_regions(read_extra_regions(settings.regions)))


def is_plan(document: PlanningDocument, name: str, labels: Labels) -> bool:
    """Tell whether a document is meant: its name or file has all words of `name`, or its hash begins so."""
    words = f"{labels.plan(document)} {document.file_name}".casefold()
    asked = name.casefold().strip()
    by_hash = len(asked) >= SHORTEST_HASH and document.sha256.startswith(asked)
    return by_hash or all(word in words for word in asked.split())
