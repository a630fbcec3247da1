"""One figure in two places: in two tables, or in a table and a sentence."""
