"""Articles of a sentence or two, as breaking items, announcements of results and short essays are."""

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.items import Article
from newscrawl.reading.tree.regions import region_of

TITLE = "Dermaga Muara Ditutup Sementara"
DATE = "<div class='date'>Minggu, 17 Mei 2026 09:10 WIB</div>"
BY = "<div class='author'>Oleh: Rara Kelana</div>"
TWO = (
    "Dermaga di muara ditutup sementara karena gelombang tinggi, Minggu (17/5/2026).",
    "Penutupan berlaku hingga Selasa dan dapat diperpanjang.",
)
THREE = (
    "Dermaga di muara ditutup sementara karena gelombang tinggi.",
    "Penutupan berlaku hingga air laut surut kembali.",
    "Penumpang diminta mengatur ulang perjalanan mereka.",
)


def page(
    *lines: str,
    above: str = f"{BY}{DATE}",
    below: str = "",
    path: str = "desa/dermaga-ditutup",
    head: str = "",
    title: str = TITLE,
    box: str = "isi",
) -> Article:
    text = "".join(f"<p>{line}</p>" for line in lines)
    source = (
        f"<html><head><title>{title} - Suara Muara</title>{head}</head><body><main><h1>{title}</h1>{above}"
        f"<div class='{box}'>{text}{below}</div></main></body></html>"
    )
    return extract(source, f"https://suara.example/{path}", site_rules=False)


WEBSITE = "<meta property='og:type' content='website'>"


@pytest.mark.parametrize("lines", [TWO, THREE, (" ".join(THREE),)])
@pytest.mark.parametrize("head", ["", WEBSITE])
def test_a_writer_is_a_witness_for_a_short_text(lines: tuple[str, ...], head: str) -> None:
    found = page(*lines, head=head)

    assert (found.page_type, found.authors) == ("article", ["Rara Kelana"])
    assert page(*lines, head=head, above=DATE).page_type == "other"


def test_two_sentences_name_the_day_or_begin_with_a_dateline() -> None:
    undated = (
        TWO[0].replace(", Minggu (17/5/2026)", " sampai air laut surut"),
        "Penutupan dapat diperpanjang.",
    )

    assert page(*undated).page_type == "other"
    assert page(undated[0].replace(" sampai", " sore ini sampai"), undated[1]).page_type == "article"
    assert page(undated[0].replace(" sampai", " ini sore sampai"), undated[1]).page_type == "other"
    assert page(f"MUARA - {undated[0]}", undated[1]).page_type == "article"


def test_a_day_behind_the_text_dates_a_signed_one() -> None:
    day = "<abbr class='published' title='2026-05-17T10:00:00+07:00'>10.00</abbr>"
    foot = f"<div class='post-footer'>Diposting oleh <span class='fn'>Rara Kelana</span> {day}</div>"

    assert page(*THREE, above="", below=foot, path="2026/05/dermaga.html").page_type == "article"
    assert page(*THREE, above="", path="2026/05/dermaga.html").page_type == "other"


def test_one_sentence_is_an_article_by_all_witnesses() -> None:
    line = f"{TWO[0][:-1]} pagi, dan dibuka lagi setelah air laut surut."
    article = "<meta property='og:type' content='article'>"

    assert page(line, head=article, path="dermaga-muara-ditutup-sementara").page_type == "article"
    assert page(line, head=article).page_type == "other"


def test_what_stands_below_a_linked_headline_is_its_teaser() -> None:
    card = "</p><h3><a href='/desa/bengkel'>Bengkel Perahu di Muara Dibuka Lagi</a></h3><p>"
    lines = (f"{card}{TWO[0]}", TWO[1])

    found = page(*lines, path="desa/muara", title="Dermaga Muara", head=WEBSITE)
    assert (found.page_type, found.authors) == ("listing", [])
    assert page(*TWO, path="desa/muara", title="Dermaga Muara", head=WEBSITE).page_type == "article"
    assert page(*lines, path="desa/dermaga-muara-ditutup-sementara").page_type == "article"


def test_short_sentences_are_enough() -> None:
    line = "Dermaga muara ditutup sementara, Minggu (17/5/2026). Tidak ada korban dalam peristiwa itu."

    assert page(line).page_type == "article"
    assert page("Dermaga muara ditutup, Minggu (17/5/2026). Tidak ada korban.").page_type == "other"


