"""Take the README's pictures of the demo: `python docs/make_pictures.py selaras-demo` after `make demo`.

Needs Chromium at /usr/bin/chromium (or the path in CHROMIUM). Pages are opened from the file system.
"""

import argparse
import os
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 1240, 1500


def take(browser: Browser, page_file: Path, selector: str, picture: str) -> None:
    """Photograph a page from the top of an element on."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(page_file.resolve().as_uri())
    top = page.locator(selector).first.bounding_box()
    clip = {"x": 0, "y": (top or {"y": 0})["y"], "width": WIDTH, "height": HEIGHT}
    page.screenshot(path=PICTURES / picture, full_page=True, clip=clip)
    page.close()


def main() -> None:
    """Photograph the chain and one report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("demo", type=Path, help="the folder that `make demo` wrote")
    demo = parser.parse_args().demo
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        take(browser, demo / "index.html", "svg", "graph.png")
        take(browser, demo / "visi-misi_calon-1-check.html", "h1", "check.png")


if __name__ == "__main__":
    main()
