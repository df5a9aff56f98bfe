"""The verdict on each block: what its wording says, and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from newscrawl import words
from newscrawl.reading.tree.measures import (
    A_LIST,
    LABEL,
    SENTENCE,
    WHOLLY_LINKED,
)
from newscrawl.reading.tree.passages import LEAST_LENGTH
from newscrawl.reading.widgets import (
    button_rows,
    calls,
    edges,
    lines,
    parted_title,
    posts,
    pull_quotes,
    slogans,
    speech,
    tails,
    walls,
)
from newscrawl.reading.widgets.comments import counts_comments
from newscrawl.reading.widgets.own_names import names_in
from newscrawl.reading.widgets.running import LINKED, ends_text, is_answered, is_running
from newscrawl.reading.widgets.wordings import signs_in

if TYPE_CHECKING:
    from newscrawl.reading.tree.blocks import Block

_HALF_LINKED = 0.4  # share of a line in links; the label before the link takes the rest
_MOST_ANNOUNCED = 6  # headlines without links behind one label; more are the text going on
_FEWEST_WORDS = 4  # words of a headline; a link of fewer is a name. Twice changes 1 of 290 pages
_OPENS = re.compile(words.patterns("buttons", "opens an article"))
_CELLS, _LISTS = frozenset(("td", "th")), frozenset(("ul", "ol", "li"))
_LONGEST_SOURCE = 300
"""Bound: characters of a source line, address included, that a pattern is tried on."""
_SOURCE = re.compile(
    r"(?:sumber|source)(?: artikel| berita)? ?\|? ?: ?((?:https?://\S{4,280}|.{2,60}))", re.IGNORECASE
)
_VIDEO = re.compile(r"\W?video ?[:|\]–—-]", re.IGNORECASE)
_POINTING = ("video promo", "related link")
_BELOW = re.compile(rf"(?:{words.patterns('edges', 'points below')})\W*$")
_GLUED = re.compile(rf"(?<=[.!?\"”])(?:{words.tree(words.texts('next_page', 'words'))})$", re.IGNORECASE)
_SCHEME = re.compile(r"https?://(?:www\.)?|^www\.")
_WORD = re.compile(r"\w")


def strip(
    blocks: Sequence[Block],
    *,
    title: str | None,
    drop_text: Sequence[str] = (),
    host: str = "",
    names: Sequence[str] = (),
    is_dateline: Callable[[str], bool] = lambda _: False,
) -> Counter[str]:
    """Drop the widget lines among ``blocks``, in place; returns how many for each reason.

    ``title`` is the article's: a line that only repeats it goes. ``drop_text`` are regular expressions of
    the site; a line that one of them matches as a whole goes. ``host`` is that of the page's address,
    ``names`` what the page calls its site: a source line that names it goes, and so does a call to follow it.
    ``is_dateline`` tells of a text whether it begins with a dateline.
    """
    _restore_codes(blocks)
    before = [block for block in blocks if block.kept]
    tails.cut(blocks)
    _drop_by_wording(blocks, title, [re.compile(pattern, re.IGNORECASE) for pattern in drop_text])
    walls.drop(blocks)
    calls.drop(blocks, host, names)
    speech.drop(blocks, calls.own(host, names))
    _drop_video_titles(blocks)
    _drop_announced(blocks)
    _drop_link_lines(blocks)
    _drop_teasers(blocks)
    _drop_last_teasers(blocks)
    _drop_next_page(blocks)
    _cut_page_link(blocks)
    button_rows.drop(blocks)
    _drop_source_boxes(blocks, host)
    pull_quotes.drop(blocks)
    posts.judge(blocks)
    edges.trim(blocks, is_dateline=is_dateline)
    return Counter(block.reason for block in before if not block.kept)


def _restore_codes(blocks: Sequence[Block]) -> None:
    """Take a reporter's code below the text back into it: its box is called the byline's."""
    last = max((n for n, block in enumerate(blocks) if block.kept), default=len(blocks))
    for block in blocks[last + 1 :]:
        if block.reason.startswith("byline") and lines.is_reporters_code(block.text):
            block.kept, block.reason, block.kind = True, "text", "paragraph"


def _drop_by_wording(blocks: Sequence[Block], title: str | None, patterns: Sequence[re.Pattern[str]]) -> None:
    headline = lines.plain(title) if title else None
    signs = signs_in("\n".join(lines.plain(block.text) for block in blocks if block.kept))
    if headline:
        parted_title.drop(blocks, headline)
    for n, block in enumerate(blocks):
        if not block.kept:
            continue
        text = block.text
        if any(pattern.fullmatch(text) for pattern in patterns):
            block.drop("site rule: drop_text", "widget")
        elif not _WORD.search(text) and not lines.is_code(text):
            block.drop("separator", "widget")
        elif headline and len(text) <= 2 * len(headline) and lines.plain(text) == headline:
            # A verse that gave a poem its title goes on in small letters, as the title does not.
            if not (text[0].islower() and title and title[0].isupper()):
                block.drop("repeats the title", "widget")
        elif _is_cell(blocks, n) and not counts_comments(text):
            continue
        elif (reason := lines.verdict(text, signs)) and reason != "date line":
            is_fact = (reason == "byline" or ":" in text) and _is_listed(blocks, n)
            is_asked = reason == "reactions" and is_answered(blocks[n:])
            if not (is_fact or is_asked or (lines.may_head(text) and _heads_text(blocks, n))):
                block.drop(reason, "caption" if reason == "caption" else "widget")
        elif block.link_share and _leads_to_link(text, block.link_share):
            block.drop("related link", "widget")


def _leads_to_link(text: str, share: float) -> bool:
    """Whether what stands in a line beside its link is a label, or a call to follow it."""
    if share >= _HALF_LINKED and (
        lines.is_labelled(text) or speech.is_label(text) or lines.is_glued(text) or lines.is_led(text)
    ):
        return True
    return share < WHOLLY_LINKED and speech.leads(text, share)


def _is_cell(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is a row or a cell of a table of data: "Tutup" is a value there, no button.

    Values are short, and no questions or links, and the cell of an old template, which holds the whole
    article, has text beside.
    """
    block = blocks[at]
    if (
        len(block.text) > LABEL
        or block.text.endswith("?")
        or block.link_share >= _HALF_LINKED
        or any(other.marks == block.marks and is_running(other) for other in blocks[max(0, at - 1) : at + 2])
    ):
        return False
    names = block.marks.split()
    cell = max((n for n, name in enumerate(names) if name in _CELLS), default=-1)
    alone = cell >= 0 and ":" not in block.text
    return block.kind == "table_row" or (alone and _LISTS.issuperset(names[cell + 1 :]))


