"""Markdown as input: what a cloud or other OCR engine gives, read as a PDF is."""

from extractors.markdown.reading import extract_markdown

__all__ = ["extract_markdown"]
