"""Pages as plain JSON: how the reading process hands them to its parent, one object a line.

The parent trusts nothing that comes back: every value is checked on the way in; ValueError tells more.
"""

from selaras.extractors.pages.checked_json import (
    JsonObject,
    as_flag,
    as_list,
    as_numbers,
    as_object,
    as_share,
    as_string,
    as_whole,
)
from selaras.extractors.pages.page import Cell, Diagram, Grid, Node, Page, PageKind, Word
from selaras.models.passages import Box


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
    if page.defect:
        record["defect"] = page.defect
    if page.crowded:
        record["crowded"] = True
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
    record = as_object(data)
    number, (width, height) = as_whole(record.get("number")), as_numbers(record.get("size"), 2)
    return Page(
        number=number,
        width=width,
        height=height,
        kind=PageKind(as_string(record.get("kind"))),
        words=tuple(_word(item) for item in as_list(record.get("words"))),
        grids=tuple(_grid(item, number) for item in as_list(record.get("grids"))),
        turned=as_whole(record.get("turned")),
        diagram=_diagram(record["diagram"], number) if "diagram" in record else None,
        defect=as_string(record.get("defect", "")),
        crowded=as_flag(record.get("crowded", False)),
    )


def _word(data: object) -> Word:
    text, *numbers, bold = (parts := as_list(data))[:7]
    x0, top, x1, bottom, size = as_numbers(numbers, 5)
    return Word(as_string(text), (x0, top, x1, bottom), size, as_flag(bold), _confidence(parts[7:]))


def _confidence(rest: list[object]) -> float | None:
    return as_share(as_numbers(rest, 1)[0]) if rest else None


def _diagram(data: object, page: int) -> Diagram:
    items = [as_list(item, 6) for item in as_list(data)]
    places = [None if item[5] is None else as_whole(item[5]) for item in items]
    if not all(place is None or 0 <= place < len(items) for place in places):
        raise ValueError("the parent of a node is none of the nodes")
    pairs = zip(items, places, strict=True)
    return Diagram(page, tuple(Node(as_string(item[0]), _box(item[1:5]), place) for item, place in pairs))


def _grid(data: object, page: int) -> Grid:
    record = as_object(data)
    rows = tuple(tuple(_cell(cell) for cell in as_list(row)) for row in as_list(record.get("rows")))
    if len({len(row) for row in rows}) != 1 or not all(map(any, (*rows, *zip(*rows, strict=False)))):
        raise ValueError("rows of one length, with a cell in each row and column, were expected")
    return Grid(page, _box(record.get("box")), rows)


def _cell(data: object) -> Cell | None:
    if data is None:
        return None
    printed, *edges = (parts := as_list(data))[:5]
    text, sure = as_string(printed), [] if parts[5:6] == [None] else parts[5:6]
    return Cell(text, _box(edges), confidence=_confidence(sure), tops=_tops(text, parts[6:]))


def _tops(text: str, rest: list[object]) -> tuple[float, ...]:
    if not rest:
        return ()
    (tops,) = as_list(rest, 1)
    return tuple(as_numbers(tops, text.count("\n") + 1))


def _box(data: object) -> Box:
    x0, top, x1, bottom = as_numbers(data, 4)
    return (x0, top, x1, bottom)
