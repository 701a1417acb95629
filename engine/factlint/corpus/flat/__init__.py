"""Flat corpora: a claim a line (`.jsonl`), a claim a row (`.csv`), and reviews of claims as publishers mark them up.

Each reader makes the nodes that YAML makes, with places in the file, so that everything after it is one.
"""
