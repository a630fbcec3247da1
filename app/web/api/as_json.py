"""JSON answers: days as ISO text, decimals as text, problems as a sentence in Swedish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

_PROBLEM = {
    "application/json": {
        "schema": {
            "type": "object",
            "required": ["fel"],
            "properties": {"fel": {"type": "string", "description": "Vad som är fel, och vad man gör."}},
        }
    }
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    404: {"description": "Det finns inte i utgåvan / not in this release", "content": _PROBLEM},
    422: {"description": "En parameter går inte att förstå / a parameter is not valid", "content": _PROBLEM},
    503: {"description": "Arkivet har ingen utgåva att visa / nothing to show yet", "content": _PROBLEM},
}
_LIMITS = {"greater_than_equal": ("minst", "ge"), "less_than_equal": ("högst", "le")}
_SHAPES = {"int": "ett heltal", "bool": "true eller false", "date": "ett datum (2024-06-17)"}


class Json(JSONResponse):
    """No figure is rounded on its way."""

    def render(self, content: Any) -> bytes:
        return super().render(plain(content))


def plain(value: Any) -> Any:
    """
    >>> plain({"at": date(2024, 6, 17), "sum": [Decimal("1250.50")]})
    {'at': '2024-06-17', 'sum': ['1250.50']}
    """
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def not_understood(error: RequestValidationError) -> str:
    """What is wrong with the parameters, each in a sentence."""
    return " ".join(dict.fromkeys(problem_of(each) for each in error.errors()))


def problem_of(told: Mapping[str, Any]) -> str:
    """
    >>> problem_of({"type": "int_parsing", "loc": ("query", "page"), "input": "x"})
    'page ska vara ett heltal.'
    >>> problem_of({"type": "less_than_equal", "loc": ("query", "size"), "ctx": {"le": 100}})
    'size ska vara högst 100.'
    >>> problem_of({"type": "missing", "loc": ("query", "till")})
    'till saknas.'
    """
    name, kind = _name(told.get("loc", ())), str(told.get("type", ""))
    if kind == "missing":
        return f"{name} saknas."
    if kind in _LIMITS:
        word, key = _LIMITS[kind]
        return f"{name} ska vara {word} {told['ctx'][key]}."
    shape = _SHAPES.get(kind.partition("_")[0])
    return f"{name} ska vara {shape}." if shape else f"{name} går inte att förstå."


def _name(place: Sequence[Any]) -> str:
    """The parameter's own: the part of the request that it stands in comes first."""
    return str(place[-1]) if place else "Frågan"
