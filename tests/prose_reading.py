"""Lines of running text read into statements, for tests of the prose reader; all texts are invented."""

from factories import document, lines

from selaras.extractors.prose.statements import read_prose
from selaras.models.documents import PlanKind

RPJMD = document(PlanKind.RPJMD, agency=None)
RENSTRA = document()
VISION, MISSION, OTHER = (
    "Arunika Raya yang Lestari",
    "Menata laut bersama warga",
    "Menguatkan ekonomi pulau kecil",
)


def found(*texts, of=RPJMD):
    """Kind, number and text of each statement in lines under each other."""
    return [(draft.kind, draft.number, draft.text) for draft in read_prose(lines(*texts), of).statements]


def parents(*texts, of=RPJMD):
    """Text of each statement with that of its parent."""
    drafts = read_prose(lines(*texts), of).statements
    names = {draft.key: draft.text for draft in drafts}
    return {draft.text: names.get(draft.parent) if draft.parent else None for draft in drafts}
