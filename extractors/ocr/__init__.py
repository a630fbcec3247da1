"""Sheets read from their pictures: which, by whom, and what two readers agree on."""
