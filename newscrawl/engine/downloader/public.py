"""Which network addresses are public, and which a crawl may connect to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from newscrawl.engine.failures import UnsafeAddressError

_GLOBAL_UNICAST = ip_network("2000::/3")
"""All that IANA gives out for hosts; every other range of IPv6 serves a network's inside."""

_NAT64 = ip_network("64:ff9b::/96")
"""RFC 6052: an IPv4 address in its last four bytes, for networks that have IPv6 alone."""


def is_public(address: str) -> bool:
    """Whether the address (in digits) is a host's on the public internet; one inside another counts."""
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return parsed.is_global and not parsed.is_multicast
    inner = _inner(parsed)
    if inner is not None:
        return is_public(str(inner))
    return parsed in _GLOBAL_UNICAST and parsed.is_global


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, NAT64, 6to4, Teredo."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    return address.teredo[1] if address.teredo is not None else None


class Guard:
    """Refuses connections to addresses that are not public.

    The spider's own start address may be on one's own network (``start_host``). That shows at the first
    connection; a host that was public then and is private later has been pointed there by somebody else.
    """

    def __init__(self, start_host: str | None) -> None:
        self.start_host = start_host
        self._own_network: bool | None = None

    def check(self, host: str, address: str) -> None:
        """Look at the address that is about to be connected to for ``host``.

        Raises:
            UnsafeAddressError: it is not public.
        """
        public = is_public(address)
        if host == self.start_host:
            if self._own_network is None:
                self._own_network = not public
            if self._own_network:
                return
        if not public:
            raise UnsafeAddressError(f"{host} is at {address}, which is no public address")
