"""Addresses, and which page answers each."""
