"""Pictures of sheets for people: drawn over, cut out, made searchable."""
