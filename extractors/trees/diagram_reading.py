"""A diagram becomes statements and indicators: labels in boxes or titles over layers tell what they are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from selaras.extractors.drafts import Findings, IndicatorDraft, Place, StatementDraft, StatementKey
from selaras.extractors.pages.page import Diagram, Node
from selaras.extractors.prose.owners import find_owner
from selaras.extractors.rows.context import RANK
from selaras.extractors.trees.box_drafts import build_indicator, build_statement, unplaced_warnings
from selaras.extractors.trees.entries import Entry, Part, read_entries
from selaras.extractors.trees.layer_titles import Layer, Title, title_of, titles_over
from selaras.models.documents import PlanningDocument


@dataclass(frozen=True, slots=True)
class Tree:
    """A diagram with what each of its boxes says."""

    diagram: Diagram
    titles: tuple[Title, ...]
    document: PlanningDocument
    entries: tuple[tuple[Entry, ...], ...]

    def above(self, place: int) -> Iterator[int]:
        """The places of the boxes that lead to a box, the nearest first."""
        seen = {place}
        parent = self.diagram.nodes[place].parent
        while parent is not None and parent not in seen:
            seen.add(parent)
            yield parent
            parent = self.diagram.nodes[parent].parent

    def only_statement(self, place: int) -> StatementKey | None:
        """The statement of a box that holds just one."""
        found = self.statements(place)
        return found[0].key if len(found) == 1 else None

    def statements(self, place: int) -> list[StatementDraft]:
        """The statements of one box, without their parents."""
        node = self.diagram.nodes[place]
        where, owner = Place(self.diagram.page, (node.box,)), self._owner(node)
        drafts = (build_statement(entry, where, owner=owner) for entry in self.entries[place])
        return [draft for draft in drafts if draft]

    def with_parents(self, place: int) -> list[StatementDraft]:
        """The statements of one box under the nearest that leads to it, if that is more general."""
        keys = (self.only_statement(above) for above in self.above(place))
        parent = next((key for key in keys if key), None)
        return [
            replace(draft, parent=parent) if parent and RANK[parent.kind] < RANK[draft.kind] else draft
            for draft in self.statements(place)
        ]

    def indicators(self, place: int) -> list[IndicatorDraft]:
        """The indicators of one box: of the statement in it, else of the box that leads to it."""
        node = self.diagram.nodes[place]
        measured = self.only_statement(place)
        if measured is None and node.parent is not None:
            measured = self.only_statement(node.parent)
        where = Place(self.diagram.page, (node.box,))
        drafts = (
            build_indicator(entry, where, self.document, statement=measured) for entry in self.entries[place]
        )
        return [draft for draft in drafts if draft]

    def names_kinds(self) -> bool:
        """Whether a label or a title says what boxes are; "Program ..." alone may be a course of work."""
        labelled = any(entry.labelled and entry.text for told in self.entries for entry in told)
        return labelled or any(title.layer in (Layer.STATEMENT, Layer.MEASURE) for title in self.titles)

    def _owner(self, node: Node) -> str | None:
        own = title_of(node, self.titles)
        titles = (*((own,) if own else ()), *titles_over(node.box, self.titles))
        return next((owner for title in titles if (owner := find_owner(title.text, self.document))), None)


def read_diagram(
    diagram: Diagram, titles: Sequence[Title], document: PlanningDocument, *, known: Collection[str] = ()
) -> Findings:
    """Read the boxes of one diagram; `titles` are those of its page, or of the page that it goes on from.

    Where no box and no title names a kind it is no tree of a plan: an organisation, a course of work.
    """
    entries = tuple(read_box(node, titles, known=known) for node in diagram.nodes)
    tree = Tree(diagram, tuple(titles), document, entries)
    places = range(len(diagram.nodes))
    if not tree.names_kinds():
        return Findings()
    statements = tuple(draft for place in places for draft in tree.with_parents(place))
    indicators = tuple(draft for place in places for draft in tree.indicators(place))
    warnings = unplaced_warnings((entry for told in entries for entry in told), diagram.page)
    return Findings(statements, indicators, tuple(warnings) if statements or indicators else ())


def read_box(node: Node, titles: Sequence[Title], *, known: Collection[str] = ()) -> tuple[Entry, ...]:
    """What a box says; the title of its layer tells what it is where its own text does not."""
    own = next((title for title in titles if title.box == node.box), None)
    title = title_of(node, titles)
    if own and (own.layer or (title is None and any(other.layer for other in titles))):
        return ()
    told = read_entries(node.text, known=known)
    return tuple(entry for one in told if (entry := _told_by(title, one))) if title else told


def _told_by(title: Title, entry: Entry) -> Entry | None:
    """An entry as its layer tells it; None for amounts. What its own label says counts more."""
    if entry.labelled or entry.part is Part.HOLDER:
        return entry
    if title.layer is Layer.AMOUNT:
        return None if entry.part in (Part.TEXT, Part.VALUE) else entry
    if title.layer is Layer.OTHER:
        return replace(entry, part=Part.TEXT)
    if entry.part is Part.TEXT and title.layer is Layer.STATEMENT:
        return replace(entry, part=Part.STATEMENT, kind=title.kind)
    if entry.part is Part.TEXT and title.layer is Layer.MEASURE:
        return replace(entry, part=Part.MEASURE)
    return entry
