"""The compiled core gives what its twins in Python give."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from newscrawl.reading import language
from newscrawl.reading.tree import bounds, core, naming, outline, page, steps, text

pytestmark = pytest.mark.skipif(
    core.compiled is None, reason="the compiled core was not built: no compiler, or NEWSCRAWL_PURE is set"
)

_TAGS = ("div", "p", "a", "br", "h2", "span", "script", "time", "img", "b", "td", "table", "o:p", "svg", "li")
_TEXTS = st.text(alphabet="ab \n\t\u00a0\u2003\x1f,é\U0001f600&", max_size=6)
_ATTRIBUTES = st.sampled_from(["", ' class="x y"', ' class="x y" id="i"', ' id=""', ' class="é"', " class"])


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attributes, inside: f"<{tag}{attributes}>{''.join(inside)}</{tag}>",
        st.sampled_from(_TAGS),
        _ATTRIBUTES,
        st.lists(children, max_size=4),
    )


_MARKUP = st.recursive(
    st.one_of(_TEXTS, st.just("<!-- c -->"), st.just("<?pi x?>"), st.just("&nbsp;"), st.just("&unknown;")),
    _element,
    max_leaves=40,
)


def _steps(root: html.HtmlElement, compiled: ModuleType | None) -> steps.Steps:
    """What one of the twins finds."""
    built, core.compiled = core.compiled, compiled
    try:
        return steps.Steps(root)
    finally:
        core.compiled = built


def _blank_as_one(texts: list[str | None]) -> list[str | None]:
    return [" " if text and text.isspace() else text or None for text in texts]


@given(_MARKUP)
def test_the_walk_finds_what_the_walk_in_python_finds(markup: str) -> None:
    root = html.document_fromstring(f"<html><body>{markup}<p></p></body></html>")
    for top in (root, *root.find("body"), *root.find("body").iterdescendants("svg", "a")):
        one, other = (dict(vars(_steps(top, twin))) for twin in (core.compiled, None))
        for name in ("texts", "tails"):
            other[name] = _blank_as_one(other[name])
        assert one == other


@given(_MARKUP)
def test_names_are_those_that_python_finds(markup: str) -> None:
    root = html.document_fromstring(f"<html><body>{markup}<p></p></body></html>")
    elements = [*root.iter()]
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    assert core.compiled is not None
    for gather in (core.compiled.names, naming._gather):
        by_classes: dict[str, Any] = {}
        by_id: dict[str, Any] = {}
        gather(elements, by_classes, by_id)
        found.append((by_classes, by_id))
    assert found[0] == found[1]


_NAMES = st.text("abÀ\u0130 Z_-\t", max_size=8) | st.integers(190, 210).map(lambda size: "Ab" * size)


@given(st.none() | _NAMES, st.none() | _NAMES)
def test_marks_are_the_same(classes: str | None, ident: str | None) -> None:
    element = html.Element("p", {"data-class": "x"})
    for name, value in (("class", classes), ("id", ident)):
        if value is not None:
            element.set(name, value)
    asked = outline._marks(element.get("class", ""), element.get("id", ""))
    assert core.compiled is not None
    assert core.compiled.marks(element) == (asked if asked.isascii() and len(asked) < 400 else None)
    assert outline.own_marks(element) == asked


@given(st.text("ab \n\t\x00\x1c\x1f\x85\u00a0é", max_size=12) | st.text())
def test_blanks_are_folded_as_python_splits(written: str) -> None:
    assert core.compiled is not None
    assert core.compiled.one_spaced(written) == " ".join(written.split())


@given(_MARKUP)
def test_the_text_of_an_element_is_what_lxml_says(markup: str) -> None:
    root = html.document_fromstring(f"<html><body>{markup}<p></p></body></html>")
    assert core.compiled is not None
    assert [core.compiled.content(e) for e in root.iter(etree.Element)] == [
        str(e.text_content()) for e in root.iter(etree.Element)
    ]


@given(_MARKUP)
def test_the_links_of_an_element_are_counted_as_by_a_path(markup: str) -> None:
    root = html.document_fromstring(f"<html><body>{markup}<p></p></body></html>")
    count = etree.XPath("count(.//a[normalize-space(.)])")
    assert core.compiled is not None
    assert [core.compiled.links(e) for e in root.iter(etree.Element)] == [
        count(e) for e in root.iter(etree.Element)
    ]


@given(_MARKUP, st.integers(0, 8))
def test_the_depth_of_a_page_is_that_of_a_path(markup: str, levels: int) -> None:
    root = html.document_fromstring(f"<html><body>{markup}<p></p></body></html>")
    assert core.compiled is not None
    found = etree.XPath("boolean(" + "/*" * (levels + 1) + "/node()[not(self::text())])")(root)
    assert core.compiled.is_deeper(root, levels) == found


_HREFS = st.sampled_from(["", "/daerah/judul-é", "?page=2", "judul", "/lain", "&unknown;judul-é", "a&amp;?b"])


@given(st.lists(st.tuples(st.sampled_from(["a", "link", "area", "b"]), _HREFS), max_size=6))
def test_the_links_that_hold_an_address_are_those_of_python(links: list[tuple[str, str]]) -> None:
    inside = "".join(f"<p><{tag} class=x href='{href}'>y</{tag}></p>" for tag, href in links)
    root = html.document_fromstring(f"<html><body>{inside}<a>z</a></body></html>")
    assert core.compiled is not None
    held = [
        (element, href)
        for element in root.iter("a", "link")
        if (href := element.get("href")) and ("judul-é" in href or href[0] == "?")
    ]
    assert core.compiled.leading(root, "judul-é") == held
    noted = [(link, 0) for link in root.iter("a")]
    assert core.compiled.hrefs(noted) == [link.get("href", "") for link, _ in noted]


def test_bytes_are_counted_whatever_their_number() -> None:
    assert core.compiled is not None
    for size in (254, 255, 256, 510, 1000):
        assert core.compiled.counts(b"<" * size + b"=" * size + b"a") == (size, size)


@given(
    st.lists(st.sampled_from(["<", "</", "=", "html", "HTML", "Body", "head", "h", " ", "/", ">", "é"])).map(
        "".join
    )
)
def test_bytes_are_counted_and_edges_found_as_in_python(markup: str) -> None:
    source = markup.encode()
    assert core.compiled is not None
    compiled = (bounds._counts(source), page._edges(source))
    assert compiled == (
        (source.count(b"<"), source.count(b"=")),
        [tag.start() for tag in page._EDGE.finditer(source)],
    )


@given(st.text(max_size=60) | st.text(alphabet="ab_1 ²٣é½,", max_size=20))
def test_words_are_those_of_the_patterns(written: str) -> None:
    assert core.compiled is not None
    assert core.compiled.words(written) == text._WORD.findall(written)
    assert core.compiled.words(written, True) == language._WORD.findall(written)


def test_what_is_no_element_is_refused_with_a_type_error() -> None:
    assert core.compiled is not None
    for call in (core.compiled.content, core.compiled.counts, core.compiled.edges):
        with pytest.raises(TypeError):
            call(None)


def test_a_core_of_another_form_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert core._compiled() is not None
    monkeypatch.setattr(core, "_FORM", core._FORM + 1)
    assert core._compiled() is None
