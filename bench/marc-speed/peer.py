"""pymarc at the work of ours.ts: parse every record of a file, read 245 $a."""
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
