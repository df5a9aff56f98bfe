"""Which tests each number of the reader decides: those that fail with half or with twice of it.

``python -m benchmarks sweep_tests`` runs the tests of the reader once with numbers that notice where half or
twice of them would come out otherwise, as :mod:`benchmarks.compared` has them. Then each number that is not
known to change a page is changed, and the tests on which it noticed something run again in the same process
until one fails. A number that is named outside functions, in a regular expression, a default or another
number, is not tried: to change it later changes nothing there.

What comes out stands, with what the sweep over pages found, in ``tests/reading/numbers.tsv``: a line for each
number, with the pages it changes and the test that it decides. A test holds that what decides neither is
marked as a bound.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import pytest
from _pytest.runner import runtestprotocol

from benchmarks.numbers import UNTRIED, Decided, write_numbers
from benchmarks.report import ROOT, CannotMeasureError, Options, Section
from benchmarks.sweep import FACTORS, Noticed, Threshold, Watch, changed, thresholds

TESTS = ("tests/reading", "tests/words")


class _Sweep:
    """A plugin that takes the place of the loop over the tests."""

    def __init__(self, swept: Sequence[Threshold]) -> None:
        self._swept = swept
        self.decides: dict[str, str] = {}
        self.tests = 0
        self._items: dict[str, pytest.Item] = {}
        self._failing: set[str] = set()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Watch all tests, then run those of each number with half and with twice of it."""
        self._items = {item.nodeid: item for item in session.items}
        self.tests = len(self._items)
        touched = self._touching()
        for number, threshold in enumerate(self._swept, start=1):
            print(f"sweep_tests: {number} of {len(self._swept)}, {threshold}", file=sys.stderr)
            self.decides[str(threshold)] = next(self._failures(threshold, touched), "")
        return True

    def _touching(self) -> Noticed:
        """The tests to run again, by number and factor: those that might come out otherwise with it."""
        watch = Watch(self._swept)
        for test, item in self._items.items():
            with watch.on(test):
                failed = _fails(item)
            if failed and _fails(item):
                self._failing.add(test)
            elif failed:
                watch.touch_all(test)
        return watch.noticed

    def _failures(self, threshold: Threshold, touched: Noticed) -> Iterator[str]:
        for factor in FACTORS:
            with changed(threshold, threshold.times(factor)):
                for test in sorted(touched[str(threshold), factor], key=threshold.is_far_from):
                    if test not in self._failing and _fails(self._items[test]):
                        yield test


def measure(options: Options) -> Section:
    """The section of the report: how many numbers decide a test, and which decide neither test nor page."""
    if options.quick:
        raise CannotMeasureError("the sweep over the tests has no small run")
    values = {str(threshold): f"{threshold.value:g}" for threshold in thresholds()}
    known = write_numbers(values)
    swept = [threshold for threshold in thresholds() if not known[str(threshold)].changes_a_page]
    return section(write_numbers(values, tests=decided(swept, [str(ROOT / tests) for tests in TESTS])))


def section(numbers: dict[str, Decided]) -> Section:
    """What the table of numbers comes to."""
    others = [row for row in numbers.values() if not row.changes_a_page]
    idle = [f"`{row.number}`" for row in others if row.test == ""]
    untried = [f"`{row.number}`" for row in others if row.test == UNTRIED]
    return Section(
        f"Of {len(numbers)} numbers {len(numbers) - len(others)} change a page. Of the others"
        f" {len(others) - len(idle) - len(untried)} decide a test and {len(idle)} none:"
        f" {', '.join(idle) or 'none'}.\n\n{len(untried)} are not tried: {', '.join(untried) or 'none'}.\n"
    )


def decided(swept: Sequence[Threshold], tests: Sequence[str]) -> dict[str, str]:
    """The first test, by its id, that each of ``swept`` decides, empty for none; those not tried are missing.

    Raises:
        CannotMeasureError: the tests cannot be collected.
    """
    sweep = _Sweep([threshold for threshold in swept if threshold.is_tried])
    options = ["-o", "addopts=", "-m", "not soak", "-p", "no:cacheprovider", "-p", "no:terminal"]
    status = pytest.main([*options, *tests], plugins=[sweep])
    if not sweep.tests:
        raise CannotMeasureError(f"{', '.join(tests)} could not be collected ({status})")
    return sweep.decides


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))
