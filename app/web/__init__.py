"""The archive in a browser: search, documents, §§, matters, people, tables, findings. Reads; never runs a
flow.
"""
