"""What each page shows: rows of the release in, values for its template out."""
