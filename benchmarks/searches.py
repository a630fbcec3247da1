"""Searches with judged answers, over our samples and the shared corpus: ours beside FTS5's and tantivy's own.

    python -m benchmarks.searches [SHARED]

The queries and what answers them stand in benchmarks/queries/. A search succeeds where one of its answers
is among the first five hits and nothing that must not be found is among all of them.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from archive.documents import list_documents, read_document
from archive.layout import Archive
from archive.pairs import read_between
from archive.search.asked import read_asked
from archive.search.fields import about_of
from archive.search.find import SearchIndex
from archive.search.query import Filters
from archive.search.unit import Unit, UnitKind
from archive.search.units import units_of
from archive.search.write import index_path
from archive.snapshots import current_number
from benchmarks import search_peers
from benchmarks.corpus import ROOT
from benchmarks.scores import ingest
from benchmarks.search_peers import Text
from benchmarks.told import Told, run_alone

QUERIES = ROOT / "benchmarks" / "queries"
LEAST_SUCCESS = 0.95  # of ours, at 5
_FIRST, _MOST = 5, 100  # hits: among which an answer must be, and all that are looked at
_READ_BY_OCR = "skadad-text"  # half a minute for one document
_OURS = "Paragraf"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is typed, what answers it, and what must not be found; both as patterns of units' names."""

    kind: str
    typed: str
    right: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`rank` of the first answer, from 1; None of none. `is_wrong` where something was that must not be."""

    judged: Judged
    rank: int | None
    is_wrong: bool

    def succeeds(self, first: int = _FIRST) -> bool:
        if self.is_wrong or not self.judged.right:
            return not self.is_wrong
        return self.rank is not None and self.rank <= first

    @property
    def reciprocal(self) -> float:
        if self.is_wrong or not self.judged.right:
            return float(not self.is_wrong)
        return 1 / self.rank if self.rank else 0.0


def read_judged(path: Path) -> list[Judged]:
    """The queries of a file of benchmarks/queries/, by kind in its order."""
    kinds = tomllib.loads(path.read_text("utf-8"))
    return [
        Judged(
            kind,
            typed,
            tuple(name for name in names if not name.startswith("!")),
            tuple(name[1:] for name in names if name.startswith("!")),
        )
        for kind, queries in kinds.items()
        for typed, names in queries.items()
    ]


def judge(judged: Judged, names: Sequence[str]) -> Outcome:
    """What the hits, by name and in order, are worth."""
    ranks = (rank for rank, name in enumerate(names, 1) if _is_one_of(name, judged.right))
    return Outcome(judged, next(ranks, None), any(_is_one_of(name, judged.never) for name in names))


def _is_one_of(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def name_of(file_name: str, unit: Unit) -> str:
    """As judgements call it: "protokoll § 63", "protokoll person Eva Sundin (S)", "protokoll dokument"."""
    called = {
        UnitKind.DECISION: f"§ {unit.paragraph}",
        UnitKind.SECTION: f"avsnitt {unit.title}",
        UnitKind.ROW: f"rad {unit.title}",
        UnitKind.PERSON: f"person {unit.title}",
        UnitKind.FINDING: f"avvikelse {unit.title}",
        UnitKind.DOCUMENT: "dokument",
    }
    return f"{Path(file_name).stem} {called[unit.kind]}"


@dataclass(frozen=True, slots=True)
class Indexed:
    """An archive's units by id, as they are called, and the searches over them by name."""

    names: Mapping[str, str]
    searches: Mapping[str, search_peers.Search]

    def outcomes(self, search: str, judged: Iterable[Judged]) -> list[Outcome]:
        ask = self.searches[search]
        return [
            judge(each, [self.names[found] for found in dict.fromkeys(ask(each.typed, _MOST))])
            for each in judged
        ]


def index_archive(folder: Path) -> Indexed:
    """Our index of the archive as it is, and the peers' of the same units."""
    archive = Archive(folder)
    number = current_number(archive)
    assert number is not None
    names: dict[str, str] = {}
    texts: list[Text] = []
    for sha256 in list_documents(archive):
        tables = read_document(archive, sha256)
        [row] = tables["documents"].to_pylist()
        for unit in units_of(tables, read_between(archive, sha256)):
            names[unit.id] = name_of(row["file_name"], unit)
            words = "\n".join(passage.text for passage in unit.passages)
            texts.append(Text(unit.id, words, about_of(row).says))
    searches = {
        _OURS: ours(SearchIndex(index_path(archive, number))),
        "SQLite FTS5, as it comes": search_peers.fts5(texts),
        "tantivy, its own Swedish": search_peers.tantivy_swedish(texts),
    }
    return Indexed(names, searches)


