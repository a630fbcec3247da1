"""The search index: built from the documents with each release, and asked without touching them."""
