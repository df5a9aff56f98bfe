"""``python -m benchmarks``: run the benchmarks and write docs/performance.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks import BENCHMARKS, ON_REQUEST
from benchmarks.pages import together
from benchmarks.report import REPORT, ROOT, CannotMeasureError, Options, write

_NAMES = (*BENCHMARKS, *ON_REQUEST)
_SHARED_PAGES = ROOT.parent / "shared" / "pages"


def main(arguments: list[str] | None = None) -> int:
    """Run the named benchmarks, or all; exit status 1 if one could not be measured."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folders = options.pages or [_SHARED_PAGES]
        folder = folders[0] if len(folders) == 1 else together(folders, Path(scratch))
        chosen = Options(
            pages=folder / "html" if (folder / "html").is_dir() and not options.index else folder,
            index=Path(options.index or folder / "sources.tsv"),
            gold=Path(options.gold or folder / "gold.jsonl"),
            quick=options.quick,
            rounds=options.rounds,
            peers=options.peers,
        )
        done = [_run(name, chosen, options.report) for name in options.benchmark or BENCHMARKS]
    return 0 if all(done) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "benchmark",
        nargs="*",
        metavar="BENCHMARK",
        help=f"of {', '.join(_NAMES)}; default: all but {', '.join(ON_REQUEST)}",
    )
    parser.add_argument(
        "--pages",
        type=Path,
        action="append",
        metavar="DIR",
        help=f"folder of saved pages, or several, which count as one (default: {_SHARED_PAGES})",
    )
    parser.add_argument("--index", metavar="FILE.tsv", help="table with columns file and url")
    parser.add_argument("--gold", metavar="GOLD.jsonl", help="what must come out of each page")
    parser.add_argument("--rounds", type=int, default=3, help="timed rounds (default: %(default)s)")
    parser.add_argument(
        "--peers",
        default=sys.executable,
        metavar="PYTHON",
        help="Python of an environment that has the peers of ccnews, which cannot live beside newscrawl",
    )
    parser.add_argument("--quick", action="store_true", help="a small run that only checks the benchmarks")
    parser.add_argument("--report", type=Path, default=REPORT, help="report to write (default: %(default)s)")
    return parser


def _run(name: str, options: Options, report: Path) -> bool:
    if name not in _NAMES:
        return _complain(f"there is no benchmark '{name}'; there are {', '.join(_NAMES)}")
    if find_spec(f"benchmarks.{name}") is None:
        return _complain(f"{name}: not in this checkout")
    print(f"benchmark {name}", file=sys.stderr)
    try:
        section = import_module(f"benchmarks.{name}").measure(options)
    except CannotMeasureError as error:
        return _complain(f"{name}: {error}")
    write(name, section, report)
    print(section.markdown)
    print(f"written to {report}", file=sys.stderr)
    return True


def _complain(message: str) -> bool:
    print(f"benchmarks: {message}", file=sys.stderr)
    return False


if __name__ == "__main__":
    sys.exit(main())
