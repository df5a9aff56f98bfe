"""What sites of few hands do: two languages side by side, headings of one rank, a byline below a picture in the head."""

# ruff: noqa: E501 - markup reads best on one line

from __future__ import annotations

import pytest

from newscrawl import extract
from newscrawl.reading.byline.codes import codes_in
from newscrawl.reading.byline.dateline import Dateline, read_dateline
from tests.reading.shapes import DATE, PROSE, TEXT, TITLE, URL, record

ENGLISH = [
    "Residents planted two hundred seedlings along the estuary on Wednesday, together with their neighbours.",
    "They will water the seedlings every morning until the rainy season comes to the village in December.",
]
ENGLISH_TITLE = "Villagers Plant Trees, Two Hundred Seedlings at Once"


def _in_two(mark: str, text: str, other: str, tag: str = "p") -> str:
    """A text in Indonesian and the same in English, marked."""
    return f"<{tag} {mark.format('id')}>{text}</{tag}><{tag} {mark.format('en')}>{other}</{tag}>"


class TestTwoLanguages:
    @pytest.mark.parametrize("mark", ["data-{}", 'lang="{}"', 'class="text lang-{}"', 'lang="{}-ID"'])
    def test_the_english_beside_each_paragraph_is_no_text(self, mark: str) -> None:
        body = "".join(_in_two(mark, text, ENGLISH[at % len(ENGLISH)]) for at, text in enumerate(TEXT))
        found = record(
            f"<article>{_in_two(mark, TITLE, ENGLISH_TITLE, 'h1')}<p>{DATE}</p><div>{body}</div></article>"
        )
        assert found.title == TITLE
        assert found.body is not None
        assert found.body.split("\n\n") == TEXT

    def test_a_caption_in_two_languages_is_the_one_that_is_read(self) -> None:
        caption = _in_two("data-{}", "Warga membawa bibit ke muara", "Villagers carry seedlings", "span")
        figure = f"<figure><img src='https://media.kabar.id/bibit.jpg' width=800><figcaption>{caption}</figcaption></figure>"
        found = record(f"<article><h1>{TITLE}</h1><p>{DATE}</p>{figure}<div>{PROSE}</div></article>")
        assert [image.caption for image in found.images] == ["Warga membawa bibit ke muara"]

    def test_a_quotation_in_english_without_a_twin_stays(self) -> None:
        quoted = f'<p lang="id">{TEXT[0]}</p>{PROSE}<blockquote lang="en">{ENGLISH[0]}</blockquote><p>{ENGLISH[1]}</p>'
        found = record(f"<article><h1>{TITLE}</h1><p>{DATE}</p><div>{quoted}</div></article>")
        assert found.body is not None
        assert ENGLISH[0] in found.body

    def test_an_attribute_with_a_value_marks_no_language(self) -> None:
        body = "".join(
            f'<p data-id="{at}">{text}</p><p data-en="{at}">{text} Lagi.</p>' for at, text in enumerate(TEXT)
        )
        found = record(f"<article><h1>{TITLE}</h1><p>{DATE}</p><div>{body}</div></article>")
        assert found.body is not None
        assert f"{TEXT[0]} Lagi." in found.body


class TestHeadingsOfOneRank:
    def test_a_paragraph_above_the_first_of_several_is_text(self) -> None:
        opening = "Apa yang dibayangkan warga ketika mendengar kata muara, mungkin bukan yang akan diceritakan di sini."
        long = "".join(f"<p>{line} {line}</p>" for line in TEXT)
        body = f"<p>{opening}</p><h1>Pembuka</h1>{long}<h1>Bibit di lumbung</h1>{long}"
        found = record(
            f"<article><h1>{TITLE}</h1><p>{DATE}</p><div class='entry-content'>{body}</div></article>"
        )
        assert found.body is not None
        assert found.body.startswith(f"{opening}\n\nPembuka")

    def test_a_deck_above_the_only_one_is_none(self) -> None:
        deck = "Warga Desa Lereng menanam bibit bakau di muara bersama tetangga dari desa lain."
        long = "".join(f"<p>{line} {line}</p>" for line in TEXT)
        body = f"<p>{deck}</p><h1>Dua Ratus Bibit di Muara</h1>{long}{long}"
        found = record(f"<article><div class='entry-content'>{body}</div></article>")
        assert found.body is not None
        assert deck not in found.body


