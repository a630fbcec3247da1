"""What failed checks mean to a reader."""
