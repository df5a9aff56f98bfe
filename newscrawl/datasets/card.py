"""The card of a Hugging Face data set: what is in it, how it came to be, how to load it.

The head is the YAML that the Hub reads (its documentation, "Dataset Cards"). Nothing in the card depends on
when it was written: the same archive gives the same card.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from newscrawl.datasets.columns import schema
from newscrawl.datasets.tally import Tally
from newscrawl.record.version import __version__

_SIZES = (
    (10**3, "n<1K"),
    (10**4, "1K<n<10K"),
    (10**5, "10K<n<100K"),
    (10**6, "100K<n<1M"),
    (10**7, "1M<n<10M"),
)
_MOST_SITES = 50

_TEXT = """\
# {title}

{records:,} records of news articles from {sites} Indonesian news sites, published {span}. Written by
[newscrawl]({home}) {version} from its archive.

{splits}

## What was chosen

{choices}

## How to load it

```python
from datasets import load_dataset

news = load_dataset("{folder}")
print(news["{first_split}"][0]["title"])
```

```python
import pandas

news = pandas.read_parquet("{folder}/data")
```

```sql
SELECT site, count(*) FROM '{folder}/data/*.parquet' GROUP BY site;  -- DuckDB
```

## Fields

Unknown is null or an empty list, never a guess. Times are instants in UTC; the offset that the page gave, in
minutes, stands beside. Fields that map names to values are lists of pairs.

| field | type | meaning |
|---|---|---|
{fields}

## Sites

| site | records |
|---|---|
{site_rows}

## Licence and fair use

The texts and pictures belong to their publishers and authors. This data set grants no licence to them: it
was collected from public pages, under each site's robots.txt, for research and journalism. Whoever uses or
passes it on is answerable for that under the copyright and data protection law that applies, in Indonesia
among others Law 28 of 2014 on Copyright and Law 27 of 2022 on Personal Data Protection. Name the publisher
and link to the article (`site`, `url`) where you quote. Articles name people: think of them before you
publish what you derive. `reserved` names what publishers were seen to reserve against data mining and the
training of models. What a publisher has withdrawn since should be withdrawn here as well.

## Limits

Dates, bylines and texts were read from pages by rules. `provenance` says what produced each field,
`published_precision` how exactly a time is known, `dates_conflict` where a page contradicts itself,
`cluster` and `copy_of` which articles are copies of another, found by comparing texts published within a
week of each other.
"""


def card(tally: Tally, *, folder: str, choices: Mapping[str, str], columns: Sequence[str] = ()) -> str:
    """The text of README.md. ``choices`` are the options that chose the records, for people to read.

    ``columns`` are those of the data set, all where none are named.
    """
    splits = "".join(f"| {name} | {tally.splits[name]:,} |\n" for name in tally.splits)
    return _head(tally, folder) + _TEXT.format(
        title=folder,
        records=tally.records,
        sites=len(tally.sites),
        span=tally.span(),
        home="https://github.com/newscrawl/newscrawl",
        version=__version__,
        splits="| split | records |\n|---|---|\n" + splits.rstrip(),
        choices="\n".join(f"- {name}: {value}" for name, value in choices.items()),
        folder=folder,
        first_split=next(iter(_filled(tally)), "train"),
        fields="\n".join(_field_rows(columns)),
        site_rows="\n".join(_site_rows(tally)),
    )


def _filled(tally: Tally) -> list[str]:
    """The splits that have a file: those with records, the first where none has any."""
    return [name for name, count in tally.splits.items() if count] or list(tally.splits)[:1]


def _head(tally: Tally, folder: str) -> str:
    lines = ["---", f"pretty_name: {json.dumps(folder, ensure_ascii=False)}", "license: other"]
    languages = sorted(tally.languages) or ["id"]
    lines += ["language:", *(f"- {language}" for language in languages)]
    lines += ["task_categories:", "- text-generation", "- text-classification", "- summarization"]
    lines += ["tags:", "- news", "- indonesian"]
    size = next((name for limit, name in _SIZES if tally.records < limit), "n>10M")
    lines += ["size_categories:", f"- {size}", "configs:", "- config_name: default", "  data_files:"]
    for name in _filled(tally):
        lines += [f"  - split: {name}", f"    path: data/{name}-*.parquet"]
    return "\n".join([*lines, "---", "", ""])


def _field_rows(columns: Sequence[str]) -> list[str]:
    rows = []
    for column in schema(only=columns):
        kind, about = str(column.type).replace("|", "\\|"), column.metadata[b"description"].decode()
        rows.append(f"| `{column.name}` | {kind} | {about} |")
    return rows


def _site_rows(tally: Tally) -> list[str]:
    ranked = sorted(tally.sites.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [f"| {site} | {count:,} |" for site, count in ranked[:_MOST_SITES]]
    rest = ranked[_MOST_SITES:]
    if rest:
        rows.append(f"| {len(rest)} more | {sum(count for _, count in rest):,} |")
    return rows
