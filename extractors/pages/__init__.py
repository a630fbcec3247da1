"""A sheet becomes words, rules and lines of text."""
