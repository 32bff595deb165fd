import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE } from './hostile.ts';
import { SCRIPTS } from './scripts.ts';

test('the README describes every script word and every hostile path correctly', () => {
  const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
  const rows = Object.entries({ ...SCRIPTS, ...HOSTILE }).map(([name, { shows }]) => `| \`${name}\` | ${shows} |`);
  expect(rows.filter((row) => !readme.replaceAll('`/state`', '/state').includes(row))).toEqual([]);
});
