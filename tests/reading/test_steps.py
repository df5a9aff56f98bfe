"""One walk over a page gives its outline and the blocks of its containers; where they differ is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newscrawl.reading.tree import walking
from newscrawl.reading.tree.outline import Outline
from newscrawl.reading.tree.page import Page, parse
from newscrawl.reading.tree.steps import Steps
from newscrawl.reading.tree.walking import walk

pytestmark = pytest.mark.usefixtures("twin")

_TAGS = (
    "div",
    "p",
    "a",
    "br",
    "b",
    "span",
    "script",
    "img",
    "i",
    "td",
    "tr",
    "table",
    "li",
    "svg",
    "noscript",
)
_MARKUP = st.recursive(
    st.text(alphabet="ab \n,.", max_size=8) | st.just("<!-- c -->"),
    lambda inner: st.builds(
        lambda tag, names, inside: f"<{tag}{names}>{''.join(inside)}</{tag}>",
        st.sampled_from(_TAGS),
        st.sampled_from(["", ' class="iklan"', " hidden"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


def page_of(body: str) -> Page:
    return parse(f"<html><head><title>T</title></head><body>{body}</body></html>", "https://x.id/a")


def both(inside: str) -> tuple[list[str], list[str]]:
    """The lines of the outline, and the texts of the blocks, of a page with one box.

    They are those of its body: an end tag too many in what is ``inside`` closes the box.
    """
    page = page_of(f"<div>{inside}</div>")
    body = page.root.find("body")
    lines = [line.text for line in Outline(page.steps).lines]
    return lines, [block.text for block in walk(body, steps=page.steps)]


@given(_MARKUP)
def test_blocks_of_a_container_are_those_of_the_container_walked_by_itself(markup: str) -> None:
    page = page_of(markup)
    for element in page.root.iter("div", "p", "table", "tr", "a", "svg", "body", "noscript"):
        assert walk(element, steps=page.steps) == walk(element)


@given(_MARKUP)
def test_outline_and_blocks_have_the_same_words(markup: str) -> None:
    lines, blocks = both(markup)
    assert "".join("".join(lines).split()) == "".join("".join(blocks).replace("|", "").split())


def test_a_container_of_the_page_is_not_walked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of("<div><p>Satu</p></div><div><p>Dua</p></div>")
    second, first = page.root.xpath("//div")[::-1]
    monkeypatch.setattr(walking, "Steps", None)

    assert [[b.text for b in walk(box, steps=page.steps)] for box in (first, second, first)] == [
        ["Satu"],
        ["Dua"],
        ["Satu"],
    ]


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("Satu<p>dua</p>tiga", ["Satu", "dua", "tiga"]),
        ("<p>Satu <script>x</script>dua</p><style>y</style>tiga", ["Satu dua", "tiga"]),
        (
            "<div>Satu <title>x</title>dua</div><p>tiga</p><meta name=x content=y>empat",
            ["Satu dua", "tiga", "empat"],
        ),
        ("<p>Satu<noscript><p>x</p></noscript> dua</p>", ["Satu dua"]),
        ("<p>Satu <o:p>dua</o:p></p>", ["Satu dua"]),
        (f"{'<div>' * 100}Satu<p>dua</p>tiga{'</div>' * 100}empat", ["Satu", "dua", "tiga", "empat"]),
    ],
)
def test_outline_and_blocks_take_the_same_for_lines(inside: str, told: list[str]) -> None:
    assert both(inside) == (told, told)


@pytest.mark.parametrize(
    ("inside", "lines", "blocks"),
    [
        # A picture in a sentence is a smiley to the text, and a place to look for captions to the fields.
        ("<p>Satu <img src=a>dua</p>", ["Satu", "dua"], ["Satu dua"]),
        # A row is one line of the text; a field may stand in each of its cells.
        (
            "<table><tr><td>Satu</td><td>dua</td></tr></table>",
            ["Satu", "dua"],
            ["Satu | dua"],
        ),
        # What was wrapped by hand is one sentence of the text; a break ends every name and date.
        (
            "<p>Pemerintah kota memperbaiki jembatan dan<br>jalan.</p>",
            ["Pemerintah kota memperbaiki jembatan dan", "jalan."],
            ["Pemerintah kota memperbaiki jembatan dan jalan."],
        ),
        # A word half in bold is a word of the text; a name and a date side by side are two for the fields.
        ("<p>Satu<b>dua</b></p>", ["Satu dua"], ["Satudua"]),
        # A related link in a sentence is dropped by itself; the sentence is shown with it.
        (
            "<p>Satu dua. <b>Baca juga: tiga</b></p>",
            ["Satu dua. Baca juga: tiga"],
            ["Satu dua.", "Baca juga: tiga"],
        ),
    ],
)
def test_outline_and_blocks_part_lines_as_each_needs(
    inside: str, lines: list[str], blocks: list[str]
) -> None:
    assert both(inside) == (lines, blocks)


def test_text_behind_a_comment_is_text_and_the_comment_is_none() -> None:
    root = html.fragment_fromstring("<p>Satu <!-- x -->dua</p><?y z?>tiga", create_parent="div")

    assert [block.text for block in walk(root)] == ["Satu dua", "tiga"]
    assert [line.text for line in Outline(Steps(root)).lines] == ["Satu dua", "tiga"]


def test_what_stands_behind_a_container_is_not_its_text() -> None:
    page = page_of("<p>Satu <a href=x>dua <b>tiga</b></a> empat</p>")
    (link,) = page.root.xpath("//a")

    (block,) = walk(link, steps=page.steps)

    assert (block.text, block.link_share) == ("dua tiga", 0)


def test_a_container_that_is_not_shown_is_read_where_it_is_asked_for() -> None:
    page = page_of("<p>Satu</p><noscript><div><p>Dua</p></div></noscript>")
    (box,) = page.root.xpath("//noscript/div")

    assert [line.text for line in Outline(page.steps).lines] == ["Satu"]
    assert [block.text for block in walk(box, steps=page.steps)] == ["Dua"]
    assert walk(box.getparent(), steps=page.steps) == []


def test_what_stands_outside_the_body_is_not_shown() -> None:
    root = html.document_fromstring("<html><body><p>Satu</p></body></html>")
    root.append(html.fragment_fromstring("<div><p>Dua</p></div>"))
    page = Page("https://x.id/a", root)

    assert [line.text for line in Outline(page.steps).lines] == ["Satu"]
    assert [block.text for block in walk(root[1], steps=page.steps)] == ["Dua"]
    assert [block.text for block in walk(root, steps=page.steps)] == ["Satu"]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Satu <span class=x>dua</span> tiga</p>",
        "<table><tr><td>Satu</td><td class=x>dua</td><td>tiga</td></tr></table>",
        "<p>Satu <a href=y><b class=x>dua</b></a> tiga</p>",
    ],
)
def test_what_a_site_rule_drops_is_a_line_of_its_own_in_the_blocks_alone(inside: str) -> None:
    page = page_of(f"<div id=box>{inside}</div>")
    (box,), dropped = page.root.xpath("//*[@id='box']"), page.root.xpath("//*[@class='x']")

    blocks = walk(box, steps=page.steps, dropped=dict.fromkeys(dropped, "site rule: .x"))

    assert [(block.text, block.kept) for block in blocks] == [("Satu", True), ("dua", False), ("tiga", True)]


def test_boxes_of_a_page_are_found_in_few_steps_in_their_order() -> None:
    steps = page_of("<p>Satu</p>" * 4).steps
    asked: list[int] = []

    class Counted(list[html.HtmlElement]):
        def index(self, element: html.HtmlElement, start: int = 0, end: int = 1 << 60) -> int:
            asked.append(start)
            return super().index(element, start, end)

    steps.elements = Counted(steps.elements)
    places = [steps.place_of(element) for element in steps.elements]

    assert asked[1:] == places[:-1]
