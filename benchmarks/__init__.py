"""Measures factlint against what one would write by hand, and against other checkers. See README.md here."""
