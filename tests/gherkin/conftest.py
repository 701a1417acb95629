"""The corpus of somebody else, whose scenarios are run where they belong: in a folder of its own."""

collect_ignore = ["elsewhere"]
