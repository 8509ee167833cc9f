"""A planner's own file beside the packaged catalogue: what it adds, and how it is told what is wrong."""

import csv

import pytest
from openpyxl import Workbook

from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.extractors.tagging.saved import open_pipeline
from selaras.flows.cli import run
from selaras.flows.own_catalogue import load_own_catalogue, read_own_entries
from selaras.flows.reading import reading_version
from selaras.flows.settings import read_settings
from selaras.models.catalogue import load_catalogue
from selaras.models.concept_kinds import NO_ENTRIES, ConceptSource, LabelKind
from selaras.models.errors import InputError
from selaras.models.messages import LANGUAGES, render

HEAD = "code,label_id,alt_id,abbr,ambiguous,unit,direction\n"


@pytest.fixture
def settings_with(tmp_path):
    def make(text: str, name: str = "own.csv", language: str = "en"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return read_settings({"SELARAS_CATALOGUE": str(tmp_path / name), "SELARAS_LANG": language})

    return make


def test_without_a_file_there_is_nothing_to_add():
    assert read_own_entries(read_settings({})) == NO_ENTRIES
    assert load_own_catalogue(read_settings({})) is load_catalogue()


def test_concepts_and_names_are_added(settings_with):
    own = HEAD + (
        "KA.1,Indeks Pesisir Lestari,Nilai pesisir lestari | Skor pesisir lestari,,,indeks,up\n"
        "IUP8,,Persentase warga papa,,,,\n"
        ",Jumlah perahu dicat,,,,,\n"
    )
    catalogue = load_own_catalogue(settings_with(own))
    answers = {
        name: catalogue.resolve(name).code
        for name in (
            "Indeks Pesisir Lestari",
            "Skor pesisir lestari",
            "Persentase warga papa",
            "Jumlah perahu dicat",
        )
    }
    assert list(answers.values()) == ["KA.1", "KA.1", "IUP8", None]
    assert catalogue.get("KA.1").source is ConceptSource.OWN
    assert load_catalogue().get("KA.1") is None


@pytest.mark.parametrize(
    ("word", "direction"), [("naik", "up"), ("Turun", "down"), ("tanpa", "none"), ("UP", "up"), ("", "none")]
)
def test_which_way_is_better_is_told_in_either_language(settings_with, word, direction):
    entries = read_own_entries(settings_with(HEAD + f"KA.1,Kadar,,,,%,{word}\n"))
    assert [concept.direction for concept in entries.concepts] == [direction]


def test_a_further_name_of_a_known_concept_is_not_its_preferred_one(settings_with):
    entries = read_own_entries(settings_with(HEAD + "IUP8,Angka papa,,,,,\n"))
    assert [(label.text, label.kind) for label in entries.labels] == [("Angka papa", LabelKind.ALT)]
    assert entries.concepts == ()


def test_what_people_save_in_excel_is_read(tmp_path):
    book = Workbook()
    for row in (
        ["Code", "label_id", "unit"],
        ["KA.1", "Indeks Pesisir Lestari", "indeks"],
        [None, None, None],
    ):
        book.active.append(row)
    book.save(tmp_path / "own.xlsx")
    settings = read_settings({"SELARAS_CATALOGUE": str(tmp_path / "own.xlsx")})
    assert load_own_catalogue(settings).resolve("Indeks pesisir lestari").code == "KA.1"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param("KA.1,Kadar,,,,ember,up\n", ("row 2", "ember", "docs/catalogue.md"), id="unknown unit"),
        pytest.param(
            "KA.1,Kadar,,,,%,miring\n",
            ("row 2", "miring", "up, down, none, naik, turun"),
            id="unknown direction",
        ),
        pytest.param(
            "KA.1,Kadar satu,,,,%,up\nKA.1,Kadar dua,,,,%,up\n", ("row 2", "KA.1"), id="one code for two"
        ),
        pytest.param("KA.1,,Kadar,,,%,up\n", ("row 2", "label_id"), id="no name"),
        pytest.param(
            "KA.0,Kadar,,,,%,up\n\nKA.1,Tingkat kemiskinan,,,,%,down\n",
            ("row 4", "Tingkat kemiskinan", "IUP8", "ambiguous"),
            id="a name that the catalogue has",
        ),
        pytest.param(",Tingkat kemiskinan,,,,,\n", ("row 2", "IUP8"), id="outside and inside at once"),
    ],
)
def test_what_is_wrong_is_told_with_file_row_and_remedy(settings_with, rows, words):
    with pytest.raises(InputError) as caught:
        read_own_entries(settings_with(HEAD + rows))
    shown = render(caught.value.message, "en")
    assert all(word in shown for word in ("own.csv", *words))


