"""The pages of the codes: their examples are run, and what they print is what they show."""
