"""Writes from an event loop: one thread commits what has gathered, and nobody waits for the disk.

A job is acknowledged only once it is committed. While one transaction is being written the next jobs gather,
and between two there is a moment, so that a busy crawl pays for one flush of the disk per group and not per
article.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from newscrawl.archive.archive import Archive
from newscrawl.archive.errors import ArchiveError
from newscrawl.archive.prepared import Prepared

Result = TypeVar("Result")

_LARGEST_GROUP = 500

MOMENT = 0.05
"""Seconds between the start of a transaction and that of the next: a crawl that is not busy never waits."""

_Job = tuple[Callable[[Archive], Any], "Future[Any]", Prepared | None]


class ArchiveWriter:
    """A thread with an archive of its own.

    After an :class:`ArchiveError` every later job fails with it at once: a crawl that cannot store must end.
    """

    def __init__(self, open_archive: Callable[[], Archive]) -> None:
        """Start the thread, and wait until it has its archive from ``open_archive``.

        Raises:
            ArchiveError: the archive cannot be opened.
        """
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._failure: ArchiveError | None = None
        opened: Future[None] = Future()
        self._thread = threading.Thread(
            target=self._work, args=(open_archive, opened), name="archive", daemon=True
        )
        self._thread.start()
        opened.result()

    @property
    def failure(self) -> ArchiveError | None:
        """Why nothing more can be written here, if nothing can."""
        return self._failure

    def submit(self, job: Callable[[Archive], Result], about: Prepared | None = None) -> Future[Result]:
        """Have ``job`` done inside a transaction; its result comes when that is committed.

        ``about`` is the article that it stores: what is asked for that is asked for the whole group at once.
        """
        future: Future[Result] = Future()
        # What is on its way to the disk can no longer be called off.
        future.set_running_or_notify_cancel()
        self._jobs.put((job, future, about))
        return future

    def close(self) -> None:
        """Do what was submitted, then end the thread and close its archive."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self, open_archive: Callable[[], Archive], opened: Future[None]) -> None:
        try:
            archive = open_archive()
        except BaseException as error:
            opened.set_exception(error)
            return
        opened.set_result(None)
        try:
            begun = -MOMENT
            while (first := self._jobs.get()) is not None:
                time.sleep(max(0.0, begun + MOMENT - time.monotonic()))
                begun = time.monotonic()
                more = self._gather(first)
                self._do(archive, more.jobs)
                if more.last:
                    break
        finally:
            try:
                archive.close()
            except ArchiveError as error:
                self._failure = self._failure or error

    def _gather(self, first: _Job) -> _Group:
        group = _Group([first])
        while len(group.jobs) < _LARGEST_GROUP:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                group.last = True
                break
            group.jobs.append(job)
        return group

    def _do(self, archive: Archive, jobs: list[_Job]) -> None:
        """All jobs in one transaction; where one fails, each in its own."""
        results: list[Any] = []
        try:
            if self._failure:
                raise self._failure
            with archive.storing([about for *_, about in jobs if about is not None]):
                results.extend(job(archive) for job, *_ in jobs)
        except ArchiveError as error:
            self._failure = error
            for _, future, _ in jobs:
                future.set_exception(error)
        except Exception as error:
            if len(jobs) == 1:
                jobs[0][1].set_exception(error)
            else:
                for job in jobs:
                    self._do(archive, [job])
        else:
            for (_, future, _), result in zip(jobs, results, strict=True):
                future.set_result(result)


class _Group:
    def __init__(self, jobs: list[_Job]) -> None:
        self.jobs = jobs
        self.last = False