class TestPicturesInTheHead:
    PICTURE = "<div class='thumb'><img src='https://media.kabar.id/bibit.jpg' width=1024 height=576></div>"

    def test_the_byline_below_the_headline_is_no_caption_of_the_picture_above_it(self) -> None:
        meta = "<div class='entry-meta'><a href='#respond'>Beri Komentar</a> / <a href='/category/daerah/'>Daerah</a> / Oleh <a href='/author/warga'>Warga</a></div>"
        found = record(
            f"<article><header>{self.PICTURE}<h1>{TITLE}</h1>{meta}</header><div>{PROSE}</div></article>"
        )
        assert [(image.caption, image.credit) for image in found.images] == [(None, None)]

    def test_what_is_called_a_caption_there_is_one(self) -> None:
        caption = "<p class='caption'>Warga membawa bibit ke muara</p>"
        found = record(
            f"<article><header>{self.PICTURE}<h1>{TITLE}</h1>{caption}</header><div>{PROSE}</div></article>"
        )
        assert [image.caption for image in found.images] == ["Warga membawa bibit ke muara"]

    def test_a_credit_there_is_one(self) -> None:
        caption = "<p>Foto: Rina Amalia</p>"
        found = record(
            f"<article><header>{self.PICTURE}<h1>{TITLE}</h1>{caption}</header><div>{PROSE}</div></article>"
        )
        assert [image.credit for image in found.images] == ["Rina Amalia"]


class TestDatelines:
    @pytest.mark.parametrize("name", ["Sari Amalia-Putri diminta pulang", "PLAY-OFF segera dimulai"])
    def test_a_dash_within_a_word_ends_none(self, name: str) -> None:
        assert read_dateline(f"Kabar.id - {name} sesudah panen usai.") == Dateline(None, "Kabar.id")

    def test_behind_a_known_place_it_does(self) -> None:
        assert read_dateline("Kabar.id - Jakarta-Warga menanam bibit.") == Dateline("Jakarta", "Kabar.id")

    def test_a_place_that_nobody_knows_may_stand_between_two(self) -> None:
        assert read_dateline("Kabar.id - Desa Antah - Warga menanam.") == Dateline("Desa Antah", "Kabar.id")


class TestCodes:
    def test_a_dash_behind_a_code_is_none_of_it(self) -> None:
        assert codes_in("(rna.-)") == ["rna"]

    @pytest.mark.parametrize("source", ["Twitter", "Goal", "Antara", "Express"])
    def test_where_a_text_is_taken_from_is_none(self, source: str) -> None:
        assert codes_in(f"({source})") == []

    def test_a_name_is_one(self) -> None:
        assert codes_in("(Rina)") == ["Rina"]


WRAPPED = [
    "Bersama ini kami sampaikan bahwa penanaman bibit bakau oleh warga Desa",
    "Lereng akan dilaksanakan oleh kelompok tani yang sudah memiliki lahan di",
    "tepi muara dan telah ditetapkan oleh kepala desa. Penanaman bibit oleh warga",
    "Desa Lereng ini memakai cara yang telah dicoba tahun lalu dengan tujuan untuk",
    "menjaga pantai dari ombak besar yang datang pada akhir tahun dan melindungi",
    "kampung di sepanjang muara dari banjir, serta membuka pekerjaan baru bagi",
    "anak muda yang tinggal di sana.",
]


class TestWrappedByHand:
    def test_a_line_that_ends_before_a_name_goes_on(self) -> None:
        found = record(
            f"<article><h1>{TITLE}</h1><p>{DATE}</p><div><p>{'<br>'.join(WRAPPED)}</p>{PROSE}</div></article>"
        )
        assert found.body is not None
        assert found.body.split("\n\n")[0] == " ".join(WRAPPED)

    def test_lines_of_which_few_go_on_stay_apart(self) -> None:
        lines = [
            "Kelompok tani pertama dari Desa Lereng menanam lima puluh bibit bakau",
            "Kelompok tani kedua dari Desa Randu menanam enam puluh bibit bakau",
            "Kelompok tani ketiga dari Desa Antah menanam tujuh puluh bibit dan",
            "merawatnya setiap pagi bersama anak-anak sekolah dari desa tetangga",
            "Kelompok tani keempat dari Desa Muara menanam delapan puluh bibit",
        ]
        found = record(
            f"<article><h1>{TITLE}</h1><p>{DATE}</p><div>{PROSE}<p>{'<br>'.join(lines)}</p>{PROSE}</div></article>"
        )
        assert found.body is not None
        assert f"{lines[0]}\n\n{lines[1]}" in found.body


