"""Pages as plain JSON: how the reading process hands them to its parent, one object a line.

The parent trusts nothing that comes back: every value is checked on the way in; ValueError tells more.
"""

from collections.abc import Sequence
from math import isfinite

from selaras.extractors.pages.page import Cell, Diagram, Grid, Node, Page, PageKind, Word
from selaras.models.passages import Box

JsonObject = dict[str, object]


def page_to_json(page: Page) -> JsonObject:
    """Make a plain object of a page; boxes are rounded to a hundredth of a point."""
    record: JsonObject = {
        "number": page.number,
        "size": [round(page.width, 2), round(page.height, 2)],
        "kind": page.kind.value,
        "turned": page.turned,
        "words": [_word_to_json(word) for word in page.words],
        "grids": [_grid_to_json(grid) for grid in page.grids],
    }
    if page.diagram is not None:
        record["diagram"] = [[node.text, *_rounded(node.box), node.parent] for node in page.diagram.nodes]
    return record


def _word_to_json(word: Word) -> list[object]:
    return [word.text, *_rounded(word.box), round(word.size, 2), word.bold, *_sure(word.confidence)]


def _grid_to_json(grid: Grid) -> JsonObject:
    return {
        "box": _rounded(grid.box),
        "rows": [[cell and _cell_to_json(cell) for cell in row] for row in grid.rows],
    }


def _cell_to_json(cell: Cell) -> list[object]:
    lines = [None if cell.confidence is None else round(cell.confidence, 2), [round(y, 1) for y in cell.tops]]
    return [cell.text, *_rounded(cell.box), *(lines if cell.tops else _sure(cell.confidence))]


def _sure(confidence: float | None) -> list[float]:
    """Nothing for what comes from a text layer: nearly all does, and pages are long."""
    return [] if confidence is None else [round(confidence, 2)]


def _rounded(box: Box) -> list[float]:
    return [round(edge, 2) for edge in box]


def page_from_json(data: object) -> Page:
    """Make a page of what `page_to_json` wrote. Raises ValueError where it is anything else."""
    record = _object(data)
    number, (width, height) = _whole(record.get("number")), _numbers(record.get("size"), 2)
    return Page(
        number=number,
        width=width,
        height=height,
        kind=PageKind(_text(record.get("kind"))),
        words=tuple(_word(item) for item in _list(record.get("words"))),
        grids=tuple(_grid(item, number) for item in _list(record.get("grids"))),
        turned=_whole(record.get("turned")),
        diagram=_diagram(record["diagram"], number) if "diagram" in record else None,
    )


def _word(data: object) -> Word:
    text, *numbers, bold = (parts := _list(data))[:7]
    x0, top, x1, bottom, size = _numbers(numbers, 5)
    return Word(_text(text), (x0, top, x1, bottom), size, _flag(bold), _confidence(parts[7:]))


def _confidence(rest: list[object]) -> float | None:
    sure = _numbers(rest, 1)[0] if rest else None
    if sure is not None and not 0 <= sure <= 1:
        raise ValueError("a share was expected")
    return sure


def _diagram(data: object, page: int) -> Diagram:
    items = [_list(item, 6) for item in _list(data)]
    places = [None if item[5] is None else _whole(item[5]) for item in items]
    if not all(place is None or 0 <= place < len(items) for place in places):
        raise ValueError("the parent of a node is none of the nodes")
    pairs = zip(items, places, strict=True)
    return Diagram(page, tuple(Node(_text(item[0]), _box(item[1:5]), place) for item, place in pairs))


def _grid(data: object, page: int) -> Grid:
    record = _object(data)
    rows = tuple(tuple(_cell(cell) for cell in _list(row)) for row in _list(record.get("rows")))
    if len({len(row) for row in rows}) != 1 or not all(map(any, (*rows, *zip(*rows, strict=False)))):
        raise ValueError("rows of one length, with a cell in each row and column, were expected")
    return Grid(page, _box(record.get("box")), rows)


def _cell(data: object) -> Cell | None:
    if data is None:
        return None
    text, *edges = (parts := _list(data))[:5]
    sure = [] if parts[5:6] == [None] else parts[5:6]
    return Cell(_text(text), _box(edges), confidence=_confidence(sure), tops=_tops(_text(text), parts[6:]))


def _tops(text: str, rest: list[object]) -> tuple[float, ...]:
    if not rest:
        return ()
    (tops,) = _list(rest, 1)
    return tuple(_numbers(tops, text.count("\n") + 1))


def _box(data: object) -> Box:
    x0, top, x1, bottom = _numbers(data, 4)
    return (x0, top, x1, bottom)


def _numbers(data: object, count: int) -> Sequence[float]:
    values = [float(item) for item in _list(data, count) if isinstance(item, int | float)]
    if len(values) != count or not all(map(isfinite, values)):
        raise ValueError("a number was expected")
    return values


def _object(data: object) -> JsonObject:
    if not isinstance(data, dict):
        raise ValueError("an object was expected")  # noqa: TRY004  one error for all that is malformed
    return data


def _list(data: object, count: int | None = None) -> list[object]:
    if not isinstance(data, list) or count not in (None, len(data)):
        raise ValueError("a list of another length was expected")
    return data


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise ValueError("a text was expected")  # noqa: TRY004
    return data


def _whole(data: object) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise ValueError("a whole number was expected")  # noqa: TRY004
    return data


def _flag(data: object) -> bool:
    if not isinstance(data, bool):
        raise ValueError("true or false was expected")  # noqa: TRY004
    return data
