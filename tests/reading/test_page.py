"""A page is read whatever its charset and however broken it is, or refused with one clear error."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.reading import NO_RULES, UnreadablePageError, parse
from newscrawl.reading.body import choosing as body
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.tree.bounds import MOST_TAGS
from newscrawl.reading.tree.page import LONGEST

pytestmark = pytest.mark.usefixtures("twin")

URL = "https://contoh.example/berita/1"


def text_of(source: bytes | str, content_type: str | None = None) -> str:
    return " ".join(parse(source, URL, content_type=content_type).root.text_content().split())


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("iso-8859-1", "utf-8"), ("windows-1252", "windows-1252"), ("utf-8", "windows-1252")],
)
def test_text_is_right_even_where_the_stated_charset_is_wrong(declared: str, encoding: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    source = f"<html><head>{meta}</head><body><p>Harga “beras” naik – é</p></body></html>".encode(encoding)

    assert text_of(source) == "Harga “beras” naik – é"


def test_the_header_decides_on_bytes_that_are_no_utf8() -> None:
    source = "<p>Привет, читатель</p>".encode("koi8-r")

    assert text_of(source, "text/html; charset=koi8-r") == "Привет, читатель"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (b"%PDF-1.7\n<html><p>x", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (gzip.compress(b"%PDF-1.7\n<html><p>x", mtime=0), "a PDF document"),
        (bytes(range(256)) * 2_000, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(source: bytes, kind: str) -> None:
    with pytest.raises(UnreadablePageError, match=f"{URL}: this is no web page but {kind}"):
        parse(source, URL)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8"])
def test_text_of_two_bytes_a_sign_or_with_a_stray_control_character_is_no_binary_data(encoding: str) -> None:
    page = "<html><body><p>\x02" + "Harga beras naik lagi di pasar. " * 9
    assert "naik lagi" in text_of(page.encode(encoding), f"text/html; charset={encoding}")


def test_a_stray_byte_does_not_spoil_the_rest_of_a_utf8_page() -> None:
    source = "<p>“Kami siap,” kata ketua – lalu pergi</p>".encode().replace(b" lalu", b"\xa0lalu")

    assert text_of(source) == "“Kami siap,” kata ketua – lalu pergi"


def test_null_bytes_are_left_out() -> None:
    assert text_of(b"<p>Pas\x00ar bu\x00ka</p>") == "Pasar buka"


@pytest.mark.parametrize("source", [b"", b"   \n", b"\x00\x00", "", b"<!-- kosong -->"])
def test_a_page_without_anything_is_refused_by_its_address(source: bytes | str) -> None:
    with pytest.raises(UnreadablePageError, match=URL):
        parse(source, URL)


@pytest.mark.parametrize("end", ["</body></html>", "</BODY>\n</HTML>", "</html>", "</body >"])
def test_what_follows_the_end_of_a_page_that_closes_early_is_read(end: str) -> None:
    rest = "<p>Warga melintas kembali.</p>" * 10

    assert text_of(f"<html><body><p>Jembatan pulih.</p>{end}<div>{rest}</div></body></html>").endswith(
        "kembali."
    )


def test_an_entity_bomb_does_not_grow() -> None:
    entities = "".join(f'<!ENTITY e{n} "{"&e" + str(n - 1) + ";" * 10}">' for n in range(1, 12))
    page = f"<!DOCTYPE html [<!ENTITY e0 'boom'>{entities}]><p>&e11;&e11;</p>"

    assert len(text_of(page)) < 5_000


def test_meta_values_are_kept_in_order_under_lower_case_names() -> None:
    page = parse('<meta property="Article:Tag" content="a"><meta name="article:tag" content=" b "><p>x', URL)

    assert page.meta["article:tag"] == ["a", "b"]
    assert page.rules is NO_RULES


HOSTILE = {
    "deep": b"<div>" * 50_000 + b"teks",
    "deep and mixed": b"<div><p><b><i><table>" * 10_000 + b"teks",
    "20 MB of one tag": b"<p>" * 6_600_000,
    "20 MB of text": b"a yang dan di " * 1_400_000,
    "one word": b"a" * 5_000_000,
    "attributes": b"<div " + b"a=1 " * 500_000 + b">x</div>",
    "a name of many words": b'<div class="' + b"baca-juga " * 100_000 + b'">x</div>',
    "breaks": b"<p>" + b"Ini kalimat yang dan di sana.<br>" * 100_000,
    "links": b"<a href=x>Judul Berita Lain yang Panjang</a> " * 100_000,
    "ampersands": b"&" * 3_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_without_an_error(name: str) -> None:
    page = parse(HOSTILE[name], URL)

    assert body.find(Sources(page), title="Judul").origin


def test_only_as_much_of_a_page_is_read_as_a_page_can_have() -> None:
    page = parse("<p>x" * (MOST_TAGS + 500), URL)
    long = parse("<p>" + "a" * (LONGEST + 500), URL)

    assert len(page.root.findall(".//p")) == MOST_TAGS
    assert len(long.root.text_content()) < LONGEST


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        page = parse(b"<html>" + source, URL)
    except UnreadablePageError:
        return
    body.find(Sources(page), title=None)


def test_a_page_that_closes_in_its_first_tag_is_read_on() -> None:
    page = parse(
        '<html lang="id" /><head><title>A</title></head><body class=x/><p>Isi berita</p></body></html>', URL
    )
    assert [element.text for element in page.root.iter("title", "p")] == ["A", "Isi berita"]