class TestLists:
    def test_the_front_of_a_wordpress_blog_with_whole_posts_is_a_listing(self) -> None:
        long = 4 * "".join(f"<p>{line} {line}</p>" for line in TEXT)
        posts = "".join(
            f"<article class='post'><h2 class='entry-title'><a href='/{name}/'>Bibit dari {name} untuk warga desa</a></h2>{long}</article>"
            for name in ("muara", "randu")
        )
        page = "<title>Tulisan – Kabar</title><body class='{}'><main>{}</main></body>"
        assert extract(page.format("blog", posts), "https://kabar.id/tulisan/").page_type == "listing"

    def test_the_class_does_not_make_one_of_a_page_with_a_headline(self) -> None:
        page = f"<title>{TITLE}</title><body class='blog'><article><h1>{TITLE}</h1><p>{DATE}</p>{PROSE}</article></body>"
        assert extract(page, URL).page_type == "article"


class TestSections:
    @pytest.mark.parametrize(
        "button", ["Tweet", "Follow", "Bagikan", "Gabung bersama →", "Apa saja caranya?"]
    )
    def test_a_button_at_the_headline_is_none(self, button: str) -> None:
        meta = f"<div class='category-bar'><a href='https://x.com/intent'>{button}</a></div>"
        found = record(f"<article>{meta}<h1>{TITLE}</h1><p>{DATE}</p>{PROSE}</article>")
        assert found.section is None

    def test_a_section_there_is_one(self) -> None:
        meta = "<div class='category-bar'><a href='https://kabar.id/bahari'>Bahari</a></div>"
        found = record(f"<article>{meta}<h1>{TITLE}</h1><p>{DATE}</p>{PROSE}</article>")
        assert found.section == "Bahari"


class TestLabelledNames:
    def test_who_stands_behind_a_label_has_no_code(self) -> None:
        assert codes_in("Bibit tumbuh subur. (red : rina,amalia)") == []

    def test_without_one_both_have(self) -> None:
        assert codes_in("Bibit tumbuh subur. (rina/amalia)") == ["rina", "amalia"]


class TestPagesOfOtherTypes:
    LONG = "".join(f"<p>{line} {line}</p>" for line in TEXT)

    def _type(self, classes: str, url: str = "https://kabar.id/gerakan/") -> str:
        page = f"<title>{TITLE} – Kabar</title><body class='{classes}'><main><h1>{TITLE}</h1><p>{DATE}</p>{self.LONG}</main></body>"
        return extract(page, url).page_type

    def test_the_front_of_a_wordpress_site_is_a_listing(self) -> None:
        assert self._type("home blog wp-theme-lereng") == "listing"

    def test_a_page_of_a_type_of_the_sites_own_is_no_article(self) -> None:
        assert self._type("single single-super_pages super_pages-template-default") != "article"

    def test_a_post_is_one(self) -> None:
        assert self._type("post-template-default single single-post") == "article"


class TestSignaturesInBrackets:
    def _authors(self, last: str) -> list[str]:
        return record(
            f"<article><h1>{TITLE}</h1><p>{DATE}</p><div>{PROSE}<p>{last}</p></div></article>"
        ).authors

    def test_a_name_with_what_its_bearer_does_signs(self) -> None:
        assert self._authors("(Rina Amalia, relawan hutan bakau, Lereng)") == ["Rina Amalia"]

    @pytest.mark.parametrize(
        "last", ["(Rina Amalia, 25 November 2026)", "(Riwayat Bukhari)", "(Riwayat Bukhari, Muslim)"]
    )
    def test_a_day_or_a_source_does_not(self, last: str) -> None:
        assert self._authors(last) == []


class TestOneParagraph:
    LONG = " ".join(f"{line} {line}" for line in TEXT * 2)

    def _type(self, text: str) -> str:
        return extract(
            f"<title>{TITLE}</title><div><h1>{TITLE}</h1><div><p>{text}</p></div></div>",
            "https://kabar.id/berita9.html",
        ).page_type

    def test_a_fair_text_in_one_paragraph_behind_a_dateline_is_an_article(self) -> None:
        assert self._type(f"CIAMIS, DINAS HUTAN (04/02/2026) | {self.LONG}") == "article"

    def test_without_any_sign_it_is_none(self) -> None:
        assert self._type(self.LONG) != "article"


class TestShortcodes:
    @pytest.mark.parametrize(
        "code", ['[dflip id="3641"][/dflip]', "[pdf-embedder url=”https://kabar.id/a.pdf”]"]
    )
    def test_what_a_plugin_would_have_drawn_is_no_text(self, code: str) -> None:
        found = record(f"<article><h1>{TITLE}</h1><p>{DATE}</p><div>{PROSE}<p>{code}</p></div></article>")
        assert found.body is not None
        assert code not in found.body
        assert found.byline_codes == []

    def test_words_in_brackets_are(self) -> None:
        found = record(
            f"<article><h1>{TITLE}</h1><p>{DATE}</p><div>{PROSE}<p>[bersama warga desa lain]</p>{PROSE}</div></article>"
        )
        assert found.body is not None
        assert "[bersama warga desa lain]" in found.body
