"""Settings come from the environment; what is wrong there is named."""

from pathlib import Path

import pytest

from selaras.extractors.pages.limits import Limits
from selaras.flows.settings import read_settings
from selaras.models.errors import InputError


def test_defaults_need_no_variable():
    settings = read_settings({})
    assert settings.home.is_absolute()
    assert settings.home.name == "selaras"
    assert (settings.language, settings.database_url, settings.regions) == ("id", None, None)
    assert settings.limits == Limits()


def test_state_lies_in_the_home():
    settings = read_settings({"SELARAS_HOME": "/data/selaras"})
    places = (settings.database, settings.quarantine, settings.prefect_home)
    assert [place.relative_to("/data/selaras").as_posix() for place in places] == [
        "selaras.db",
        "quarantine",
        "prefect",
    ]


@pytest.mark.parametrize(
    ("variable", "given", "read"),
    [
        ("SELARAS_LANG", "en", lambda settings: settings.language == "en"),
        ("SELARAS_LANG", "", lambda settings: settings.language == "id"),
        ("SELARAS_HOME", "rel", lambda settings: settings.home == Path.cwd() / "rel"),
        ("SELARAS_HOME", "~/x", lambda settings: settings.home == Path.home() / "x"),
        (
            "SELARAS_DATABASE_URL",
            "sqlite:///x.db",
            lambda settings: settings.database_url == "sqlite:///x.db",
        ),
        ("SELARAS_REGIONS", "/w.csv", lambda settings: settings.regions == Path("/w.csv")),
        ("SELARAS_PIPELINE", "/p", lambda settings: settings.pipeline == Path("/p")),
        ("SELARAS_CATALOGUE", "/k.xlsx", lambda settings: settings.catalogue == Path("/k.xlsx")),
        ("SELARAS_MAX_PAGES", "10", lambda settings: settings.limits.pages == 10),
        ("SELARAS_MEMORY_MB", "512", lambda settings: settings.limits.memory_mb == 512),
        ("SELARAS_TIMEOUT_SECONDS", "60", lambda settings: settings.limits.seconds == 60.0),
        ("SELARAS_TIMEOUT_SECONDS", "3600", lambda settings: settings.limits.cpu_seconds == 3600),
    ],
)
def test_a_variable_is_read(variable, given, read):
    assert read(read_settings({variable: given}))


@pytest.mark.parametrize(
    ("variable", "given", "code"),
    [
        ("SELARAS_LANG", "fr", "error.bad_language"),
        ("SELARAS_LANG", "../id", "error.bad_language"),
        ("SELARAS_MAX_PAGES", "0", "error.bad_number"),
        ("SELARAS_MAX_PAGES", "-5", "error.bad_number"),
        ("SELARAS_MAX_PAGES", "1e3", "error.bad_number"),
        ("SELARAS_MAX_PAGES", "²", "error.bad_number"),
        ("SELARAS_MEMORY_MB", "lots", "error.bad_number"),
        ("SELARAS_TIMEOUT_SECONDS", "1.5", "error.bad_number"),
    ],
)
def test_a_bad_variable_is_named(variable, given, code):
    with pytest.raises(InputError) as caught:
        read_settings({variable: given})
    assert caught.value.message.code == code
    assert dict(caught.value.message.params)["name"] == variable
