"""What was computed before, kept in the user's cache folder: whole runs, and the parts of them that cost time.

Nothing here changes what a run prints. An entry is used only where every question that led to it has the same answer
again; whatever is doubtful about an entry, it is as if it were not there.
"""
