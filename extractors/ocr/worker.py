"""The scanning process: renders pages of the PDF on its standard input and has Tesseract read them.

One JSON object a page goes out: the scan, or why it could not be made. Run by
`selaras.extractors.ocr.reading`, never imported by it: a hostile file stays in a process with limits, which
hold for Tesseract, too.
"""

import hashlib
import json
import os
import signal
import sys
from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING, Any

from selaras.extractors.pdf.process_limits import limit_process

if TYPE_CHECKING:
    from selaras.extractors.ocr.orders import Orders

Record = dict[str, object]
# What rendering and NumPy may take beside Tesseract, in seconds.
SPARE_SECONDS = 30


def main(arguments: list[str]) -> int:
    """Scan pages as the orders in the only argument say."""
    # One thread each: as many pages are read at a time as there are cores, and threads cost address space.
    os.environ |= {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    from selaras.extractors.ocr.orders import Orders  # noqa: PLC0415

    orders = Orders.from_json(arguments[0])
    most_seconds = (orders.page_seconds + SPARE_SECONDS) * len(orders.pages)
    limit_process(memory_mb=orders.memory_mb, cpu_seconds=most_seconds)
    stream = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115  the parent's open file
    for record in _records(stream, orders):
        sys.stdout.write(json.dumps(record, separators=(",", ":")) + "\n")
        sys.stdout.flush()
    return 0


def _records(stream: BufferedReader, orders: "Orders") -> Iterator[Record]:
    from pypdfium2 import PdfDocument  # noqa: PLC0415  loaded under the limits

    document = PdfDocument(stream)
    for number in orders.pages:
        set_alarm(orders.page_seconds * 2 + SPARE_SECONDS)
        yield {"page": number, **_scanned(document, number, orders)}
    set_alarm(0)


def set_alarm(seconds: int) -> None:
    """End this process unless told otherwise in time: even a library that never returns ends by that."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _scanned(document: Any, number: int, orders: "Orders") -> Record:  # noqa: ANN401  pypdfium2 has no types
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    from selaras.extractors.ocr.cache import picture_of  # noqa: PLC0415
    from selaras.extractors.ocr.page_scan import scan_page  # noqa: PLC0415
    from selaras.extractors.ocr.rendering import render  # noqa: PLC0415
    from selaras.extractors.ocr.scan import scan_to_json  # noqa: PLC0415
    from selaras.extractors.ocr.tesseract import TesseractError  # noqa: PLC0415

    try:
        grey, scale = render(document, number, dpi=orders.dpi, most_pixels=orders.most_pixels)
        # The same pixels make other places on a page of another size.
        digest = hashlib.sha256(repr((grey.shape, scale)).encode() + grey.tobytes()).hexdigest()
        known = orders.known.get(picture_of(digest)) if orders.known else None
        scan = known or scan_page(grey, scale, orders.tesseract)
        return {"picture": digest, "scan": scan_to_json(scan)}
    except TesseractError as error:
        return {"error": error.reason}
    except MemoryError:
        return {"error": "memory"}
    except (PdfiumError, ValueError):
        return {"error": "damaged"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
