"""The same jobs by other means: each file here is a whole program, and prints the same answers.

`python -m benchmarks.rivals.polars_jsonl FOLDER four` reads a generated corpus and prints a JSON object: for each rule
how many groups violate it, and the names of the first.
"""
