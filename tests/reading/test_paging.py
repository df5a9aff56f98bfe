"""Which parts a page announces, and how they are joined."""

from __future__ import annotations

import json

import pytest

from newscrawl.items import Article
from newscrawl.reading import SiteRules, parse, read
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.paging import MAX_PARTS, announced, holds_all, join
from newscrawl.reading.raw import RawArticle
from newscrawl.reading.tree.blocks import Block
from tests.shared_data import SHARED, needs_shared

URL = "https://kabar.example/2026/08/panen-raya-di-blitar"


def page(*links: str, url: str = URL, before: str = "", rules: SiteRules | None = None):
    anchors = "".join(f"<li><a href='{href}'>{number}</a></li>" for number, href in enumerate(links, 1))
    html = f"<html><body><h1>Panen</h1><p>Teks.</p>{before}<ul class='paging'>{anchors}</ul></body></html>"
    return parse(html, url, rules=rules or SiteRules())


def raw(*texts: str) -> RawArticle:
    article = Article(id="1", url=URL, site="kabar", page_type="article")
    return RawArticle(article=article, blocks=[Block(text) for text in texts])


def test_a_page_without_links_to_itself_is_whole():
    parts = announced(Sources(page("https://kabar.example/2026/08/harga-beras-naik")))
    assert parts.total == 1
    assert parts.further == ()


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([f"{URL}?page=1", f"{URL}?page=2", f"{URL}?page=3"], [f"{URL}?page=2", f"{URL}?page=3"]),
        (["?page=2"], [f"{URL}?page=2"]),
        ([f"{URL}/2", f"{URL}/3"], [f"{URL}/2", f"{URL}/3"]),
        ([f"{URL}/2/", f"{URL}/3/"], [f"{URL}/2/", f"{URL}/3/"]),
        ([f"{URL}/15", f"{URL}/30"], [f"{URL}/15", f"{URL}/30"]),
        ([f"{URL}?halaman=2"], [f"{URL}?halaman=2"]),
        ([f"{URL}/hal/2", f"{URL}/hal/4"], [f"{URL}/hal/2", f"{URL}/hal/3", f"{URL}/hal/4"]),
        ([f"{URL}/halaman-2.html"], [f"{URL}/halaman-2.html"]),
    ],
)
def test_numbered_parts_are_found_in_reading_order(links, expected):
    parts = announced(Sources(page(*links)))
    assert list(parts.further) == expected
    assert parts.total == len(expected) + 1


def test_a_shortened_pager_is_filled_in():
    parts = announced(Sources(page(f"{URL}?page=2", f"{URL}?page=5")))
    assert parts.further == tuple(f"{URL}?page={number}" for number in (2, 3, 4, 5))
    assert parts.total == 5


@pytest.mark.parametrize("counter", ["1 dari 4", "1 of 4", "1/4"])
def test_a_counter_beside_the_link_to_the_next_part_says_how_many_there_are(counter):
    html = f"<body><h1>Panen</h1><p>Teks.</p><div>{counter} <a href='?page=2'>Selanjutnya</a></div></body>"
    parts = announced(Sources(parse(html, URL)))
    assert parts.further == tuple(f"{URL}?page={number}" for number in (2, 3, 4))


def test_a_counter_that_does_not_begin_with_the_own_number_counts_no_parts():
    html = "<body><h1>Panen</h1><p>Teks.</p><div>Nilai 4/5 <a href='?page=2'>Selanjutnya</a></div></body>"
    assert announced(Sources(parse(html, URL))).total == 2


def test_parts_with_names_of_their_own_below_the_article():
    base = "https://kabar.example/wisata/bandara-indah.html"
    links = ["bandara-indah/dikelilingi-pantai.html", "bandara-indah/kesan-positif.html"]
    parts = announced(Sources(page(*links, url=base)))
    names = [url.rpartition("/")[2] for url in parts.further]
    assert names == ["dikelilingi-pantai.html", "kesan-positif.html"]


@pytest.mark.parametrize("whole", ["?page=all", "?single=1", "?showpage=all", "/all"])
def test_the_whole_view_is_recognised(whole):
    parts = announced(Sources(page(f"{URL}?page=2", URL + whole)))
    assert parts.whole == URL + whole


def test_a_site_rule_names_the_whole_view_that_the_page_does_not_link():
    parts = announced(Sources(page(f"{URL}?page=2", rules=SiteRules(pages=("?page=all", "?page={n}")))))
    assert parts.whole == f"{URL}?page=all"


def test_a_counter_announces_parts_that_the_rule_addresses():
    counter = "<div class='paging'><span class='total-page paging__total'>Halaman 1/3</span></div>"
    parts = announced(Sources(page(before=counter, rules=SiteRules(pages=("?page={n}",)))))
    assert parts.total == 3
    assert parts.further == (f"{URL}?page=2", f"{URL}?page=3")


@pytest.mark.parametrize(
    "pager",
    [
        "<p><span>Halaman</span> <b>1</b> / 3 <a href='{}'>&raquo;</a></p>",
        "<center><a href='{}'>Berikutnya</a> (1 of 3)</center>",
        "<div>Hal 1 dari 3</div><div><a href='{}'>Lanjut</a></div>",
    ],
)
@pytest.mark.parametrize("scheme", ["/hal/2", "/page/2", "?page=2"])
def test_a_counter_beside_the_link_to_a_part_counts_without_a_name(pager, scheme):
    parts = announced(Sources(page(before=pager.format(f"{URL}{scheme}"))))
    assert parts.total == 3
    assert list(parts.further) == [f"{URL}{scheme[:-1]}{number}" for number in (2, 3)]


