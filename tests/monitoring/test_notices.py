"""Notices reach a real web server; what cannot be sent harms nothing."""

from __future__ import annotations

import pytest

from newscrawl.monitoring.notices import NoticeError, check_addresses, notice_lines, notify
from newscrawl.record.outcome import Outcome
from tests.crawling_runs import run
from tests.newsroom.faults import Fault
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.sites.varient import VarientOneSite

ALARM = Outcome("kompas", "alarm", "", {}, ("kompas: authors filled in 12 % of 40 articles, 97 % before",))
FAILED = Outcome("tempo", "failed", "every listing failed")
FINE = Outcome("detik", "fine")


def test_trouble_is_told_in_plain_lines(webhook):
    notify([webhook.address], [FINE, ALARM, FAILED])
    (got,) = webhook.got
    assert got["title"] == "newscrawl: a run needs a look"
    assert "kompas: authors filled in 12 % of 40 articles, 97 % before" in got["message"]
    assert "tempo failed: every listing failed" in got["message"]
    assert "detik" not in got["message"]


def test_a_run_that_is_fine_or_left_to_others_tells_nobody(webhook):
    notify([webhook.address], [FINE, Outcome("kompas", "held", "held by process 1")])
    assert webhook.got == []


def test_a_long_list_is_cut():
    lines = notice_lines([Outcome(f"site{number}", "failed", "x") for number in range(100)])
    assert "and 60 more" in lines
    assert len(lines) == 42


def test_a_notice_that_does_not_arrive_is_a_line_in_the_log_without_the_secret(caplog):
    notify(["json://user:geheim@127.0.0.1:9/"], [FAILED])
    assert "did not arrive" in caplog.text
    assert "geheim" not in caplog.messages[-1]


def test_an_address_that_makes_no_sense_is_refused_without_its_secret():
    with pytest.raises(NoticeError, match="nonsense://") as refusal:
        check_addresses(["nonsense://geheim@x"], "")
    assert "geheim" not in str(refusal.value)


def test_addresses_may_stand_in_a_setting():
    usual = "json://a/ tgram://123456789:abcdefghijklmnopqrstuvwxyzabcdefghi/123"
    assert len(check_addresses(["json://b/"], usual)) == 3


@pytest.mark.parametrize("by", ["option", "setting"])
def test_a_run_sends_a_notice(by, webhook, tmp_path):
    with Newsroom([VarientOneSite("afederasi.com", articles=2)]) as newsroom:
        newsroom.fault("*", "*", Fault.reset())
        settings = {"RETRY_TIMES": "0"} | ({"NEWSCRAWL_NOTIFY": webhook.address} if by == "setting" else {})
        option = [f"--notify={webhook.address}"] if by == "option" else []
        done = run(newsroom.address, tmp_path, "afederasi", *option, "--quiet", settings=settings)
    assert done.returncode == 1
    assert "afederasi failed" in webhook.got[0]["message"]
