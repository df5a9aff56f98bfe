"""The headline as shown."""

from __future__ import annotations

import pytest

from newscrawl.reading import SiteRules, parse
from newscrawl.reading.fields.headline import Headline
from newscrawl.reading.fields.sources import Sources
from newscrawl.reading.fields.wordings import agreement, without_outlet

pytestmark = pytest.mark.usefixtures("twin")

TITLE = "Warga Menanam Seribu Pohon Trembesi di Lereng Bukit"


def headline(
    body: str, head: str = "", *, url: str = "https://www.kabarutara.id/desa/a-b-c-1", **rules: object
) -> Headline:
    page = parse(
        f"<html><head>{head}</head><body>{body}</body></html>",
        url,
        rules=SiteRules(**rules),  # type: ignore[arg-type]
    )
    return Sources(page).headline


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


class TestAsShown:
    def test_the_heading_that_agrees_wins_over_the_first(self) -> None:
        found = headline(f"<h1>Daerah</h1><h2>{TITLE}</h2><h2>Lainnya</h2>", og(f"{TITLE} - Kabar Utara"))
        assert (found.text, found.origin) == (TITLE, "page: h2")
        assert found.agrees

    def test_what_is_shown_wins_over_what_the_head_says(self) -> None:
        found = headline(f"<h1>In Picture: {TITLE}!</h1>", og(TITLE))
        assert found.text == f"In Picture: {TITLE}!"

    def test_a_headline_edited_after_the_head(self) -> None:
        shown = "Warga Desa Menanam Seribu Pohon Trembesi di Lereng Bukit Utara"
        assert headline(f"<h1>{shown}</h1>", og(TITLE)).text == shown

    @pytest.mark.parametrize("count", ["4 Responses to", "21 Tanggapan untuk"])
    def test_the_heading_of_the_comments_only_repeats_it(self, count: str) -> None:
        own = f"<h3><a href='/desa/a-b-c-1'>{TITLE}</a></h3><div>10 Februari 2016</div><p>Teks.</p>"
        body = f"{own}<h3>{count} {TITLE}</h3>"

        assert headline(body, f"<title>{TITLE} | Kabar Utara</title>").text == TITLE

    @pytest.mark.parametrize("count", ["2 pemikiran pada", "One thought on"])
    def test_the_heading_of_the_comments_is_not_the_one_by_a_date(self, count: str) -> None:
        text = "<p>Warga menanam pohon di lereng bukit sejak pagi hari.</p>" * 9
        comments = f"<h2>{count} &ldquo;{TITLE}&rdquo;</h2><div>12 Februari 2016 08:00</div><p>Bagus.</p>"
        body = f"<h1>{TITLE}</h1>{text}<p>10 Februari 2016</p><h3>Navigasi</h3>{comments}"

        assert headline(body, f"<title>{TITLE} | Kabar Utara</title>").text == TITLE

    @pytest.mark.parametrize("count", ["5 Fakta Baru Di Balik", "7"])
    def test_a_number_may_begin_it(self, count: str) -> None:
        assert headline(f"<h2>{count} {TITLE}</h2>", og(TITLE)).text == f"{count} {TITLE}"

    def test_plain_elements_may_hold_it(self) -> None:
        body = f"<div>DAERAH</div><div>Rabu, 10 Februari 2016 11:13</div><div>{TITLE}</div><p>Teks.</p>"
        found = headline(body, og(f"{TITLE} | Radar"))
        assert (found.text, found.line) == (TITLE, 2)

    def test_lower_headings_near_a_date_win_over_teasers(self) -> None:
        body = (
            f'<div class="judul">In Picture: {TITLE}</div><div>Selasa, 23 Februari 2016, 17:15 WIB</div>'
            f"<p>Teks.</p><p>Teks.</p><p>x</p><p>y</p><h5>{TITLE}</h5>"
        )
        assert headline(body, f"<title>{TITLE} | Republik Daring</title>").text == f"In Picture: {TITLE}"

    @pytest.mark.parametrize("way", ["HOME » DESA » ", "Beranda Desa "])
    def test_the_way_to_it_is_no_part_of_it(self, way: str) -> None:
        assert headline(f"<div>{way}{TITLE.upper()}</div><p>Teks.</p>", og(TITLE)).text == TITLE
        assert headline(f"<div>In Picture {TITLE}</div><p>Teks.</p>", og(TITLE)).text == f"In Picture {TITLE}"

    def test_the_name_of_a_writer_in_a_box_called_headline_is_none(self) -> None:
        box = '<div class="headline-desa">Editor : Rina Amalia</div><div>10 Februari 2016 11:13</div>'

        assert headline(f"{box}<p>Teks.</p>", og("Kabar Utara Hari Ini")).text == "Kabar Utara Hari Ini"

    def test_the_title_with_the_words_of_the_address_wins_over_a_deck_set_as_a_heading(self) -> None:
        deck, day = "Bibit datang dari tiga kecamatan tetangga.", "<div>10 Februari 2016 11:13</div>"
        url = "https://www.kabarutara.id/desa/warga-menanam-seribu-pohon-trembesi"

        assert headline(f"<h4>{deck}</h4>{day}", og(TITLE), url=url).text == TITLE
        # The heading of the first rank is shown as the headline, in whatever words.
        assert headline(f"<h1>{deck}</h1>{day}", og(TITLE), url=url).text == deck

    def test_of_equal_headings_the_one_by_the_date_is_the_place(self) -> None:
        menu = "<p>menu</p>" * 12
        body = f"<h1>{TITLE}</h1>{menu}<h1>{TITLE}</h1><div>Sabtu, 10 Des 2022 07:16 WIB</div>"
        assert headline(body, og(TITLE)).line == 13

    def test_a_headline_over_two_lines(self) -> None:
        found = headline("<h1>Warga Menanam Seribu Pohon <br>Trembesi di Lereng Bukit</h1>", og(TITLE))
        assert (found.text, found.end - found.line) == (TITLE, 2)

    def test_the_sites_name_as_heading_is_no_headline(self) -> None:
        head = f"<title>{TITLE} | Kabar tentang Dunia Utara</title>{og(TITLE)}"
        assert headline(f"<h1>Kabar tentang Dunia Utara</h1><h2>{TITLE}</h2>", head).text == TITLE


