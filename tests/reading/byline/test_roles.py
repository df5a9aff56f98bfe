"""Role words, and lines made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.byline import roles

AUTHOR_WORDS = [
    "Penulis",
    "Reporter",
    "Pewarta",
    "Wartawan",
    "Jurnalis",
    "Kontributor",
    "Laporan",
    "Laporan oleh",
    "Resensi oleh",
    "Analisis oleh",
    "Oleh",
    "By",
    "Author",
    "Rep",
    "Ditulis oleh",
    "Koresponden",
    "Written by",
    "Reported by",
]
EDITOR_WORDS = [
    "Editor",
    "Redaktur",
    "Red",
    "Penyunting",
    "Redaktur Pelaksana",
    "Diedit oleh",
    "Disunting oleh",
    "Edited by",
]
OTHER_WORDS = ["Uploader", "Penerjemah", "Fotografer", "Diunggah oleh", "Translated by", "Photo by"]
NAMES = st.sampled_from(["Rina Wulandari", "Bagus Santoso", "Tri Utami", "Joko Susilo", "Dewi Lestari"])


def read(text: str) -> list[tuple[str | None, str]]:
    return [(part.role, part.names) for part in roles.read(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Penulis: Rina Wulandari | Editor: Tri Utami",
            [("author", "Rina Wulandari"), ("editor", "Tri Utami")],
        ),
        ("Rep: Rina Wulandari/ Red: Tri Utami", [("author", "Rina Wulandari"), ("editor", "Tri Utami")]),
        ("| Editor | : | Tri Utami |", [("editor", "Tri Utami")]),
        ("Redaktur & Reporter : Boy", [("editor", "Boy"), ("author", "Boy")]),
        (
            "Rina Wulandari | Author | Tri Utami | Editor",
            [("author", "Rina Wulandari"), ("editor", "Tri Utami")],
        ),
        ("Rina Wulandari, Jurnalis · Kamis", [("author", "Rina Wulandari"), (None, "Kamis")]),
        ("Kontributor Sampang, Masturi", [("author", "Kontributor Sampang, Masturi")]),
        ("Oleh | Rina Wulandari", [("author", "Rina Wulandari")]),
        ("Sumber: www.contoh.com", []),
        ("Rina Wulandari - kabarKota", [(None, "Rina Wulandari"), (None, "kabarKota")]),
    ],
)
def test_parts_with_their_roles(text: str, parts: list[tuple[str | None, str]]) -> None:
    assert read(text) == parts


@given(
    st.tuples(st.sampled_from(AUTHOR_WORDS), NAMES),
    st.tuples(st.sampled_from(EDITOR_WORDS), NAMES),
    st.sampled_from([":", " :", ": ", " : "]),
    st.sampled_from([" | ", " / ", " • ", "/ ", " - ", "; "]),
)
def test_every_form_of_a_credit_line_is_read_back(
    author: tuple[str, str], editor: tuple[str, str], colon: str, between: str
) -> None:
    text = f"{author[0]}{colon}{author[1]}{between}{editor[0]}{colon}{editor[1]}"
    assert read(text) == [("author", author[1]), ("editor", editor[1])]


@pytest.mark.parametrize("word", [*AUTHOR_WORDS, *EDITOR_WORDS, *OTHER_WORDS])
def test_the_cheap_test_lets_every_role_word_pass(word: str) -> None:
    assert roles.may_hold_label(f"Rina - {word}")
    assert roles.STARTS_LIKE_LABEL.match(f"\0{word}: Rina")
    assert roles.STARTS_LIKE_LABEL.match(f"\0 | {word.upper()}")
    assert roles.has_closed_label(f"{word} : Rina")


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_other_roles_are_contributors(word: str) -> None:
    assert roles.role_of(word) == "contributor"


def test_words_that_name_no_person_have_no_role() -> None:
    assert roles.role_of("Sumber") is None
    assert not roles.has_closed_label("Sumber: Kantor Berita")


@pytest.mark.parametrize("text", [")", "Oleh: Rina Amalia | )"])
def test_a_bracket_alone_names_nobody(text: str) -> None:
    assert all(part.names for part in roles.read(text))


@given(st.text(max_size=500))
def test_any_text_is_read_without_error(text: str) -> None:
    for part in roles.read(text):
        assert part.role in (None, "author", "editor", "contributor")
        assert part.names
