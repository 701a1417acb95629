"""Findings as inline SVG. Positions across are percentages, so a drawing is as wide as its page and its letters stay legible."""
