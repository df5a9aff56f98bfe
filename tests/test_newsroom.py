"""The newsroom tells the truth: its sites have the shape they claim, and its log what was asked."""

from __future__ import annotations

import http.client
from collections.abc import Iterator

import pytest

from tests.newsroom import Newsroom, VarientOneSite, VarientTwoSite

ONE, TWO = "afederasi.com", "replika-varient2.example"


class Client:
    """Asks a newsroom by hand, over one connection."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=10)

    def get(self, host: str, target: str, **headers: str) -> http.client.HTTPResponse:
        """The answer, its body under ``text``."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request("GET", target, headers={"Host": host, **named})
        response = self.connection.getresponse()
        response.data = response.read()
        response.text = response.data.decode("utf-8", "replace")
        return response


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom([VarientOneSite(ONE, articles=40), VarientTwoSite(TWO, articles=40)]) as running:
        yield running
        assert running.errors == []


@pytest.fixture
def client(newsroom: Newsroom) -> Iterator[Client]:
    asking = Client(newsroom)
    yield asking
    asking.connection.close()


@pytest.mark.parametrize("host", [ONE, TWO])
def test_article_page_shows_what_expected_says(newsroom: Newsroom, client: Client, host: str) -> None:
    site = newsroom.site(host)
    for number in range(1, 41):
        text = client.get(host, site.path(site.story(number))).text
        expected = site.expected(number)
        positions = [
            text.find(paragraph.replace("&", "&amp;")) for paragraph in expected["body"].split("\n\n")
        ]
        assert -1 not in positions
        assert positions == sorted(positions)
        assert site.visible_date(expected["published_at"]) in text
        assert f'<link rel="canonical" href="{expected["url"]}">' in text


def test_sites_are_told_apart_by_the_host_header(newsroom: Newsroom, client: Client) -> None:
    assert client.get(ONE, "/").text != client.get(TWO, "/").text
    assert {record.host for record in newsroom.log} == {ONE, TWO}


def test_log_has_every_request_with_its_answer(newsroom: Newsroom, client: Client) -> None:
    tag = client.get(ONE, "/posts?page=2", User_Agent="newscrawl-test").headers["ETag"]
    client.get(ONE, "/posts?page=2", If_None_Match=tag)
    client.get(ONE, "/tidak-ada")
    first, second, third = newsroom.log
    assert (first.method, first.target, first.status) == ("GET", "/posts?page=2", 200)
    assert first.user_agent == "newscrawl-test"
    assert (second.status, second.conditional, second.sent) == (304, True, 0)
    assert third.status == 404
    assert newsroom.log.repeated(ONE) == {}
    assert newsroom.log.max_concurrency(ONE) == 1
