"""Text of documents made fit to be shown: what a reader cannot see, or what could deceive him, is marked.

Escaping for HTML is jinja2's work (autoescape); this is about characters that no escaping makes harmless.
"""

import re

REPLACEMENT = "\ufffd"

LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085]")
# Control characters but tab and line end; marks and overrides that turn the direction of writing (a text
# could read as another one than it is); halves of surrogate pairs; code points that are no characters.
UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def shown(text: str) -> str:
    """Put a replacement character in place of each that must not reach a page; line ends become LF."""
    return UNSHOWN.sub(REPLACEMENT, LINE_ENDS.sub("\n", text))


def cut(text: str, most: int) -> str:
    """One line of a text, no longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
