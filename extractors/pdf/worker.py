"""The reading process, the only place where a PDF is parsed: standard input in, one JSON object a line out.

The first line says how many pages there are, or why the file cannot be read; one line a page follows. Run by
`selaras.extractors.pdf.sandbox`, never imported by it: a hostile file stays in a process with limits.
"""

import gc
import json
import sys
from collections.abc import Iterator
from io import BufferedReader

from selaras.extractors.pdf.process_limits import limit_process

Record = dict[str, object]

_OBJECTS_OF_SOME_PAGES = 100_000


def main(arguments: list[str]) -> int:
    """Read the PDF on standard input; arguments are memory in mebibytes, processor seconds and most pages."""
    memory_mb, cpu_seconds, most_pages = (int(argument) for argument in arguments)
    limit_process(memory_mb=memory_mb, cpu_seconds=cpu_seconds)
    # A page is thousands of objects, and all go when it is closed: looking for lost ones finds none.
    gc.set_threshold(_OBJECTS_OF_SOME_PAGES)
    stream = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115  the parent's open file
    try:
        for record in _records(stream, most_pages):
            _write(record)
    except MemoryError:
        _write({"error": "memory"})
    return 0


def _write(record: Record) -> None:
    sys.stdout.write(json.dumps(record, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _records(stream: BufferedReader, most_pages: int) -> Iterator[Record]:
    # Imported here, so that the libraries are loaded under the limits, too.
    from selaras.extractors.pdf.file_pages import PdfError, open_pages  # noqa: PLC0415

    try:
        count, pages = open_pages(stream)
    except PdfError as error:
        yield {"error": error.reason}
        return
    yield {"pages": count}
    if count <= most_pages:
        yield from pages


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
