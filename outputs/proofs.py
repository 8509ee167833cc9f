"""What proves a text, as plain data: its page, or the law in place of one."""

from selaras.models.framework_plans import law_of
from selaras.models.passages import Passage
from selaras.outputs.plain_json import JsonObject


def proof_to_json(passage: Passage) -> JsonObject:
    """`{"page": 12}`, or `{"law": "UU 59/2024"}` for the packaged national framework, which has no pages."""
    law = law_of(passage.document)
    return {"law": law} if law else {"page": passage.page}
