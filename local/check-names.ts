import { refusedNames } from './code/scan-names.ts';

// `--list PREFIX` limits the check to paths with that prefix.
const prefix = process.argv.includes('--list') ? (process.argv.at(-1) ?? '') : '';
const found = refusedNames().filter(({ file }) => prefix === '--list' || file.startsWith(prefix));

for (const { name, file, times } of found) console.log(`${String(times).padStart(4)} ${name}  ${file}`);
if (found.length > 0) {
  console.log('These names and sentences use words that docs/glossary.md refuses. Choose a term of the glossary.');
  process.exitCode = 1;
}
