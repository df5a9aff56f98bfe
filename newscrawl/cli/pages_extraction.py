"""Saved pages, by themselves or in folders, to records."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from newscrawl.cli.page_forms import ENDINGS, FORMS
from newscrawl.cli.saved_page import saved_page
from newscrawl.cli.usage import UsageError
from newscrawl.items import Article
from newscrawl.reading import UnreadablePageError
from newscrawl.reading.tree.binary import binary_kind
from newscrawl.reading.tree.stated_address import stated_address
from newscrawl.record.as_json import to_json
from newscrawl.record.printable import printable_json

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht")
_PACKED = tuple(f"{ending}.gz" for ending in _PAGES)

_SAY_OF_SEVERAL = "say it with a table of addresses (--pages DIR --index FILE.tsv), or of one page with --url"

Read = Callable[[bytes, str], Article]


def extract_pages(places: Sequence[str], output: Path | None, form: str, read: Read) -> int:
    """Read pages and all pages in folders; the exit status, 1 if one could not be read.

    Records go out as JSON lines that name their ``file``; in other forms each becomes a file in the folder
    ``output``. A page without an address of its own fails alone. Of files in a folder that are no pages by
    their names, and of pages without text, it is said how many there are.

    Raises:
        UsageError: there is no page, or nothing can be written to ``output``.
    """
    files = list(_files(places))
    pages = [(name, path) for name, path, is_page in files if is_page]
    if not pages:
        raise UsageError(f"{places[0]}: there is no page in it ({', '.join(_PAGES)})")
    if form != "json" and output is None:
        raise UsageError(f"several pages as {form} go into a folder; name it with --output")
    failures = textless = 0
    try:
        with ExitStack() as opened:
            put = _writer(output, form, opened)
            for name, path in pages:
                try:
                    page = saved_page(str(path))
                    url = page.url or address_in(str(path), page.source, say=_SAY_OF_SEVERAL)
                    article = read(page.source, url)
                except (OSError, UsageError, UnreadablePageError) as error:
                    failures += 1
                    print(f"newscrawl extract: {told(error)}", file=sys.stderr)
                    continue
                textless += article.body is None
                put(name, article)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"{error.filename or output}: {error.strerror or error}") from error
    print(_summary(len(pages), failures, textless, len(files) - len(pages)), file=sys.stderr)
    return 1 if failures else 0


def _summary(pages: int, failures: int, textless: int, passed: int) -> str:
    """What became of the files: read, failed, without text, and ``passed`` over for their names."""
    parts = [counted(pages, "page"), counted(failures, "failure")]
    if textless:
        parts.append(f"{textless:,} without text of an article")
    if passed:
        parts.append(f"{counted(passed, 'file')} passed over (no {', '.join(_PAGES)})")
    return ", ".join(parts)


def address_in(place: str, source: bytes, *, say: str = "say it with --url URL") -> str:
    """The address that a page itself states; ``say`` tells what to do about a page that states none.

    Raises:
        UsageError: it states none, or is no web page.
    """
    kind = binary_kind(source)
    if kind:
        raise UsageError(f"{place} is no web page but {kind}")
    if not source.strip():
        raise UsageError(f"{place} is empty")
    try:
        url = stated_address(source)
    except UnreadablePageError:
        raise UsageError(f"{place} holds nothing that can be parsed as a page") from None
    if url is None:
        raise UsageError(f"{place} has no canonical link that says where it is from; {say}")
    return url


def told(error: Exception) -> str:
    """What is wrong, with the file first and without the system's number of the error."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def counted(number: int, name: str) -> str:
    """A number of things: ``1 page``, ``2 pages``."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _files(places: Sequence[str]) -> Iterator[tuple[str, Path, bool]]:
    """Each file, its name below the place that was given, and if it was named or is a page by its ending."""
    for place in map(Path, places):
        if not place.is_dir():
            yield place.name, place, True
            continue
        for path in sorted(place.rglob("*")):
            if path.is_file():
                is_page = path.name.lower().endswith((*_PAGES, *_PACKED))
                yield path.relative_to(place).as_posix(), path, is_page


def _writer(output: Path | None, form: str, opened: ExitStack) -> Callable[[str, Article], None]:
    if form != "json":
        assert output is not None
        output.mkdir(parents=True, exist_ok=True)
        return lambda name, article: _write_alone(output, name, form, article)
    if output is None:
        stream = sys.stdout
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        stream = opened.enter_context(output.open("w", encoding="utf-8"))
    return lambda name, article: print(printable_json(to_json(article, file=name)), file=stream)


def _write_alone(folder: Path, name: str, form: str, article: Article) -> None:
    path = folder / f"{name}{ENDINGS[form]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FORMS[form](article) + "\n", encoding="utf-8")
