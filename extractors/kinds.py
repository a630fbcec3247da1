"""What a file is: its bytes decide, and its name where bytes alone could be anything."""

from __future__ import annotations

import re

MARKDOWN_ENDINGS = (".md", ".markdown")
_PDF_BEGINS = re.compile(rb"(?:\A|[\r\n]|\A\xef\xbb\xbf)\s*%PDF-\d")


def is_markdown(data: bytes, file_name: str) -> bool:
    """True for what is named as Markdown and is no PDF.

    A PDF is one whatever it is called. Text called .pdf is no Markdown: what comes under that name and is
    none is most often a web page that says that the file is gone.

    >>> (is_markdown(b"# Protokoll", "a.MD"), is_markdown(b"%PDF-1.7 ...", "a.md"),
    ...  is_markdown(b"# Protokoll", "a.pdf"))
    (True, False, False)
    """
    return has_markdown_name(file_name) and not _PDF_BEGINS.search(data[:1024])


def has_markdown_name(file_name: str) -> bool:
    return file_name.lower().endswith(MARKDOWN_ENDINGS)
