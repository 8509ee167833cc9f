"""Pages made from the packaged templates: everything is escaped, and what cannot be shown is marked.

A template finds `labels` and `t(code, ...)` for a text of the catalogues; nothing in it asks for the network.
"""

from functools import cache
from typing import BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from selaras.outputs.labels import Labels
from selaras.outputs.shown_text import shown

TEMPLATES = "templates"


@cache
def environment() -> Environment:
    """The jinja environment: autoescape for every template, an unknown name is an error."""
    return Environment(
        loader=PackageLoader("selaras.outputs", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=showable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def showable(value: object) -> object:
    """What a template puts out: text is cleaned, markup of our own templates stays, None is nothing."""
    if value is None:
        return ""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def render_template(name: str, labels: Labels, **content: object) -> str:
    """Fill in a template."""
    return environment().get_template(name).render(labels=labels, t=labels.text, **content)


def write_template(stream: BinaryIO, name: str, labels: Labels, **content: object) -> None:
    """Fill in a template and write it as UTF-8."""
    stream.write(render_template(name, labels, **content).encode())
