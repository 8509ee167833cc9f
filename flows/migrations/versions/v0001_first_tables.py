"""First tables: documents, their statements, indicators, values and warnings, and links."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("documents", "statements", "indicators", "yearly_values", "warnings", "links")


def upgrade() -> None:
    """Make the tables, those that others point at first."""
    make_documents()
    make_statements()
    make_indicators()
    make_yearly_values()
    make_warnings()
    make_links()


def downgrade() -> None:
    """Drop the tables, those that point at others first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def make_documents() -> None:
    """One row a file."""
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("level", sa.String(16)),
        sa.Column("region", sa.String(64)),
        sa.Column("agency", sa.Text()),
        sa.Column("period_start", sa.Integer()),
        sa.Column("period_end", sa.Integer()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("ocr_pages", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("supersedes", sa.String(64)),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("extractor_version", sa.String(64), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_documents"),
    )
    op.create_index("ix_documents_region", "documents", ["region"])


def make_statements() -> None:
    """One row a statement."""
    op.create_table(
        "statements",
        *place_columns(),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(32)),
        sa.Column("owner", sa.Text()),
        *place_constraints("statements"),
        reference_to_statement("parent", "fk_statements_parent"),
    )
    op.create_index("ix_statements_id", "statements", ["id"])


def make_indicators() -> None:
    """One row an indicator."""
    op.create_table(
        "indicators",
        *place_columns(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text()),
        sa.Column("direction", sa.String(8)),
        sa.Column("statement", sa.String(32)),
        sa.Column("concept", sa.String(32)),
        *place_constraints("indicators"),
        reference_to_statement("statement", "fk_indicators_statement"),
    )
    op.create_index("ix_indicators_id", "indicators", ["id"])
    op.create_index("ix_indicators_concept", "indicators", ["concept"])


def make_yearly_values() -> None:
    """One row a printed value of an indicator."""
    op.create_table(
        "yearly_values",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("indicator", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("low", sa.Float()),
        sa.Column("high", sa.Float()),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("document", "indicator", "place", name="pk_yearly_values"),
        sa.ForeignKeyConstraint(
            ["document", "indicator"],
            ["indicators.document", "indicators.position"],
            name="fk_yearly_values_indicator",
        ),
    )


def make_warnings() -> None:
    """One row a warning of the reading."""
    op.create_table(
        "warnings",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.PrimaryKeyConstraint("document", "position", name="pk_warnings"),
        reference_to_document("document", "fk_warnings_document_documents"),
    )


def make_links() -> None:
    """One row a link."""
    op.create_table(
        "links",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("relation", sa.String(32), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("target", sa.String(32), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        *end_columns("source"),
        *end_columns("target"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("decided_by", sa.Text()),
        sa.Column("decided_at", sa.DateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.CheckConstraint("probability >= 0 AND probability <= 1", name="ck_links_probability"),
        reference_to_document("source_document", "fk_links_source_document_documents"),
        reference_to_document("target_document", "fk_links_target_document_documents"),
    )
    for column in ("relation", "source", "target", "state"):
        op.create_index(f"ix_links_{column}", "links", [column])


def place_columns() -> tuple["sa.Column[Any]", ...]:
    """Where a thing stands in its document, and what is printed there."""
    return (
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
    )


def place_constraints(table: str) -> tuple[sa.Constraint, ...]:
    """A thing is found by its place or by its id."""
    return (
        sa.PrimaryKeyConstraint("document", "position", name=f"pk_{table}"),
        sa.UniqueConstraint("document", "id", name=f"uq_{table}_document"),
        reference_to_document("document", f"fk_{table}_document_documents"),
    )


def end_columns(end: str) -> tuple["sa.Column[Any]", ...]:
    """The passage at one end of a link."""
    return (
        sa.Column(f"{end}_document", sa.String(64), nullable=False),
        sa.Column(f"{end}_page", sa.Integer(), nullable=False),
        sa.Column(f"{end}_boxes", sa.JSON(), nullable=False),
        sa.Column(f"{end}_text", sa.Text(), nullable=False),
    )


def reference_to_document(column: str, name: str) -> sa.ForeignKeyConstraint:
    """A column that names a document."""
    return sa.ForeignKeyConstraint([column], ["documents.sha256"], name=name)


def reference_to_statement(column: str, name: str) -> sa.ForeignKeyConstraint:
    """A column that names a statement of the same document; looked at when the transaction ends."""
    return sa.ForeignKeyConstraint(
        ["document", column],
        ["statements.document", "statements.id"],
        name=name,
        deferrable=True,
        initially="DEFERRED",
    )
