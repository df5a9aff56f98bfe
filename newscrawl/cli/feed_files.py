"""Where a crawl's records go when ``-o`` and ``-O`` ask for it: checked before anything is fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.record.printable import without_secrets

_STANDARD_OUTPUT = ("-", "stdout:")
_LIBRARIES = {"s3": "boto3", "gs": "google.cloud.storage"}
_STORES = ("s3", "gs", "abfs", "az", "hdfs", "sftp", "webdav")
"""What takes whole files alone: nothing can be added to one."""

_PLACEHOLDER = "%("

_FORMS_OF_EXPORT = (".xlsx", ".parquet", ".tsv", ".gz", ".zst")
"""What only a data set can be, which is whole before it is written."""


def told_format(outputs: Iterable[str]) -> list[str]:
    """What ``-o`` names, with JSON lines for a bare ``-``."""
    return ["-:jsonlines" if output == "-" else output for output in outputs]


def without_format(place: str) -> str:
    """``place`` without the format that follows behind a colon, as in ``out.data:csv``."""
    head, colon, tail = place.rpartition(":")
    return head if colon and head and tail.isalnum() else place


def fault_of_format(place: str, forms: Collection[str]) -> str | None:
    """Why a crawl cannot write ``place`` in any of ``forms``; None where it says one of them."""
    _, colon, said = place.rpartition(":")
    if (colon and said in forms) or Path(place).suffix.removeprefix(".") in forms:
        return None
    shown = without_secrets(place)
    if Path(place).suffix in _FORMS_OF_EXPORT:
        return f"{shown}: a crawl cannot write this form; crawl first, then newscrawl export --output {shown}"
    return (
        f"{shown}: no form that a crawl writes; end it in .jsonl, .csv or .json, or say it as in FILE:jsonl"
    )


def fault_of(place: str) -> str | None:
    """Why nothing can be written to ``place``; None where nothing speaks against it.

    A file is opened and left as it is; of an address the library that Scrapy needs for it must be there.
    """
    if place in _STANDARD_OUTPUT or _PLACEHOLDER in place:
        return None
    scheme = urlsplit(place).scheme
    if library := _LIBRARIES.get(scheme):
        named = f"{without_secrets(place)}: {scheme}:// needs {library}: pip install 'newscrawl[{scheme}]'"
        return None if _is_installed(library) else named
    if scheme not in ("", "file"):
        return None
    path = Path(place.removeprefix("file://"))
    was_there = path.exists()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("ab").close()
    except OSError as error:
        return f"{place} cannot be written: {error.strerror}"
    if not was_there:
        path.unlink()
    return None


def replaced_in_store(places: Iterable[str]) -> list[str]:
    """Those of ``places``, to which ``-o`` adds, that lie in stores and would be replaced by each run."""
    return [place for place in places if urlsplit(place).scheme in _STORES and _PLACEHOLDER not in place]


def shared_by_several(places: Iterable[str]) -> list[str]:
    """Those of ``places`` that all sites of a run would write at once."""
    return [place for place in places if _PLACEHOLDER not in place]


def what_became(
    named: Iterable[str], written: Collection[str], failed: Collection[str] = (), *, came: bool = True
) -> str:
    """The files that a crawl wrote, those that it could not write, and those it left alone, for people.

    ``came`` says whether the crawl got what it asked for, so that what is missing is not new.
    """
    told = []
    why = "for there is nothing new" if came else "for nothing came"
    for place in named:
        if without_secrets(place) in failed:
            told.append(f"{without_secrets(place)} could not be written; the next crawl makes up for it")
        elif place in written:
            told.append(without_secrets(place))
        elif Path(place).exists():
            told.append(f"{without_secrets(place)} left as it was, {why}")
        elif not urlsplit(place).scheme:
            told.append(f"{place} not written, {why} (newscrawl export gives what is stored)")
    return ", ".join(told) or f"none, {why}"


def _is_installed(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ModuleNotFoundError:
        return False
