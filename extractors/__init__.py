"""Read paper: bytes and values in, values out; no clock, no network, no archive."""

EXTRACTOR_VERSION = "0.2.0"
