"""Slips of the pen in figures: what one wrong digit makes of a number."""

from __future__ import annotations

_MOST_DIGITS_OFF = 2  # one digit is off by d·10ⁿ, two neighbours that changed places by 9d·10ⁿ


def is_slip(printed: int, right: int) -> bool:
    """True where the two differ by one digit, wrong, dropped or doubled,
    or by two neighbours that changed places.

    >>> is_slip(5851, 5815), is_slip(1204, 1254), is_slip(-812, -872), is_slip(1204, 1345), is_slip(0, 7)
    (True, True, True, False, True)
    >>> is_slip(135, 1352), is_slip(11204, 1204), is_slip(24, 2401)
    (True, True, False)
    """
    if (printed < 0) != (right < 0) and printed and right:
        return False
    if abs(printed) > 9 < abs(right) and _one_more(str(abs(printed)), str(abs(right))):
        return True
    off = abs(abs(printed) - abs(right))
    if len(str(off).rstrip("0")) > _MOST_DIGITS_OFF:
        return False
    a, b = _aligned(abs(printed), abs(right))
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) != 2:
        return len(wrong) == 1
    first, second = wrong
    return second == first + 1 and a[first] == b[second] and a[second] == b[first]


def _one_more(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def is_mistake(printed: int, right: int) -> bool:
    """True where a slip, a wrong sign or a wrong unit (thousandfold) makes the one of the other.

    >>> is_mistake(5851, 5815), is_mistake(-20, 20), is_mistake(1_262_000, 1262), is_mistake(20, 31)
    (True, True, True, False)
    """
    turned = printed == -right != 0
    return turned or 0 != printed in (right * 1000, right / 1000) or is_slip(printed, right)


def _aligned(a: int, b: int) -> tuple[str, str]:
    size = max(len(str(a)), len(str(b)))
    return str(a).zfill(size), str(b).zfill(size)
