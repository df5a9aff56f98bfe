"""The summary of a crawl: what is missing is said in it."""

from __future__ import annotations

from newscrawl.monitoring.summary import summary_lines
from newscrawl.record.outcome import Outcome


def lines(**stats: int) -> list[str]:
    named = {f"newscrawl/{name.replace('__', '/')}": count for name, count in stats.items()}
    return summary_lines(Outcome("kabar", "fine", stats=named), output="a.jsonl", first=None)


def test_a_split_article_without_all_of_its_pages_is_told() -> None:
    assert "incomplete  1 further page of split articles missing" in lines(pages__failed=1)
    assert "incomplete  2 further pages of split articles missing" in lines(pages__failed=2)
    assert not any(line.startswith("incomplete") for line in lines())


def test_what_the_dates_of_listings_put_out_of_the_range_is_told() -> None:
    told = lines(discovery__out_of_range=4, unwanted__range=1)
    assert "left out    1 out of the range, 4 out of the range by their listing's dates" in told
    assert not any(line.startswith("left out") for line in lines())
