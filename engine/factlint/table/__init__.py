"""Claims as columns: what `compile` writes, what large corpora are read into, and claims made of rows again."""
