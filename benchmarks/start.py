"""What the first page costs: ``from newscrawl import extract`` and one article, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.machine import describe_run
from benchmarks.report import ROOT, CannotMeasureError, Options, Section, table

_FEWEST_RUNS = 10
_PAGE = """<html lang="id"><head><title>Jalan Pasar Baru Ditutup</title>
<meta property="og:type" content="article">
<meta property="og:title" content="Jalan Pasar Baru Ditutup"></head>
<body><article><h1>Jalan Pasar Baru Ditutup</h1><div>Penulis: Sari Wulandari</div>
<div>Rabu, 8 Mei 2024 | 14:30 WIB</div><p>Tirtasari - Dinas perhubungan menutup jalan di depan pasar itu mulai
Rabu pagi karena saluran air di bawahnya amblas, kata kepala dinas kepada wartawan.</p><p>Baca juga: Pasar
Baru Dibuka Lagi Pekan Depan</p><p>Kendaraan dialihkan ke dua jalan lain sampai perbaikan selesai, dan
pedagang diminta menurunkan barang pada malam hari.</p></article></body></html>"""
_EMPTY = ""
_IMPORT = "from newscrawl import extract"
_ONE_PAGE = f"{_IMPORT}\nassert extract({_PAGE!r}, 'https://m.example.co.id/2024/05/08/jalan-pasar').body"
_FIGURES = """
import time
spent = time.process_time()
peak = next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(spent, peak)
"""


def measure(options: Options) -> Section:
    """The least processor time and the memory of fresh processes; those of an empty one beside them."""
    runs = max(options.rounds, 1 if options.quick else _FEWEST_RUNS)
    steps = {"Python alone": _EMPTY, "import": _IMPORT, "import and first page": _ONE_PAGE}
    _run(_ONE_PAGE)  # whoever starts for the first time pays once more, for compiling the modules
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in steps}
    for _ in range(runs):
        for name, code in steps.items():
            found[name].append(_run(code))
    rows = [
        [name, f"{min(spent for spent, _ in each):.3f}", f"{max(peak for _, peak in each):.0f}"]
        for name, each in found.items()
    ]
    head = ("fresh process", "processor seconds", "peak memory MB")
    return Section("\n".join([f"The best of {runs} processes each.\n", table(head, rows), describe_run()]))


def _run(code: str) -> tuple[float, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", code + _FIGURES],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotMeasureError(f"a first page could not be read: {done.stderr.strip()[-300:]}")
    spent, peak = map(float, done.stdout.split())
    return spent, peak
