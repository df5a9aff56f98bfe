"""Attributes that are found out once."""

from __future__ import annotations

from newscrawl.record.once import once


class _Page:
    def __init__(self) -> None:
        self.asked = 0

    @once
    def lines(self) -> list[str]:
        """What stands there."""
        self.asked += 1
        return []


def test_an_attribute_is_found_out_once_for_each_instance_and_kept() -> None:
    one, other = _Page(), _Page()
    assert one.lines is one.lines
    assert one.asked == 1
    assert other.lines is not one.lines


def test_the_class_shows_the_attribute_and_what_it_means() -> None:
    assert isinstance(_Page.lines, once)
    assert _Page.lines.__doc__ == "What stands there."
