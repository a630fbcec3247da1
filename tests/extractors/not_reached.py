"""Rows of parametrised tests, those not reached yet marked as strict xfail with their reason."""

from __future__ import annotations

import pytest


def row(*values: object, name: str, why: str | None) -> object:
    """A row called `name`; `why` it is not reached, None where it is."""
    return pytest.param(*values, id=name, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])
