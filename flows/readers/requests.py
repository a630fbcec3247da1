"""What a reader process is asked: a function of ours, and what to call it with.

A function is pickled by its name, so both sides of the pipe mean the same one, and what is not asked for is
not imported by the reader process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from flows.readers.answers import Reading, Tell
from schemas.correction import Correction
from schemas.document import Source
from schemas.page import SheetsByOcr


class Read(Protocol):
    """Reads a file, corrects what people say is printed, and proves it.

    `known` is what OCR made of the file before; `tell` is told how far it has come now.
    Raises a ParagrafError if the file cannot be read.
    """

    def __call__(
        self,
        data: bytes,
        source: Source,
        *,
        max_pages: int,
        corrections: Sequence[Correction],
        known: SheetsByOcr,
        tell: Tell,
    ) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Request:
    """A call; where it `tells`, the reader process gives the function its `tell`, a word to the parent."""

    work: Callable[..., Any]
    given: tuple[Any, ...]
    named: Mapping[str, Any]
    tells: bool = False
