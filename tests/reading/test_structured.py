"""JSON-LD in the forms it has on real pages, and which node is the page's own."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.reading import parse
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.tree.loose_json import load_all
from newscrawl.reading.tree.structured import StructuredData, address_key, texts

URL = "https://www.kabarutara.id/desa/warga-menanam-seribu-pohon-trembesi-12345"
TITLE = "Warga Menanam Seribu Pohon Trembesi"
NODE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-05-13T10:00:00+07:00", "url": URL}


def read(*scripts: str, title: str = TITLE, url: str = URL) -> StructuredData:
    blocks = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    page = parse(f"<html><head>{head}{blocks}</head><body><h1>{title}</h1></body></html>", url)
    return Sources(page).data


class TestBrokenForms:
    @pytest.mark.parametrize(
        "script",
        [
            '<!-- {"a": "b"} -->',
            '//<![CDATA[\n{"a": "b"}\n//]]>',
            '/*<![CDATA[*/{"a": "b"}/*]]>*/',
            '{"a": "b",}',
            '{"a": "b"};',
            '\ufeff{"a": "b"}',
            '{"a": "b"} trailing words',
            '/* made by a plugin */\n// once more\n{"a": "b"} // end',
            '<!-- made by a plugin -->\n<!--\n{"a": "b"}\n//-->',
            '&lt;!-- {"a": "b"} --&gt;',
            '/** made\n * by a plugin\n **/ /**/ {"a": "b"}',
            "{&quot;a&quot;: &quot;b&quot;}",
            'window.__data = {"a": "b"};',
            'var data={"a": "b"}',
        ],
    )
    def test_wrappings_and_stray_signs(self, script: str) -> None:
        assert load_all(script) == [{"a": "b"}]

    def test_control_characters_and_raw_line_breaks(self) -> None:
        assert load_all('{"a": "one\ntwo\tthree"}') == [{"a": "one\ntwo\tthree"}]
        assert load_all('{"a"\x01: "b"}') == [{"a": "b"}]

    def test_unescaped_quotes_inside_a_text(self) -> None:
        script = '{"headline": "Sewa 16 "Tukang Pukul" di "Sana", kata dia", "b": ["x", "y"], "c": 1}'
        assert load_all(script) == [
            {"headline": 'Sewa 16 "Tukang Pukul" di "Sana", kata dia', "b": ["x", "y"], "c": 1}
        ]

    def test_stray_escapes(self) -> None:
        assert load_all(r'{"a": "jum\'at di jalan \x"}') == [{"a": r"jum'at di jalan \x"}]

    @pytest.mark.parametrize("end", ["", "}", "}}", ', "b": '])
    def test_what_stands_before_missing_brackets(self, end: str) -> None:
        (found,) = load_all('{"@type": "NewsArticle", "author": {"name": "Sari"' + end)
        assert found["author"]["name"] == "Sari"

    def test_what_would_take_long_to_mend_is_left_alone(self) -> None:
        assert load_all('{"a": "' + 'b ["c" d' * 4_000) == []

    def test_several_values_in_one_script(self) -> None:
        assert load_all('{"a": 1}\n{"b": 2}, [3]') == [{"a": 1}, {"b": 2}, [3]]

    def test_hopeless_text_gives_nothing(self) -> None:
        assert load_all("var a = 1;") == []
        assert load_all("") == []
        assert load_all("[" * 100_000) == []

    @given(
        st.recursive(
            st.one_of(st.text(max_size=20), st.integers(-5, 5), st.booleans(), st.none()),
            lambda inner: (
                st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
            ),
            max_leaves=12,
        )
    )
    def test_sound_json_is_read_as_it_is(self, value: object) -> None:
        if isinstance(value, (dict, list)):
            assert load_all(json.dumps(value)) == [value]

    @given(st.text(max_size=300))
    def test_any_text_is_read_without_error(self, text: str) -> None:
        load_all(text)


class TestOwnNode:
    def test_a_node_is_known_by_its_headline(self) -> None:
        assert read(json.dumps({**NODE, "url": "https://google.com/article"})).article is not None

    def test_a_node_is_known_by_its_address(self) -> None:
        data = read(json.dumps({**NODE, "headline": "Article headline"}))
        assert data.article is not None

    def test_recommended_articles_are_others(self) -> None:
        other = {
            **NODE,
            "headline": "Harga Cabai Naik Lagi",
            "url": "https://www.kabarutara.id/pasar/harga-99",
        }
        data = read(json.dumps([other, NODE]))
        assert data.text("headline") == TITLE
        assert read(json.dumps(other)).article is None
        assert read(json.dumps([other, {**other, "headline": "Pasar Ikan Pindah"}])).article is None

    def test_a_graph_is_searched(self) -> None:
        graph = {"@graph": [{"@type": "WebSite", "name": "Kabar"}, {"@type": "WebPage", "mainEntity": NODE}]}
        assert read(json.dumps(graph)).text("datePublished") == NODE["datePublished"]

    def test_types_may_be_lists_and_addresses(self) -> None:
        assert read(json.dumps({**NODE, "@type": ["Thing", "https://schema.org/NewsArticle"]})).article

    def test_a_web_page_helps_out(self) -> None:
        page = {"@type": "WebPage", "headline": TITLE, "datePublished": "2024-05-13"}
        data = read(json.dumps(page))
        assert data.article is None
        assert data.text("datePublished") == "2024-05-13"

    def test_one_broken_block_does_not_hide_another(self) -> None:
        assert read("{{{", json.dumps(NODE)).article is not None


def test_references_are_resolved() -> None:
    data = read(
        json.dumps({"@graph": [{**NODE, "author": {"@id": "#p"}}, {"@id": "#p", "name": "Rina Wulandari"}]})
    )
    assert data.article is not None
    assert list(texts(data.resolve(data.article["author"]))) == ["Rina Wulandari"]


def test_breadcrumbs_in_both_forms() -> None:
    items = [{"name": "Home"}, {"item": {"@id": "https://x.id/desa", "name": "Desa"}}]
    assert read(json.dumps({"@type": "BreadcrumbList", "itemListElement": items})).breadcrumb() == [
        "Home",
        "Desa",
    ]


def test_character_references_are_resolved() -> None:
    assert list(texts(["Tom &amp;amp; Jerry", {"name": "A &#8211; B"}])) == ["Tom & Jerry", "A – B"]


def test_address_keys_fold_what_means_the_same() -> None:
    assert address_key("https://m.x.id/a/B-c.html?page=2") == address_key("http://x.id/a/b-c/")
    assert address_key("http://[bad") == ""


def test_what_would_take_long_to_mend_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("json_repair.loads", lambda text, **_: asked.append(len(text)))
    load_all('{"number": ' + "9" * 1_000_000 + "}")
    load_all('{"word": ' + "x" * 300_000)
    assert asked == []
    load_all('{"word": "panen", "open": "raya')
    assert len(asked) == 1


def test_json_that_was_written_into_json_is_read() -> None:
    assert read(json.dumps(json.dumps(NODE))).text("headline") == TITLE
    assert read(json.dumps("kata")).nodes == []


def test_tags_in_a_name_are_none_of_it() -> None:
    data = read(json.dumps({**NODE, "author": {"name": "<a href='/p'>Rina Wulandari</a>"}}))
    assert data.article is not None
    assert list(texts(data.article["author"])) == ["Rina Wulandari"]
    assert list(texts("Harga < 5 ribu")) == ["Harga < 5 ribu"]
