"""Measurements: against other readers, against the clock, and against an earlier version of our own rules."""
