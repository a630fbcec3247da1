"""Figures written as the document writes its own, and the places they stand at."""

from __future__ import annotations

import re
from decimal import Decimal

from swedish.numbers.grammar import ORE
from swedish.numbers.notation import COLON_ORE, DROPPED, MARKS

_DROPPED = dict.fromkeys(map(ord, DROPPED))  # what has no width may stand within a figure
_BODY = re.compile(rf"[0-9](?:[0-9\s{MARKS}]*[0-9])?")
# Öre of their own, "21:85" or "21 kr 85 öre", are written as decimals.
_WITHOUT_ORE = re.compile(rf"^:[0-9]{{2}}(?![0-9:])|{ORE}", re.IGNORECASE)
_GROUPED = re.compile(rf"[0-9]([\s{MARKS}])[0-9]{{3}}(?![0-9])")


def write_like(raw: str, value: Decimal) -> str:
    """The value in the style of `raw`: its minus, its thousands, its decimal mark, its unit.

    >>> write_like("-1 234", Decimal("-98765")), write_like("(1 250)", Decimal("-98"))
    ('-98 765', '(98)')
    >>> write_like("−4,2 %", Decimal("3.5")), write_like("- 3,690", Decimal("-0.41"))
    ('3,5 %', '- 0,410')
    >>> (write_like("1,095,444", Decimal("-1000")), write_like("532-", Decimal("-1250")),
    ...  write_like("12", Decimal("0")), write_like("1'250 kr", Decimal("98765")))
    ('-1,000', '1 250-', '0', "98'765 kr")
    """
    raw = raw.translate(_DROPPED)
    match = _BODY.search(raw)
    if not match:
        return str(value)
    body, before, after = match[0], raw[: match.start()], _WITHOUT_ORE.sub("", raw[match.end() :])
    places = max(decimals(value), _printed_decimals(body)) if value != int(value) else _printed_decimals(body)
    written = _grouped(f"{abs(value):.{places}f}", body)
    return _with_sign(written, before, after, value < 0)


def _printed_decimals(body: str) -> int:
    mark = re.search(r",(\d+)$", body)
    if not mark or (body.count(",") > 1) or (len(mark[1]) == 3 and "." not in body and body.count(",") > 1):
        return 0
    return len(mark[1])


def _grouped(digits: str, body: str) -> str:
    whole, _, part = digits.partition(".")
    mark = _GROUPED.search(body)
    between = (
        mark[1] if mark and not (mark[1] == "," and _printed_decimals(body)) else "" if len(body) > 3 else " "
    )
    if re.fullmatch(r"\d{1,3}", body.partition(",")[0]):
        between = between or " "
    spaced = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", between, whole)
    return f"{spaced},{part}" if part else spaced


def _with_sign(written: str, before: str, after: str, negative: bool) -> str:
    minus = re.search(r"[-‐-―−]\s?", before)
    rest = re.sub(r"[-‐-―−+]\s?|\(", "", before)
    tail = re.sub(r"^\s?[-‐-―−](?=$)|\)", "", after)
    if not negative:
        return rest + written + tail
    if "(" in before and ")" in after:
        return f"{rest}({written}){tail}"
    if re.fullmatch(r"\s?[-−–]", after):
        return rest + written + after
    return f"{rest}{minus[0] if minus else '-'}{written}{tail}"


_SIGNED = re.compile(rf"[-‐-―−+]?\s?{_BODY.pattern}{COLON_ORE}")


def without_unit(raw: str) -> str:
    """The figure of an amount as printed, with its sign.

    >>> without_unit("−14,5 mnkr"), without_unit("SEK 25 000"), without_unit("125:-")
    ('−14,5', '25 000', '125')
    """
    match = _SIGNED.search(raw)
    return match[0].strip() if match else raw


def decimals(value: Decimal) -> int:
    """Printed decimals of the value.

    >>> decimals(Decimal("1.50")), decimals(Decimal("12"))
    (2, 0)
    """
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def significant_digits(value: Decimal) -> int:
    """Digits without the zeros before and after.

    >>> (significant_digits(Decimal("-151500")), significant_digits(Decimal("0.80")),
    ...  significant_digits(Decimal(0)))
    (4, 1, 0)
    """
    return len(str(abs(int(value.scaleb(decimals(value))))).strip("0"))
