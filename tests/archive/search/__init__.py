"""The search index, from what is typed to what is found."""
