"""The extraction benchmark on a folder of two pages."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import extraction, systems, worker
from benchmarks.report import CannotMeasureError, Options

URL = "https://contoh.example/2024/05/08/hujan-deras"
LINES = [
    "JAKARTA - Hujan deras mengguyur ibu kota sejak Rabu pagi dan membuat sejumlah jalan tergenang air.",
    "Badan penanggulangan bencana meminta warga di bantaran sungai untuk tetap waspada sampai malam nanti.",
    "Petugas sudah menyiapkan perahu karet dan dapur umum di lima kelurahan yang paling sering kebanjiran.",
]
ARTICLE = (
    '<html lang="id"><head><title>Hujan Deras</title><meta property="og:type" content="article">'
    '<meta property="og:title" content="Hujan Deras"></head><body><article><h1>Hujan Deras</h1>'
    + "".join(f"<p>{line}</p>" for line in LINES)
    + "</article></body></html>"
)
FAILED_ROUND = [
    {"file": "a.html", "seconds": 0.25, "error": "LookupError: x"},
    {"round_seconds": 0.25, "peak_mb": 80.5},
]


@pytest.fixture
def options(tmp_path: Path) -> Options:
    (tmp_path / "a.html").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "sources.tsv").write_text(f"file\turl\na.html\t{URL}\n", encoding="utf-8")
    row = {"file": "a.html", "site": "contoh", "kind": "article", "title": "Hujan Deras", "body": LINES}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return Options(pages=tmp_path, index=tmp_path / "sources.tsv", gold=tmp_path / "gold.jsonl", rounds=1)


def only(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(extraction, "SYSTEMS", {name: systems.SYSTEMS[name] for name in names})


def test_our_own_row_has_figures_from_a_process_of_its_own(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, systems.OWN_WITHOUT_RULES)
    section = extraction.measure(options)
    assert "| newscrawl, no site rules | 1.000 | 1.000 | 1.000 |" in section.markdown
    assert section.files[extraction.CHART].startswith("<svg")


def test_a_missing_peer_is_a_row_that_says_so(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        extraction, "_run_worker", lambda system, *_: None if system.name == "goose3" else FAILED_ROUND
    )
    only(monkeypatch, systems.OWN, "goose3")
    section = extraction.measure(options)
    assert section.markdown.count("| goose3 | not installed |") == 2


def test_a_failed_page_counts_as_an_empty_answer(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_run_worker", lambda *_: FAILED_ROUND)
    only(monkeypatch, systems.OWN)
    text = extraction.measure(options).markdown
    assert "| newscrawl | 0.000 |" in text
    assert "| 250.0 | 250.0 | – | 80 | 1 |" in text


def test_the_best_whole_round_counts_and_not_the_best_of_each_page() -> None:
    run = extraction.Measurement(systems.SYSTEMS[systems.OWN])
    for first, second, whole in ((0.1, 0.3, 0.6), (0.3, 0.1, 0.5), (0.1, 0.1, 0.9)):
        pages = [{"file": "a.html", "seconds": first}, {"file": "b.html", "seconds": second}]
        run.add([*pages, {"round_seconds": whole, "peak_mb": 80.0}])
    assert run.mean_ms == pytest.approx(250)
    assert run.seconds == {"a.html": 0.3, "b.html": 0.1}


def test_without_pages_the_reason_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = command.main(["extraction", "--pages", str(tmp_path), "--report", str(tmp_path / "p.md")])
    assert status == 1
    assert f"no table of pages at {tmp_path / 'sources.tsv'}" in capsys.readouterr().err
    with pytest.raises(CannotMeasureError, match="no gold"):
        extraction.read_gold(tmp_path / "gold.jsonl")


def test_an_unknown_benchmark_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["speed"]) == 1
    assert "no benchmark 'speed'" in capsys.readouterr().err


def test_the_worker_says_that_a_system_is_not_installed(
    options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load() -> systems.Extractor:
        raise ImportError("no module named nobody")

    monkeypatch.setattr(socket.socket, "connect", socket.socket.connect)
    monkeypatch.setitem(worker.SYSTEMS, "nobody", systems.System("nobody", "nobody", "", load))
    arguments = ["nobody", str(options.pages), str(options.index), str(tmp_path / "out.jsonl")]
    assert worker.main(arguments) == worker.NOT_INSTALLED


def test_a_page_that_a_system_stumbles_over_is_its_result(
    options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_source: bytes, url: str) -> systems.Answer:
        raise LookupError(url)

    monkeypatch.setattr(socket.socket, "connect", socket.socket.connect)
    monkeypatch.setitem(worker.SYSTEMS, "clumsy", systems.System("clumsy", "clumsy", "", lambda: read))
    out = tmp_path / "out.jsonl"
    assert worker.main(["clumsy", str(options.pages), str(options.index), str(out)]) == 0
    page, memory = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert page["error"] == f"LookupError: {URL}"
    assert memory["peak_mb"] > 5


def test_a_system_that_wants_the_network_is_refused_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", socket.socket.connect)
    worker.forbid_network()
    with socket.socket() as one, pytest.raises(OSError, match="no network"):
        one.connect(("127.0.0.1", 9))