class TestAsStated:
    @pytest.mark.parametrize(
        "title",
        [
            f"{TITLE} - Kabarutara.id",
            f"{TITLE} | Kabar Utara",
            f"{TITLE} : Kabarutara Ekonomi",
            f"Kabarutara.id: {TITLE}",
            f"KABARUTARA - {TITLE}",
            f"{TITLE} - Halaman 2",
            f"{TITLE} - Halaman all - Kabarutara.id",
            f"{TITLE} | Desa | Kabar Utara",
            f"{TITLE}  –  Kabarutara.id",
        ],
    )
    def test_outlets_and_page_numbers_are_cut(self, title: str) -> None:
        found = headline("<p>Teks.</p>", f"<title>{title}</title>")
        assert found.text == TITLE
        assert not found.agrees

    def test_dashes_of_the_headline_stay(self) -> None:
        title = "Hasil Persik vs Persela - Tuan Rumah Menang"
        assert without_outlet(title, ["kabarutara.id"]) == title

    def test_references_escaped_twice(self) -> None:
        assert (
            headline("", og("Tom &amp;amp; Jerry Pindah ke Desa Utara")).text
            == "Tom & Jerry Pindah ke Desa Utara"
        )

    def test_json_ld_helps_where_the_head_names_only_the_site(self) -> None:
        node = f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}'
        head = f'{og("Kabar Utara")}<script type="application/ld+json">{node}</script>'
        assert headline("<p>x</p>", head).text in (TITLE, "Kabar Utara")

    def test_a_lone_heading_by_a_date_is_believed(self) -> None:
        body = f"<h1>{TITLE}</h1><div>Senin, 2 Mei 2024 10:00 WIB</div>"
        found = headline(body, og("Kabar Utara"))
        assert (found.text, found.agrees) == (TITLE, True)

    def test_a_lone_heading_by_a_moment_for_programs_is_believed(self) -> None:
        behind = "<p>Pasar | 24 Nov <time datetime='2026-11-24T05:45'></time></p>"
        assert headline(f"<h1>{TITLE}</h1>{behind}").agrees is False
        marked = "<p>Pasar | <time datetime='2026-11-24T05:45'>24 Nov</time></p>"
        assert headline(f"<h1>{TITLE}</h1>{marked}").agrees is True

    def test_nothing_is_invented(self) -> None:
        assert headline("<p>Teks.</p>").text is None


