"""A title that comes back on most pages belongs to the paper, wherever it stands. All texts are invented."""

from page_factory import page

from selaras.extractors.layout.lines import body_lines

TITLE, MOTTO = "Laut Lestari untuk Semua Warga", "LAUT LESTARI untuk semua warga"


def test_a_title_on_half_of_all_pages_is_dropped_wherever_it_stands():
    pages = [
        page((f"isi {chr(97 + place)}", 200.0), (TITLE, 300.0 + 20.0 * place), number=place + 1)
        for place in range(9)
    ]
    printed = [line.text for line in body_lines([*pages, page((MOTTO, 400.0), number=10)])]
    assert TITLE not in printed
    assert MOTTO in printed  # set otherwise it is no running title


def test_a_line_on_a_few_pages_stays():
    pages = [page((f"isi {chr(97 + place)}", 200.0), number=place + 1) for place in range(9)]
    titled = [page((TITLE, 300.0 + 20.0 * place), number=10 + place) for place in range(3)]
    assert [line.text for line in body_lines([*pages, *titled])].count(TITLE) == 3
