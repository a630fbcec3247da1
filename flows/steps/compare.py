"""The steps between documents: what is new held against its kin in the archive, the rest left as it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from archive.documents import list_changed, list_documents, versions_of
from archive.events import write_event
from archive.index import Keys, Pair, find_kin, has_index, index_with, read_index, write_index
from archive.layout import Archive
from archive.pairs import drop_pair, keep_pair, partners_of
from archive.things_to_rows import duplicates_to_table, findings_to_table
from flows.readers.answers import Comparison
from flows.readers.pool import Readers
from flows.steps.outcomes import Compared
from schemas.errors import ParagrafError

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Stop = Callable[[], None]


class DoAll(Protocol):
    """Does a piece of work for each thing, as many at once as it likes, and yields the results as they come.

    It calls `stop` when the run is broken off, so that nothing waits for a reader that is still at it.
    """

    def __call__(
        self,
        things: Sequence[Thing],
        name: Callable[[Thing], str],
        work: Callable[[Thing], Result],
        stop: Stop,
    ) -> Iterable[Result]: ...


@dataclass(frozen=True, slots=True)
class _Plan:
    keys: Keys
    to_write: Sequence[str] | None
    compare: Sequence[Pair]
    gone: Sequence[Pair]


def compare_with_archive(archive: Archive, at: datetime, readers: Readers, do_all: DoAll) -> Compared:
    """Hold every changed document against its kin;
    call it while holding the archive, before the release is made.

    Where the index is of another version every document is looked at again: what was held against its kin
    stands, what is kin no longer is dropped. The index is written last: a run killed before that finds the
    same work again.
    """
    changed = [sha256 for sha256 in list_changed(archive) if versions_of(archive, sha256)]
    if not changed and (has_index(archive) or not list_documents(archive)):
        return Compared()
    plan = _plan(archive, changed)
    for pair in plan.gone:
        drop_pair(archive, *pair)

    def work(pair: Pair) -> bool:
        return _compare(archive, at, readers, pair)

    done = list(do_all(plan.compare, _name, work, readers.close)) if plan.compare else []
    write_index(archive, plan.keys, plan.to_write)
    return Compared(len(done), done.count(False))


def _plan(archive: Archive, changed: Sequence[str]) -> _Plan:
    old = read_index(archive)
    new = index_with(archive, old, changed)
    looked_at = set(new.documents if old is None else changed)
    kin = find_kin(new, looked_at)
    held = {_sorted(sha256, other) for sha256 in looked_at for other in partners_of(archive, sha256)}
    is_outdated = set(changed).intersection  # what was said of a pair before one of the two changed
    compare = sorted(pair for pair in kin if pair not in held or is_outdated(pair))
    gone = [_looked_at_last(pair, looked_at) for pair in sorted(held - kin)]
    return _Plan(new, None if old is None else changed, compare, gone)


def _looked_at_last(pair: Pair, looked_at: Collection[str]) -> Pair:
    """A kill between the two sides leaves the pair on the side that the next run looks at."""
    first, last = pair
    return pair if last in looked_at else (last, first)


def _compare(archive: Archive, at: datetime, readers: Readers, pair: Pair) -> bool:
    """Whether it went well; a pair that could not be compared is tried again when one of the two changes."""
    from flows.readers.one_document import compare

    with readers.at_work():
        try:
            comparison = readers.call(compare, str(archive.root.absolute()), *pair)
        except ParagrafError as error:
            write_event(
                archive, at, "not_compared", one=pair[0], other=pair[1], code=error.code, says=error.says
            )
            return False
        keep_pair(archive, _sides(comparison))
    return True


def _sides(comparison: Comparison) -> dict[str, tuple[str, dict[str, object]]]:
    """A duplicate belongs to its side a, a finding to the document it names."""
    duplicates = duplicates_to_table(comparison.duplicates)
    findings = findings_to_table(comparison.findings)
    return {
        comparison.earlier: (comparison.later, {"duplicates": duplicates}),
        comparison.later: (comparison.earlier, {"findings": findings}),
    }


def _name(pair: Pair) -> str:
    return f"{pair[0][:8]} mot {pair[1][:8]}"


def _sorted(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
