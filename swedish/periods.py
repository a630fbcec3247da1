"""What a column's header says of its figures: which measure, which year."""

from __future__ import annotations

import re

# The budget words of Swedish offices, with the endings and compounds that they are printed in.
_MEASURES = {
    "avvikelse": r"\w*avvikelse[nr]?|avv\.|differens(?:en)?|diff\.?",
    "bokslut": r"\w*bokslut(?:et)?",
    "utfall": r"\w*utfall(?:et)?",
    "prognos": r"\w*prognos(?:en)?|prognosticera[dt]e?",
    "ram": r"(?:budget|netto|drift|investerings)?ram(?:en|ar)?",
    "budget": r"\w*budget(?:en)?|budgetera[dt]e?|budg\.",
    "plan": r"(?:verksamhets|flerårs|års|ekonomi|investerings)?plan(?:en)?|planera[dt]e?",
    "mål": r"(?:del|års)?mål(?:et)?|målvärden?|målnivå|måltal",
    "bokfört": r"bokför[dt]a?",
    "förbrukat": r"förbruka[dt]e?|upparbeta[dt]e?",
    "ansökt": r"ansökt?a?|äska[dt]e?|äskande",
}
_MEASURE = re.compile("|".join(rf"(?P<m{i}>(?<!\w)(?:{p})(?!\w))" for i, p in enumerate(_MEASURES.values())))
_NAMES = tuple(_MEASURES)


def read_measure(label: str) -> str | None:
    """The measure that a header names, None where it names none or several.

    >>> read_measure("Utfall / Jan–aug 2024"), read_measure("Helårsprognos"), read_measure("Årsutfall 2023")
    ('utfall', 'prognos', 'utfall')
    >>> read_measure("Avvikelse mot budget"), read_measure("Budget/prognos"), read_measure("Program")
    ('avvikelse', None, None)
    """
    found = {_NAMES[m.lastindex - 1] for m in _MEASURE.finditer(label.casefold()) if m.lastindex}
    if "avvikelse" in found:  # it always names what it deviates from as well
        return "avvikelse"
    return found.pop() if len(found) == 1 else None


# "2023/24" and "2024–26" are two years, "2024-06" is a month of one; "2011-12" may be either.
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d) ?([/–-]) ?(\d\d)(?![\d-])", re.ASCII)
# A diary number ("KS 2024-00375") begins with a year but names none.
_YEAR = re.compile(r"(?<![\d,])(?:19|20)\d\d(?!\d|,\d|[–-]\d{5})", re.ASCII)


def read_year(label: str) -> int | None:
    """The one year that a header names, None where it names none or several.

    >>> read_year("Budget 2025:1"), read_year("Jan–aug 2024"), read_year("Utfall 2024-06-30")
    (2025, 2024, 2024)
    >>> read_year("2023/24"), read_year("2024-2026"), read_year("KS 2024-00375")
    (None, None, None)
    """
    if any(_is_span(*match.groups()) for match in _SPAN.finditer(label)):
        return None
    years = set(_YEAR.findall(label))
    return int(years.pop()) if len(years) == 1 else None


def _is_span(first: str, mark: str, second: str) -> bool:
    follows = int(second) == (int(first) + 1) % 100
    return mark == "/" or follows or not 1 <= int(second) <= 12
