"""Is a sheet's text layer to be trusted? Told by its share of the commonest Swedish words."""

from __future__ import annotations

import re

from extractors.pages.lines import Line

LEAST_WORDS = 25
PROSE = 6  # words a line of running text has at least: labels of tables have few of the common words
LEAST_SHARE = 0.1  # sound Swedish prose has 0.25 to 0.45, contents lists and tables of figures too few words to judge
DAMAGED = "Textlagret verkar skadat (okända ord); text och siffror på sidan är inte att lita på förrän de lästs om."
_WORD = re.compile(r"^[(“”\"]?([a-zåäöA-ZÅÄÖ]{1,14})[),.;:“”\"]?$")
_COMMON = frozenset(
    """
    och i att det som en på är av för den med till inte om har ett kan ska vid från eller de så vi under var men när nu
    efter han hon man sig ut över där in mot mellan inom detta denna dessa samt hos upp utan bör ej ha blir bli blev
    varit vara får även alla mer än vilket vilka år dag del sin sina sitt andra två tre kommun kommunen nämnden beslut
    beslutar förslag ärendet enligt ordförande ledamot sida summa totalt budget kostnader intäkter genom dels någon
    något några här hur vad detta därför också endast bland annat ny nya nytt första året tid plats protokoll kr tkr
    """.split()
)


def judge_text(lines: list[Line]) -> str | None:
    """A warning in Swedish where the sheet's running text is no Swedish; None where it is or there is too little."""
    prose = [word for line in lines if len(line.words) >= PROSE for word in line.words]
    words = [match[1] for word in prose if (match := _WORD.match(word.text))]
    small = [word for word in words if word[0].islower()]
    if len(small) < LEAST_WORDS:
        return None
    share = sum(word in _COMMON for word in small) / len(small)
    return DAMAGED if share < LEAST_SHARE else None
