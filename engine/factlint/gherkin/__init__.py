"""Steps for feature files: claims, a rule, and what must be found, in English. Found by pytest once installed."""
