"""Pages are taken out of WARC files of every kind; damage costs what it touched and one line."""

from __future__ import annotations

import gzip
import zlib
from collections import Counter as Tally
from collections.abc import Callable
from functools import partial
from io import BytesIO

import brotli
import pytest

fastwarc = pytest.importorskip("fastwarc")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from benchmarks.worker import peak_memory_mb  # noqa: E402
from newscrawl.warc import captures  # noqa: E402
from newscrawl.warc.captures import Capture, Counter, Passed  # noqa: E402
from newscrawl.warc.reading import (  # noqa: E402
    NoWarcError,
    capture_at,
    next_record,
    read_captures,
)
from tests.warc.samples import FETCHED, packed, plain, record, zstd  # noqa: E402

Form = Callable[[fastwarc.WarcRecord], bytes]
squeezed = partial(gzip.compress, mtime=0)
"""Without the time of packing, which would stand in the names of tests."""

PAGE = b"<html><body>" + b"<p>Warga desa memanen padi.</p>" * 50 + b"</body></html>"


def url(number: int) -> str:
    return f"https://warta.example/berita/{number}"


def records(count: int = 5) -> list[fastwarc.WarcRecord]:
    return [record(url(number), PAGE + b"%d" % number) for number in range(count)]


def read(data: bytes, **options: int) -> list[Capture | Passed]:
    return list(read_captures(BytesIO(data), lambda *_: True, Counter(), **options))


def found(data: bytes, **options: int) -> list[str]:
    return [each.url for each in read(data, **options) if isinstance(each, Capture)]


def reasons(data: bytes) -> list[str]:
    return [each.reason for each in read(data) if isinstance(each, Passed)]


PARTS = [packed(each) for each in records()]
ALL = [url(number) for number in range(5)]


@pytest.mark.parametrize(
    "data",
    [
        b"".join(map(packed, records())),
        b"".join(map(plain, records())),
        squeezed(b"".join(map(plain, records()))),
        zstd(records()),
    ],
    ids=["compressed", "plain", "one member", "zstd"],
)
def test_every_form_of_the_file_is_read(data: bytes) -> None:
    assert found(data) == ALL
    assert reasons(data) == []
    first = read(data)[0]
    assert isinstance(first, Capture)
    assert first.body == PAGE + b"0"
    assert first.fetched_at == FETCHED


def test_the_page_of_a_place_is_found_again() -> None:
    data = b"".join(map(packed, records()))
    for capture in read(data):
        assert capture_at(BytesIO(data), capture.start) == capture


@pytest.mark.parametrize("where", range(5))
def test_a_damaged_record_costs_itself_alone(where: int) -> None:
    parts = [bytearray(packed(each)) for each in records()]
    parts[where][len(parts[where]) // 2] ^= 0xFF
    data = b"".join(parts)
    assert found(data) == [each for number, each in enumerate(ALL) if number != where]
    assert reasons(data) == ["damaged"]


def test_garbage_between_records_costs_a_line() -> None:
    parts = [packed(each) for each in records()]
    parts.insert(2, b"garbage" * 100)
    assert found(b"".join(parts)) == ALL
    assert reasons(b"".join(parts)) == ["damaged"]


@pytest.mark.parametrize("where", range(1, 5))
def test_a_record_whose_beginning_is_lost_costs_a_line(where: int) -> None:
    parts = [bytearray(packed(each)) for each in records()]
    parts[where][:2] = b"xx"
    data = b"".join(parts)
    assert found(data) == [each for number, each in enumerate(ALL) if number != where]
    assert reasons(data) == ["damaged"]


@pytest.mark.parametrize("form", [packed, plain], ids=["compressed", "plain"])
@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("no address", "no-address"),
        ("http://", "no-address"),
        ("http://[::1", "no-address"),
        ("https://warta.example:port/", "no-address"),
        ("https://warta.example\x01/", "no-address"),
        ("", "no-address"),
        ("https://warta.example/" + "x" * 100_000, "damaged"),
    ],
    ids=["words", "no host", "half a host", "no port", "control", "empty", "too long"],
)
def test_an_address_that_is_none_costs_a_line(target: str, reason: str, form: Form) -> None:
    place = "https://warta.example/place"
    made = [form(each) for each in records()]
    bare = plain(record(place, PAGE)).replace(place.encode(), target.encode())
    made.insert(2, bare if form is plain else squeezed(bare))
    assert found(b"".join(made)) == ALL
    assert reasons(b"".join(made)) == [reason]


def test_a_large_payload_is_passed_over_without_being_held() -> None:
    size = 200 << 20
    answer = "HTTP/1.1 200 OK\r\n\r\n"
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url(0)}\r\n" + (
        "WARC-Date: 2026-09-02T05:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer) + size}\r\n\r\n{answer}"
    )
    packer = zlib.compressobj(1, wbits=31)
    parts = [packer.compress(head.encode()), *(packer.compress(bytes(1 << 20)) for _ in range(200))]
    parts += [packer.compress(b"\r\n\r\n"), packer.flush()]
    data = b"".join([*parts, packed(records()[1])])
    before = peak_memory_mb()
    assert found(data) == [url(1)]
    assert reasons(data) == ["too-large"]
    assert peak_memory_mb() - before < 50


def test_damage_in_a_plain_file_costs_what_it_touched() -> None:
    parts = [plain(each) for each in records()]
    parts[2] = parts[2].replace(b"WARC/1.1", b"WXRC/1.1")
    assert set(ALL) - set(found(b"".join(parts))) <= {url(1), url(2)}


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_file_that_is_cut_anywhere_gives_its_whole_records(data: st.DataObject) -> None:
    whole = b"".join(PARTS)
    end = data.draw(st.integers(1, len(whole)))
    ends = [sum(map(len, PARTS[: number + 1])) for number in range(5)]
    expected = [each for each, last in zip(ALL, ends, strict=True) if last <= end]
    try:
        given_back = found(whole[:end])
    except NoWarcError:
        given_back = []
    # What is cut within the check sum at its end is whole.
    assert given_back[: len(expected)] == expected
    assert len(given_back) <= len(expected) + 1


