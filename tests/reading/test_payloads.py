"""Dates and names beside the title in the data that a page is drawn from."""

from __future__ import annotations

import json

from newscrawl.reading.tree.page import Page, parse
from newscrawl.reading.tree.payloads import author_near, published_near

TITLE = 'Warga Menanam "Seribu" Pohon di Lereng Bukit'
ARTICLE = {
    "title": TITLE,
    "published_at": "2024-05-13 07:08:09",
    "authors": [{"id": 5, "name": "Rina Wulandari"}],
}
OTHER = {"title": "Harga Cabai Naik Lagi", "published_at": "2020-01-01 10:00:00", "author": "Joko Susilo"}
DATA = json.dumps({"list": [OTHER], "padding": "x" * 7000, "article": ARTICLE})


def page(markup: str) -> Page:
    return parse(f"<html><body>{markup}</body></html>", "https://kabarrekaan.example/")


def test_the_data_of_frameworks() -> None:
    for markup in (
        f'<script id="__NEXT_DATA__" type="application/json">{DATA}</script>',
        f"<script>self.__next_f.push([1,{json.dumps(DATA)}])</script>",
        f"<script>window.__NUXT__={DATA}</script>",
        f"<div data-page='{DATA}'></div>",
        f"<isi-kabar :artikel='{DATA}'></isi-kabar>",
        f'<script type="application/json" data-url="/api">{json.dumps({"body": DATA})}</script>',
    ):
        root = page(markup)
        assert published_near(root, TITLE) == "2024-05-13 07:08:09"
        assert author_near(root, TITLE) == "Rina Wulandari"


def test_keys_without_quotes_and_members_by_their_places() -> None:
    program = f'return {{title:{json.dumps(TITLE)},published_at:"2024-05-13 07:08:09",x:"{"x" * 300}"}}'
    assert published_near(page(f"<script>window.__NUXT__=(function(){{{program}}}())</script>"), TITLE) == (
        "2024-05-13 07:08:09"
    )
    values = [["Reactive", 1], {"title": 2, "published_at": 3, "author": 4}, TITLE, "2024-05-13 07:08:09"]
    data = json.dumps([*values, {"name": 5}, "Rina Wulandari", "x" * 300])
    numbered = page(f'<script id="__NUXT_DATA__" type="application/json">{data}</script>')
    assert published_near(numbered, TITLE) == "2024-05-13 07:08:09"
    assert author_near(numbered, TITLE) == "Rina Wulandari"


def test_numbers_are_dates_too() -> None:
    data = json.dumps({"title": TITLE, "published_at": 1715558400, "padding": "x" * 300})
    assert published_near(page(f"<script>window.__NUXT__={data}</script>"), TITLE) == "1715558400"


def test_counters_of_readers_are_not_read() -> None:
    data = json.dumps({"title": TITLE, "author": "admin rina", "padding": "x" * 300})
    assert author_near(page(f"<script>dataLayer.push({data})</script>"), TITLE) is None


def test_other_articles_are_not_read() -> None:
    data = json.dumps({"list": [OTHER], "padding": "x" * 300})
    root = page(f"<script>window.__NUXT__={data}</script>")
    assert published_near(root, TITLE) is None
    assert published_near(root, "Pendek") is None
