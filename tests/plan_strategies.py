"""Whole plans for hypothesis: unique ids, parents that are there, passages of the document."""

from datetime import UTC

from hypothesis import strategies as st

from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId, IndicatorId, LinkId, StatementId
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.links import Link, LinkState
from selaras.models.messages import Message
from selaras.models.passages import Passage
from selaras.models.plans import Plan, ReadingWarning
from selaras.models.relations import Relation
from selaras.models.statements import Statement, StatementKind
from selaras.models.values import Value, ValueKind

# Everything that UTF-8 holds; control characters, right-to-left marks and NUL among it.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
some_text = st.none() | texts
years = st.integers(1900, 2100)
numbers = st.floats(allow_nan=False, allow_infinity=False)
boxes = st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=2).map(tuple)
confidences = st.none() | st.floats(0, 1)
hashes = st.text("0123456789abcdef", min_size=64, max_size=64).map(DocumentId)
messages = st.builds(
    Message,
    st.just("reading.scan_page"),
    st.dictionaries(texts, texts, max_size=2).map(lambda d: tuple(sorted(d.items()))),
)


def passages(document):
    return st.builds(Passage, st.just(document), st.integers(1, 5000), boxes, texts, confidences)


def values(parts):
    ordered = st.tuples(numbers, numbers).map(lambda pair: tuple(sorted(pair)))
    ends = ordered | st.tuples(st.none(), numbers) | st.tuples(numbers, st.none()) | st.just((None, None))
    return st.builds(
        lambda ends, **rest: Value(low=ends[0], high=ends[1], **rest),
        ends=ends,
        text=texts,
        kind=st.sampled_from(ValueKind),
        unit=some_text,
        label=some_text,
        year=st.none() | st.integers(0, 3000),
        first_year=st.none() | years,
        footnote=some_text,
        ambiguous=st.booleans(),
        parts=parts,
    )


any_value = values(st.just(())) | values(st.lists(values(st.just(())), max_size=2).map(tuple))
yearly_values = st.builds(YearlyValue, st.none() | years, any_value, st.booleans(), confidences)


def documents(sha256):
    return st.builds(
        PlanningDocument,
        sha256=sha256,
        kind=st.sampled_from(PlanKind),
        level=st.none() | st.sampled_from(PlanLevel),
        region=some_text,
        agency=some_text,
        period=st.none() | st.tuples(years, years).map(lambda pair: Period(*sorted(pair))),
        title=texts,
        pages=st.integers(0, 5000),
        ocr_pages=st.lists(st.integers(1, 99), max_size=3).map(tuple),
        status=st.sampled_from(DocumentStatus),
        supersedes=st.none() | hashes,
        file_name=texts,
    )


def statements(document, ids):
    """One statement for each id, under any of the others, whatever their order, or under none."""
    parents = st.none() | st.sampled_from([*map(StatementId, ids)])
    return st.tuples(
        *(
            st.builds(
                Statement,
                st.just(StatementId(name)),
                st.sampled_from(StatementKind),
                texts,
                passages(document),
                number=some_text,
                parent=parents,
                owner=some_text,
                kind_probability=st.none() | st.floats(0, 1),
            )
            for name in ids
        )
    )


def indicators(document, ids, statement_ids):
    measured = st.none() | st.sampled_from([*map(StatementId, statement_ids)]) if statement_ids else st.none()
    return st.tuples(
        *(
            st.builds(
                Indicator,
                st.just(IndicatorId(name)),
                texts,
                passages(document),
                unit=some_text,
                direction=st.none() | st.sampled_from(Direction),
                statement=measured,
                concept=some_text,
                baseline=st.none() | yearly_values,
                targets=st.lists(yearly_values, max_size=3).map(tuple),
            )
            for name in ids
        )
    )


def ids(prefix):
    return st.lists(st.integers(0, 99), max_size=3, unique=True).map(
        lambda found: [f"{prefix}-{n}" for n in found]
    )


@st.composite
def plans(draw, sha256=hashes):
    document = draw(documents(sha256))
    own = draw(ids("s"))
    return Plan(
        document,
        draw(statements(document.sha256, own)),
        draw(indicators(document.sha256, draw(ids("i")), own)),
        draw(
            st.lists(st.builds(ReadingWarning, messages, st.none() | st.integers(1, 99)), max_size=2).map(
                tuple
            )
        ),
    )


def links(documents):
    """Links between things of the documents with these hashes."""
    ends = st.sampled_from(["s-1", "s-2", "i-1", "i-2"]).map(
        lambda n: IndicatorId(n) if n[0] == "i" else StatementId(n)
    )
    places = st.sampled_from(documents).flatmap(passages)
    return st.builds(
        Link,
        st.integers(0, 9).map(lambda n: LinkId(f"l-{n}")),
        st.sampled_from(Relation),
        ends,
        ends,
        st.floats(0, 1),
        st.lists(messages, max_size=2).map(tuple),
        places,
        places,
        st.sampled_from(LinkState),
        some_text,
        st.none() | st.datetimes(timezones=st.just(UTC)),
    )
