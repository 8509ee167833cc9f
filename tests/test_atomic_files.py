"""A file is written whole, or what was there before stays."""

import os

import pytest

from selaras.flows.atomic_files import atomic_file
from selaras.models.errors import OutputError


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_file_is_there_only_at_the_end(tmp_path):
    with atomic_file(tmp_path / "a.txt") as stream:
        stream.write(b"new")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def break_off(path, error):
    with atomic_file(path) as stream:
        stream.write(b"half of the n")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_an_error_leaves_the_old_file(tmp_path, error):
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises((error, OutputError)):
        break_off(tmp_path / "a.txt", error)
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_missing_folders_are_made(tmp_path):
    with atomic_file(tmp_path / "b" / "c" / "a.txt") as stream:
        stream.write(b"x")
    assert (tmp_path / "b" / "c" / "a.txt").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_the_file_has_the_rights_that_users_files_have(tmp_path):
    (tmp_path / "other").touch()
    with atomic_file(tmp_path / "a.txt") as stream:
        stream.write(b"x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_long_name_is_no_problem(tmp_path):
    with atomic_file(tmp_path / ("x" * 250 + ".txt")) as stream:
        stream.write(b"x")
    assert len(names(tmp_path)) == 1


@pytest.mark.parametrize("place", ["file/a.txt", "folder", "x" * 300])
def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError) as caught, atomic_file(tmp_path / place) as stream:
        stream.write(b"x")
    assert caught.value.message.code == "error.cannot_write"
    assert names(tmp_path) == ["file", "folder"]
