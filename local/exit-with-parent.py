"""Runs a command that ends when its parent process ends, for whatever reason (Linux only; elsewhere it just runs).

Usage: exit-with-parent.py COMMAND ARGS…  The command replaces this process and so has its pid and receives its signals.
"""
import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1

parent = os.getppid()
if sys.platform.startswith("linux"):
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        sys.exit(1)
os.execvp(sys.argv[1], sys.argv[1:])
