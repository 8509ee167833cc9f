"""Texts taken apart with an encoder of the user's own beside the packaged vectors."""

from dataclasses import replace

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.encoder import Encode, on_scale
from selaras.models.alignment.engine import measure_items
from selaras.models.alignment.items import Item
from selaras.models.framework import load_rpjpn


def with_encoder(analysis: Analysis, encode: Encode) -> Analysis:
    """The same analysis, with an encoder on the scale that the vectors have on the texts of the RPJPN.

    A language without packaged vectors is left as it is: its measures are weighed without them.
    """
    items = [Item(one.code, one.name) for one in load_rpjpn().items]
    known = measure_items(items, analysis=analysis).texts.meaning
    if known is None:
        return analysis
    return replace(analysis, encode=on_scale(encode, [item.text for item in items], known))
