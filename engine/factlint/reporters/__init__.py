"""One file a format, and a table of them (`formats.py`). A reporter sees a report and nothing behind it."""
