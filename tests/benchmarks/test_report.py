"""The report keeps its prose and replaces its generated parts."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from benchmarks.chart import Bar, Panel, draw
from benchmarks.report import Section, marked, replace_part, table, write


def test_a_part_is_replaced_and_the_prose_around_it_stays() -> None:
    first = replace_part("# Performance\n\nWhy.\n", "dates", "old \\1 figures")
    assert "Why." in first
    second = replace_part(first + "\nAfterword.\n", "dates", "new figures")
    assert "old" not in second
    assert second.index("Why.") < second.index("new figures") < second.index("Afterword.")
    assert second.count("## Dates") == 1


def test_parts_do_not_touch_each_other() -> None:
    text = replace_part(replace_part("", "dates", "1"), "crawl", "2")
    text = replace_part(text, "dates", "3")
    assert "\n3\n" in text
    assert "\n2\n" in text
    assert "\n1\n" not in text


def test_a_section_is_written_with_its_files(tmp_path: Path) -> None:
    report = tmp_path / "docs" / "performance.md"
    write("dates", Section("figures", {"chart.svg": "<svg/>"}), report)
    write("dates", Section("others", {}), report)
    assert report.read_text(encoding="utf-8").startswith("# Performance")
    assert (tmp_path / "docs" / "chart.svg").read_text(encoding="utf-8") == "<svg/>"


def test_a_table_is_as_wide_as_its_head() -> None:
    assert table(["System", "ms"], [["a", "1"]]) == "| System | ms |\n| --- | ---: |\n| a | 1 |\n"


def test_bars_are_as_long_as_their_values_and_names_are_escaped() -> None:
    panels = [
        Panel("F1", [Bar(0.5, "0.5"), Bar(1.0, "1.0")], 1.0),
        Panel("ms", [Bar(3, "3"), Bar(6, "6")], None),
    ]
    root = ET.fromstring(draw("T & T", ["a <b>", "c"], panels, [True, False]))
    bars = [node for node in root.iter() if node.get("class") in ("own", "peer")]
    lengths = [float(bar.get("width", "0")) for bar in bars]
    assert lengths == [lengths[1] / 2, lengths[1], lengths[3] / 2, lengths[3]]
    assert lengths[1] == lengths[3] > 100
    assert [bar.get("class") for bar in bars[:2]] == ["own", "peer"]
    assert "a <b>" in [node.text for node in root.iter()]
    assert all(
        float(bar.get("x", "0")) + length <= float(root.get("width", "0"))
        for bar, length in zip(bars, lengths, strict=True)
    )


def test_a_part_inside_another_is_replaced_alone() -> None:
    inner = marked("crawl rates", "old")
    text = marked("crawl", f"{inner}\n{marked('crawl sites', 'kept')}")
    changed = replace_part(text, "crawl rates", "new")
    assert changed == text.replace("old", "new")
    assert replace_part(changed, "crawl", "all") == marked("crawl", "all")
