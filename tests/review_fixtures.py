"""A filled store, its workbook, and what taking one in gives; registered by the tests of workbooks."""

import json

import pytest
from review_books import ask, store_plans


@pytest.fixture
def home(tmp_path):
    store_plans(tmp_path)
    return tmp_path


@pytest.fixture
def book(home):
    path = home / "telaah.xlsx"
    assert ask(home, "export", path) == 0
    return path


@pytest.fixture
def take(home, capsys):
    """Take in a workbook; gives the exit code and what became of it."""

    def take_one(path, *arguments, author="Siti"):
        capsys.readouterr()
        code = ask(home, "import", path, "--json", *arguments, author=author)
        return code, json.loads(capsys.readouterr().out)

    return take_one
