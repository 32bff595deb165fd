"""Runs a command and prints as JSON its wall-clock and CPU seconds, peak memory in MB, and its last line."""
import json
import resource
import subprocess
import sys
import time

began = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, check=True)
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
lines = done.stdout[-200:].decode("utf-8", "replace").strip().split("\n")
print(json.dumps({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peakMb": used.ru_maxrss / 1024, "last": lines[-1]}))
