"""The rule language: text to syntax (`parse_rules`), syntax to rules that are understood (`resolve`)."""
