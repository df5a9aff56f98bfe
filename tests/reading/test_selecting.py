"""Selectors answered from a page's classes and ids give what XPath gives, in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading.tree.page import Page, parse
from newscrawl.reading.tree.selecting import compiled, select

pytestmark = pytest.mark.usefixtures("twin")

_PAGE = """<html class="site"><body id="top" class="site single">
<div class="box main" id="isi"><p class="lead">Satu</p>
<div class="box"><p class="lead last">Dua</p></div></div>
<div class="Box\tmain"><h1 class="lead">Tiga</h1><p id="isi">Empat</p></div>
<aside class="box\u00a0main"><p class="lead">Lima</p></aside><p class=" lead  lead ">Enam</p></body></html>"""


def by_xpath(page: Page, selector: str) -> list[str | None]:
    return [element.text for element in compiled(selector)(page.root)]


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        (".lead", ["Satu", "Dua", "Tiga", "Lima", "Enam"]),
        ("p.lead", ["Satu", "Dua", "Lima", "Enam"]),
        (".last.lead", ["Dua"]),
        (".main .lead", ["Satu", "Dua", "Tiga"]),
        (".box .lead", ["Satu", "Dua"]),
        ("#isi > p", ["Satu"]),
        (".main > p", ["Satu", "Empat"]),
        ("p#isi", ["Empat"]),
        (".missing", []),
        (".lead, h1", ["Satu", "Dua", "Tiga", "Lima", "Enam"]),
    ],
)
def test_what_a_selector_finds(selector: str, texts: list[str]) -> None:
    page = parse(_PAGE, "https://contoh.example/")
    assert [element.text for element in select(page, selector)] == texts
    assert by_xpath(page, selector) == texts


_PARTS = st.from_regex(r"(?:p|div|h1)?(?:[.#](?:site|single|box|main|lead|isi|top|Box)){0,2}", fullmatch=True)
_SELECTORS = st.lists(_PARTS.filter(bool), min_size=1, max_size=3)


@given(_SELECTORS, st.sampled_from([" ", " > ", ", ", " + ", ">"]))
def test_any_selector_finds_what_xpath_finds(parts: list[str], joint: str) -> None:
    page = parse(_PAGE, "https://contoh.example/")
    selector = joint.join(parts)
    assert select(page, selector) == compiled(selector)(page.root)
    inner = page.root.find(".//div")
    assert select(page, selector, inner) == compiled(selector)(inner)
