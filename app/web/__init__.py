"""Web pages over the archive; they never import flows."""
