"""Two searches as they come out of the box, over the same units and the same words as ours: SQLite's FTS5
with its default tokenizer, and tantivy with its own Swedish analyser.

Each is asked for all words first and, where nothing has them all, for any of them; phrases, beginnings, OR
and what is left out are put in its own language.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import tantivy

Search = Callable[[str, int], list[str]]  # words and how many hits; the ids of units, best first
_CHUNK = re.compile(r'-?"[^"]*"?|\S+')
_QUOTES = str.maketrans("”“„", '"""')
_ANALYSER = "swedish"


class Text(NamedTuple):
    """A unit as any search may have it: its words, and whose document it is and of when."""

    id: str
    words: str
    context: str


class Chunk(NamedTuple):
    """What stands between spaces of a search, or between quotation marks."""

    words: tuple[str, ...]
    is_left_out: bool = False
    is_beginning: bool = False
    is_or: bool = False


def read_chunks(typed: str) -> Iterator[Chunk]:
    """
    >>> [(chunk.words, *chunk[1:3]) for chunk in read_chunks('skol* "god man" -KS/2024:1')]
    [(('skol',), False, True), (('god', 'man'), False, False), (('KS', '2024', '1'), True, False)]
    """
    for raw in _CHUNK.findall(typed.translate(_QUOTES)):
        words = tuple(re.findall(r"\w+", raw))
        is_left_out = raw.startswith("-") and not raw[1:2].isdigit()
        if words:
            yield Chunk(words, is_left_out, raw.endswith("*"), raw in ("ELLER", "OR"))


def fts5(texts: Iterable[Text]) -> Search:
    """SQLite's FTS5 as it is without options: unicode61, which takes the marks off letters, and bm25."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE units USING fts5(id UNINDEXED, words, context)")
    base.executemany("INSERT INTO units VALUES (?, ?, ?)", texts)
    order = "SELECT id FROM units WHERE units MATCH ? ORDER BY rank LIMIT ?"

    def search(typed: str, most: int) -> list[str]:
        for joined in (" AND ", " OR "):
            asked = _to_fts5(list(read_chunks(typed)), joined)
            found = [row[0] for row in base.execute(order, (asked, most))] if asked else []
            if found:
                return found
        return []

    return search


def _to_fts5(chunks: Sequence[Chunk], joined: str) -> str:
    """
    >>> _to_fts5(list(read_chunks('skol* budget ELLER ram -"god man"')), " AND ")
    '("skol"* AND ("budget" OR "ram")) NOT ("god man")'
    """
    groups = [
        " OR ".join(map(_in_quotes, group)) if len(group) == 1 else f"({' OR '.join(map(_in_quotes, group))})"
        for group in _groups(chunks)
    ]
    without = " OR ".join(_in_quotes(chunk) for chunk in chunks if chunk.is_left_out)
    if not groups:
        return ""
    return f"({joined.join(groups)})" + (f" NOT ({without})" if without else "")


def _groups(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """What must be met, each by one of its chunks."""
    groups: list[list[Chunk]] = []
    for before, chunk in zip((None, *chunks), chunks, strict=False):
        if chunk.is_or or chunk.is_left_out:
            continue
        if before is not None and before.is_or and groups:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return groups


def _in_quotes(chunk: Chunk) -> str:
    return f'"{" ".join(chunk.words)}"' + ("*" if chunk.is_beginning else "")


def tantivy_swedish(texts: Iterable[Text]) -> Search:
    """tantivy with words at what is no letter or digit, in small letters, to Snowball's Swedish stems."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in ("words", "context"):
        builder.add_text_field(name, tokenizer_name=_ANALYSER)
    index = tantivy.Index(builder.build())
    analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyser = analyser.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("swedish"))
    index.register_tokenizer(_ANALYSER, analyser.build())
    writer = index.writer(64_000_000, num_threads=1)
    for text in texts:
        writer.add_document(tantivy.Document(id=text.id, words=text.words, context=text.context))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(typed: str, most: int) -> list[str]:
        asked = " ".join(_to_tantivy(read_chunks(typed)))
        for all_of_them in (True, False):
            query, _ = index.parse_query_lenient(
                asked, ["words", "context"], conjunction_by_default=all_of_them, allow_regexes=True
            )
            found = searcher.search(query, most).hits
            if found:
                return [str(searcher.doc(address).get_first("id")) for _, address in found]
        return []

    return search


def _to_tantivy(chunks: Iterable[Chunk]) -> Iterator[str]:
    """
    >>> list(_to_tantivy(read_chunks('Skol* budget ELLER ram -"god man"')))
    ['words:/skol.*/', '"budget"', 'OR', '"ram"', '-"god man"']
    """
    for chunk in chunks:
        if chunk.is_or:
            yield "OR"
        elif chunk.is_beginning and len(chunk.words) == 1:
            yield f"words:/{chunk.words[0].casefold()}.*/"
        else:
            yield ("-" if chunk.is_left_out else "") + f'"{" ".join(chunk.words)}"'
