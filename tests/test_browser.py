"""The report and the overview in a real browser: nothing scrolls sideways on a telephone, nothing is fetched."""

import shutil

import pytest
from chain_example import HOSTILE, chain, draft_check
from tagged_example import hostile_tags
from tagged_example import html as tagged_page
from test_overview import written as overview_page
from test_report import written as report_page

pytestmark = pytest.mark.slow
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: report_page(draft_check()), id="report"),
        pytest.param(lambda: report_page(draft_check(HOSTILE)), id="report-of-a-hostile-draft"),
        pytest.param(lambda: report_page(draft_check("kesinambungan" * 30)), id="report-with-a-long-word"),
        pytest.param(lambda: overview_page(chain()), id="overview"),
        pytest.param(tagged_page, id="tags"),
        pytest.param(lambda: tagged_page(hostile_tags()), id="tags-of-a-hostile-text"),
    ],
)
def test_page_fits_a_telephone_and_fetches_nothing(browser, make, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(make(), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert asked == [file.as_uri()]
    assert said == []
