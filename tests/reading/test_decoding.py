"""Text that was encoded twice comes out right, and right text comes out as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newscrawl.reading.tree.decoding import decode, repair, to_utf8


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize(
    "text", ["“Harga naik,” katanya", "café – Rp 1.000…", "© Kantor Berita ®", "Jum’at ½"]
)
def test_text_encoded_more_than_once_is_repaired(text: str, layers: int) -> None:
    broken = text.encode()
    for _ in range(layers):
        broken = "".join(
            bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
            for byte in broken
        ).encode()

    assert decode(broken) == text


@pytest.mark.parametrize(
    "text", ["Ãlbum Â pilihan", "São Paulo", "“…”", "Škoda €20", "مرحبا", "日本語", "👩‍👩‍👧 keluarga"]
)
def test_right_text_stays(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("lost", ["", "?", "\ufffd"])
def test_a_closing_quotation_mark_that_lost_its_last_byte_is_one(lost: str) -> None:
    assert decode(f"â€œKami senang,â€{lost} katanya. â€˜Yaâ€™".encode()) == "“Kami senang,” katanya. ‘Ya’"


def test_each_run_is_repaired_on_its_own() -> None:
    assert repair("“asli” dan â€œrusakâ€\x9d") == "“asli” dan “rusak”"


@given(st.text())
def test_utf8_decodes_to_what_was_encoded_or_its_repair(text: str) -> None:
    encoded = text.encode("utf-8", "ignore")

    assert decode(encoded) in (encoded.decode("utf-8-sig"), repair(encoded.decode("utf-8-sig")))


@given(st.binary())
def test_any_bytes_decode(source: bytes) -> None:
    assert isinstance(decode(source), str)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "ignore")


@given(st.binary() | st.text().map(_encoded) | st.text().map(lambda text: b"\xef\xbb\xbf" + _encoded(text)))
@example("rusakâ€\x9d".encode())
def test_utf8_is_the_same_text_whichever_way_it_is_made(source: bytes) -> None:
    assert to_utf8(source) == decode(source).encode("utf-8", "replace")


def test_text_encoded_twice_through_latin_1_is_mended() -> None:
    text = "Kata dia: \u201cpanen \u00e9\u201d \u2013 \u2018raya\u2019"
    doubled = text.encode().decode("latin-1").encode()
    assert decode(b"<p>" + doubled + b"</p>") == f"<p>{text}</p>"


@pytest.mark.parametrize("charset", ["iso-8859-15", "iso-8859-2", "windows-1250"])
def test_codes_that_only_windows_has_are_no_control_characters(charset: str) -> None:
    head = f'<meta charset="{charset}">'
    assert decode(head.encode() + "“Panen” – kata dia…".encode("cp1252")) == head + "“Panen” – kata dia…"


@pytest.mark.parametrize("pair", [b"&#xD83D;&#xDE4F;", b"&#55357;&#56911;", b"&#xd83d;&#56911;"])
def test_a_character_written_as_two_halves_is_one(pair: bytes) -> None:
    assert to_utf8(b"<p>Terima kasih " + pair + b"</p>") == b"<p>Terima kasih &#128591;</p>"


@pytest.mark.parametrize("signs", [0, 1, 999, 1000, 1001, 3000])
def test_halves_are_found_behind_any_number_of_other_signs(signs: int) -> None:
    before = b"a#" * signs + b"#" * (signs % 2)
    assert to_utf8(before + b"&#xD83D;&#xDE4F;") == before + b"&#128591;"


@pytest.mark.parametrize("text", [b"&#xD83D; saja", b"&#56911;&#55357;", b"&#8220;&#8221;"])
def test_references_that_are_no_halves_stay(text: bytes) -> None:
    assert to_utf8(text) == text
