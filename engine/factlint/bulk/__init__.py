"""Flat corpora of many claims, read by columns.

A line as nearly all are is never made into objects: its texts are numbered by their distinct wordings, and each wording
is understood once, by the same code that reads a small corpus. A value in digits is understood for a few numbers of its
wording, and the others follow (`numerals`). Whatever is out of the ordinary, a mistake, a text that is held, a name
nobody knows, is read by itself as in a small corpus, with all that is told of it. So are claims that somebody asks for.
"""
