"""Foreign records are passed over by their heads alone, with the same result, and nobody can forge one."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

fastwarc = pytest.importorskip("fastwarc")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from newscrawl.warc import captures, heads, reading  # noqa: E402
from newscrawl.warc.captures import Capture, Counter, Passed  # noqa: E402
from newscrawl.warc.exchange import Exchange  # noqa: E402
from newscrawl.warc.heads import known_heads  # noqa: E402
from newscrawl.warc.reading import read_captures  # noqa: E402
from newscrawl.warc.writing import WarcWriter  # noqa: E402
from tests.warc.samples import FETCHED, packed, plain, record  # noqa: E402

Wanted = Callable[[str, datetime], bool]


def page(number: int) -> bytes:
    """A page that does not shrink much, as real ones do not."""
    noise = Random(number).randbytes(900 + 37 * number % 4000)
    return b"<html><p>Warga desa memanen padi.</p>" + noise.hex().encode() + b"</html>"


def url(number: int) -> str:
    return f"https://warta{number % 7}.example/berita/{number}"


def written(folder: Path, numbers: list[int], bodies: dict[int, bytes] | None = None) -> bytes:
    """A file as newscrawl writes it: each record names the file's warcinfo."""
    writer = WarcWriter(folder, f"run-{min(numbers)}", base=folder, told={})
    for number in numbers:
        fetched_at = FETCHED + timedelta(seconds=number)
        body = (bodies or {}).get(number, page(number))
        headers = [(b"Content-Type", b"text/html")]
        writer.write(Exchange(url(number), fetched_at, "GET", [], b"", "HTTP/1.1", 200, "OK", headers, body))
    writer.close()
    return next(folder.glob(f"run-{min(numbers)}-*")).read_bytes()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("one"), list(range(40)))


def seventh(address: str, _: datetime) -> bool:
    number = address.rpartition("/")[2]
    return number.isdigit() and int(number) % 7 == 0


def read(
    data: bytes, wanted: Wanted = seventh, **bounds: int | None
) -> tuple[list[Capture | Passed], Counter]:
    count = Counter()
    return list(read_captures(BytesIO(data), wanted, count, **bounds)), count


def unpacking_all(
    monkeypatch: pytest.MonkeyPatch, data: bytes, wanted: Wanted
) -> tuple[list[Capture | Passed], Counter]:
    with monkeypatch.context() as patch:
        patch.setattr(reading, "known_heads", lambda *_: iter(()))
        return read(data, wanted)


@pytest.mark.parametrize("share", [1, 2, 7, 100])
def test_heads_alone_give_what_unpacking_gives(
    share: int, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wanted(address: str, _: datetime) -> bool:
        return int(address.rpartition("/")[2]) % share == share - 1

    assert read(data, wanted) == unpacking_all(monkeypatch, data, wanted)
    assert read(data, wanted)[1].records == 40


def test_what_is_passed_over_is_not_unpacked(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    met = []
    one = captures.one
    monkeypatch.setattr(
        captures, "one", lambda record, *rest: met.append(record.stream_pos) or one(record, *rest)
    )
    found, count = read(data)
    assert len(found) == 6
    assert count.foreign == 34
    # Each page that is wanted, and of the foreign ones behind it the first.
    assert len(met) <= 2 * 6 + 1


@given(st.lists(st.integers(1, 60_000), max_size=4))
@settings(max_examples=30, deadline=None)
def test_pieces_give_every_record_once(data: bytes, cuts: list[int]) -> None:
    ends = [*sorted({cut % len(data) for cut in cuts} - {0}), None]
    parts = [read(data, start=start, end=end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    assert [each for found, _ in parts for each in found] == read(data)[0]
    assert sum(count.records for _, count in parts) == 40


@pytest.mark.parametrize("chunk", [2000, 2001, 4096])
def test_heads_at_the_edges_of_what_is_read_are_found(
    chunk: int, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(iter(read(data, lambda *_: True)[0])).start
    every = [head.start for head in known_heads(BytesIO(data), first)]
    assert len(every) == 80  # each answer and its request
    monkeypatch.setattr(heads, "_CHUNK", chunk)
    assert [head.start for head in known_heads(BytesIO(data), first)] == every


def forged(file_id: str | None) -> bytes:
    """A page that holds two records, a foreign one and one that passes for a page of another site."""
    parts = [record(url(701), b"<html>x</html>"), record(url(700), b"<html><p>Palsu.</p></html>")]
    for part in parts:
        if file_id:
            part.headers["WARC-Warcinfo-ID"] = file_id
    return b"<html>" + b"".join(map(packed, parts)) + b"</html>"


def laid_open(made: fastwarc.WarcRecord) -> bytes:
    """The record in a gzip member that does not shrink it."""
    packer = zlib.compressobj(0, wbits=31)
    return packer.compress(plain(made)) + packer.flush()


@pytest.mark.parametrize("file_id", [None, "<urn:uuid:00000000-0000-4000-8000-000000000000>"])
def test_a_page_cannot_pass_for_a_record(file_id: str | None, data: bytes) -> None:
    true_id = next(iter(fastwarc.ArchiveIterator(BytesIO(data)))).record_id
    evil = record("https://warta1.example/berita/1", forged(file_id))
    evil.headers["WARC-Warcinfo-ID"] = true_id
    mixed = data + laid_open(evil) + data
    assert mixed.count(heads.GZIP) > 2 * data.count(heads.GZIP) + 2
    found, count = read(mixed)
    assert [each.url for each in found if isinstance(each, Capture)] == 2 * [
        url(7 * each) for each in range(6)
    ]
    assert count.records == 81


def test_files_that_were_put_behind_one_another_are_read_whole(tmp_path: Path, data: bytes) -> None:
    other = written(tmp_path, list(range(40, 60)))
    bare = b"".join(packed(record(url(number), page(number))) for number in range(60, 80))
    found, count = read(data + other + bare)
    assert [each.url for each in found if isinstance(each, Capture)] == [url(7 * each) for each in range(12)]
    assert count.records == 80


def test_a_wanted_page_that_is_damaged_is_told_and_a_foreign_one_is_not_looked_at(data: bytes) -> None:
    places = [each.start for each in read(data, lambda *_: True)[0]]
    hurt = bytearray(data)
    for number in (10, 14):
        hurt[places[number] + 900] ^= 0xFF
    found, _ = read(bytes(hurt))
    assert [each.start for each in found if isinstance(each, Passed)] == [places[14]]
    assert [each.url for each in found if isinstance(each, Capture)] == [
        url(7 * each) for each in (0, 1, 3, 4, 5)
    ]


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_file_that_is_cut_gives_its_whole_pages(data: bytes, draws: st.DataObject) -> None:
    whole = read(data)[0]
    end = draws.draw(st.integers(2000, len(data)))
    found = [each for each in read(data[:end])[0] if isinstance(each, Capture)]
    assert found == whole[: len(found)]
    behind = [each.start for each in read(data, lambda *_: True)[0]]
    reached = [each for each in whole if any(each.start < start <= end for start in behind)]
    assert len(found) >= len(reached)
