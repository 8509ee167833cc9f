"""Tables read into rows, shown as texts; all texts are invented."""

from factories import document

from selaras.extractors.rows.reading import read_table

GOAL_TEXT, OTHER_GOAL = "Meningkatnya mutu layanan pesisir", "Terjaganya kelestarian teluk"
AIM_TEXT, OTHER_AIM = "Meningkatnya keselamatan pelayaran", "Menurunnya pencemaran laut"
NAME, OTHER_NAME = "Persentase pelabuhan aman", "Jumlah kapal laik laut"


def statements(made, of=None):
    """Kind, number, text and parent's text of each statement."""
    found = read_table(made, of or document()).statements
    texts = {draft.key: draft.text for draft in found}
    return [(d.kind, d.number, d.text, texts.get(d.parent) if d.parent else None) for d in found]


def indicators(made, of=None):
    return read_table(made, of or document()).indicators


def targets(draft):
    return [(value.year, value.text) for value in draft.targets]
