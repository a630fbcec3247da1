"""Somebody hands the package in: as told, or as the document says, and never as guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.eark.delivery import Delivery
from app.errors import CannotExport
from tests.app.eark.made_packages import MADE, keep, subject


def test_the_submitter_is_as_told_else_the_documents_municipality(tmp_path: Path) -> None:
    about = subject(keep(tmp_path))
    assert Delivery(MADE, " Regionarkivet ").submitted_by(about) == "Regionarkivet"
    assert Delivery(MADE).submitted_by(about) == "Sjövalla kommun"
    with pytest.raises(CannotExport, match=r"nämner ingen kommun.*Ange den med --submitter\.$"):
        Delivery(MADE, "  ").submitted_by(replace(about, municipality=None))
