"""The only owner of bytes on disk."""