@pytest.mark.parametrize("form", [plain, packed])
def test_a_file_that_ends_within_what_is_no_answer_says_so(form: Form) -> None:
    asked = plain(records(1)[0]).replace(b"WARC-Type: response", b"WARC-Type: request")
    asked = asked if form is plain else squeezed(asked)
    whole = b"".join([*map(form, records()), asked])
    assert (found(whole), reasons(whole)) == (ALL, [])
    assert reasons(squeezed(b"".join(map(plain, records())))) == []
    cut = whole[: -len(asked) // 2]
    assert (found(cut), reasons(cut)) == (ALL, ["damaged"])


@pytest.mark.parametrize(
    ("length", "lost"), [("9", [url(0)]), ("99", []), ("999999", [url(0)]), ("abc", [url(0)])]
)
def test_a_wrong_length_costs_its_record(length: str, lost: list[str]) -> None:
    first, *others = records()
    true = f"Content-Length: {first.content_length}".encode()
    wrong = squeezed(plain(first).replace(true, f"Content-Length: {length}".encode()))
    data = b"".join([wrong, *map(packed, others)])
    assert found(data) == [each for each in ALL if each not in lost]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"<html>a page</html>", "no WARC file"),
        (squeezed(b"text" * 100), "no WARC file"),
        (b"filedesc://a.arc 0.0.0.0 20010101000000 text/plain 76\n", "ARC"),
        (squeezed(b"filedesc://a.arc 0.0.0.0 20010101000000 text/plain 76\n"), "ARC"),
    ],
)
def test_what_is_no_warc_is_said_to_be_none(data: bytes, words: str) -> None:
    with pytest.raises(NoWarcError, match=words):
        read(data)


def test_what_is_no_page_is_counted_under_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captures, "LARGEST_PAGE", 10_000)
    kinds = fastwarc.WarcRecordType
    made = [
        record(url(0), b"", status="404 Not Found"),
        record(url(1), b"%PDF", headers={"Content-Type": "application/pdf"}),
        record(url(2), b"", kind=kinds.revisit),
        record(url(3), PAGE, kind=kinds.resource, is_http=False),
        record(url(4), PAGE * 100),
        record(url(5), squeezed(PAGE * 10), headers={"Content-Encoding": "gzip"}),
        record(url(6), squeezed(PAGE)[:-9], headers={"Content-Encoding": "gzip"}),
        record("https://warta.example/last", PAGE),
    ]
    data = b"".join(map(packed, made))
    assert Tally(reasons(data)) == Tally(
        ["http-error", "not-html", "revisit", "no-http", "too-large", "too-large", "damaged"]
    )
    assert found(data) == ["https://warta.example/last"]


def test_what_is_not_wanted_is_passed_over_by_its_header() -> None:
    count = Counter()
    data = b"".join(map(packed, [*records(), record("dns:warta.example", b"", is_http=False)]))
    wanted = list(read_captures(BytesIO(data), lambda address, _: address == url(3), count))
    assert [each.url for each in wanted] == [url(3)]
    assert (count.records, count.foreign) == (6, 5)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", squeezed(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("br", brotli.compress(PAGE)),
        ("gzip, br", brotli.compress(squeezed(PAGE))),
        ("gzip", PAGE),
        ("identity", PAGE),
    ],
)
def test_codings_are_undone_and_headers_that_lie_are_not_believed(coding: str, body: bytes) -> None:
    data = packed(record(url(0), body, headers={"Content-Encoding": coding}))
    (capture,) = read(data)
    assert isinstance(capture, Capture)
    assert capture.body == PAGE


@pytest.mark.parametrize("body", [b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), PAGE])
def test_pieces_are_joined(body: bytes) -> None:
    (capture,) = read(packed(record(url(0), body, headers={"Transfer-Encoding": "chunked"})))
    assert isinstance(capture, Capture)
    assert capture.body == PAGE


@given(st.lists(st.integers(0, 9000), max_size=4))
@settings(max_examples=40, deadline=None)
def test_pieces_of_a_file_give_every_record_once(cuts: list[int]) -> None:
    data = b"".join(PARTS)
    ends = [*sorted({cut % len(data) for cut in cuts} - {0}), None]
    starts = [0, *ends[:-1]]
    given_back = [
        each for start, end in zip(starts, ends, strict=True) for each in found(data, start=start, end=end)
    ]
    assert given_back == ALL


def test_a_page_that_is_gzip_is_no_record() -> None:
    inner = record(url(0), squeezed(b"no record at all"), headers={"Content-Encoding": "gzip"})
    stored = zlib.compressobj(0, wbits=31)
    data = stored.compress(plain(inner)) + stored.flush() + packed(record(url(1), PAGE))
    assert data.count(b"\x1f\x8b\x08") == 3
    assert next_record(BytesIO(data), 1) == len(data) - len(packed(record(url(1), PAGE)))


def test_what_the_listing_said_comes_back_and_nonsense_does_not() -> None:
    for said, published in (
        ('{"published": "20 Agustus 2026", "trusted": true}', "20 Agustus 2026"),
        ("[1]", None),
        ("{", None),
    ):
        made = record(url(0), PAGE)
        made.headers["Newscrawl-Listing"] = said
        (capture,) = read(packed(made))
        assert isinstance(capture, Capture)
        assert capture.heard.published == published
