"""Sentences of readings that were kept before warnings had codes, as the warnings they were."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from string import Formatter

from schemas.warning_codes import WarningCode
from schemas.warnings import SENTENCES, Code, Warned, warn


def read_sentence(says: str) -> Warned:
    """The warning that is told so.

    What no code says today is kept in its own words.

    >>> read_sentence("Sida 3-4: 1 cell kunde inte läsas som tal (“12 x”).")
    ... # doctest: +NORMALIZE_WHITESPACE
    Warned(code=<WarningCode.CELLS_UNREAD: 'cells_unread'>,
           arguments=(('count', '1'), ('shown', '“12 x”')), sheets=(3, 4))
    >>> read_sentence("Något annat.").says
    'Något annat.'
    """
    sheets, bare = _sheets_of(says)
    for code, pattern, given in _patterns():
        match = pattern.fullmatch(bare)
        if match:
            warned = Warned(code, (*given, *match.groupdict().items()), sheets)
            if warned.says == says:
                return warned
    return warn(Code.WITHOUT_CODE, says=says)


def _sheets_of(says: str) -> tuple[tuple[int, ...], str]:
    match = re.match(r"Sida (\d+)(?:-(\d+))?: ", says)
    if match is None:
        return (), says
    return tuple(int(number) for number in match.groups() if number), says[match.end() :]


@cache
def _patterns() -> Collection[tuple[WarningCode, re.Pattern[str], tuple[tuple[str, str], ...]]]:
    """What each code's sentence looks like, and the count that a sentence of one is said of where it does not
    stand in it; one that says nothing of its own fits all and is left out.
    """
    told = [(code, SENTENCES[code]) for code in WarningCode if code is not Code.WITHOUT_CODE]
    return [
        (code, re.compile(_pattern_of(form), re.DOTALL), one if "{count}" not in form else ())
        for code, sentence in told
        for form, one in ((sentence.whole, ()), (sentence.whole_of_one, (("count", "1"),)))
        if form
    ]


def _pattern_of(form: str) -> str:
    return "".join(
        re.escape(text) + (f"(?P<{name}>.*?)" if name else "") for text, name, _, _ in Formatter().parse(form)
    )
