"""The only folder that reads through PDFium: a sheet's words, faces, rules and pictures as values."""
