"""What changed, word by word."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive.differences import Change, Piece, compare
from newscrawl.record.as_json import to_dict
from tests.archive.samples import START, article


def changes(before: dict[str, Any], after: dict[str, Any], *changed: str) -> list[Change]:
    return compare(to_dict(article(1, **before)), to_dict(article(1, **after, changed=list(changed))))


def test_changed_words_stand_between_the_unchanged() -> None:
    (change,) = changes(
        {"title": "Dua orang tewas di Blitar"}, {"title": "Tiga orang tewas di Blitar"}, "title"
    )
    assert change.field == "title"
    assert change.pieces == (
        Piece("gone", "Dua"),
        Piece("new", "Tiga"),
        Piece("same", "orang tewas di Blitar"),
    )


def test_paragraphs_are_named_by_their_number() -> None:
    before = {"body": "Satu dua.\n\nTiga empat lima.\n\nEnam.\n\nTujuh."}
    after = {"body": "Satu dua.\n\nTiga EMPAT lima.\n\nTujuh.\n\nDelapan."}
    found = changes(before, after, "body")
    assert [(change.field, change.paragraph) for change in found] == [("body", 2), ("body", 3), ("body", 4)]
    assert found[0].pieces == (
        Piece("same", "Tiga"),
        Piece("gone", "empat"),
        Piece("new", "EMPAT"),
        Piece("same", "lima."),
    )
    assert found[1].pieces == (Piece("gone", "Enam."),)
    assert found[2].pieces == (Piece("new", "Delapan."),)


def test_long_unchanged_text_is_shortened() -> None:
    words = " ".join(map(str, range(100)))
    (change,) = changes({"body": f"a {words} b"}, {"body": f"x {words} y"}, "body")
    assert [piece.kind for piece in change.pieces] == ["gone", "new", "same", "gone", "new"]
    assert change.pieces[2].text == "0 1 2 3 4 5 6 7 ... 92 93 94 95 96 97 98 99"


def test_other_fields_are_shown_whole() -> None:
    found = changes({"tags": ["a"]}, {"tags": ["a", "b"], "published_at": START}, "published_at", "tags")
    assert found[1].pieces == (Piece("gone", "a"), Piece("new", "a, b"))
    assert found[0].pieces[1].text == START.isoformat()
    (appeared,) = changes({"section": None}, {"section": "Ekonomi"}, "section")
    assert appeared.pieces == (Piece("new", "Ekonomi"),)


WORDS = st.lists(st.sampled_from(["a", "b", "c", "\n\n"]), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_new_and_the_same_is_the_newer_text(before: str, after: str) -> None:
    for change in changes({"title": before}, {"title": after}, "title"):
        texts = {kind: " ".join(p.text for p in change.pieces if p.kind != kind) for kind in ("gone", "new")}
        if "..." not in texts["gone"]:
            assert texts["gone"].split() == after.split()
            assert texts["new"].split() == before.split()
