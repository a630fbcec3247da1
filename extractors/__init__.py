"""Read paper: bytes and values in, values out; no clock, no network, no archive."""
