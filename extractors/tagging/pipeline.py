"""The spaCy pipeline for Indonesian plans: a light tokenizer and our own components.

>>> nlp = build_pipeline()
>>> [(span.text, span.label_) for span in nlp("Renstra Dinas Sosial").spans["agencies"]]
[('Dinas Sosial', 'Dinas Sosial')]
"""

from dataclasses import astuple
from functools import lru_cache

import spacy
from spacy.language import Language

import selaras.extractors.tagging.attributes
import selaras.extractors.tagging.components
import selaras.extractors.tagging.sentences
import selaras.extractors.tagging.tokenizer  # noqa: F401 (both register what the pipeline is made of)
from selaras.models.regions import ExtraRegion

LONGEST_TEXT = 100_000_000  # characters; a plan of 460 pages has 1.3 million
PIPES = (
    "selaras_sentences",
    "selaras_plan_kinds",
    "selaras_periods",
    "selaras_agencies",
    "selaras_regulations",
    "selaras_wording",
)


@lru_cache(maxsize=2)
def build_pipeline(extra_regions: tuple[ExtraRegion, ...] = ()) -> Language:
    """Build the pipeline, once a process.

    Extra regions are found beside those of the packaged table.
    """
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "selaras.PlanTokenizer.v1"}}})
    # Whole documents are read at once; without a parser their length costs little memory.
    nlp.max_length = LONGEST_TEXT
    for name in PIPES:
        nlp.add_pipe(name)
    nlp.add_pipe("selaras_regions", config={"extra": [list(astuple(region)) for region in extra_regions]})
    return nlp
