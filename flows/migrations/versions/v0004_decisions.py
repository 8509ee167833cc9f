"""The log of decisions, and which of them the state of a link comes from."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the log; until now nobody could decide, so that it begins empty."""
    op.create_table(
        "decisions",
        sa.Column("revision", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        sa.Column("proposal", sa.JSON(), nullable=False),
        sa.Column("gap", sa.JSON(), nullable=False),
        sa.Column("other", sa.String(32)),
        sa.PrimaryKeyConstraint("revision", name="pk_decisions"),
    )
    op.create_index("ix_decisions_subject", "decisions", ["subject"])
    op.add_column("links", sa.Column("revision", sa.Integer()))
    op.add_column("links", sa.Column("proposed", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Forget what people decided."""
    op.drop_column("links", "proposed")
    op.drop_column("links", "revision")
    op.drop_index("ix_decisions_subject", "decisions")
    op.drop_table("decisions")
