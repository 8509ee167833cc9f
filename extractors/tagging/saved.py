"""A pipeline that a user saved or trained, read from a folder that somebody else may have written.

    load_pipeline(Path("pipeline-kami"))

spaCy builds whatever a configuration names, with code from whatever is installed. So the configuration is
checked first: only our components and our tokenizer, no callbacks, no other registered functions, nothing of
a newer or older version. Of the folder are then read the configuration and the data of our components, which
hold numbers and words; the vocabulary and the tokenizer's patterns are those of the package. Nothing is
unpickled.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from thinc.api import Config

from selaras.extractors.tagging.pipeline import (
    PIPELINE_VERSION,
    VERSION_KEY,
    build_pipeline,
    make_pipeline,
    packaged_components,
    packaged_config,
)
from selaras.extractors.tagging.saved_files import (
    CONFIG,
    META,
    UNREAD,
    damaged,
    foreign,
    pipeline_digest,
    read_settings_file,
)
from selaras.models.concept_kinds import NO_ENTRIES, Entries
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.models.regions import ExtraRegion

CALLBACKS = ("before_creation", "after_creation", "after_pipeline_creation")


def open_pipeline(
    folder: Path | None, extra_regions: tuple[ExtraRegion, ...] = (), own: Entries = NO_ENTRIES
) -> Language:
    """The pipeline of a folder, or the one that comes with the package where none is named."""
    return load_pipeline(folder, extra_regions, own) if folder else build_pipeline(extra_regions, own)


def load_pipeline(
    folder: Path, extra_regions: tuple[ExtraRegion, ...] = (), own: Entries = NO_ENTRIES
) -> Language:
    """Load the pipeline saved in a folder, once a process while the folder stays as it is.

    Extra regions are found beside those that it names itself, and a planner's own concepts beside those of
    the packaged catalogue. Raises InputError where the folder is missing, damaged, of another version, or
    holds what is not ours.
    """
    return _load(folder, pipeline_digest(folder), extra_regions, own)


@lru_cache(maxsize=2)
def _load(
    folder: Path,
    digest: str,  # noqa: ARG001  a folder that changed is loaded anew
    extra_regions: tuple[ExtraRegion, ...],
    own: Entries,
) -> Language:
    _check_version(folder)
    config = _our_part(folder, _read_config(folder))
    try:
        return make_pipeline(config, extra_regions, own).from_disk(folder, exclude=UNREAD)
    except InputError:
        raise
    except Exception as error:  # spaCy and the components raise whatever a damaged file leads them to
        raise damaged(folder, error) from error


def _check_version(folder: Path) -> None:
    try:
        meta = json.loads(read_settings_file(folder, META))
    except (ValueError, RecursionError) as error:
        raise damaged(folder, error) from error
    if not isinstance(meta, dict) or VERSION_KEY not in meta:
        raise foreign(folder, META)
    if meta[VERSION_KEY] != PIPELINE_VERSION:
        found = str(meta[VERSION_KEY])[:20]
        raise InputError(message("error.pipeline_version", place=folder, found=found, known=PIPELINE_VERSION))


def _read_config(folder: Path) -> Config:
    try:
        # Variables stay as they are: a few that name each other could fill the memory.
        return Config().from_str(read_settings_file(folder, CONFIG), interpolate=False)
    except InputError:
        raise
    except Exception as error:  # configparser, JSON and confection have errors of their own
        raise damaged(folder, error) from error


def _our_part(folder: Path, config: Mapping[str, Any]) -> Config:
    """The part of a configuration that is read, after a look at whether all of it is ours."""
    nlp, components = config.get("nlp"), config.get("components")
    if not isinstance(nlp, dict) or not isinstance(components, dict):
        raise foreign(folder, CONFIG)
    for stranger in _strangers(nlp, components):
        raise foreign(folder, stranger)
    names = nlp.get("pipeline")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise foreign(folder, "pipeline")
    if missing := [name for name in packaged_components() if name not in names]:
        raise InputError(message("error.pipeline_incomplete", place=folder, names=", ".join(missing)))
    return Config({"nlp": {**packaged_config()["nlp"], "pipeline": names}, "components": components})


def _strangers(nlp: Mapping[str, Any], components: Mapping[str, Any]) -> Iterator[str]:
    """What a configuration names that is not ours."""
    ours = packaged_config()["nlp"]
    yield from (f"{key} = {nlp.get(key)}" for key in ("lang", "tokenizer") if nlp.get(key) != ours[key])
    yield from (f"{key} = {nlp[key]}" for key in CALLBACKS if nlp.get(key) is not None)
    factories = [settings["factory"] for settings in packaged_components().values()]
    for name, settings in components.items():
        if not isinstance(settings, dict) or settings.get("factory") not in factories:
            yield f"components.{name}"
        yield from _live_settings(settings)


def _live_settings(settings: object) -> Iterator[str]:
    """Settings at any depth that are more than data: calls (`@misc = "..."`) and variables (`${...}`)."""
    if isinstance(settings, dict):
        yield from (f"{key} = {value}" for key, value in settings.items() if str(key).startswith("@"))
        settings = list(settings.values())
    if isinstance(settings, list):
        for value in settings:
            yield from _live_settings(value)
    elif isinstance(settings, str) and "${" in settings:
        yield settings