def test_a_name_may_stand_for_two_where_that_is_declared(settings_with):
    catalogue = load_own_catalogue(settings_with(HEAD + "KA.1,Indeks Pesisir Kita,,IPK,IPK,indeks,up\n"))
    found = catalogue.resolve("IPK")
    assert found.code is None
    assert "KA.1" in [code for code, _ in found.candidates]


OWN_CONCEPT = HEAD + "KA.1,Indeks Pesisir Lestari,,,,indeks,up\n"


@pytest.mark.parametrize("saved", [False, True])
def test_the_pipeline_links_to_own_concepts(tmp_path, settings_with, saved):
    own = read_own_entries(settings_with(OWN_CONCEPT))
    folder = tmp_path / "pipeline" if saved else None
    if folder:
        build_pipeline(own=own).to_disk(folder)
    for entries, codes in ((NO_ENTRIES, []), (own, ["KA.1"]), (NO_ENTRIES, [])):
        doc = open_pipeline(folder, own=entries)("Indeks Pesisir Lestari 0,7")
        assert [span.kb_id_ for span in doc.spans["indicators"]] == codes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_own_concepts_are_tagged_and_named_by_the_command(tmp_path, settings_with, form, language):
    settings = settings_with(OWN_CONCEPT)
    (tmp_path / "rencana.txt").write_text("Skor Indeks Pesisir Lestari 0,7", encoding="utf-8")
    environ = {"SELARAS_CATALOGUE": str(settings.catalogue), "SELARAS_HOME": str(tmp_path)}
    output = tmp_path / "tags"
    arguments = ["tag", str(tmp_path / "rencana.txt"), "--format", form, "--lang", language]
    assert run([*arguments, "--output", str(output)], environ) == 0
    shown = output.read_text(encoding="utf-8")
    assert ('"KA.1"' if form == "json" else "KA.1: Indeks Pesisir Lestari") in shown


def test_a_catalogue_that_cannot_be_used_stops_the_command(tmp_path, settings_with, capsys):
    settings = settings_with(HEAD + "KA.1,Kadar,,,,ember,up\n")
    (tmp_path / "rencana.txt").write_text("Kadar 0,7", encoding="utf-8")
    environ = {"SELARAS_CATALOGUE": str(settings.catalogue), "SELARAS_HOME": str(tmp_path)}
    assert run(["tag", str(tmp_path / "rencana.txt")], environ) == 2
    assert "ember" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_column_is_not_lost_without_a_word(settings_with, language):
    settings = settings_with("code,label_id,lable_en\nKA.1,Kadar,Rate\n", language=language)
    with pytest.raises(InputError) as caught:
        read_own_entries(settings)
    assert "lable en" in render(caught.value.message, language)


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    environ = {"SELARAS_CATALOGUE": str(tmp_path / "none.csv"), "SELARAS_HOME": str(tmp_path)}
    assert run(["catalogue", "--output", str(tmp_path / "out.csv")], environ) == 2
    assert "none.csv" in capsys.readouterr().err


def test_documents_are_read_anew_when_the_own_catalogue_changes(settings_with):
    plain = reading_version(read_settings({}))
    first = reading_version(settings_with(HEAD + "KA.1,Kadar satu,,,,%,up\n"))
    second = reading_version(settings_with(HEAD + "KA.1,Kadar dua,,,,%,up\n"))
    assert len({plain, first, second}) == 3


def test_own_concepts_are_resolved_by_the_command(tmp_path, settings_with):
    settings = settings_with(HEAD + "KA.1,Indeks Pesisir Lestari,,,,indeks,up\n")
    names = tmp_path / "names.csv"
    names.write_text("id,name\n1,Indeks Pesisir Lestari\n", encoding="utf-8")
    environ = {"SELARAS_CATALOGUE": str(settings.catalogue), "SELARAS_HOME": str(tmp_path)}
    assert run(["resolve", str(names), "--output", str(tmp_path / "out.csv")], environ) == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["code"] for row in csv.DictReader(stream)] == ["KA.1"]
