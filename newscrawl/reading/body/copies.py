"""A text that a page holds twice: one copy for wide screens, one for narrow ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newscrawl.reading.tree.measures import A_LIST, SENTENCE
from newscrawl.reading.tree.passages import LEAST_LENGTH

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block
    from newscrawl.reading.tree.outline import Outline


def drop(outline: Outline, blocks: Sequence[Block]) -> None:
    """Drop, in place, one of two copies of a text: the later one, unless that alone goes on.

    A copy stands in a box of its own, begins with the first paragraph and goes on with the next ones; a
    refrain or a quotation that is said again is shorter. What stands below the later copy goes with it,
    unless that is more than the copy.
    """
    long = [n for n, block in enumerate(blocks) if block.kept and len(block.text) >= SENTENCE]
    texts = [blocks[n].text for n in long]
    at, same = _copy(texts)
    if not at or not _is_in_two_boxes(outline, texts[0]):
        return
    rest = len(texts) - at
    if at == same < rest:
        begin, end = long[0], long[at]
    else:
        begin, end = long[at], long[at + same] if 2 * same < rest else len(blocks)
    for block in blocks[begin:end]:
        block.drop("the text once more", "widget")


def _is_in_two_boxes(outline: Outline, text: str) -> bool:
    """Whether the lines with a text stand in different boxes, or paragraphs in which ``<br>`` parts lines."""
    boxes = set()
    for line in outline.lines:
        if line.text == text:
            after = outline.lines[line.index + 1 : line.index + 2]
            is_box = any(other.block is line.block for other in after)
            boxes.add(line.block if is_box else line.block.getparent())
    return len(boxes) > 1


def _copy(texts: Sequence[str]) -> tuple[int, int]:
    """Where the first texts stand once more, in order, and how many of them; zeros where they do not.

    Of a preview, behind which the whole text stands, one or two are enough.
    """
    for at in range(1, len(texts)):
        if texts[at] == texts[0]:
            pairs = zip(texts[at:], texts[:at], strict=False)
            same = next((n for n, (copy, text) in enumerate(pairs) if copy != text), min(at, len(texts) - at))
            is_preview = at == same < len(texts) - at
            if (same >= A_LIST or is_preview) and sum(map(len, texts[:same])) >= LEAST_LENGTH:
                return at, same
    return 0, 0
