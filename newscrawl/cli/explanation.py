"""Why each line of a page was kept or dropped, for a person to read."""

from __future__ import annotations

from newscrawl.reading.raw import RawArticle
from newscrawl.record.printable import printable

_WIDTH = 100


def explanation_lines(raw: RawArticle) -> list[str]:
    """The page's type, its fields with what produced them, and the verdict on every line of text."""
    article = raw.article
    head = [f"{article.url}", f"page type: {article.page_type}, because: {raw.type_reason}", ""]
    fields = [
        f"{name:<16} {printable(str(getattr(article, name, None)))[:_WIDTH]}  <- {origin}"
        for name, origin in article.provenance.items()
        if name != "body"
    ]
    evidence = [
        f"date evidence    {item.role:<10} {item.origin}: {item.detail}  {printable(item.text)[:60]!r}"
        for item in raw.date_evidence
    ]
    kept = sum(block.kept for block in raw.blocks)
    title = (
        f"body             {kept} of {len(raw.blocks)} lines kept  <- {article.provenance.get('body', '?')}"
    )
    verdicts = [
        f"{'keep' if block.kept else 'DROP'}  {block.kind:<10} {printable(block.text)[:_WIDTH]!r}"
        f"\n      because: {block.reason}"
        for block in raw.blocks
    ]
    return [*head, *fields, *evidence, "", title, "", *verdicts]
