"""What one file may cost unless someone says otherwise: the one place of the defaults and their bounds."""

from __future__ import annotations

SECONDS_A_FILE = 300.0  # wall clock; each sheet that OCR has read gives the rest as much again
MEMORY_MB = 3072  # address space of one reader
SHEETS_A_FILE = 2000  # a file of more is no office's paper: one in tests/samples/bad has three thousand

LEAST_SECONDS = 0.1  # less is a slip of the finger: a reader takes longer to start
LEAST_MEMORY_MB = 128  # with less, a reader cannot even be started
MOST_WORKERS = 256  # more is a slip of the finger
