"""Where state lives and how much may be spent: everything that the environment may set.

| variable                   | meaning                                                   |
|----------------------------|-----------------------------------------------------------|
| SELARAS_HOME               | folder of the state; default: the user's data folder      |
| SELARAS_AUTHOR             | name of the person who decides in `selaras review`        |
| SELARAS_LANG               | language of messages, `id` (default) or `en`              |
| SELARAS_DATABASE_URL       | SQLAlchemy URL of the store; default: SQLite in the home  |
| SELARAS_REGIONS            | CSV of regions beside the packaged ones                   |
| SELARAS_PIPELINE           | folder of a spaCy pipeline to use instead of the packaged one |
| SELARAS_ENCODER            | folder of a sentence-transformers model with its ONNX form; none by default |
| SELARAS_CATALOGUE          | CSV or Excel file of concepts beside the packaged ones    |
| SELARAS_MAX_PAGES          | most pages of a document                                  |
| SELARAS_TIMEOUT_SECONDS    | most seconds that reading a document may take             |
| SELARAS_MEMORY_MB          | most memory of the reading process, in mebibytes          |
| SELARAS_GUESS              | `on` (default) or `off`: whether wording tells what no label does |
| SELARAS_OCR                | `on` (default) or `off`: whether pictures of pages are read |
| SELARAS_OCR_LANGUAGES      | Tesseract's models, `ind` (default) or joined: `ind+eng`  |
| SELARAS_OCR_DPI            | fineness of the pictures, 300 by default                  |
| SELARAS_OCR_CACHE          | folder of the pages read before; default: the user's cache |
| SELARAS_OCR_WORKERS        | how many pages are read at a time, 2 by default           |
| SELARAS_OCR_TIMEOUT_SECONDS | most seconds that Tesseract may take for a page          |
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from selaras.extractors.ocr.settings import OcrSettings
from selaras.extractors.pages.limits import Limits
from selaras.models.errors import InputError
from selaras.models.messages import DEFAULT_LANGUAGE, LANGUAGES, Language, message

APPLICATION = "selaras"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; `database_url` is None for the SQLite file in the home."""

    home: Path
    language: Language = DEFAULT_LANGUAGE
    database_url: str | None = None
    regions: Path | None = None
    pipeline: Path | None = None
    catalogue: Path | None = None
    encoder: Path | None = None
    limits: Limits = field(default_factory=Limits)
    ocr: OcrSettings = field(default_factory=OcrSettings)
    guess: bool = True
    author: str | None = None

    @property
    def database(self) -> Path:
        """The SQLite file that holds the store where no other database is named."""
        return self.home / "selaras.db"

    @property
    def own_weights(self) -> Path:
        """The file of weights that were learned from decisions."""
        return self.home / "link_weights.toml"

    @property
    def quarantine(self) -> Path:
        """The folder of files that could not be read."""
        return self.home / "quarantine"

    @property
    def prefect_home(self) -> Path:
        """The folder of Prefect's own database and of cached results."""
        return self.home / "prefect"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Make settings from environment variables. Raises InputError that names the variable."""
    home = environ.get("SELARAS_HOME")
    regions, pipeline = environ.get("SELARAS_REGIONS"), environ.get("SELARAS_PIPELINE")
    catalogue, encoder = environ.get("SELARAS_CATALOGUE"), environ.get("SELARAS_ENCODER")
    return Settings(
        home=absolute(home) if home else user_data_path(APPLICATION, appauthor=False),
        language=parse_language(environ.get("SELARAS_LANG") or DEFAULT_LANGUAGE, "SELARAS_LANG"),
        database_url=environ.get("SELARAS_DATABASE_URL") or None,
        regions=absolute(regions) if regions else None,
        pipeline=absolute(pipeline) if pipeline else None,
        catalogue=absolute(catalogue) if catalogue else None,
        encoder=absolute(encoder) if encoder else None,
        limits=read_limits(environ),
        ocr=read_ocr(environ),
        guess=_read_switch(environ, "SELARAS_GUESS"),
        author=environ.get("SELARAS_AUTHOR") or None,
    )


def parse_language(code: str, name: str) -> Language:
    """Check a language code; `name` is the option or variable that it came from."""
    if code not in LANGUAGES:
        raise InputError(message("error.bad_language", name=name, given=code, languages=", ".join(LANGUAGES)))
    return code


def read_limits(environ: Mapping[str, str]) -> Limits:
    """The limits of the reading process; a set time limit holds for the processor, too."""
    limits = Limits()
    seconds = _read_number(environ, "SELARAS_TIMEOUT_SECONDS")
    if seconds is not None:
        limits = replace(limits, seconds=float(seconds), cpu_seconds=seconds)
    pages = _read_number(environ, "SELARAS_MAX_PAGES") or limits.pages
    memory_mb = _read_number(environ, "SELARAS_MEMORY_MB") or limits.memory_mb
    return replace(limits, pages=pages, memory_mb=memory_mb)


def read_ocr(environ: Mapping[str, str]) -> OcrSettings:
    """How pictures of pages are read; what was read is kept in a named home, else in the user's cache."""
    ocr, home = OcrSettings(), environ.get("SELARAS_HOME")
    kept = absolute(home) / "ocr" if home else user_cache_path(APPLICATION, appauthor=False) / "ocr"
    folder = environ.get("SELARAS_OCR_CACHE")
    return OcrSettings(
        enabled=_read_switch(environ, "SELARAS_OCR"),
        languages=_read_names(environ, "SELARAS_OCR_LANGUAGES") or ocr.languages,
        dpi=_read_number(environ, "SELARAS_OCR_DPI") or ocr.dpi,
        page_seconds=_read_number(environ, "SELARAS_OCR_TIMEOUT_SECONDS") or ocr.page_seconds,
        workers=_read_number(environ, "SELARAS_OCR_WORKERS") or ocr.workers,
        cache=absolute(folder) if folder else kept,
    )


def _read_switch(environ: Mapping[str, str], name: str) -> bool:
    given = environ.get(name) or "on"
    if given not in ("on", "off"):
        raise InputError(message("error.bad_switch", name=name, given=given))
    return given == "on"


def _read_names(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Names of models: `ind`, `jav`, `script/Latin` is none of them."""
    given = environ.get(name)
    names = tuple(given.split("+")) if given else ()
    if not all(part.isascii() and part.replace("_", "").isalnum() for part in names):
        raise InputError(message("error.bad_models", name=name, given=given))
    return names


def without_ocr(settings: Settings) -> Settings:
    """The same settings, but pictures of pages are left unread."""
    return replace(settings, ocr=replace(settings.ocr, enabled=False))


def _read_number(environ: Mapping[str, str], name: str) -> int | None:
    given = environ.get(name)
    if not given:
        return None
    if not given.isascii() or not given.isdigit() or int(given) == 0:
        raise InputError(message("error.bad_number", name=name, given=given))
    return int(given)


def absolute(path: str) -> Path:
    """A path that means the same after the folder has changed."""
    return Path(path).expanduser().absolute()
