"""The spaCy pipeline for Indonesian plans: a light tokenizer and the components that `config.cfg` lists.

>>> nlp = build_pipeline()
>>> [(span.text, span.label_) for span in nlp("Renstra Dinas Sosial").spans["agencies"]]
[('Dinas Sosial', 'Dinas Sosial')]

`build_pipeline` makes the one that comes with the package, `nlp.to_disk(folder)` saves one, and
`load_pipeline` of `saved.py` reads a folder that somebody else may have written.
"""

from dataclasses import astuple
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_config
from thinc.api import Config

import selaras.extractors.tagging.attributes
import selaras.extractors.tagging.components
import selaras.extractors.tagging.entities
import selaras.extractors.tagging.kinds
import selaras.extractors.tagging.outline
import selaras.extractors.tagging.quantities
import selaras.extractors.tagging.sentences
import selaras.extractors.tagging.tokenizer
import selaras.extractors.tagging.words  # noqa: F401 (all register what the pipeline is made of)
from selaras.extractors.tagging.concepts import ConceptLinker
from selaras.models.concept_kinds import NO_ENTRIES, Entries
from selaras.models.regions import ExtraRegion

LONGEST_TEXT = 100_000_000  # characters; a plan of 460 pages has 1.3 million
REGIONAL = ("selaras_regions", "selaras_agencies", "selaras_regulations")  # they know the table of regions
# Stands in the meta data of a saved pipeline; to be raised where an older folder could not be read as it is.
PIPELINE_VERSION = 1
VERSION_KEY = "selaras_pipeline"


def build_pipeline(extra_regions: tuple[ExtraRegion, ...] = (), own: Entries = NO_ENTRIES) -> Language:
    """Build the pipeline, once a process.

    Extra regions are found beside those of the packaged table, and a planner's own concepts beside those of
    the packaged catalogue.
    """
    return _built(extra_regions, own)


@lru_cache(maxsize=2)
def _built(extra_regions: tuple[ExtraRegion, ...], own: Entries) -> Language:
    return make_pipeline(packaged_config(), extra_regions, own)


def make_pipeline(
    config: Config, extra_regions: tuple[ExtraRegion, ...] = (), own: Entries = NO_ENTRIES
) -> Language:
    """Make the pipeline of a configuration, whose factories must be ours."""
    nlp = load_model_from_config(with_regions(config, extra_regions), auto_fill=True)
    # Whole documents are read at once; without a parser their length costs little memory.
    nlp.max_length = LONGEST_TEXT
    nlp.meta[VERSION_KEY] = PIPELINE_VERSION
    for linker in (pipe for _, pipe in nlp.pipeline if isinstance(pipe, ConceptLinker)):
        linker.use(own)
    return nlp


@cache
def packaged_config() -> Config:
    """The configuration that comes with the package."""
    text = files("selaras.extractors.tagging").joinpath("config.cfg").read_text(encoding="utf-8")
    return Config().from_str(text)


def packaged_components() -> dict[str, dict[str, Any]]:
    """The components of the packaged configuration: name, and settings with the name of the factory."""
    components: dict[str, dict[str, Any]] = packaged_config()["components"]
    return components


def with_regions(config: Config, extra_regions: tuple[ExtraRegion, ...]) -> Config:
    """The same configuration with regions beside those that it names itself."""
    changed = config.copy()
    rows = [list(astuple(region)) for region in extra_regions]
    for settings in (changed["components"][name] for name in REGIONAL if name in changed["components"]):
        settings["extra"] = [*settings.get("extra", []), *rows]
    return changed
