"""Ways in which a PDF can be broken, each a function of its bytes and a source of chance.

Some break the bytes, whatever they mean; others take the document apart with pypdf and put in what a
hostile writer would: a page tree that never ends, a page as wide as a country, 100,000 lines.
"""

import re
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
)

Mutation = Callable[[bytes, Random], bytes]
PageMutation = Callable[[PdfWriter, PageObject, Random], None]

OBJECTS = 100_000
NESTED = 100_000
BOMB_BYTES = 300 * 1024 * 1024
BOXES = (
    (0, 0, 1e9, 1e9),
    (0, 0, 0, 0),
    (-1e7, -1e7, 1e7, 1e7),
    (1e38, 1e38, -1e38, -1e38),
    (0, 0, 1e-6, 842),
)


def truncated(data: bytes, chance: Random) -> bytes:
    """The first part of the file only."""
    return data[: chance.randrange(len(data))]


def bits_flipped(data: bytes, chance: Random) -> bytes:
    """A few bits of the whole file changed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 10, 100, 1000))):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def run_lost(data: bytes, chance: Random) -> bytes:
    """A run of bytes overwritten, as on a bad disk."""
    start, length = chance.randrange(len(data)), chance.choice((16, 512, 8192))
    return data[:start] + bytes(len(data[start : start + length])) + data[start + length :]


def part_missing(data: bytes, chance: Random) -> bytes:
    """A run of bytes left out: all that follows stands elsewhere than the table of objects says."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 100, 5000)) :]


def wrong_lengths(data: bytes, chance: Random) -> bytes:
    """Streams that claim to be shorter or far longer than they are."""

    def other(found: re.Match[bytes]) -> bytes:
        length = chance.choice((b"0", b"1", b"99999999999", b"-5", found[1]))
        return b"/Length " + length

    return re.sub(rb"/Length (\d+)\b(?! \d)", other, data)


def wrong_references(data: bytes, chance: Random) -> bytes:
    """References that lead to other objects, or to none."""

    def other(found: re.Match[bytes]) -> bytes:
        return found[0] if chance.random() < 0.9 else b"%d 0 R" % chance.randrange(400)

    return re.sub(rb"\b\d+ 0 R\b", other, data)


def wrong_numbers(data: bytes, chance: Random) -> bytes:
    """Some numbers of the file's own tables out of all bounds."""

    def other(found: re.Match[bytes]) -> bytes:
        return found[0] if chance.random() < 0.95 else chance.choice((b"-1", b"0", b"2147483648", b"9" * 30))

    return re.sub(rb"(?<=[ \[])\d+(?=[ \]])", other, data)


