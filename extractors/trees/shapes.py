"""What is drawn on a page beside its text: lines, rectangles and curves in the form of pdfplumber."""

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.extractors.grids.rulings import Shape
from selaras.models.passages import Box


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is drawn on a page, in the frame of the page, and its width and height; in points."""

    lines: Sequence[Shape]
    rects: Sequence[Shape]
    curves: Sequence[Shape]
    size: tuple[float, float]


def scaled(box: Box, scale: float) -> Box:
    """A box of a page that is enlarged by `scale`."""
    x0, top, x1, bottom = box
    return (x0 * scale, top * scale, x1 * scale, bottom * scale)


def scaled_shapes(shapes: Shapes, scale: float) -> Shapes:
    """The shapes of a page that is enlarged by `scale`."""
    if scale == 1.0:
        return shapes
    groups = (shapes.lines, shapes.rects, shapes.curves)
    lines, rects, curves = ([_scaled(shape, scale) for shape in group] for group in groups)
    return Shapes(lines, rects, curves, (shapes.size[0] * scale, shapes.size[1] * scale))


def _scaled(shape: Shape, scale: float) -> Shape:
    edges = {edge: shape[edge] * scale for edge in ("x0", "top", "x1", "bottom")}
    return {**shape, **edges, "pts": [(x * scale, y * scale) for x, y in shape.get("pts") or ()]}
