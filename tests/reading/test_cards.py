"""Cards of other articles, comments and the clock of the visit: their people and dates are not the article's."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest

import newscrawl
from tests.reading.shapes import DATE, PROSE, TITLE, URL, article

CARDS = {
    "author in a span": '<div><h4><a href="/berita/{n}">{title}</a></h4><span>Oleh {name}</span> <span>23 November 2026</span></div>',
    "author below": '<article><h3><a href="/berita/{n}">{title}</a></h3><p>By {name}</p></article>',
    "author in the link": '<div><a href="/berita/{n}"><div>{title}</div><div>Reporter: {name}</div></a></div>',
    "author first": '<div><span>Oleh: {name}</span><a href="/berita/{n}">{title}</a></div>',
    "author by link": '<div><a href="/berita/{n}"><h3>{title}</h3></a><a href="/author/{n}">{name}</a><span>23 November 2026 10:00</span></div>',
    "author by class": '<div class="author"><a href="/berita/{n}"><h3>{title}</h3></a><span>{name}</span></div>',
    "date alone": '<div><a href="/berita/{n}"><h3>{title}</h3></a><span>23 November 2026 10:00</span></div>',
}
OTHERS = (
    ("Harga Rotan Naik di Pasar Muara Elok", "Tama Lembayung"),
    ("Camat Membuka Jalan Baru ke Dermaga Lama", "Sekar Laut"),
    ("Sekolah Apung Menerima Dua Perahu Bekas", "Dimas Karang"),
)


read = partial(article, below=DATE, fetched_at=datetime(2026, 11, 28, 5, tzinfo=UTC))


def cards(form: str, count: int = 3) -> str:
    others = OTHERS[:count]
    return "".join(CARDS[form].format(n=n, title=title, name=name) for n, (title, name) in enumerate(others))


@pytest.mark.parametrize("form", CARDS)
def test_cards_beside_an_article_give_it_neither_author_nor_date(form: str) -> None:
    assert read(behind=f"<div>{cards(form)}</div>").authors == []
    assert read(behind=f"<div>{cards(form, 1)}</div>").authors == []
    assert read(above=f"<div>{cards(form)}</div>").authors == []
    one_below = read(below=f"{DATE}<div><b>Baca juga</b>{cards(form, 1)}</div>")
    assert one_below.authors == []
    assert one_below.published_at == read().published_at != None  # noqa: E711 - both, and known
    assert read(below="", behind=f"<div>{cards(form)}</div>").published_at is None


def test_credits_behind_a_list_of_related_links_are_the_articles() -> None:
    links = "".join(f'<li><a href="/berita/{n}">{title}</a></li>' for n, (title, _) in enumerate(OTHERS))
    found = read(
        behind=f"<div><ul>{links}</ul></div><div><div>Penulis: Rara Kelana</div><div>Editor: Bayu Pesisir</div></div>"
    )
    assert (found.authors, found.editors) == (["Rara Kelana"], ["Bayu Pesisir"])


def test_an_own_byline_stays_beside_cards() -> None:
    found = read(below=f"{DATE}<p>Penulis: Rara Kelana</p>", behind=f"<div>{cards('author below')}</div>")
    assert found.authors == ["Rara Kelana"]


def test_comments_neither_sign_nor_date_an_article() -> None:
    comment = "<div>Tama Lembayung</div><span>26 November 2026 10:00</span><p>Mantap sekali.</p>"
    found = read(below="", behind=f"<div><h4>2 Komentar</h4>{comment}</div>")
    assert (found.authors, found.published_at) == ([], None)


def test_the_clock_of_the_visit_is_no_date() -> None:
    found = read(below=f"<div>Hari ini: Sabtu, 28 November 2026</div>{DATE}")
    assert found.published_at == read().published_at


def test_a_date_in_the_dateline_counts_where_the_page_has_no_other() -> None:
    text = PROSE.replace("<p>", "<p>MUARA ELOK, 24 November 2026 - ", 1)
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{text}</div></body></html>"
    found = newscrawl.extract(html, URL, site_rules=False)
    assert (str(found.published_at), found.published_precision) == ("2026-11-24 00:00:00+07:00", "day")
