"""One module a command: what `factlint NAME` does with its arguments, and its exit status."""
