"""Where links lead: as urllib says, whatever they look like."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.record.links import joined

BASE = "https://www.kabarrekaan.example/daerah/2024/judul-berita?page=2#atas"


@pytest.mark.parametrize("base", [BASE, BASE.replace("https", "http"), "https://kabarrekaan.example"])
@given(
    st.lists(
        st.sampled_from(
            [
                "http",
                "https",
                "HTTPS",
                ":",
                "//",
                "/",
                "a.example",
                "?",
                "#",
                ";",
                "x=1",
                "..",
                "%20",
                " ",
                "é",
            ]
        ),
        max_size=9,
    ).map("".join)
    | st.builds(
        "https://a.example{}{}{}".format,
        st.sampled_from(["", "/", "/b/../c", "/b//c", "/b;d", "/b c", ":8080/", "/B.html"]),
        st.sampled_from(["", "?", "?x=1", "?x=1?y=2&z", "?é"]),
        st.sampled_from(["", "#", "#x", "#x#y"]),
    )
)
def test_links_lead_where_urllib_says(base: str, address: str) -> None:
    try:
        expected = urljoin(base, address)
    except ValueError:
        with pytest.raises(ValueError):
            joined(base, address)
        return
    assert joined(base, address) == expected
