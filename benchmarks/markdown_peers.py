"""Readers that give Markdown; run by `benchmarks/peers_apart.py` in an environment of their own.

    python markdown_peers.py READER

Imports nothing of Paragraf. Asked a line of JSON, [path, sheets from 1], answers with one: the rows of all
tables in the Markdown, or {"error": ...}.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib.metadata import PackageNotFoundError, version

# the package whose version is told, and how its documentation says to have tables as Markdown
Read = Callable[[str, list[int]], str]
_RULE = re.compile(r"^\|[\s|:-]+\|?$")
_CUT = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(
    r"\*\*|__|~~|</?(?:b|i|u|sup|sub|strong|em)>|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\\(?=[|*_~#-])"
)
_BREAK = re.compile(r"<br\s*/?>")


def rows_of(markdown: str) -> list[list[str]]:
    """The rows of every pipe table, marks of emphasis and line breaks taken out.

    >>> rows_of("Text\\n\\n|**Nämnd**|2030|\\n|---|---|\\n|Norra<br>skolan|1 200|\\n")
    [['Nämnd', '2030'], ['Norra skolan', '1 200']]
    """
    rows = []
    for line in markdown.splitlines():
        line = line.strip()
        if line.startswith("|") and not _RULE.match(line):
            cells = _CUT.split(line[1:].removesuffix("|"))
            rows.append([" ".join(_MARKS.sub("", _BREAK.sub(" ", cell)).split()) for cell in cells])
    return rows


def _pymupdf() -> Read:
    import pymupdf4llm  # type: ignore[import-not-found]  # with its layout model, which 2.0 always has

    def read(path: str, sheets: list[int]) -> str:
        pages = [sheet - 1 for sheet in sheets]
        return str(pymupdf4llm.to_markdown(path, pages=pages, use_ocr=False, show_progress=False))

    return read


def _liteparse() -> Read:
    from liteparse import LiteParse  # type: ignore[import-not-found]

    def read(path: str, sheets: list[int]) -> str:
        pages = ",".join(map(str, sheets))
        reader = LiteParse(ocr_enabled=False, output_format="markdown", target_pages=pages, quiet=True)
        return str(reader.parse(path).text)

    return read


def _pdfboss() -> Read:
    import pdfboss  # type: ignore[import-not-found]

    def read(path: str, sheets: list[int]) -> str:
        document = pdfboss.Document(path)
        return "\n\n".join(str(document.page(sheet - 1).to_markdown()) for sheet in sheets)

    return read


READERS: dict[str, tuple[str, Callable[[], Read]]] = {
    "pymupdf4llm": ("pymupdf", _pymupdf),
    "liteparse": ("liteparse", _liteparse),
    "pdfboss": ("pdfboss", _pdfboss),
}


def main(name: str) -> None:
    package, load = READERS[name]
    answers = sys.stdout
    with redirect_stdout(sys.stderr):  # what readers print is no answer
        try:
            read = load()
            print(json.dumps({"version": version(package)}), file=answers, flush=True)
        except (ImportError, PackageNotFoundError) as error:
            print(json.dumps({"error": str(error)}), file=answers, flush=True)
            return
        for line in sys.stdin:
            try:
                answer: object = rows_of(read(*json.loads(line)))
            except Exception as error:
                answer = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
