import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { areaOf, refusedNames } from './code/scan-names.ts';
import { root } from './places.ts';

// Old names leave area by area: a count may only fall, and a name that is new in an area without any is refused at once.
const file = join(root, 'local', 'code', 'refused-names.json');
const known = z.record(z.string(), z.int().min(0)).parse(JSON.parse(readFileSync(file, 'utf8')));

const found = refusedNames();
const counts: Record<string, number> = {};
for (const { file: at, times } of found) counts[areaOf(at)] = (counts[areaOf(at)] ?? 0) + times;

if (process.argv.includes('--list')) {
  const area = process.argv.at(-1) ?? '';
  for (const { name, file: at, times } of found.filter((one) => one.file.startsWith(area)))
    console.log(`${String(times).padStart(4)} ${name}  ${at}`);
} else if (process.argv.includes('--lower')) {
  const lower = Object.entries(counts).map(([area, count]) => [area, Math.min(count, known[area] ?? 0)]);
  const remaining = Object.fromEntries(lower.filter(([, count]) => count !== 0));
  writeFileSync(file, `${JSON.stringify(remaining, Object.keys(remaining).sort(), 2)}\n`);
}

const over = Object.entries(counts).filter(([area, count]) => count > (known[area] ?? 0));
for (const [area, count] of over)
  console.log(
    `${area}: ${count} refused names, ${known[area] ?? 0} allowed. List them: local/check-names.ts --list ${area}`,
  );
if (over.length > 0) process.exitCode = 1;
