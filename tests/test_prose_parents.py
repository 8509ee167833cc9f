"""Which statement of running text stands under which. All texts are invented."""

from prose_reading import MISSION, OTHER, found, parents

from selaras.models.statements import StatementKind as Kind


def test_a_list_inside_a_list_stands_under_its_entry():
    texts = (
        "Dengan misi sebagai berikut:",
        f"1. {MISSION}, dengan tujuan :",
        "a. Pulihnya terumbu karang",
        "b. Bersihnya pantai dari sampah",
        f"2. {OTHER}, dengan tujuan :",
        "a. Sejahteranya warga pulau",
    )
    assert parents(*texts) == {
        MISSION: None,
        "Pulihnya terumbu karang": MISSION,
        "Bersihnya pantai dari sampah": MISSION,
        OTHER: None,
        "Sejahteranya warga pulau": OTHER,
    }
    assert [kind for kind, *_ in found(*texts)].count(Kind.GOAL) == 3


def test_parents_by_label_number_and_reference():
    assert parents(
        f"Misi 1 : {MISSION}",
        f"Misi 2 : {OTHER}",
        "",
        "Tujuan 1: Pulihnya laut dan teluk",
        "",
        "Tujuan ini dicapai dengan sasaran:",
        "1.1 Pulihnya terumbu karang",
        "1.2 Bersihnya pantai dari sampah",
        "",
        "Arah kebijakan untuk Misi 1",
        "a. Penataan alur pelayaran rakyat",
    ) == {
        MISSION: None,
        OTHER: None,
        "Pulihnya laut dan teluk": OTHER,
        "Pulihnya terumbu karang": "Pulihnya laut dan teluk",
        "Bersihnya pantai dari sampah": "Pulihnya laut dan teluk",
        "Penataan alur pelayaran rakyat": MISSION,
    }


def test_a_list_of_several_leaves_the_parent_open():
    made = parents(
        "misi daerah dirumuskan sebagai berikut:",
        f"1. {MISSION}",
        f"2. {OTHER}",
        "",
        "tujuan daerah adalah sebagai berikut:",
        "1. Pulihnya laut dan teluk",
        "2. Sejahteranya warga pulau",
    )
    assert made["Pulihnya laut dan teluk"] is None


def test_the_one_activity_of_a_program_is_read_behind_it():
    made = parents(
        "Adapun program dinas yaitu sebagai berikut:",
        "1. Program Laut Lestari, yang terdiri dari 1 kegiatan yaitu Pemantauan alur pelayaran",
        "2. Program Pulau Hijau, yang terdiri dari 1 (satu) kegiatan yaitu Penanaman bakau",
    )
    assert made == {
        "Program Laut Lestari": None,
        "Pemantauan alur pelayaran": "Program Laut Lestari",
        "Program Pulau Hijau": None,
        "Penanaman bakau": "Program Pulau Hijau",
    }


def test_a_new_list_does_not_stand_under_the_last_inner_list():
    made = parents(
        "Dengan misi sebagai berikut:",
        f"1. {MISSION}, dengan tujuan :",
        "a. Pulihnya terumbu karang",
        "Adapun program dinas yaitu sebagai berikut:",
        "1. Program Laut Lestari",
    )
    assert made["Program Laut Lestari"] is None


def test_a_sentence_that_names_a_mission_does_not_come_between_a_goal_and_its_objectives():
    made = parents(
        "Misi Pertama : Menguatkan layanan dasar warga pesisir",
        "Tujuan 1: Meningkatnya mutu hidup warga",
        "Tujuan ini melaksanakan Misi Pertama, dengan sasaran:",
        "1.1 Semakin mudahnya warga berobat;",
        "1.2 Berkurangnya anak putus sekolah;",
    )
    assert made["Semakin mudahnya warga berobat"] == "Meningkatnya mutu hidup warga"
    assert made["Berkurangnya anak putus sekolah"] == "Meningkatnya mutu hidup warga"
