"""What Swedish offices write: text in, values out; no paper.
Standard library, schemas and word lists only.
"""
