"""Files broken on purpose, in each way that the benchmark knows, cost no more than themselves."""

from random import Random

import pytest
from mutations import MUTATIONS
from pdf_factory import pdf, prose, table, together

from selaras.extractors.pages.limits import Limits
from selaras.extractors.pdf.sandbox import read_pages
from selaras.models.errors import LimitExceededError, UnreadableDocumentError

ROWS = [["Sasaran", "Indikator", "2026"], ["Laut bersih", "Indeks kualitas air laut", "80,5"]]
PLAN = pdf(
    together(prose("Tabel 1 Sasaran dan indikator"), table(ROWS, [120.0, 160.0, 60.0])),
    prose("Misi 1: Menjaga laut", "Misi 2: Menata kota"),
)
LIMITS = Limits(seconds=60, cpu_seconds=50)


@pytest.mark.slow
@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_broken_file_is_read_or_fails_by_name(tmp_path, kind):
    path = tmp_path / "rencana.pdf"
    path.write_bytes(MUTATIONS[kind](PLAN, Random(kind)))
    try:
        pages = read_pages(path, limits=LIMITS).pages
    except (LimitExceededError, UnreadableDocumentError) as error:
        assert dict(error.message.params)["file"] == str(path)  # noqa: PT017  either ending is right
    else:
        assert [page.number for page in pages] == list(range(1, len(pages) + 1))


@pytest.mark.slow
@pytest.mark.parametrize("kind", MUTATIONS)
def test_a_mutation_changes_the_file_and_is_the_same_for_one_seed(kind):
    made = [[MUTATIONS[kind](PLAN, Random(seed)) for seed in (1, 2, 3)] for _ in range(2)]
    assert made[0] == made[1]
    assert any(data != PLAN for data in made[0])
