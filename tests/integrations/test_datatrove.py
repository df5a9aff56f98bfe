"""WARC files through pipelines of datatrove: its own executors, on two processes each."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datatrove", reason="datatrove is not installed (extra datatrove)")
pytest.importorskip("fastwarc")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import JsonlWriter

from newscrawl.integrations.datatrove import NewsExtractor, NewsReader
from newscrawl.record.as_json import from_dict, to_dict
from newscrawl.warc.extracting import extract_files
from newscrawl.warc.selecting import Selection
from tests.warc.samples import FETCHED, packed, pages, record, write

PAGES = pages(6)
FOREIGN = [(f"https://elsewhere.example/{number}", b"<html><p>x</p></html>") for number in range(4)]
FILES = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three files of two articles each, with foreign pages between, and one that is no WARC."""
    made = tmp_path / "warcs"
    made.mkdir()
    for number in range(FILES):
        chosen = [*FOREIGN, *PAGES[2 * number : 2 * number + 2]]
        write(made / f"{number}.warc.gz", *(packed(record(*each)) for each in chosen))
    return made


def documents(output: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted(output.glob("*.jsonl.gz"))
        for line in gzip.decompress(path.read_bytes()).decode().splitlines()
    ]


def records(folder: Path) -> list[dict[str, Any]]:
    """What ``extract --warc`` makes of the files."""
    files = sorted(map(str, folder.iterdir()))
    return [to_dict(article) for read in extract_files(files, Selection()) for article, _ in read.found]


def pipeline(folder: Path, output: Path) -> list[Any]:
    return [NewsReader(str(folder), glob_pattern="*.warc.gz"), JsonlWriter(str(output))]


def check(folder: Path, output: Path) -> None:
    """The documents of all tasks together are the records of all files, whole."""
    found = {each["id"]: each for each in documents(output)}
    expected = {each["id"]: each for each in records(folder)}
    assert sorted(found) == sorted(expected)
    assert len(expected) == 2 * FILES
    for key, document in found.items():
        told = document["metadata"]
        assert document["text"] == expected[key]["body"]
        assert {**told, "id": key, "body": document["text"]} == {
            **expected[key],
            **{name: told[name] for name in ("warc", "file_path")},
        }
        assert told["warc"]["file"].startswith(str(folder))
        assert from_dict({**told, "id": key, "body": document["text"]}).title


def test_the_local_executor_reads_files_on_two_processes(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    executor = LocalPipelineExecutor(
        pipeline(folder, output), tasks=2, workers=2, logging_dir=str(tmp_path / "logs")
    )
    stats = executor.run()
    check(folder, output)
    assert {path.name[:5] for path in output.iterdir()} == {"00000", "00001"}
    told = {key: stat.total for key, stat in stats.stats[0].stats.items()}
    assert (told["answers"], told["foreign"], told["records"]) == (18, 12, 6)


def test_ray_reads_files_on_two_processes(folder: Path, tmp_path: Path) -> None:
    ray = pytest.importorskip("ray", reason="ray is not installed (pip install ray)")
    from datatrove.executor.ray import RayPipelineExecutor  # noqa: PLC0415

    output = tmp_path / "out"
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        RayPipelineExecutor(
            pipeline(folder, output),
            tasks=2,
            workers=2,
            cpus_per_task=1,
            mem_per_cpu_gb=0.1,
            logging_dir=str(tmp_path / "logs"),
        ).run()
    finally:
        ray.shutdown()
    check(folder, output)


def test_a_file_that_is_no_warc_costs_itself_alone(folder: Path) -> None:
    write(folder / "1.warc.gz", b"no warc at all")
    reader = NewsReader(str(folder))
    assert len(list(reader.run())) == 4
    assert reader.stats["unreadable"].total == 1


def test_a_list_of_paths_names_the_files(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "warc.paths"
    listed.write_text("2.warc.gz\n0.warc.gz\n")
    urls = [document.metadata["url"] for document in NewsReader(str(folder), str(listed)).run()]
    assert urls == [PAGES[number][0] for number in (4, 5, 0, 1)]


def test_sites_and_days_choose(folder: Path) -> None:
    assert len(list(NewsReader(str(folder), limit=1).run())) == 1
    assert not list(NewsReader(str(folder), sites=["kompas"]).run())
    assert not list(NewsReader(str(folder), since=datetime(2030, 1, 1, tzinfo=UTC)).run())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"since": datetime(2026, 1, 1)}, "aware"),  # noqa: DTZ001 - that is the fault
        ({"sites": ["kompaz"]}, "no site 'kompaz'"),
    ],
)
@pytest.mark.parametrize("step", [lambda **each: NewsReader(".", **each), NewsExtractor])
def test_wrong_options_are_said_at_once(
    step: Callable[..., Any], options: dict[str, Any], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        step(**options)


def given(chosen: list[tuple[str, bytes]]) -> Iterator[Document]:
    """Documents as datatrove's own reader of WARC gives them."""
    for number, (url, body) in enumerate(chosen):
        yield Document(
            body.decode(),
            f"<urn:uuid:{number}>",
            metadata={"url": url, "date": FETCHED.isoformat(), "own": 1},
        )


def test_pages_of_another_reader_become_the_same_records(folder: Path) -> None:
    extractor = NewsExtractor()
    shell = ("https://afederasi.com/tag/padi", b"<html><p>x</p></html>")
    found = list(extractor.run(given([*FOREIGN, *PAGES, shell])))
    expected = list(NewsReader(str(folder)).run())
    assert [each.text for each in found] == [each.text for each in expected]
    for one, other in zip(found, expected, strict=True):
        assert one.id == other.id
        left = {"warc", "file_path"}
        assert {**one.metadata} == {
            **{name: value for name, value in other.metadata.items() if name not in left},
            "date": FETCHED.isoformat(),
            "own": 1,
        }
    told = {name: extractor.stats[name].total for name in ("total", "foreign", "no-article", "records")}
    assert told == {"total": 11, "foreign": 4, "no-article": 1, "records": 6}
