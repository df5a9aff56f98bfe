"""What newscrawl measures, and how.

``python -m benchmarks`` runs every benchmark, ``python -m benchmarks dates`` one of them. A benchmark is a
module of this package, listed in :data:`BENCHMARKS`, with a function ``measure(options: Options) -> Section``
(both in :mod:`benchmarks.report`). Its section replaces the generated part of the same name in
docs/performance.md; progress goes to standard error. What a benchmark needs and does not find is said in
its section, or raises :class:`benchmarks.report.CannotMeasureError` with the reason.
"""

from __future__ import annotations

BENCHMARKS = ("extraction", "fields", "start", "robustness", "dates", "archive", "crawl")
"""Module names, in the order of the report."""

ON_REQUEST = ("ccnews", "warc", "instructions", "sweep", "sweep_tests", "server")
"""Those that take long or want something of their own, and run only where they are named."""
