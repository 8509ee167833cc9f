"""What holds for every table: joining and filling invent nothing and lose nothing."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st
from table_pages import on, read

texts = st.sampled_from(
    ["", "Laut bersih", "dan indah", "Mutu air", "80", "2025", "1", "(2)", "Tujuan 1: laut", "Target"]
)
made_rows = st.lists(
    st.lists(st.one_of(st.none(), texts, st.just("<")), min_size=3, max_size=3), min_size=1, max_size=6
)


def proper(rows):
    """Rows in which every covered place has a cell above or beside it, with text in each row and column."""
    fixed = []
    for y, row in enumerate(rows):
        cells = [
            "" if (cell is None and y == 0) or (cell == "<" and x == 0) else cell
            for x, cell in enumerate(row)
        ]
        cells = [
            "" if cell == "<" and (cells[x - 1] is None or (y == 0 and x == 1)) else cell
            for x, cell in enumerate(cells)
        ]
        cells = ["" if cell is None and fixed[-1][x] == "<" else cell for x, cell in enumerate(cells)]
        fixed.append([cell if cell or x else "isi" for x, cell in enumerate(cells)])
    return [["a", "b", "c"], *fixed]


@given(st.lists(made_rows, min_size=1, max_size=3))
@example([[[None, None, None]], [[None, None, "Laut bersih"]], [[None, None, None]]])
@example([[[None, None, "<"], ["2025", None, "Target"]]])
def test_filling_and_joining_invent_nothing_and_lose_nothing(drawn):
    grids = [on(n, *proper(rows)) for n, rows in enumerate(drawn, start=1)]
    made = read(*grids)
    cells = [cell for one in made for row in one.rows for cell in (*row.cells, row.section) if cell]
    printed = Counter(
        word for one in grids for row in one.rows for cell in row if cell for word in cell.text.split()
    )
    kept = Counter(word for cell in cells if not cell.filled for word in cell.text.split())
    heads = {word for one in made for head in one.heads for word in head.split()}
    assert {word for cell in cells for word in cell.text.split()} <= printed.keys()
    assert kept <= printed
    assert (printed - kept).keys() <= heads | {"1", "(2)"}  # rows that count the columns


@given(made_rows)
def test_every_row_has_a_cell_for_each_head(drawn):
    for made in read(on(1, *proper(drawn))):
        assert {len(row.cells) for row in made.rows} <= {len(made.heads)}
