"""Text that is only in the data for a page's scripts is found, whatever framework shipped it."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading import parse
from newscrawl.reading.body import choosing as body
from newscrawl.reading.body import hydration
from newscrawl.reading.fields.sources import Sources
from tests.reading.pages import DECK, LEDE, TEASERS, TEXT, TITLE, page, paragraphs

URL = "https://www.portalkabar.example/daerah/jembatan-gantung"
MARKUP = paragraphs([f"<b>Sukamaju</b> - {LEDE}", *TEXT])
LINES = [f"Sukamaju - {LEDE}", *TEXT]
ARTICLE: dict[str, Any] = {"id": 9, "title": TITLE, "summary": DECK, "content": MARKUP}
OTHERS = [{"title": title, "content": f"<p>{text}</p>" * 40} for title, text in TEASERS]
STATE = {"props": {"pageProps": {"menu": ["a"], "article": ARTICLE, "latest": OTHERS}}}

NODES = [
    {
        "object": "block",
        "type": "paragraph",
        "nodes": [
            {"object": "text", "leaves": [{"text": line[:30]}, {"text": line[30:], "marks": [{"type": "b"}]}]}
        ],
    }
    for line in LINES
]
IMAGE = {
    "object": "block",
    "type": "image",
    "data": {"caption": "Jembatan"},
    "nodes": [{"leaves": [{"text": "x"}]}],
}
HEADING = {"object": "block", "type": "heading-large", "nodes": [{"leaves": [{"text": "Harapan Warga"}]}]}
EDITOR_JS = {
    "blocks": [{"type": "paragraph", "data": {"text": f"{line[:20]}<b>{line[20:]}</b>"}} for line in LINES]
}
PORTABLE = [
    {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": line}]} for line in LINES
]

ASTRO = {"post": [0, {"title": [0, TITLE], "content": [0, MARKUP]}]}


def script(text: str, attributes: str = "") -> str:
    return f"<script {attributes}>{text}</script>"


def as_js(value: Any) -> str:
    """JSON as Nuxt 2 writes it: a program, with signs of HTML escaped."""
    data = json.dumps(value).replace("<", "\\u003C").replace(">", "\\u003E").replace("/", "\\u002F")
    return f"window.__NUXT__=(function(a,b){{return {data}}}(null,true))"


def pushed(value: str) -> str:
    half = len(value) // 2
    return "".join(
        script(f"self.__next_f.push([1,{json.dumps(part)}])") for part in (value[:half], value[half:])
    )


PAYLOADS = {
    "__NEXT_DATA__": script(json.dumps(STATE), 'id="__NEXT_DATA__" type="application/json"'),
    "__NUXT_DATA__": script(json.dumps([1, {"title": 2}, "x", TITLE, MARKUP]), 'id="__NUXT_DATA__"'),
    "__NUXT": script(as_js(STATE)),
    "data-page": f'<div id="app" data-page="{html.escape(json.dumps(STATE))}"></div>',
    "__INITIAL": script(f"window.__INITIAL_STATE__ = {json.dumps(STATE)};"),
    "application/json": script(json.dumps(STATE), 'type="application/json" data-x'),
    "__next_f": pushed(f'0:["$","div"]\n1f:T{len(MARKUP):x},{MARKUP}2a:{{"a":1}}\n'),
    ":article": f'<div><isi-kabar :article="{html.escape(json.dumps(ARTICLE))}"></isi-kabar></div>',
    "props": f"<astro-island props='{json.dumps(ASTRO)}'></astro-island>",
    "serverApp-state": script(
        json.dumps(STATE).replace('"', "&q;").replace("<", "&l;").replace(">", "&g;"),
        'id="serverApp-state" type="application/json"',
    ),
    "kit.start": script(f"const data = [{{isi:{json.dumps(MARKUP)}}}]; kit.start(app, el, {{data}})"),
    "_DATA__": script(f"window.___PAGE_DATA__ = {json.dumps(STATE)}"),
    "script": script(f"var berita = {{judul: {json.dumps(TITLE)}, isi: {json.dumps(MARKUP)}}}"),
    "noscript": f"<noscript><article>{MARKUP}</article></noscript>",
    "template": f'<b-isi><template shadowrootmode="open"><div>{MARKUP}</div></template></b-isi>',
    "textarea": f"<textarea hidden>{html.escape(MARKUP)}</textarea>",
}


@pytest.mark.parametrize("name", PAYLOADS)
def test_text_is_found_in_every_payload(name: str) -> None:
    finding = body.find(Sources(parse(page(f"<h1>{TITLE}</h1>{PAYLOADS[name]}"), URL)), title=TITLE)

    assert finding.origin == f"hydration: {name}"
    assert [block.text for block in finding.blocks if block.kept] == LINES


@pytest.mark.parametrize(
    "content", [NODES, EDITOR_JS, PORTABLE, LINES, json.dumps({"document": {"nodes": NODES}})]
)
def test_text_kept_as_a_document_of_nodes_is_read(content: Any) -> None:
    source = page(script(json.dumps({"story": {"title": TITLE, "content": content}}), 'id="__NEXT_DATA__"'))

    assert [block.text for block in body.find(Sources(parse(source, URL)), title=TITLE).blocks] == LINES


def test_pictures_in_a_document_are_left_out_and_headings_are_headings() -> None:
    document = {"title": TITLE, "nodes": [NODES[0], IMAGE, HEADING, *NODES[1:]]}
    source = page(script(json.dumps(document), 'id="__NEXT_DATA__"'))

    blocks = body.find(Sources(parse(source, URL)), title=TITLE).blocks

    assert [(block.kind, block.text) for block in blocks[:3]] == [
        ("paragraph", LINES[0]),
        ("heading", "Harapan Warga"),
        ("paragraph", LINES[1]),
    ]


def test_half_a_character_in_the_data_costs_no_text() -> None:
    content = MARKUP.replace("</p>", " XX</p>", 1)
    data = json.dumps({"title": TITLE, "content": content}).replace("XX", "\\ud83d")
    found = hydration.find(parse(page(script(data, 'id="__NEXT_DATA__"')), URL), title=TITLE)

    assert found is not None
    assert [block.text for block in found.blocks] == [f"{LINES[0]} \ufffd", *LINES[1:]]


def test_a_text_whose_mark_up_is_escaped_is_read_in_paragraphs() -> None:
    once = html.escape(MARKUP)
    for escaped in (once, once.replace("&", "&amp;"), once.replace("&", "&amp;amp;")):
        assert [block.text for block in hydration.blocks_of_text(escaped)] == LINES


def test_text_in_the_page_is_not_replaced_by_its_copy() -> None:
    source = page(f"<div class=isi>{MARKUP}</div>{PAYLOADS['__NEXT_DATA__']}")

    assert body.find(Sources(parse(source, URL)), title=TITLE).origin == "generic: div.isi"


def test_a_page_cut_short_is_completed_from_its_data() -> None:
    source = page(f"<div class=isi><p>{LEDE}</p></div>{PAYLOADS['__NEXT_DATA__']}")

    assert body.find(Sources(parse(source, URL)), title=TITLE).origin == "hydration: __NEXT_DATA__"


@pytest.mark.parametrize("name", ["script", "noscript", "template", "textarea"])
def test_what_may_be_a_window_or_a_widget_must_speak_of_the_headline(name: str) -> None:
    source = page(f"<h1>{TITLE}</h1>{PAYLOADS[name]}")
    others = "Harga Cabai Rawit di Pasar Induk Turun Jelang Panen"

    assert hydration.find(parse(source, URL), title=TITLE) is not None
    assert hydration.find(parse(source.replace(TITLE, others), URL), title=others) is None


def test_other_articles_in_the_data_are_not_taken() -> None:
    source = page(script(json.dumps({"latest": OTHERS}), 'id="__NEXT_DATA__"'))

    assert hydration.find(parse(source, URL), title=TITLE) is None


@pytest.mark.parametrize(
    "text",
    [
        "{not json",
        "[" * 100_000,
        '{"a":' * 50_000,
        json.dumps({"content": "x" * 5_000}),
        json.dumps({"content": "function(){var a=1; return a} " * 50}),
        json.dumps({"token": "abcdef0123456789" * 40}),
    ],
)
def test_data_that_is_broken_or_no_text_is_passed_over(text: str) -> None:
    source = page(script(text + " " * 300, 'id="__NEXT_DATA__"'))

    assert hydration.find(parse(source, URL), title=TITLE) is None


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=30), st.just(MARKUP), st.just(TITLE)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["title", "type", "text", "nodes", "content", "a"]), inner, max_size=4
        ),
    ),
    max_leaves=25,
)


@given(values)
def test_any_data_is_read_without_an_error(value: Any) -> None:
    found = hydration.find(
        parse(page(script(json.dumps(value) + " " * 300, 'id="__NEXT_DATA__"')), URL), title=TITLE
    )

    assert found is None or found.size >= 300
