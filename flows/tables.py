"""The tables of the store.

What a plan holds is keyed by its document and its place in reading order, so that two versions of one plan,
that share the ids of statements, stand side by side. A link joins ids, not rows: it outlives a new reading.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# The newest revision of `migrations/versions`; a test holds the two together.
SCHEMA_VERSION = "0004"

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its time zone; kept as UTC, which databases without time zones lose otherwise."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn to UTC; a moment without a time zone is refused."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its time zone back."""
        del dialect
        return value.replace(tzinfo=UTC) if value is not None else None


class Base(DeclarativeBase):
    """All tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {Any: JSON, datetime: UtcDateTime}  # noqa: RUF012  read by SQLAlchemy, never changed


class DocumentRow(Base):
    """One file that was read, by the hash of its content."""

    __tablename__ = "documents"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    level: Mapped[str | None] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(64), index=True)
    agency: Mapped[str | None] = mapped_column(Text)
    period_start: Mapped[int | None]
    period_end: Mapped[int | None]
    title: Mapped[str] = mapped_column(Text)
    pages: Mapped[int]
    ocr_pages: Mapped[Any]
    status: Mapped[str] = mapped_column(String(16))
    supersedes: Mapped[str | None] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(Text)
    extractor_version: Mapped[str] = mapped_column(String(64))
    read_at: Mapped[datetime]


class StatementRow(Base):
    """A statement of a document; its parent stands in the same document."""

    __tablename__ = "statements"
    __table_args__ = (
        UniqueConstraint("document", "id"),
        ForeignKeyConstraint(
            ["document", "parent"],
            ["statements.document", "statements.id"],
            name="fk_statements_parent",
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    document: Mapped[str] = mapped_column(ForeignKey("documents.sha256"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    number: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    parent: Mapped[str | None] = mapped_column(String(32))
    owner: Mapped[str | None] = mapped_column(Text)
    kind_probability: Mapped[float | None]
    page: Mapped[int]
    boxes: Mapped[Any]
    printed: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float | None]


class IndicatorRow(Base):
    """An indicator of a document; the statement that it measures stands in the same document."""

    __tablename__ = "indicators"
    __table_args__ = (
        UniqueConstraint("document", "id"),
        ForeignKeyConstraint(
            ["document", "statement"],
            ["statements.document", "statements.id"],
            name="fk_indicators_statement",
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    document: Mapped[str] = mapped_column(ForeignKey("documents.sha256"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), index=True)
    name: Mapped[str] = mapped_column(Text)
    unit: Mapped[str | None] = mapped_column(Text)
    direction: Mapped[str | None] = mapped_column(String(8))
    statement: Mapped[str | None] = mapped_column(String(32))
    concept: Mapped[str | None] = mapped_column(String(32), index=True)
    page: Mapped[int]
    boxes: Mapped[Any]
    printed: Mapped[str] = mapped_column(Text)
    confidence: Mapped[float | None]


class YearlyValueRow(Base):
    """A printed value of an indicator: place 0 is the baseline, the targets follow from 1."""

    __tablename__ = "yearly_values"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document", "indicator"],
            ["indicators.document", "indicators.position"],
            name="fk_yearly_values_indicator",
        ),
    )

    document: Mapped[str] = mapped_column(String(64), primary_key=True)
    indicator: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int | None]
    final: Mapped[bool]
    text: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    low: Mapped[float | None]
    high: Mapped[float | None]
    details: Mapped[Any]
    confidence: Mapped[float | None]


class WarningRow(Base):
    """Something that the reading of a document was not sure of."""

    __tablename__ = "warnings"

    document: Mapped[str] = mapped_column(ForeignKey("documents.sha256"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(64))
    params: Mapped[Any]
    page: Mapped[int | None]


class LinkRow(Base):
    """A link between things of two documents, and what people said of it."""

    __tablename__ = "links"
    __table_args__ = (CheckConstraint("probability >= 0 AND probability <= 1", name="probability"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    relation: Mapped[str] = mapped_column(String(32), index=True)
    source: Mapped[str] = mapped_column(String(32), index=True)
    target: Mapped[str] = mapped_column(String(32), index=True)
    probability: Mapped[float]
    reasons: Mapped[Any]
    source_document: Mapped[str] = mapped_column(ForeignKey("documents.sha256"))
    source_page: Mapped[int]
    source_boxes: Mapped[Any]
    source_text: Mapped[str] = mapped_column(Text)
    source_confidence: Mapped[float | None]
    target_document: Mapped[str] = mapped_column(ForeignKey("documents.sha256"))
    target_page: Mapped[int]
    target_boxes: Mapped[Any]
    target_text: Mapped[str] = mapped_column(Text)
    target_confidence: Mapped[float | None]
    state: Mapped[str] = mapped_column(String(16), index=True)
    decided_by: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None]
    # The place in the log of the decision that the state comes from; none where nobody has decided.
    revision: Mapped[int | None]
    # Whether the program proposes it now; what only a person has linked goes when that is withdrawn.
    proposed: Mapped[bool] = mapped_column(default=True)


class DecisionRow(Base):
    """An entry of the log of decisions; entries are added, never changed nor taken out."""

    __tablename__ = "decisions"

    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    subject: Mapped[str] = mapped_column(String(32), index=True)
    action: Mapped[str] = mapped_column(String(16))
    author: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
    based_on: Mapped[int]
    source: Mapped[Any]
    target: Mapped[Any]
    proposal: Mapped[Any]
    gap: Mapped[Any]
    other: Mapped[str | None] = mapped_column(String(32))
