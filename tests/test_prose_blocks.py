"""Lines become blocks; numbers that stand apart. All texts are invented."""

from factories import line

from selaras.extractors.prose.apart_numbers import pair_numbers
from selaras.extractors.prose.blocks import build_blocks


def test_numbers_that_stand_apart_are_put_before_their_text():
    printed = pair_numbers(
        [
            line("•Menata laut bersama", left=200, row=1),
            line("1", left=120, right=130, row=1, size=27),
            line("warga pulau", left=230, row=2, bold=True),
        ]
    )
    assert [made.text for made in printed] == ["1. Menata laut bersama", "warga pulau"]


def test_a_page_number_is_paired_with_nothing():
    printed = [line("12", left=300, row=50), line("Menata laut", left=72, row=49)]
    assert pair_numbers(printed) == tuple(printed)


def test_a_wrapped_line_goes_on_and_a_short_one_ends():
    blocks = build_blocks(
        [
            line("Menata laut yang luas bersama seluruh", row=0, right=300),
            line("Warga Pulau", row=1, right=150),
            line("Laut adalah rumah yang harus dirawat oleh", row=2, right=300),
        ]
    )
    assert blocks[0].full == "Menata laut yang luas bersama seluruh Warga Pulau"


def test_a_text_left_of_the_list_is_no_part_of_its_last_entry():
    blocks = build_blocks(
        [line("2. Menata laut", left=100, row=0), line("Arah kebijakan adalah:", left=72, row=1)]
    )
    assert [block.full for block in blocks] == ["2. Menata laut", "Arah kebijakan adalah:"]
