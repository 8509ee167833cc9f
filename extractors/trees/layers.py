"""Parents of boxes that no connector joins: the one box right above that reaches over all of another."""

from collections.abc import Sequence

from selaras.extractors.trees.connectors import Link
from selaras.models.passages import Box

# A box hangs under another if the gap is no wider than this share of the height of the lower.
WIDEST_GAP = 1.5
SAME_EDGE = 4.0


def find_layer_parents(boxes: Sequence[Box]) -> list[Link]:
    """A link for each box that has just one box right above it, and that box is no narrower."""
    return [
        Link(above[0], place)
        for place, box in enumerate(boxes)
        if len(above := _right_above(box, boxes)) == 1 and _reaches_over(boxes[above[0]], box)
    ]


def _right_above(box: Box, boxes: Sequence[Box]) -> list[int]:
    """The places of the boxes nearest above that stand over any part of a box."""
    over = [place for place, other in enumerate(boxes) if _is_over(other, box)]
    lowest = max((boxes[place][3] for place in over), default=0.0)
    near = box[1] - lowest <= WIDEST_GAP * (box[3] - box[1])
    return [place for place in over if near and boxes[place][3] >= lowest - (box[3] - box[1]) / 2]


def _is_over(upper: Box, lower: Box) -> bool:
    wide = min(upper[2], lower[2]) - max(upper[0], lower[0])
    return upper[3] <= lower[1] + SAME_EDGE and wide > SAME_EDGE


def _reaches_over(upper: Box, lower: Box) -> bool:
    return upper[0] - SAME_EDGE <= lower[0] and lower[2] <= upper[2] + SAME_EDGE
