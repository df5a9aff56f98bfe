"""Reporter codes at the end of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl import words
from newscrawl.reading.byline.codes import closing_names, codes_in, read_codes
from newscrawl.reading.tree.blocks import Block

SENTENCE = "Warga berharap jembatan itu segera selesai."


def text(*lines: str) -> list[Block]:
    return [Block(line) for line in lines]


@pytest.mark.parametrize(
    ("ending", "codes"),
    [
        ("(mg-1/jae)", ["mg-1", "jae"]),
        ("(abc/def)", ["abc", "def"]),
        ("(abc)", ["abc"]),
        ("[abc/def]", ["abc", "def"]),
        ("[abc]", ["abc"]),
        ("(Z-10)", ["Z-10"]),
        ("(Ant/E-4)", ["Ant", "E-4"]),
        ("(R-07)", ["R-07"]),
        ("(mar1/jpnn)", ["mar1", "jpnn"]),
        ("(wol/rsy/d2)", ["wol", "rsy", "d2"]),
        ("(*/saf/dtk) (lam)", ["saf", "dtk", "lam"]),
        ("(abc/nu2).", ["abc", "nu2"]),
        ("(abc/def) [Gambas:Video Kota]", ["abc", "def"]),
        ("(REL).", ["REL"]),
        ("[KC.05]**", ["KC.05"]),
        ("(B)", ["B"]),
        ("(BUDI NUGRAHA/B-6)", ["B-6"]),
        ("[end/ian]", ["end", "ian"]),
        ("(end)", []),
        ("(*)", []),
        ("***", []),
        ("(18/6/2025).", []),
        ("(Budi Nugraha)", []),
        ("(Pendim 0703/Cilacap).", []),
        ("(Humas/Bali)", ["Bali"]),
        ("(Red)", []),
        ("(Tim/Red)", []),
        ("(*/Redaksi)", []),
        ("(red/ags)", ["ags"]),
        ("(Diskominfo)", []),
        ("(berbagai sumber)", []),
    ],
)
def test_endings(ending: str, codes: list[str]) -> None:
    assert codes_in(f"{SENTENCE} {ending}") == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [("HT", ["HT"]), ("*nvi", ["nvi"]), ("ap/vlz", ["ap", "vlz"]), ("- ril/adi -", ["ril", "adi"])],
)
def test_bare_initials_on_a_last_line(line: str, codes: list[str]) -> None:
    assert read_codes(text(SENTENCE, line)) == codes


@pytest.mark.parametrize(
    ("ending", "codes"),
    [
        (" ril/adi", ["ril", "adi"]),
        (" - ril/adi.", ["ril", "adi"]),
        ("***ril/adi2", ["ril", "adi2"]),
        (" adi", []),
        (" *adi", ["adi"]),
    ],
)
def test_codes_without_brackets_behind_the_last_sentence(ending: str, codes: list[str]) -> None:
    assert codes_in(f"{SENTENCE}{ending}") == codes
    assert codes_in(f"{SENTENCE}{ending}", last=False) == []


@pytest.mark.parametrize(
    "line",
    [
        "Pembangunan itu dibiayai Dana Alokasi Khusus (DAK).",
        "Ia bekerja di Komisi Pemilihan Umum (KPU)",
        "Rapat itu digelar pada Senin (20/1).",
        "Harganya naik (lihat tabel) sejak kemarin.",
    ],
)
def test_brackets_of_a_sentence_are_no_codes(line: str) -> None:
    assert read_codes(text(SENTENCE, line)) == []


def test_a_code_may_stand_before_further_sections() -> None:
    lines = [SENTENCE] * 3 + ["(kpl/pur/ums)"] + [SENTENCE] * 8
    assert read_codes(text(*lines)) == ["kpl", "pur", "ums"]


def test_dropped_lines_are_not_read() -> None:
    assert read_codes([Block(SENTENCE), Block("(abc/def)", kept=False)]) == []


def test_full_names_in_the_last_bracket() -> None:
    assert closing_names(f"{SENTENCE} (Budi Nugraha )") == ["Budi Nugraha"]
    assert closing_names(f"{SENTENCE} (BUDI NUGRAHA/B-6)") == ["BUDI NUGRAHA"]
    assert closing_names("Dana Alokasi Khusus (Dana Kita)") == []


@given(st.lists(st.from_regex(r"[a-z]{3}", fullmatch=True), min_size=2, max_size=3, unique=True))
def test_printed_codes_are_read_back(codes: list[str]) -> None:
    printed = "/".join(codes)
    found = codes_in(f"{SENTENCE} ({printed})")
    assert found == [code for code in codes if code in found]
    known = {"ist", "dok", "dan", "ini", "itu", "end", "usd", "wib", "wit", "pdf"}
    assert set(codes) - set(found) <= known | {entry.text for entry in words.entries("no_codes")}


@given(st.text(max_size=300))
def test_any_line_is_read_without_error(line: str) -> None:
    codes_in(line)
    closing_names(line)


def test_name_of_the_site_is_no_code() -> None:
    assert read_codes(text(SENTENCE, "(rin/kabarutara)"), site=("www", "kabarutara", "id")) == ["rin"]
    assert read_codes(text(SENTENCE, "(rin/kabarutara)")) == ["rin", "kabarutara"]


@pytest.mark.parametrize(
    "line", ["REDAKSI-RiN", "Red-RiN", "(redaksi - RiN)", "Redaksi – RiN", "REDAKSI_RiN", "REDAKSI/RiN"]
)
def test_desk_and_code_in_many_forms(line: str) -> None:
    assert read_codes(text(SENTENCE, line)) == ["RiN"]


def test_desk_and_code_sign_a_text_even_where_the_line_was_dropped() -> None:
    blocks = text(SENTENCE, "REDAKSI-RiN")
    blocks[1].drop("byline: writer")
    assert read_codes(blocks) == ["RiN"]


def test_a_desks_code_in_a_bracket_behind_the_last_sentence() -> None:
    assert read_codes(text(f"{SENTENCE} (Red-rina)")) == ["rina"]
    assert read_codes(text(f"{SENTENCE} (Red-rina/adi)")) == ["rina", "adi"]
    assert read_codes(text(SENTENCE, "REDAKSI-RiN/AdI")) == ["RiN", "AdI"]
    assert read_codes(text(f"{SENTENCE} Redaksi-rina")) == ["rina"]
    assert read_codes(text("Warga menunggu jawaban redaksi-rina")) == []
    assert read_codes(text(SENTENCE, "Redaksi/Humas")) == []


def test_a_desks_code_stands_above_the_headlines_of_other_articles() -> None:
    below = text(*(f"Warga Bangun Jembatan Bambu {n}" for n in range(5)))
    for block in below:
        block.drop("related link", "widget")
    assert read_codes([*text(SENTENCE, "Redaksi-RiN"), *below]) == ["RiN"]
