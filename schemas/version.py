"""The version of Paragraf: one number for the package, what reads, and what proves."""

from __future__ import annotations

# A document that another version read or proved is read or proved anew when it comes in again, so whoever
# changes what is published raises it. `extractor_version` in the release is this string.
VERSION = "0.2.0"