class TestLists:
    RESULTS = "".join(f"<li>Desa {name} menang tiga kali</li>" for name in ("Muara", "Hulu", "Asri"))

    def test_a_sentence_presents_three_entries(self) -> None:
        lines = ("Lomba perahu di muara berakhir pada Minggu sore dengan hasil sebagai berikut:",)
        path = "hasil-lomba-perahu-di-muara"

        assert page(*lines, above=DATE, below=self.RESULTS, path=path).page_type == "article"
        assert page(*lines, above=DATE, path=path).page_type == "other"
        assert page(*lines, above="", below=self.RESULTS, path=path).page_type == "other"


def test_a_sentence_without_a_small_word_is_text() -> None:
    lines = (
        "Pemerintah Kabupaten Muara mengumumkan pemenang lomba perahu, Minggu (17/5/2026).",
        "Dermaga ditutup sementara.",
    )

    assert page(*lines).body == "\n\n".join(lines)


@pytest.mark.parametrize("path", ["foto-kepala-desa-di-dermaga/", "polisi-sita-video-di-dermaga/"])
def test_the_name_of_an_article_is_no_folder_though_a_slash_ends_it(path: str) -> None:
    assert page(*TWO, path=path).page_type == "article"
    assert page(*TWO, path=f"foto/{path}").page_type == "gallery"


class TestNames:
    """What a box has or lacks, as "with-share", does not say what it is."""

    @pytest.mark.parametrize("box", ["entry-content no-share", "entry-content with-share", "isi has-sidebar"])
    def test_a_text_beside_buttons_is_text(self, box: str) -> None:
        assert region_of("div", box) is None
        assert page(*TWO, box=box).page_type == "article"

    @pytest.mark.parametrize(
        "box", ["share", "entry-content share", "no-comments", "post-with-share share-box"]
    )
    def test_the_buttons_are_not(self, box: str) -> None:
        assert region_of("div", box) is not None


@pytest.mark.parametrize(
    ("path", "page_type"),
    [
        ("berita/98", "article"),
        ("read/98/dermaga", "article"),
        ("berita/daerah/98", "other"),
        ("daerah/98", "other"),
    ],
)
def test_a_number_in_the_folder_of_all_articles_is_a_witness_for_two_sentences(
    path: str, page_type: str
) -> None:
    assert page(" ".join(TWO), above=DATE, path=path).page_type == page_type
    assert page(" ".join(TWO), above=DATE, path=path, head=WEBSITE).page_type == page_type


def test_the_field_for_a_text_with_its_summary_is_the_text() -> None:
    drupal = "field field--name-body field--type-text-with-summary"

    assert page(*THREE, box=drupal).page_type == "article"
    assert page(*THREE, box="field field--name-summary").page_type == "other"


class TestDateByTheHeadline:
    """At the address of a section, a date by the headline is what tells an article."""

    def page_type(self, heading: str, below: str = "") -> str:
        text = "".join(f"<p>{line} Kepala pelabuhan meminta warga bersabar.</p>" for line in THREE)
        source = (
            f"<title>{TITLE}</title><body><main><div>{heading}{below}</div><div>{text}</div></main></body>"
        )
        return extract(source, "https://suara.example/pelabuhan", site_rules=False).page_type

    def test_it_may_stand_inside_the_heading(self) -> None:
        assert self.page_type(f"<h1>{TITLE}</h1>") != "article"
        assert self.page_type(f"<h1><span>Minggu, 17/5/2026 | 09:10 WIB</span> {TITLE}</h1>") == "article"

    def test_it_may_be_written_for_programs(self) -> None:
        marked = "<p>Pelabuhan | laporan warga | <time datetime='2026-05-17T09:10+07:00'>17 Mei</time></p>"
        assert self.page_type(f"<h1>{TITLE}</h1>", marked) == "article"

    def test_a_date_in_the_title_is_none(self) -> None:
        title = "Kumpulan Berita Pelabuhan 17 Mei 2026"
        assert self.page_type(f"<h1>{title}</h1>") != "article"
