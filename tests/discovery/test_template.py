"""Addresses with blanks: every form in the fact book, and a clear error for every slip."""

from __future__ import annotations

from datetime import date

import pytest

from newscrawl.discovery.template import Template

DAY = date(2026, 8, 5)


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("?date={date:%Y-%m-%d}&page={page}", "?date=2026-08-05&page=3"),
        ("?date={date:%m}%2F{date:%d}%2F{date:%Y}", "?date=08%2F05%2F2026"),
        ("/indeks/{date:%Y/%m/%d}/page/{page}", "/indeks/2026/08/05/page/3"),
        ("/indeks/{date:%d-%m-%Y}/{date:%d-%m-%Y}", "/indeks/05-08-2026/05-08-2026"),
        ("?tanggal={date.day}&bulan={date:%m}&tahun={date.year}", "?tanggal=5&bulan=08&tahun=2026"),
        ("?date={date.year}-{date.month}-{date.day}", "?date=2026-8-5"),
        ("/index/{offset}/{date:%Y/%m/%d}", "/index/40/2026/08/05"),
        ("/indeks/20/{offset}", "/indeks/20/40"),
        ("?q={query}&from={since:%d/%m/%Y}", "?q=harga+beras+%26+gula&from=05/08/2026"),
        ("/search/{query}/{page}", "/search/harga%20beras%20%26%20gula/3"),
        ("/search/{query:lower}/{page}?x=1", "/search/harga%20beras%20%26%20gula/3?x=1"),
        ("/tag/{query:slug}", "/tag/harga-beras-%26-gula"),
        ("/{section}/indeks", "/ekonomi/bisnis/indeks"),
        ("/{{literal}}", "/{literal}"),
    ],
)
def test_fields_are_filled(template: str, filled: str) -> None:
    values = {"date": DAY, "since": DAY, "until": DAY, "page": 3, "offset": 40}
    words = {
        "query": "Harga Beras & Gula" if "lower" in template or "slug" in template else "harga beras & gula"
    }

    assert Template(template).render({**values, **words, "section": "ekonomi/bisnis", "cursor": ""}) == filled


def test_words_for_forms_and_json_are_not_encoded() -> None:
    assert Template("{query}").render({"query": "harga beras & gula"}, encode=False) == "harga beras & gula"


@pytest.mark.parametrize(
    "template",
    [
        "{tanggal}",
        "{date}",
        "{date:%Y",
        "{page:lower}",
        "{page.day}",
        "{date.weekday}",
        "{query:upper}",
        "{}",
        "{0}",
        "}",
    ],
)
def test_a_template_that_cannot_be_filled_is_quoted(template: str) -> None:
    with pytest.raises(ValueError, match="cannot be filled") as error:
        Template(template)

    assert template in str(error.value)


def test_fields_are_named_without_their_parts() -> None:
    assert Template("/{date.day}/{date:%m}/{page}").fields == {"date", "page"}
