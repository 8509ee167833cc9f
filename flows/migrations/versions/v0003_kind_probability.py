"""How likely the kind of a statement is where only its wording tells it; none for what plans label."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("statements", sa.Column("kind_probability", sa.Float()))


def downgrade() -> None:
    """Forget which kinds were guessed."""
    op.drop_column("statements", "kind_probability")
