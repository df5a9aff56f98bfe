"""What stands in and behind a text in boxes that nothing names: other articles' cards, comments, credits."""

from __future__ import annotations

import pytest

from tests.reading.test_shapes_of_text import TEXT, body, paragraphs

LEAD = (
    "Petani garam di Pulau Lumba menunda panen sampai akhir bulan karena hujan turun setiap sore. "
    "Mereka menutup tambak dengan terpal yang dibeli dari koperasi. "
)
OPINIONS = (
    "Saya setuju dengan langkah ini, tetapi siapa yang akan merawat bambu itu kalau ombak besar datang lagi?",
    "Di kampung saya cara yang sama sudah dicoba dan ikan memang kembali, hanya saja perlu waktu dua tahun.",
    "Semoga dinas tidak lupa memeriksa, sebab tahun lalu janji mereka tinggal janji dan nelayan yang rugi.",
    "Bambu dari hulu lebih awet, kata ayah saya yang dulu membuat bagan di teluk sebelah timur sana.",
    "Terima kasih sudah menulis tentang teluk kami, jarang sekali media mau datang sejauh ini ke dermaga.",
)


def card(n: int, lead: str, form: str) -> str:
    return form.format(
        picture=f"<a href='/b/{n}'><img src='/b/{n}.jpg'></a>",
        headline=f"<a href='/b/{n}'>Panen Garam Pulau Lumba Ditunda {n} Pekan</a>",
        lead=f"<p>{lead}</p>",
    )


class TestCards:
    @pytest.mark.parametrize(
        "form",
        [
            "<div>{picture}{headline}{lead}</div>",
            "<div>{picture}<h3>{headline}</h3>{lead}</div>",
            "<div>{picture}<div><h3>{headline}</h3>{lead}</div></div>",
        ],
    )
    @pytest.mark.parametrize("times", [1, 3])
    def test_cards_with_leads_between_the_paragraphs(self, form: str, times: int) -> None:
        cards = "".join(card(n, LEAD * times, form) for n in range(3))
        text = paragraphs(TEXT[:2]) + f"<div>{cards}</div>" + paragraphs(TEXT[2:])

        assert body(text) == TEXT

    def test_a_long_passage_under_one_linked_picture_is_none(self) -> None:
        passage = LEAD * 3
        form = "<div>{picture}<h3>{headline}</h3>{lead}</div>"

        found = body(paragraphs() + card(1, passage, form))

        assert passage.strip() in found


class TestTeasersBelow:
    def test_a_list_of_dated_ones(self) -> None:
        date = "<div>08/3/2026 15:49</div>"
        said = "".join(
            f"<li><div><a href='/b/{n}'>Panen Garam Pulau Lumba Ditunda {n} Pekan</a></div>{date}"
            f"<div>{lead} {LEAD[:90]}</div></li>"
            for n, lead in enumerate(OPINIONS)
        )

        assert body(f"{paragraphs()}<div><ul>{said}</ul></div>") == TEXT

    def test_links_between_the_last_paragraphs_make_no_teasers_of_them(self) -> None:
        link = "<p><a href='/b'>Panen Garam Pulau Lumba Ditunda Dua Pekan</a></p>"

        assert body("".join(f"<p>{line}</p>{link}" for line in TEXT)) == TEXT

    @pytest.mark.parametrize("tag", ["p", "div"])
    def test_nor_do_links_with_a_label_each(self, tag: str) -> None:
        headline = "<a href='/b'>Panen Garam Pulau Lumba Ditunda Dua Pekan</a>"
        link = f"<{tag}><strong>Baca juga:</strong> {headline}</{tag}>"

        assert body("".join(f"<{tag}>{line}</{tag}>{link}" for line in TEXT)) == TEXT
        assert body(link.join(f"<{tag}>{line}</{tag}>" for line in TEXT)) == TEXT


class TestComments:
    @staticmethod
    def thread(sign: str) -> str:
        return "".join(
            f"<div><div>Bu Ani {n}</div><p>{said}</p>{sign}</div>" for n, said in enumerate(OPINIONS * 2)
        )

    @pytest.mark.parametrize("sign", ["<a href='#'>Balas</a>", "<div>2 jam yang lalu</div>"])
    def test_a_thread_longer_than_the_text(self, sign: str) -> None:
        assert body(f"{paragraphs()}<h3>10 Komentar</h3>{self.thread(sign)}") == TEXT

    @pytest.mark.parametrize("lines", [2, 3])
    def test_readers_wrote_more_than_a_short_text(self, lines: int) -> None:
        said = f"<li class='comment'><p>{TEXT[0]} {' '.join(OPINIONS)} {TEXT[0]}</p></li>"
        field = "<form><textarea></textarea></form>"
        thread = f"<div id='comments'><h3>1 Tanggapan</h3><ol>{said}</ol>{field}</div>"

        head = "<meta property='og:type' content='article'>"

        assert body(paragraphs(TEXT[:lines]), after=thread, head=head) == TEXT[:lines]

    def test_a_text_in_a_box_that_is_named_for_its_comments(self) -> None:
        field = "<form><textarea></textarea></form>"

        assert body(f"<div class='post comments-open'>{paragraphs()}</div>{field}") == TEXT

    def test_a_button_above_the_text_opens_no_thread(self) -> None:
        behind = paragraphs(TEXT[1:])

        assert body(f"<p>{TEXT[0]}</p><h3>2 Komentar</h3>{behind}{behind}<p>Balas</p>")[:4] == TEXT


class TestCredits:
    @pytest.mark.parametrize("heading", ["<h5>Kredit</h5>", ""])
    def test_names_with_roles_below_them_are_no_list_of_the_text(self, heading: str) -> None:
        names = "<ul><li>Rina Amalia</li><li>Author</li><li>Tono Wibowo</li><li>Editor</li></ul>"

        assert (
            body(
                f"{paragraphs()}<p>#JagaTeluk</p><ul><li>Rumpon</li><li>Teluk Sepi</li></ul>{heading}{names}"
            )
            == TEXT
        )
