"""The replicas of Varient 1.x and 2.x have its marks."""

from __future__ import annotations

import re

import pytest

from tests.newsroom import Newsroom, VarientOneSite
from tests.newsroom.asking import Asker
from tests.newsroom.sites.varient import REACTIONS

ONE, TWO = "afederasi.com", "replika.example"


def page(newsroom: Newsroom, ask: Asker, host: str, number: int) -> str:
    """The page of an article."""
    site = newsroom.site(host)
    return ask.get(site.path(site.story(number)), host=host).text


def test_generations_have_their_own_markup(newsroom: Newsroom, ask: Asker) -> None:
    one, two = (page(newsroom, ask, host, 5) for host in (ONE, TWO))
    assert '<h1 class="title">' in one and '<div class="post-text">' in one
    assert '<div class="post-details-meta-date"><span class="sp-left">' in one
    assert '<h1 class="post-title">' in two and '<div class="post-text mt-4">' in two
    assert '<div class="item-meta item-meta-date"><svg class="bi bi-clock"></svg>' in two


def test_times_are_local_and_raw_in_the_head_and_dressed_on_the_page(newsroom: Newsroom, ask: Asker) -> None:
    for host, form in ((ONE, r"\d{2} Aug 2026 - \d{2}:\d{2}"), (TWO, r"\d{2} Agustus 2026 - \d{2}:\d{2}")):
        text = page(newsroom, ask, host, 5)
        moment = newsroom.site(host).story(5).published_at
        assert f'"article:published_time" content="{moment:%Y-%m-%d %H:%M:%S}"' in text
        assert re.search(form, text)


def test_changed_articles_say_when(newsroom: Newsroom, ask: Asker) -> None:
    assert "sp-post-update-date" in page(newsroom, ask, ONE, 4)
    assert "sp-post-update-date" not in page(newsroom, ask, ONE, 5)
    assert "bi-pencil-square" in page(newsroom, ask, TWO, 4)


def test_the_reaction_block_counts(newsroom: Newsroom, ask: Asker) -> None:
    text = page(newsroom, ask, ONE, 5)
    votes = [int(count) for count in re.findall(r"reaction-num-votes\">(\d+)<", text)]
    labels = re.findall(r"label-reaction\">([a-z]+)<", text)
    assert dict(zip(labels, votes, strict=True)) == newsroom.site(ONE).expected(5)["reactions"]
    assert tuple(labels) == REACTIONS
    assert "What's Your Reaction?" in text


def test_labels_and_the_hostile_form_are_choices() -> None:
    site = VarientOneSite(ONE, articles=4, labels="id", inline_every=2)
    with Newsroom([site]) as newsroom, Asker(newsroom.port, ONE) as ask:
        plain, inline = (page(newsroom, ask, ONE, number) for number in (3, 2))
    assert "Bagaimana Reaksi Anda?" in plain
    assert '<label class="label label-reaction">tidak suka</label>' in plain
    text_box = inline.partition('<div class="post-text">')[2]
    assert (
        text_box.index('<p class="date">') < text_box.index("Your Reaction?") < text_box.index("</article>")
    )
    assert "label-reaction" not in inline


def test_listings_go_on_until_the_last(newsroom: Newsroom, ask: Asker) -> None:
    site = newsroom.site(ONE)
    seen: list[str] = []
    target: str | None = "/posts"
    while target and len(seen) < 99:
        text = ask.get(target).text
        seen += re.findall(r'<h3 class="title"><a href="([^"]+)"', text.partition("pagination")[0])
        link = re.search(rf'href="https://{ONE}([^"]+)" rel="next"', text)
        target = link[1] if link else None
    assert seen == site.urls()
    assert "post-item-horizontal" not in ask.get("/posts?page=99").text


@pytest.mark.parametrize("host", [ONE, TWO])
def test_sections_tags_and_search_narrow_listings(newsroom: Newsroom, ask: Asker, host: str) -> None:
    site = newsroom.site(host)
    story = site.story(9)
    word = story.title.split()[1].lower()
    for target in (
        f"/{story.section.lower()}",
        f"/tag/{story.tags[0].replace(' ', '-')}",
        f"/search?q={word}",
    ):
        main = ask.get(target, host=host).text.partition("Popul")[0]
        found = set(re.findall(r'<h3 class="title"><a href="([^"]+)"', main))
        assert site.url(9) in found
        assert found < set(site.urls())


def test_section_feeds_hold_the_section_alone(newsroom: Newsroom, ask: Asker) -> None:
    text = ask.get("/rss/category/ekonomi").text
    assert set(re.findall(r"<category>(.*?)</category>", text)) == {"Ekonomi"}
    assert re.search(r"<pubDate>\w{3}, \d\d Aug 2026 \d\d:\d\d:\d\d \+0700</pubDate>", text)


def test_what_readers_changed_shows_after_the_edit(newsroom: Newsroom, ask: Asker) -> None:
    before = ask.get("/rss/latest-posts")
    newsroom.edit(ONE, 40, title="Judul yang Diralat")
    after = ask.get("/rss/latest-posts", If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert "<title>Judul yang Diralat</title>" in after.text
    assert "Judul yang Diralat" in page(newsroom, ask, ONE, 40)


def test_titles_with_markup_stay_text(newsroom: Newsroom, ask: Asker) -> None:
    title = "<script>alert('x')</script> & \"kutip\""
    story = newsroom.publish(ONE, title=title, deck=title, tags=(title,), caption=title)
    for target in ("/", "/rss/latest-posts", "/sitemap.xml", newsroom.site(ONE).path(story)):
        text = ask.get(target).text.replace(f"<![CDATA[{title}]]>", "")
        assert "<script>alert" not in text


def test_a_syndicated_article_is_word_for_word(newsroom: Newsroom, ask: Asker) -> None:
    copy = newsroom.syndicate(ONE, 3, TWO, paragraphs=newsroom.site(ONE).story(3).paragraphs[:-1])
    original = newsroom.site(ONE).story(3)
    assert (copy.title, copy.paragraphs) == (original.title, original.paragraphs[:-1])
    assert copy.published_at > newsroom.site(TWO).story(40).published_at
    text = ask.get(newsroom.site(TWO).path(copy), host=TWO).text
    assert original.paragraphs[0] in text and "(afederasi.com) - " in text


def test_an_article_keeps_its_etag_until_it_changes(newsroom: Newsroom, ask: Asker) -> None:
    site = newsroom.site(ONE)
    target = site.path(site.story(3))
    tag = ask.get(target).headers["ETag"]
    newsroom.publish(ONE)
    assert ask.get(target, If_None_Match=tag).status == 304
    newsroom.edit(ONE, 3, paragraphs=("Lain.",))
    changed = ask.get(target, If_None_Match=tag)
    assert changed.status == 200
    assert "<p>Lain.</p>" in changed.text
