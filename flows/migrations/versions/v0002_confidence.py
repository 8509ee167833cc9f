"""How sure OCR is of passages and values; none for what comes from a text layer, as all did before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = (
    ("statements", "confidence"),
    ("indicators", "confidence"),
    ("yearly_values", "confidence"),
    ("links", "source_confidence"),
    ("links", "target_confidence"),
)


def upgrade() -> None:
    """Add a column for the confidence of each passage and value."""
    for table, column in COLUMNS:
        op.add_column(table, sa.Column(column, sa.Float()))


def downgrade() -> None:
    """Forget how sure OCR was."""
    for table, column in COLUMNS:
        op.drop_column(table, column)
