"""Which groups of a large corpus have to be judged: a screen over columns throws away those that certainly hold.

It compares floats and leans outward: what it is not sure of is judged, by the one judge, on the exact numbers. What it
is sure of it counts. So the verdicts and counts of a report are those of judging every group.
"""
