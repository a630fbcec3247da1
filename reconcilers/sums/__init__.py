"""Figures of one table held against each other: sums, nets, shares."""
