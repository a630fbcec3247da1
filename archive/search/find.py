"""Asking the index: hits in order, how many there are of what, what was done where nothing had the words."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import OSA
from tantivy import Query

from archive.search.asked import Asked, Clause, ClauseKind
from archive.search.fields import FACETS, PARTS, STEMS, WORDS
from archive.search.marks import Marker
from archive.search.query import Filters, Queries
from swedish.inflection import lemmas
from swedish.search_words import find_words, said_apart

DEEPEST = 10_000  # hits: beyond them one narrows the search, and is told so
_VALUES = 2_000  # of a facet
_NEAR_ENOUGH = 2  # letters off
_MOST_NEAR = 5
_MOST_UNKNOWN = 4  # words of a search: each is held against all that the archive has


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit as the index shows it: see archive/search/units for `shown`."""

    document_id: str
    score: float
    shown: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """`total` counts all hits. `instead` are words of the archive that were taken for words that it has not;
    `any_word` where no unit had all of them.
    """

    total: int
    hits: tuple[Hit, ...]
    marker: Marker = field(repr=False)
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    any_word: bool = False
    query: Query | None = field(default=None, repr=False)


class SearchIndex:
    """The index of one release, open; whoever holds it sees that release whatever comes after."""

    def __init__(self, path: Path) -> None:
        self._index = _open(path)
        self._searcher = self._index.searcher()
        self._queries = Queries(self._index.schema)

    @property
    def size(self) -> int:
        return int(self._searcher.num_docs)

    def find(
        self, asked: Asked, filters: Filters, *, offset: int = 0, limit: int = 20, newest: bool = False
    ) -> Found:
        """The hits from `offset` on, best first, or the newest first; raises nothing for whatever is asked.

        Exact words are never left for like ones: only a word that the archive has in no form is taken for its
        nearest.
        """
        meant, instead, unknown = self._meant(asked)
        query, any_word = self._queries.of(meant, filters), False
        found = self._search(query, offset, limit, newest)
        if not _count(found) and len(meant.groups) > 1:
            query, any_word = self._queries.of(meant, filters, any_word=True), True
            found = self._search(query, offset, limit, newest)
        also = [word for words in instead.values() for text in words for word in find_words(text)]
        hits = tuple(self._hit(score, address) for score, address in found.hits)
        return Found(_count(found), hits, Marker(asked, also), instead, unknown, any_word, query)

    def counts(self, found: Found, facets: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
        """By facet, how many of all hits there are of each value, most first."""
        if found.query is None or not found.total:
            return {facet: {} for facet in facets}
        wanted = {facet: {"terms": {"field": facet, "size": _VALUES}} for facet in facets}
        told = self._searcher.aggregate(found.query, wanted)
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in told[facet]["buckets"]}
            for facet in facets
        }

    def units(self, filters: Filters, limit: int = DEEPEST) -> list[Hit]:
        """All units within the filters, the newest first."""
        query = self._queries.of(Asked(), filters)
        return [self._hit(0.0, address) for _, address in self._search(query, 0, limit, newest=True).hits]

    def _search(self, query: Query, offset: int, limit: int, newest: bool) -> tantivy.SearchResult:
        field = "day" if newest else None
        return self._searcher.search(query, limit=max(1, limit), offset=offset, order_by_field=field)

    def _hit(self, score: float, address: tantivy.DocAddress) -> Hit:
        document = self._searcher.doc(address)
        shown = json.loads(document.get_first("shown") or b"")
        return Hit(shown["document_id"], float(score), shown)

    def _meant(self, asked: Asked) -> tuple[Asked, dict[str, tuple[str, ...]], tuple[str, ...]]:
        """What is asked, unknown words taken for their nearest; those words; those that have none near."""
        instead: dict[str, tuple[str, ...]] = {}
        unknown: list[str] = []
        groups: list[tuple[Clause, ...]] = []
        for group in asked.groups:
            clauses: list[Clause] = []
            for clause in group:
                is_tried = len(instead) + len(unknown) < _MOST_UNKNOWN
                near = () if self._is_known(clause) or not is_tried else self._nearest(clause.words[0].word)
                if near:
                    instead[clause.text] = near
                    clauses += [Clause(ClauseKind.WORD, tuple(find_words(word))) for word in near]
                elif not self._is_known(clause):
                    unknown.append(clause.text)
                    clauses.append(clause)
                else:
                    clauses.append(clause)
            groups.append(tuple(clauses))
        return Asked(tuple(groups), asked.without, asked.is_cut), instead, tuple(unknown)

    def _is_known(self, clause: Clause) -> bool:
        """Whether the archive has the word in any form, or what it is made of; else the search tells."""
        if clause.kind != ClauseKind.WORD:
            return True
        [word] = clause.words
        fields = [(WORDS, word.word), *((name, stem) for stem in word.stems for name in (STEMS, PARTS))]
        if any(self._searcher.doc_freq(name, value) for name, value in fields):
            return True
        return any(
            all(any(self._searcher.doc_freq(STEMS, form) for form in part) for part in parts)
            for parts in said_apart(word)
        )

    def _nearest(self, word: str) -> tuple[str, ...]:
        """Words of the archive that are a letter or two off, the nearest and most usual first."""
        if len(word) <= 3 or not word[0].isalpha():
            return ()
        most = 1 if len(word) < 6 else _NEAR_ENOUGH
        near = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=most, limit=50)
        if lemmas(word):  # "våga" is a word, and no slip for "väga"
            near = [each for each in near if _bare(each[0]) != _bare(word)]
        ranked = sorted(near, key=lambda each: (each[1], -self._searcher.doc_freq(WORDS, each[0])))
        least = ranked[0][1] if ranked else 0
        return tuple(text for text, distance, _ in ranked if distance == least)[:_MOST_NEAR]

    def words(self, field: str) -> list[str]:
        """Every term of a field, in order."""
        terms: Iterable[Any] = self._searcher.terms_with_prefix(field, "")
        return [term[0] if isinstance(term, tuple) else term for term in terms]

    @cached_property
    def _vocabulary(self) -> list[str]:
        """Every word in letters that the archive has."""
        return [word for word in self.words(WORDS) if len(word) > 3 and word[0].isalpha()]


def _bare(word: str) -> str:
    """Without the marks of its letters."""
    return word.translate(_MARKS)


_MARKS = str.maketrans("åäöéü", "aaoeu")


def _open(path: Path) -> tantivy.Index:
    """The index, also where nobody may write: the engine takes a lock where it opens.

    Raises ValueError where a file of it is missing or damaged.
    """
    if os.access(path, os.W_OK):
        return tantivy.Index.open(str(path))
    aside = Path(tempfile.mkdtemp(prefix="paragraf-"))
    atexit.register(shutil.rmtree, aside, ignore_errors=True)
    for file in path.iterdir():
        if file.suffix != ".lock":
            (aside / file.name).symlink_to(file.absolute())
    return tantivy.Index.open(str(aside))


def _count(found: tantivy.SearchResult) -> int:
    """Of all that met the query; the package's own types leave it out."""
    return int(getattr(found, "count", 0) or 0)
