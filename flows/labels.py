"""Names of things in the language and with the regions of the settings."""

from selaras.flows.reading import read_extra_regions
from selaras.flows.settings import Settings
from selaras.models.regions import load_regions
from selaras.outputs.labels import Labels


def labels_of(settings: Settings) -> Labels:
    """How things are called; the user's own regions have their names."""
    return Labels(settings.language, load_regions(read_extra_regions(settings.regions)))