def page_tree_loop(data: bytes, _: Random) -> bytes:
    """A page tree that holds itself."""
    writer = PdfWriter(clone_from=BytesIO(data))
    root = writer.root_object["/Pages"].get_object()
    kids = root["/Kids"]
    kids.insert(len(kids) // 2, root.indirect_reference)
    return _written(writer)


def huge_boxes(writer: PdfWriter, page: PageObject, chance: Random) -> None:  # noqa: ARG001
    """A page of impossible size."""
    box = ArrayObject(FloatObject(edge) for edge in chance.choice(BOXES))
    page[NameObject("/MediaBox")] = box
    if chance.random() < 0.5:
        page[NameObject("/CropBox")] = box


def many_lines(writer: PdfWriter, page: PageObject, chance: Random) -> None:
    """100,000 lines and rectangles on one page."""
    places = ((chance.random() * 600, chance.random() * 800) for _ in range(OBJECTS))
    shape = chance.choice((b"re f", b"re S", b"m"))
    tail = b"10 1 re f" if shape != b"m" else b"m 300 400 l S"
    _draw(writer, page, b"\n".join(b"%.1f %.1f %s" % (x, y, tail) for x, y in places))


def many_letters(writer: PdfWriter, page: PageObject, chance: Random) -> None:
    """100,000 texts on one page, over each other."""
    fonts = page.get("/Resources", DictionaryObject()).get_object().get("/Font", DictionaryObject())
    name = next(iter(fonts.get_object()), "/F1").encode()
    places = ((chance.random() * 600, chance.random() * 800) for _ in range(OBJECTS))
    body = b"\n".join(b"1 0 0 1 %.1f %.1f Tm (ab) Tj" % place for place in places)
    _draw(writer, page, b"BT " + name + b" 8 Tf\n" + body + b"\nET")


def no_fonts(writer: PdfWriter, page: PageObject, chance: Random) -> None:  # noqa: ARG001
    """A page whose fonts are gone."""
    page[NameObject("/Resources")] = DictionaryObject()


def broken_fonts(writer: PdfWriter, page: PageObject, chance: Random) -> None:  # noqa: ARG001
    """Fonts without widths, names, encodings or files."""
    fonts = page.get("/Resources", DictionaryObject()).get_object().get("/Font", DictionaryObject())
    for reference in fonts.get_object().values():
        font = reference.get_object()
        for key in [key for key in font if key != "/Type" and chance.random() < 0.5]:
            font[NameObject(key)] = chance.choice((NullObject(), NumberObject(-1), ArrayObject()))


def nested_deeply(writer: PdfWriter, page: PageObject, chance: Random) -> None:
    """States saved and arrays opened 100,000 times and never closed."""
    _draw(writer, page, chance.choice((b"q ", b"[ ", b"<< ", b"BT ", b"/A <</B ")) * NESTED)


def form_loop(writer: PdfWriter, page: PageObject, chance: Random) -> None:  # noqa: ARG001
    """A form that draws itself, twice."""
    form = _stream(b"q /Loop Do Q /Loop Do")
    form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
    form[NameObject("/BBox")] = ArrayObject(NumberObject(edge) for edge in (0, 0, 600, 800))
    reference = writer._add_object(form)  # noqa: SLF001  pypdf has no other way to a new object
    resources = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/Loop"): reference})})
    form[NameObject("/Resources")] = resources
    page[NameObject("/Resources")] = resources
    _draw(writer, page, b"/Loop Do")


def unpacked_bomb(writer: PdfWriter, page: PageObject, chance: Random) -> None:  # noqa: ARG001
    """A small stream that unpacks to 300 MiB of blanks."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(BOMB_BYTES // (1024 * 1024)))
    bomb = StreamObject()
    bomb._data = packed + packer.flush()  # noqa: SLF001  packed here, so that pypdf never holds it unpacked
    bomb[NameObject("/Filter")] = NameObject("/FlateDecode")
    page[NameObject("/Contents")] = writer._add_object(bomb)  # noqa: SLF001


def _on_a_page(change: PageMutation) -> Mutation:
    def mutate(data: bytes, chance: Random) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
        change(writer, chance.choice(list(writer.pages)), chance)
        return _written(writer)

    return mutate


def _draw(writer: PdfWriter, page: PageObject, content: bytes) -> None:
    old = page.get("/Contents", ArrayObject()).get_object()
    before = list(old) if isinstance(old, ArrayObject) else [page.raw_get("/Contents")]
    added = writer._add_object(_stream(content))  # noqa: SLF001
    page[NameObject("/Contents")] = ArrayObject([*before, added])


def _stream(content: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    return stream


def _written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


MUTATIONS: Mapping[str, Mutation] = {
    change.__name__: change
    for change in (
        truncated,
        bits_flipped,
        run_lost,
        part_missing,
        wrong_lengths,
        wrong_references,
        wrong_numbers,
        page_tree_loop,
    )
} | {
    change.__name__: _on_a_page(change)
    for change in (
        huge_boxes,
        many_lines,
        many_letters,
        no_fonts,
        broken_fonts,
        nested_deeply,
        form_loop,
        unpacked_bomb,
    )
}