def test_a_part_in_a_folder_called_as_the_file_of_the_article_is():
    parts = announced(Sources(page(f"{URL}/halaman-2.html", url=f"{URL}.html")))
    assert list(parts.further) == [f"{URL}/halaman-2.html"]


def test_the_pager_of_comments_announces_nothing():
    assert announced(Sources(page(f"{URL}?page=2&komentar=1", f"{URL}/comment-page-2"))).total == 1


def test_a_trap_of_endless_parts_is_bounded():
    parts = announced(Sources(page(*(f"{URL}?page={number}" for number in range(2, 200)))))
    assert parts.total <= MAX_PARTS


def test_the_identity_in_a_query_stays_when_a_part_is_named():
    base = "https://kabar.example/detail.php?judul=panen-raya"
    parts = announced(Sources(page("?judul=panen-raya&page=2", url=base)))
    assert parts.further == ("https://kabar.example/detail.php?judul=panen-raya&page=2",)


def test_a_page_that_holds_its_parts_hidden_announces_none():
    hidden = Block("Kalimat dari halaman kedua yang tersembunyi.", hidden=True)
    assert announced(Sources(page(f"{URL}?page=2")), [hidden]).total == 1


def test_joined_text_holds_every_line_once_and_in_order():
    first = raw("Kalimat pertama yang cukup panjang.", "Kalimat kedua yang cukup panjang.")
    second = raw("Kalimat kedua yang cukup panjang.", "Kalimat ketiga yang cukup panjang.")
    join(first, [second])
    assert [block.text for block in first.blocks if block.kept] == [
        "Kalimat pertama yang cukup panjang.",
        "Kalimat kedua yang cukup panjang.",
        "Kalimat ketiga yang cukup panjang.",
    ]


def test_a_short_line_may_return():
    first, second = raw("Ya.", "Ia bertanya lagi kepada warga."), raw("Ya.")
    join(first, [second])
    assert [block.text for block in first.blocks if block.kept][-1] == "Ya."


def test_a_whole_view_holds_the_first_page_and_more():
    first = [Block("Kalimat pertama yang cukup panjang.")]
    more = [*first, Block("Kalimat kedua yang cukup panjang.")]
    assert holds_all(more, first)
    assert not holds_all(first, first)
    assert not holds_all([Block("Halaman lain sama sekali, bukan artikel."), Block("Lagi.")], first)


@needs_shared
def test_split_articles_among_real_pages_are_announced():
    """Where the gold knows of further pages and the page has a pager, it is seen; no whole article splits."""
    found, wrong = 0, []
    for line in (SHARED / "pages" / "gold.jsonl").open(encoding="utf-8"):
        gold = json.loads(line)
        if gold["kind"] != "article":
            continue
        source = (SHARED / "pages" / "html" / gold["file"]).read_bytes()
        total = read(parse(source, gold["url"]), site="").announced.total
        found += bool(gold["more_pages"]) and total > 1
        if total > 1 and not gold["more_pages"]:
            wrong.append(gold["file"])
    assert found >= 6
    assert len(wrong) <= 1


class TestNumbersInsideThePath:
    BASE = "https://kabar.example/read/2026/11/25/100049/2367446/900"

    @pytest.mark.parametrize(
        ("own", "linked", "total", "further"),
        [
            ("/warga-tanam-bambu", "/2/warga-tanam-bambu#foto", 4, ["/2", "/3", "/4"]),
            ("/2/warga-tanam-bambu", "/3/warga-tanam-bambu", 4, ["/3", "/4"]),
            ("/2/warga-tanam-bambu", "/warga-tanam-bambu", 4, ["/3", "/4"]),
            ("/warga-tanam-bambu", "/2/warga-tanam-jagung", 1, []),
        ],
    )
    def test_links_and_the_counter_beside_them(
        self, own: str, linked: str, total: int, further: list[str]
    ) -> None:
        number = 2 if own.startswith("/2") else 1
        link = f"<a href='{self.BASE}{linked}'>Next</a>"
        source = f"<h1>Warga Tanam Bambu</h1><div>{number} dari 4 {link}</div><p>Isi.</p>"
        found = announced(Sources(parse(source, self.BASE + own)))
        assert found.total == total
        assert found.further == tuple(f"{self.BASE}{end}/warga-tanam-bambu" for end in further)

    @pytest.mark.parametrize(
        ("linked", "third"),
        [
            ("/hal-2/warga-tanam-bambu", "/hal-3/warga-tanam-bambu"),
            ("/page/2/warga-tanam-bambu", "/page/3/warga-tanam-bambu"),
            ("/halaman/2/desa/warga-tanam-bambu", "/halaman/3/desa/warga-tanam-bambu"),
        ],
    )
    def test_a_word_beside_the_number_wherever_it_stands(self, linked: str, third: str) -> None:
        own = linked.replace("/hal-2", "").replace("/page/2", "").replace("/halaman/2", "")
        source = f"<h1>Warga Tanam Bambu</h1><div>1 / 3 <a href='{self.BASE}{linked}'>Lanjut</a></div>"
        found = announced(Sources(parse(source, self.BASE + own)))
        assert found.further == (self.BASE + linked, self.BASE + third)

    def test_the_day_in_the_path_is_no_part(self) -> None:
        source = "<h1>Warga Tanam Bambu</h1><a href='/2026/11/26/desa/warga-tanam-bambu'>Esok</a>"
        own = "https://kabar.example/2026/11/25/desa/warga-tanam-bambu"
        assert announced(Sources(parse(source, own))).total == 1
