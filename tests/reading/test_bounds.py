"""Markup beyond any real page is cut before the parser sees it; all other markup is left alone."""

from __future__ import annotations

import pytest

from newscrawl.reading.tree.bounds import MOST_ATTRIBUTES, MOST_TAGS, bounded

pytestmark = pytest.mark.usefixtures("twin")

MANY = MOST_ATTRIBUTES + 1
NUMBERED = " ".join(f"a{number}" for number in range(MANY))
VALUED = " ".join(f'a{number}=">"' for number in range(MANY))


def test_a_common_page_is_the_same_object() -> None:
    markup = b'<p class="a">teks</p>' * 1000
    assert bounded(markup) is markup


def test_tags_beyond_the_limit_are_left_out() -> None:
    assert bounded(b"<b>x" * (MOST_TAGS + 9)) == b"<b>x" * MOST_TAGS


@pytest.mark.parametrize("attributes", [NUMBERED, VALUED, NUMBERED.replace(" ", "=b ")])
def test_a_crowded_tag_loses_its_attributes_and_nothing_else_is_lost(attributes: str) -> None:
    markup = f"<p class='a'>satu</p><p {attributes}>dua</p><p class='b'>tiga</p>".encode()
    assert bounded(markup) == b"<p class='a'>satu</p><p>dua</p><p class='b'>tiga</p>"


def test_long_values_are_no_crowd() -> None:
    picture = "<img src='data:image/png;base64," + "A/b = " * MANY + "'>"
    payload = '<div data-page="' + "{&quot;a&quot;: 1} " * MANY + '">'
    markup = (picture + payload + "<p>teks</p>").encode()
    assert bounded(markup) == markup
