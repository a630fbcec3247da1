"""The Swedish number grammar, and only that."""
