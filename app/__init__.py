"""Doors for people: commands, web pages, exports."""
