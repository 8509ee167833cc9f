"""From a block of a document to what stands on its pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.units import cm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
)

from selaras.samples.content import Block, Content
from selaras.samples.drawings import Contents, Framed, NumbersApart
from selaras.samples.grid import Grid
from selaras.samples.styles import Look, paragraph
from selaras.samples.tables import table_sheet, text_sheet


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block is set with: its document, its look, and the pages of the headings as far as known."""

    content: Content
    look: Look
    pages: Mapping[str, int]


HEADINGS = ("chapter", "section", "branch")


def flowables(setting: Setting) -> list[Flowable]:
    """Set all blocks of a document; KeyError where one names a type or statement that does not exist."""
    return [
        flowable for block in setting.content.blocks for flowable in BLOCKS[block["type"]](setting, block)
    ]


def _cover(setting: Setting, block: Block) -> list[Flowable]:
    title, subtitle = setting.look.style("title"), setting.look.style("subtitle")
    return [
        Spacer(1, block.get("drop", 5) * cm),
        *(paragraph(line, title) for line in block["title"]),
        HRFlowable(width="100%", thickness=2, color=setting.look.accent, spaceBefore=20, spaceAfter=30),
        *(paragraph(line, subtitle) for line in block["subtitle"]),
        *_page(setting, {"template": block.get("next", "portrait")}),
    ]


def _contents(setting: Setting, block: Block) -> list[Flowable]:
    rows = [(text, setting.pages.get(text, 0), text.startswith("BAB")) for text in headings(setting.content)]
    title = paragraph(block["title"], setting.look.style("chapter"))
    return [title, Contents(rows, setting.look), *_page(setting, {"template": block.get("next", "portrait")})]


def headings(content: Content) -> list[str]:
    """List the headings of chapters and sections, as they stand in the table of contents."""
    return [_heading(block) for block in content.blocks if block["type"] in HEADINGS]


def _heading(block: Block) -> str:
    return f"{block.get('number', '')}  {block['title']}".strip()


def _chapter(setting: Setting, block: Block) -> list[Flowable]:
    style, mark = setting.look.style("chapter", spaceAfter=0), ("heading", _heading(block))
    number = [paragraph(block["number"], style)] if "number" in block else []
    start = _page(setting, {"template": block["page"]}) if "page" in block else [Spacer(1, 12)]
    return [*start, *number, paragraph(block["title"], setting.look.style("chapter"), mark)]


def _section(setting: Setting, block: Block) -> list[Flowable]:
    mark = ("heading", _heading(block))
    return [
        CondPageBreak(3 * cm),
        paragraph(_heading(block), setting.look.style(block.get("style", "section")), mark),
    ]


def _text(setting: Setting, block: Block) -> list[Flowable]:
    style = setting.look.style(block.get("style", "body"))
    return [paragraph(text, style) for text in block["text"]]


def _quote(setting: Setting, block: Block) -> list[Flowable]:
    """Show one statement (a visi) apart from the text, in quotes and, where asked for, in a frame."""
    item = setting.content.item(block["key"])
    marks = block.get("marks", ["“", "”"])
    style = setting.look.style("quote")
    shown = paragraph(f"{marks[0]}{item.text}{marks[1]}", style, ("statement", item.key))
    return [Spacer(1, 6), Framed(shown) if block.get("framed") else shown, Spacer(1, 10)]


def _items(setting: Setting, block: Block) -> list[Flowable]:
    """List statements, each with a label before it and, where asked for, an explanation after it."""
    return [flowable for key in _keys(setting.content, block) for flowable in _item(setting, block, key)]


def _keys(content: Content, block: Block) -> Sequence[str]:
    """Name the statements of a list: by their keys, or all of a kind under one parent."""
    if "keys" in block:
        return [str(key) for key in block["keys"]]
    return [item.key for item in content.children(block["parent"], block["kind"])]


def _item(setting: Setting, block: Block, key: str) -> list[Flowable]:
    item = setting.content.item(key)
    label = block.get("label", "{number}.").format(number=item.number)
    gap = block.get("gap", "\N{NO-BREAK SPACE}")
    style = setting.look.style(block.get("style", "item"), **block.get("changes", {}))
    text = f"{label}{gap}{item.text}{block.get('stop', '')}"
    shown = paragraph(text, style, ("statement", key))
    explained = block.get("explain", {}).get(key)
    return [shown, *([paragraph(explained, setting.look.style("explain"))] if explained else [])]


def _bullets(setting: Setting, block: Block) -> list[Flowable]:
    style = setting.look.style("item")
    return [Paragraph(escape(text), style, bulletText=block.get("sign", "•")) for text in block["text"]]


def _branch(setting: Setting, block: Block) -> list[Flowable]:
    """List what stands under one statement; the lists are (kind, words before it, end of each item)."""
    shown = _section(setting, block)
    for kind, lead, stop in block["lists"]:
        shown += _text(setting, {"text": [lead], "style": "flush"})
        shown += _items(setting, {"parent": block["parent"], "kind": kind, "stop": stop})
    return shown


def _table(setting: Setting, block: Block) -> list[Flowable]:
    return [
        *_captions(setting, block),
        Grid(table_sheet(setting.content, block, setting.look)),
        *_after(setting, block),
    ]


def _grid(setting: Setting, block: Block) -> list[Flowable]:
    return [*_captions(setting, block), Grid(text_sheet(block, setting.look)), *_after(setting, block)]


def _captions(setting: Setting, block: Block) -> list[Flowable]:
    style = setting.look.style("caption")
    lines = [paragraph(text, style) for text in block.get("title", [])]
    return [CondPageBreak(5 * cm), *lines, Spacer(1, 4)]


def _after(setting: Setting, block: Block) -> list[Flowable]:
    note = [paragraph(block["note"], setting.look.style("note"))] if "note" in block else []
    return [*note, Spacer(1, 8)]


def _apart(setting: Setting, block: Block) -> list[Flowable]:
    items = [setting.content.item(key) for key in block["keys"]]
    return [NumbersApart(items, setting.look), Spacer(1, 10)]


def _page(_: Setting, block: Block) -> list[Flowable]:
    return [NextPageTemplate(block["template"]), PageBreak()]


def _space(_: Setting, block: Block) -> list[Flowable]:
    return [Spacer(1, block["points"])]


def _rule(_: Setting, block: Block) -> list[Flowable]:
    return [HRFlowable(width="100%", thickness=block.get("thickness", 1), color="black", spaceAfter=8)]


BLOCKS: dict[str, Callable[[Setting, Block], list[Flowable]]] = {
    "cover": _cover,
    "contents": _contents,
    "chapter": _chapter,
    "section": _section,
    "text": _text,
    "quote": _quote,
    "items": _items,
    "bullets": _bullets,
    "branch": _branch,
    "table": _table,
    "grid": _grid,
    "apart": _apart,
    "page": _page,
    "space": _space,
    "rule": _rule,
}
