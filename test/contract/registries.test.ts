import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { bucketFiles } from '../../functions/bucket-files.ts';
import { keyTable } from '../../functions/key-table.ts';
import { outboxes } from '../../functions/outbox-registry.ts';
import { patronData } from '../../functions/patron-data.ts';
import { unionFollowers } from '../../functions/union-followers.ts';

/** Returns what modules export under a name, one entry a file. */
const exported = <T>(pattern: string, name: string): T[] =>
  globSync(pattern).map((file) => (require(`../../${file}`) as Record<string, T>)[name] as T);

test('every outbox.ts of a context is in the registry of the relay', () => {
  const all = exported<(typeof outboxes)[number]>('functions/*/outbox.ts', 'outbox');
  expect(all.length).toBeGreaterThan(2);
  expect(new Set(outboxes)).toEqual(new Set(all));
  for (const one of all) expect(outboxes.includes(one)).toBe(true);
});

test('every entity that an outbox watches, or states the cause of, is in the key table', () => {
  const known = new Set(keyTable.map(({ entity }) => entity));
  const named = outboxes.flatMap(({ rules, causes = {} }) => [
    ...rules.map(({ entity }) => entity),
    ...Object.keys(causes),
  ]);
  expect(named.filter((entity) => !known.has(entity))).toEqual([]);
});

test('every context that stores data of patrons takes part in erasure and merging', () => {
  const files = globSync('functions/*/public/patron-data.ts').filter(
    (file) => dirname(file) !== 'functions/patrons/public',
  );
  expect(patronData).toHaveLength(files.length);
});

test('every file that a context stores in the bucket has its rule', () => {
  const all = exported<object>('functions/*/data/files.ts', 'files').flatMap((files) => Object.values(files));
  expect(all.length).toBeGreaterThan(3);
  for (const one of all) expect(bucketFiles.includes(one)).toBe(true);
});

test('every context that follows merges and splits of records is called', () => {
  expect(unionFollowers).toHaveLength(globSync('functions/*/public/follow-holds.ts').length);
});
