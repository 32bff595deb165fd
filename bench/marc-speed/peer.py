"""Does the work of ours.ts with pymarc: parses every record of a file and reads 245 $a."""
import sys

from pymarc import MARCReader

records = titles = 0
with open(sys.argv[1], "rb") as file:
    for record in MARCReader(file):
        if record is None:
            continue
        records += 1
        title = record.get("245")
        if title is not None and title.get("a") is not None:
            titles += 1
print(records, titles)
