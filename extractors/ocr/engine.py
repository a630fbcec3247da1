"""What an OCR engine is here, in values that belong to none: whoever has a third one writes one file.

A first reader finds the lines of text and reads them; a second one is asked what it sees in the same places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # pictures are numpy's and cv2's, which are not loaded before a sheet is read
    from extractors.ocr.sheet_image import SheetImage
    from extractors.pdf.render import Pixels

PrintedBox = tuple[int, int, int, int]  # left, top, right, bottom in pixels


class EngineFailed(Exception):
    """The engine is there, and ended without an answer; what it said."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The characters of one picture of text, spaces too;
    `centres` as shares of its width, `trust` from 0 to 1.
    """

    text: str
    centres: tuple[float, ...]
    trust: tuple[float, ...]

    @property
    def mean_trust(self) -> float:
        return sum(self.trust) / len(self.trust) if self.trust else 0.0


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word of the second reader, its edges in pixels."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class TrustScale:
    """What an engine's trust in itself is worth: each has a scale of its own, measured on scans.

    All are the least that is believed: of a line of text, of a mark beside the lines, of a word of signs
    alone; of a line that lies upright (those upside down have less); of a letter that no other word would
    fit better; of a figure that nobody else has read; of "%", "§" and brackets, whatever another says.
    """

    line: float
    mark: float
    signs: float
    upright: float
    letter: float
    figure: float
    sure_sign: float


class FirstReader(Protocol):
    """An engine, as a module or as an object. Raises EngineFailed, MemoryError where it found no memory."""

    @property
    def NAME(self) -> str: ...  # noqa: N802 - a constant of its module

    @property
    def TRUST(self) -> TrustScale: ...  # noqa: N802

    def is_installed(self) -> bool: ...

    def find_text(self, sheet: SheetImage) -> list[PrintedBox]:
        """Boxes around lines of text, or pieces of lines, from top to bottom."""
        ...

    def read_pieces(self, pieces: list[Pixels]) -> list[Reading]:
        """What each picture of a line of text says."""
        ...


class SecondReader(Protocol):
    """As `FirstReader`; it need not find its way among a table's cells, nor be installed at all."""

    @property
    def NAME(self) -> str: ...  # noqa: N802

    @property
    def SIZES(self) -> tuple[float, ...]: ...  # noqa: N802 - factors: how large it is shown what is disputed

    def is_installed(self) -> bool: ...

    def read_words(self, grey: Pixels, dpi: int, *, one_block: bool = False) -> list[SeenWord] | None:
        """Every word it sees; `one_block`: lines of text one below the other. None where not installed."""
        ...
