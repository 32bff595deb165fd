import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { note } from '../../test/builders/note.ts';
import { runLevel } from './report.ts';

test('notes of tests are printed below their level, before the failures', async () => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const result = {
    tally: { passed: 2, failed: 1, skipped: 0 },
    failures: ['a loan is due'],
    notes: ['skipped: no yaz'],
  };
  expect(await runLevel('stores', async () => result)).toBe(result);
  write.mockRestore();
  expect(lines.map((line) => line.trim())).toEqual([
    expect.stringMatching(/^✗ stores +2 passed, 1 failed/),
    '– skipped: no yaz',
    'a loan is due',
  ]);
});

test('a note is written where the run collects them', () => {
  const file = join(tmpdir(), `concord-notes-${process.pid}`);
  const before = process.env.CONCORD_TEST_NOTES;
  process.env.CONCORD_TEST_NOTES = file;
  try {
    note('one');
    note('two');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  } finally {
    if (before === undefined) delete process.env.CONCORD_TEST_NOTES;
    else process.env.CONCORD_TEST_NOTES = before;
    rmSync(file, { force: true });
  }
});
