"""Where the typefaces come from: Debian's fonts-dejavu and fonts-liberation,
and those inside reportlab's and typst's own wheels.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

DEBIAN = Path("/usr/share/fonts/truetype")


class MissingFont(Exception):
    """Install fonts-dejavu and fonts-liberation (Debian), or remake on a machine that has them."""


def font_path(name: str) -> Path:
    """A typeface by file name ("DejaVuSans-Bold", "LiberationSerif-Regular", "Vera")."""
    folder = DEBIAN / ("dejavu" if name.startswith("DejaVu") else "liberation")
    if name.startswith("Vera"):
        spec = find_spec("reportlab")
        folder = Path(spec.origin).parent / "fonts" if spec and spec.origin else folder
    path = folder / f"{name}.ttf"
    if not path.exists():
        raise MissingFont(f"{name}.ttf is not in {folder}. {MissingFont.__doc__}")
    return path