def _is_listed(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is an item of a list of other facts, such as the writer of a book in its data."""
    beside = [block for block in blocks[max(0, at - 2) : at + 3] if block.kind == "list_item"]
    return (
        blocks[at].kind == "list_item"
        and len(beside) >= A_LIST
        and not all(lines.is_byline(block.text) for block in beside)
    )


def _heads_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether a sentence or an item of a list without a link stands right below a line."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None or not below.kept or below.link_share >= LINKED:
        return False
    return below.kind == "list_item" or (is_running(below) and ends_text(below.text))


def _drop_announced(blocks: Sequence[Block]) -> None:
    """Drop the links, or the headlines without links, that follow a line like "Baca juga:"."""
    label: str | None = None
    found = 0
    linked = False
    for block in blocks:
        if not block.kept:
            if lines.is_label(block.text) or block.reason == "summary" or _points_below(block):
                label, found, linked = block.reason, 0, False
            linked = linked or block.link_share >= LINKED
            continue
        if label == "summary" and block.kind == "list_item":
            block.drop("summary", "widget")
        elif label is None or label == "summary":
            label = None
        elif block.link_share >= LINKED:
            linked = True
            block.drop("related link", "widget")
        elif (
            not linked
            and found < _MOST_ANNOUNCED
            and block.kind != "heading"
            and lines.is_headline(block.text)
        ):
            found += 1
            block.drop("related link", "widget")
        else:
            label = None


def _points_below(block: Block) -> bool:
    """Whether a dropped line announces a video or another article below it: "Simak video di bawah ini"."""
    return block.reason.startswith(_POINTING) and _BELOW.search(lines.plain(block.text)) is not None


def _drop_video_titles(blocks: Sequence[Block]) -> None:
    """Drop a heading right above the place of a video that is labelled so: it is the video's title."""
    for block, after in pairwise(blocks):
        if (
            not after.kept
            and after.reason == "embed placeholder"
            and block.kept
            and block.kind == "heading"
            and _VIDEO.match(block.text)
        ):
            block.drop("video promo", "widget")


def _drop_link_lines(blocks: Sequence[Block]) -> None:
    """Drop lines that are one link as a whole and read like a headline, not like a sentence."""
    for block in blocks:
        if (
            block.kept
            and block.link_share >= WHOLLY_LINKED
            and block.kind not in ("quote", "embed", "table_row")
            and block.text.count(" ") >= _FEWEST_WORDS - 1
            and not lines.is_address(block.text)
            and not block.text.endswith((".", ":", '"', "”"))
        ):
            block.drop("related link", "widget")


def _drop_teasers(blocks: Sequence[Block]) -> None:
    """Drop what stands between the headline of another article and the button that opens it."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if (
            block.kept
            and len(block.text) <= LEAST_LENGTH
            and not before.kept
            and before.reason == "related link"
            and not after.kept
            and _OPENS.fullmatch(lines.plain(after.text))
        ):
            block.drop("teaser", "widget")


def _drop_last_teasers(blocks: Sequence[Block]) -> None:
    """Drop the teasers that end a page: each behind another article's headline, dated or below one label.

    Links in the text have a label each ("Baca juga"), and the text goes on behind them.
    """
    row: list[Block] = []
    labelled = False
    behind = False
    dates: list[Block] = []
    for before, block in pairwise(blocks):
        if not block.kept and block.reason == "related link":
            if lines.is_label(before.text):
                row, labelled = [], True
            behind, dates = block.link_share >= WHOLLY_LINKED, []
        elif behind and block.kept and lines.is_date(block.text):
            dates.append(block)
        elif block.kept and behind and (dates or labelled) and _is_short(block):
            row += [*dates, block]
            behind = False
        elif block.kept and is_running(block):
            row, labelled, behind = [], False, False
    if sum(not lines.is_date(block.text) for block in row) >= A_LIST:
        for block in row:
            block.drop("teaser", "widget")


def _is_short(block: Block) -> bool:
    return block.kind in ("paragraph", "list_item") and len(block.text) <= LEAST_LENGTH


def _drop_next_page(blocks: Sequence[Block]) -> None:
    """Drop how the next page begins: what ends the text behind "Halaman Selanjutnya" and in no sentence."""
    at = next((n for n in range(len(blocks) - 1, 0, -1) if blocks[n].kept), 0)
    if not any(block.kept for block in blocks[: at - 1]):
        return
    for before, block in pairwise(blocks[at - 1 : at + 1] if at else ()):
        points = not before.kept and before.reason == "page links" and any(map(str.isalpha, before.text))
        is_next = points and block.kind == "paragraph" and not slogans.is_counter(before.text)
        is_own = ends_text(block.text) or lines.is_code(block.text) or lines.is_typed_source(block.text)
        if is_next and not is_own:
            block.drop("teaser", "widget")


def _cut_page_link(blocks: Sequence[Block]) -> None:
    """Take the link to the next page off the end of the text that it is glued to: "... di pasar.Next"."""
    last = next((block for block in reversed(blocks) if block.kept and is_running(block)), None)
    if last is not None and last.link_share and (found := _GLUED.search(last.text)) is not None:
        last.text = last.text[: found.start()]


def _drop_source_boxes(blocks: Sequence[Block], host: str) -> None:
    """Drop source lines that the template made; those that the writer typed stay.

    They are rows of a table of credits, name the site itself, or stand outside the box of the text.
    """
    box = _box_of_text(blocks)
    for before, block in zip([None, *blocks], blocks, strict=False):
        if not block.kept or len(block.text) > _LONGEST_SOURCE:
            continue
        found = _SOURCE.fullmatch(block.text)
        if found is None:
            # "Hormat kami," and a name below it: an office signs what it has written.
            is_signed = before is not None and before.kept and before.text.endswith(",")
            if (
                block.kind == "paragraph"
                and not is_signed
                and (_is_name_of_site(block.text, host) or _is_rubric(block, host))
            ):
                block.drop("name of the site", "widget")
            continue
        own = _names_site(found[1], host)
        in_box = block.marks.split()[: len(box)] == box or (
            before is not None and _is_item_beside(before, block)
        )
        if own or block.kind == "table_row" or not in_box:
            block.drop("source box", "widget")


def _is_item_beside(before: Block, block: Block) -> bool:
    """Whether the last item of a list of the text stands in one box with a line, as its source does."""
    is_item = before.kept and before.kind == "list_item"
    return is_item and before.marks.split()[:2] == block.marks.split()[:2]


def _is_name_of_site(text: str, host: str) -> bool:
    """Whether a line is nothing but the site's name or address."""
    if len(text) > 2 * len(host):
        return False
    said = _letters(text).removeprefix("www.")
    return bool(said) and (said == host.lower().removeprefix("www.") or said in names_in(host))


def _is_rubric(block: Block, host: str) -> bool:
    """Whether a line is the site's address and a link to one of its rubrics: "situs.id - Liputan Khas".

    Or it is the site's name and what it says of itself: "Kabar Desa | Jendela Lereng".
    """
    named, bar, _ = block.text.partition(" | ")
    if bar and _letters(named) in names_in(host):
        return len(block.text) < SENTENCE and not ends_text(block.text)
    site, dash, rubric = block.text.partition(" - ")
    return (
        bool(dash)
        and block.link_share >= _HALF_LINKED
        and rubric.count(" ") < _FEWEST_WORDS
        and _letters(site) == host.lower().removeprefix("www.")
    )


def _names_site(source: str, host: str) -> bool:
    """Whether a source is the site itself: a label of its host, the first ones run together, an address."""
    bare = host.lower().removeprefix("www.")
    if _SCHEME.sub("", source.lower()).startswith(f"{bare}/"):
        return True
    name = _letters(source)
    return name.partition(".")[0] in names_in(host) or name in accumulate(bare.split("."))


def _letters(text: str) -> str:
    return "".join(re.findall(r"[a-z0-9.]+", text.lower()))


def _box_of_text(blocks: Sequence[Block]) -> list[str]:
    """The marks of the element around all running text below the container; none where there is no such."""
    running = [block.marks.split() for block in blocks if block.kept and len(block.text) >= SENTENCE]
    if not running:
        return []
    shared: list[str] = []
    for names in zip(*running, strict=False):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return shared if shared[:1] == ["div"] and len(shared) > 1 else []
