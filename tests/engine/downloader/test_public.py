"""No connection to an address that is not public, whatever name led to it."""

from __future__ import annotations

import json
import socket
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.engine.downloader.public import Guard, is_public
from newscrawl.engine.failures import UnsafeAddressError
from tests.crawling import Crawl, crawl
from tests.engine.downloader.names import TABLE
from tests.wire import Wire, answer, article, path

INSIDE = [
    *("127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%2", "fc00::1", "fd12::1", "ff02::1", "ff0e::1", "fec0::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    *("2002:7f00:1::", "2002:a00:1::1", "2001:db8::1", "2001:0:0:0:0:0:8080:fefe"),
]
OUTSIDE = ["1.1.1.1", "8.8.8.8", "103.10.66.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", INSIDE)
def test_these_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_these_are_public(address: str) -> None:
    assert is_public(address)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_as_it_is_alone(inner: IPv4Address) -> None:
    for start in (int(IPv6Address("64:ff9b::")), 0xFFFF << 32):
        assert is_public(str(IPv6Address(start + int(inner)))) == is_public(str(inner))


def test_a_start_host_on_ones_own_network_is_asked() -> None:
    guard = Guard("intranet.example")
    guard.check("intranet.example", "10.0.0.5")
    guard.check("intranet.example", "10.0.0.6")
    with pytest.raises(UnsafeAddressError, match=r"other\.example is at 10\.0\.0\.5"):
        guard.check("other.example", "10.0.0.5")


def test_a_public_start_host_cannot_be_pointed_inside_later() -> None:
    guard = Guard("contoh.example")
    guard.check("contoh.example", "1.1.1.1")
    with pytest.raises(UnsafeAddressError):
        guard.check("contoh.example", "127.0.0.1")


def asked_for(names: dict[str, list[list[str]]], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Crawl:
    """A crawl without a mirror of the addresses in a file, whose names are answered as ``names`` says."""
    monkeypatch.setenv(TABLE, json.dumps(names))
    listed = folder / "addresses.txt"
    settings = {"TWISTED_DNS_RESOLVER": "tests.engine.downloader.names.Names", "RETRY_TIMES": "2"}
    arguments = {"urls": str(listed)}
    return crawl("afederasi", "", folder, arguments=arguments, settings=settings, parts_of_tests=True)


def listing(folder: Path, *addresses: str) -> None:
    (folder / "addresses.txt").write_text("\n".join(addresses) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "answers",
    [
        [["127.0.0.1"]],
        [["::ffff:127.0.0.1"]],
        [["10.255.255.1", "127.0.0.1"]],
        # Public when it is looked at, private when it is connected to: nothing routes to 3ffe::/16 any more.
        [["3ffe::1"], ["127.0.0.1"]],
    ],
    ids=["plain", "mapped", "mixed", "rebound"],
)
def test_a_name_of_the_site_that_leads_inside_is_not_followed(
    answers: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Wire({"*": answer(article())}) as wire:
        listing(tmp_path, f"http://afederasi.com:{wire.port}{path(1)}")
        done = asked_for({"afederasi.com": answers}, tmp_path, monkeypatch)
        assert wire.asked == []
    assert done.records == []
    assert "unsafe-address 1" in done.failed()


def test_a_redirect_inside_is_not_followed(tmp_path: Path) -> None:
    """The start address is on loopback, as the user asked for; what it sends on to is not."""
    with Wire() as inner, Wire() as wire:
        wire.answers |= {
            "/": answer("", f"Location: http://127.0.0.1:{inner.port}/rahasia", status=302),
            "/robots.txt": answer("", status=404),
        }
        crawl("site", "", tmp_path, arguments={"url": f"http://localhost:{wire.port}/"})
        assert "/" in wire.targets()
        assert inner.asked == []


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_a_host_with_ipv6_alone_is_asked(tmp_path: Path) -> None:
    with Wire(family=socket.AF_INET6) as wire:
        base = f"http://[::1]:{wire.port}"
        sitemap = f"<urlset><url><loc>{base}{path(1)}</loc></url></urlset>"
        wire.answers |= {
            "/robots.txt": answer(f"Sitemap: {base}/sitemap.xml", kind="text/plain"),
            "/": answer("<html><body></body></html>"),
            "/sitemap.xml": answer(sitemap, kind="application/xml"),
            path(1): answer(article()),
        }
        done = crawl("site", "", tmp_path, arguments={"url": f"{base}/"})
    assert len(done.records) == 1
