"""Prefect: when, how often, how many, and what if it fails."""
