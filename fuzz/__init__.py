"""Coverage-guided fuzzing of everything that reads text from outside; see README.md."""
