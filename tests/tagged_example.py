"""A tagged document of invented text in which groups overlap, guesses stand beside facts, and one page is empty."""

import io
from datetime import date

from chain_example import HOSTILE

from selaras.models.messages import message
from selaras.models.plans import ReadingWarning
from selaras.models.resolution import Resolution
from selaras.models.tags import Tag, TagFacts, TaggedPage
from selaras.models.value_kinds import Value, ValueKind
from selaras.outputs.labels import Labels
from selaras.outputs.tagged.document import TaggedDocument
from selaras.outputs.tagged.html_page import html_parts
from selaras.outputs.tagged.words import TagWords

TEXT = """Sasaran 1: Meningkatnya kerukunan warga Kota Semarang Tahun 2025-2029
Persentase penduduk miskin 4,5 persen sesuai UU Nomor 59 Tahun 2024
tentang RPJPN; IKN disusun Badan Kesbangpol."""
OUTCOME = "Meningkatnya kerukunan warga Kota Semarang Tahun 2025-2029"
MEASURE = "Persentase penduduk miskin"
FOUND = Resolution("IUP8", 0.97, message("resolve.exact_label", label=MEASURE, score="100%"))
OPEN = Resolution(
    None,
    0.5,
    message("resolve.unknown"),
    (("IUP8", 0.5), ("IUP_X", 0.4)),
)


def tag(group, label, words, *, text=TEXT, boxes=(), **facts):
    start = text.index(words)
    return Tag(group, label, words, start, start + len(words), boxes, TagFacts(**facts))


TAGS = (
    tag("sentences", "SENTENCE", TEXT.partition("\n")[0]),
    tag("labels", "LABEL", "Sasaran 1:", number="1"),
    tag("kinds", "OBJECTIVE", OUTCOME, probability=0.87, boxes=((72.0, 100.0, 300.0, 110.0),)),
    tag("wording", "OUTCOME", OUTCOME),
    tag("regions", "33.74", "Kota Semarang", region="33.74"),
    tag("periods", "PERIOD", "2025-2029"),
    tag("kinds", "INDICATOR", MEASURE, probability=0.999),
    tag("indicators", "INDICATOR", MEASURE, concept="IUP8", resolution=FOUND),
    tag(
        "quantities",
        "PERCENT",
        "4,5 persen",
        value=Value("4,5 persen", ValueKind.NUMBER, 4.5, 4.5),
        unit="persen",
    ),
    tag("regulations", "REGULATION", "UU Nomor 59 Tahun 2024", number="59", year=2024),
    tag("made_up", "X", "2024\ntentang RPJPN"),
    tag("plan_kinds", "RPJPN", "RPJPN"),
    tag("indicators", "INDICATOR", "IKN", resolution=OPEN),
    tag("regions", "33", "Semarang Tahun", region="33", weak=True),
    tag("agencies", "Badan Kesbangpol", "Badan Kesbangpol"),
    tag("sentences", "SENTENCE", TEXT.partition("\n")[2]),
)
WARNED = ReadingWarning(message("reading.scan_page", page=2), 2)
WHOLE = ReadingWarning(message("identity.no_plan"))


def tagged(*pages, file_name="uji.txt", warnings=(WHOLE,)):
    """A document of these pages, or of the example and an empty page."""
    given = pages or (
        TaggedPage(1, TEXT, tuple(sorted(TAGS, key=lambda t: t.start))),
        TaggedPage(2, "", (), (WARNED,)),
    )
    return TaggedDocument(file_name, None, warnings, iter(given))


def hostile_tags():
    """A document whose text, names and labels try to be markup."""
    tags = (Tag(HOSTILE, HOSTILE, HOSTILE, 0, len(HOSTILE), (), TagFacts(unit=HOSTILE, number=HOSTILE)),)
    return tagged(TaggedPage(1, HOSTILE, tags), file_name=HOSTILE)


def html(document=None, *, language="id"):
    stream = io.StringIO()
    words = TagWords(Labels(language))
    stream.writelines(html_parts(document or tagged(), words, date(2026, 11, 24)))
    return stream.getvalue()
