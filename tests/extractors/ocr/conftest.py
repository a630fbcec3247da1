"""What tests of OCR need."""

from __future__ import annotations

import pytest

from extractors.ocr import rapid

needs_rapidocr = pytest.mark.skipif(
    not rapid.is_installed(),
    reason="rapidocr and onnxruntime are not installed: pip install rapidocr onnxruntime",
)
