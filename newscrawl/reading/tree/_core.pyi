from collections.abc import Callable

from lxml.html import HtmlElement

from newscrawl.reading.tree.outline import Lines

def counts(markup: bytes) -> tuple[int, int]: ...
def edges(markup: bytes) -> list[int]: ...
def elements(root: HtmlElement) -> list[HtmlElement]: ...
def names(
    elements: list[HtmlElement],
    by_classes: dict[str, list[tuple[int, HtmlElement]]],
    by_id: dict[str, list[tuple[int, HtmlElement]]],
) -> None: ...
def words(text: str, letters: bool = ...) -> list[str]: ...
def walk(
    top: HtmlElement,
    lines: Lines,
    kinds: dict[object, int],
    noted: int,
    note: Callable[[HtmlElement, int, int], None],
) -> None: ...
