"""What a protocol tells of itself several times over, held against each other."""
