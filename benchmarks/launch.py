"""Starts a program, waits for its end, and writes down what it took: `python -ISs launch.py FILE PROGRAM ARGUMENT…`.

The system counts as a program's memory what the process that started it held at that moment, and the one that reads and
checks reports may hold gigabytes. So this one starts programs, and holds nothing.
"""

import os
import sys
import time

file, *argv = sys.argv[1:]
start = time.perf_counter()
pid = os.posix_spawnp(argv[0], argv, os.environ)
_, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - start
with open(file, "w", encoding="ascii") as told:  # noqa: PTH123 - pathlib would be the most of what is held
    told.write(f"{seconds} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {os.waitstatus_to_exitcode(status)}")
