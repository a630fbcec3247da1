"""What is printed can be searched for: no word of a text, a heading or a table is lost on the way."""

from __future__ import annotations

import pytest

from app.library import Snapshot
from archive.search.fields import WORDS
from swedish.search_words import find_words

TEXTS = {"paragraphs": "text", "sections": "heading", "cells": "text", "tables": "title", "people": "name"}


@pytest.mark.parametrize("table", TEXTS)
def test_every_word_that_is_published_is_in_the_index(release: Snapshot, table: str) -> None:
    terms = set(release.index.words(WORDS))
    texts = [row[TEXTS[table]] or "" for row in release.all_rows(table)]
    words = {word.word for text in texts for word in find_words(text) if word.word[0].isalpha()}
    assert len(words) > 20 and words - terms == set()
