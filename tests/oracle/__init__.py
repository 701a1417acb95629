"""A second, slow and plain implementation of the rule language, written from the specification alone, to hold the engine against."""
