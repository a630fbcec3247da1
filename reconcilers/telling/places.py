"""Where a figure stands, in words."""

from __future__ import annotations

from reconcilers.telling.in_words import on_page
from schemas.document import Fact


def says_where(title: str | None, fact: Fact) -> str:
    """The table, row and column of a figure, in a sentence's order."""
    table = f"Tabellen {title or on_page(fact.place.page) or 'utan titel'}"
    row = " / ".join(part for part in (fact.group_label, fact.row_label) if part)
    return f"{table}, raden {row or '(utan namn)'}, kolumnen {fact.column_label or '(utan namn)'}"
