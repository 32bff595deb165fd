import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteUpdated } from './updated-functions.ts';

test('functions updated on several saves are noted once each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-updated-'));
  const updated = join(folder, 'updated.json');
  noteUpdated({ updated }, ['renew', 'check-out']);
  noteUpdated({ updated }, new Set(['renew', 'search']));
  expect(JSON.parse(readFileSync(updated, 'utf8'))).toEqual(['check-out', 'renew', 'search']);
  rmSync(folder, { recursive: true });
});