class TestByRule:
    def test_a_rule_wins(self) -> None:
        body = f'<h1>{TITLE}</h1><h2 class="judul">Judul Menurut Aturan Situs</h2>'
        found = headline(body, og(TITLE), title=(".tiada", "h2.judul"))
        assert (found.text, found.origin) == ("Judul Menurut Aturan Situs", "rule: h2.judul")

    def test_a_rule_that_matches_nothing_decides_nothing(self) -> None:
        assert headline(f"<h1>{TITLE}</h1>", og(TITLE), title=(".tiada",)).text == TITLE


def test_agreement_grows_with_likeness() -> None:
    stated = ["warga menanam seribu pohon"]
    exact = agreement("warga menanam seribu pohon", stated)
    part = agreement("menanam seribu pohon", stated)
    akin = agreement("warga desa menanam seribu pohon itu", stated)
    assert exact > part > akin > 0
    assert agreement("pohon", stated) == 0
    assert agreement("", stated) == 0


def test_the_name_of_an_author_in_microdata_is_no_stated_title() -> None:
    author = "<span itemprop=author itemscope><meta itemprop=name content='Redaksi'></span>"
    assert headline(f"<h2>Redaksi</h2><h3>{TITLE}</h3>{author}", f"<title>{TITLE}</title>").text == TITLE
    own = f"<div itemprop=mainEntity itemscope><meta itemprop=name content='{TITLE}'></div>"
    assert headline(f"<h2>Redaksi</h2><h3>{TITLE}</h3>{own}", "<title>Kabar Utara</title>").text == TITLE


class TestPlainHeadline:
    """A headline in a plain element; headings in or behind the text say a part of it, or repeat it."""

    DATED = f"<div>{TITLE}</div><p>Jumat, 27 November 2026 10:15 WIB</p>"

    @pytest.mark.parametrize(
        "heading",
        ["<h2>Seribu Pohon Trembesi</h2>", f"<h2>4 Responses to {TITLE}</h2>"],
        ids=["part", "repeated"],
    )
    def test_the_line_above_is_the_headline(self, heading: str) -> None:
        found = headline(f"{self.DATED}<p>Warga menanam pohon.</p>{heading}", og(TITLE))
        assert (found.text, found.origin, found.line) == (TITLE, "page: div", 0)

    def test_a_heading_of_the_first_rank_is_the_headline(self) -> None:
        longer = f"{TITLE} di Tepi Desa"
        assert headline(f"{self.DATED}<h1>{longer}</h1>", og(TITLE)).text == longer
        assert headline(f"<h2>{TITLE}</h2><div>{TITLE}</div>", og(TITLE)).origin == "page: h2"


class TestTitleOfAnother:
    """A <title> that the system filled from another article, which the page shows as a teaser."""

    OTHER = "Pasar Ikan Dipindahkan ke Tepi Sungai Besar"
    OWN = f"<h1>{TITLE}</h1><p>Jumat, 27 November 2026 10:15 WIB</p>" + "<p>Warga menanam pohon.</p>" * 9

    @pytest.mark.parametrize(
        "teaser",
        [
            '<h3><a href="/b/7">{}</a></h3>',
            '<a href="/b/7"><h3>{}</h3><p>Kamis, 26 November 2026 09:00 WIB</p></a>',
            '<a href="/b/7"><img src="/7.jpg"></a><h3>{}</h3><a href="/b/7">Selengkapnya</a>',
            '<h1><a href="/b/7">{}</a></h1>',
        ],
        ids=["linked heading", "linked card", "card of parts", "linked first heading"],
    )
    def test_the_heading_at_the_date_is_the_headline(self, teaser: str) -> None:
        found = headline(self.OWN + teaser.format(self.OTHER), f"<title>{self.OTHER} - Kabar</title>")
        assert (found.text, found.origin) == (TITLE, "page: h1")

    @pytest.mark.parametrize("href", ["/desa/a-b-c-1", "https://www.kabarutara.id/a-b-c-1/#isi", "#", ""])
    def test_a_link_to_the_page_itself_is_no_teaser(self, href: str) -> None:
        own = f'<h3><a href="{href}">{self.OTHER}</a></h3>'
        found = headline(self.OWN + own, f"<title>{self.OTHER} - Kabar</title>")
        assert found.text == self.OTHER

    def test_the_words_of_the_address_tell_the_headline(self) -> None:
        url = "https://www.kabarutara.id/b/pasar-ikan-dipindahkan-ke-tepi-sungai"
        linked = f'<h3><a href="/b/7">{self.OTHER}</a></h3>'
        assert headline(self.OWN + linked, f"<title>{self.OTHER}</title>", url=url).text == self.OTHER
