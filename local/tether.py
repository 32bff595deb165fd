"""Runs a command that ends when the process that started it does, however that went (Linux; elsewhere it just runs).

Usage: tether.py COMMAND ARGS…  The command takes the place of this process, so its pid and signals are the command's.
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