def ours(index: SearchIndex) -> search_peers.Search:
    def search(typed: str, most: int) -> list[str]:
        return [hit.shown["id"] for hit in index.find(read_asked(typed), Filters(), limit=most).hits]

    return search


def sample_files() -> list[Path]:
    """Our samples, Markdown too."""
    samples = ROOT / "samples"
    found = [*samples.glob("*/*.pdf"), *samples.glob("markdown/*/*.md")]
    return sorted(path for path in found if path.stem != _READ_BY_OCR)


def bench(told: Told, shared: Path) -> None:
    """A line a search, one a kind of query, and the queries where ours fails."""
    sets = {"samples": sample_files(), "corpus": sorted((shared / "corpus").glob("*.pdf"))}
    outcomes: dict[str, list[Outcome]] = {}
    for name, files in sets.items():
        if not files:
            told.say(f"No {name} in the shared folder: its queries are not asked.")
            continue
        judged = read_judged(QUERIES / f"{name}.toml")
        for search, each in _measured(files, judged):
            outcomes.setdefault(search, []).extend(each)
        told.note(**{f"{name}_queries": len(judged)})
    _tell(told, outcomes)


def _measured(files: Sequence[Path], judged: Sequence[Judged]) -> Iterator[tuple[str, list[Outcome]]]:
    with tempfile.TemporaryDirectory() as folder:
        ingest(files, Path(folder) / "archive")
        indexed = index_archive(Path(folder) / "archive")
        for search in indexed.searches:
            yield search, indexed.outcomes(search, judged)


def _tell(told: Told, outcomes: Mapping[str, Sequence[Outcome]]) -> None:
    own = outcomes[_OURS]
    told.say(f"{len(own)} queries: share with an answer among the first five and first, and mean of 1/rank")
    told.say(f"  {'':28}{'at 5':>8}{'at 1':>8}{'MRR':>8}")
    for search, each in outcomes.items():
        at_5, at_1, mrr = success(each), success(each, 1), mean_reciprocal(each)
        told.say(f"  {search:28}{at_5:>8.3f}{at_1:>8.3f}{mrr:>8.3f}")
        name = "" if search == _OURS else search.split()[0].casefold().strip(",") + "_"
        told.note(**{f"{name}success_at_5": at_5, f"{name}success_at_1": at_1, f"{name}mrr": mrr})
    told.say("By kind: queries, ours at 5, at 1, MRR; the others at 5")
    for kind in dict.fromkeys(outcome.judged.kind for outcome in own):
        told.say(f"  {kind:24}{_of_kind(outcomes, kind)}")
    for outcome in own:
        if not outcome.succeeds():
            why = "what must not be found" if outcome.is_wrong else f"rank {outcome.rank or 'none'}"
            told.say(f"  fails: {outcome.judged.kind}: {outcome.judged.typed} ({why})")
    if success(own) < LEAST_SUCCESS:
        told.break_limit(f"success at 5 is {success(own):.3f}, less than {LEAST_SUCCESS:g}")


def _of_kind(outcomes: Mapping[str, Sequence[Outcome]], kind: str) -> str:
    of = {name: [one for one in each if one.judged.kind == kind] for name, each in outcomes.items()}
    own = of.pop(_OURS)
    figures = (success(own), success(own, 1), mean_reciprocal(own), *map(success, of.values()))
    return f"{len(own):>4}" + "".join(f"{figure:>8.3f}" for figure in figures)


def success(outcomes: Sequence[Outcome], first: int = _FIRST) -> float:
    return sum(outcome.succeeds(first) for outcome in outcomes) / max(1, len(outcomes))


def mean_reciprocal(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.reciprocal for outcome in outcomes) / max(1, len(outcomes))


if __name__ == "__main__":
    raise SystemExit(run_alone(bench))
