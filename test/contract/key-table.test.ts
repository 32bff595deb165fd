import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyTable } from '../../functions/key-table.ts';
import { root } from '../../local/places.ts';

const namesPatron = ({ personal }: (typeof keyTable)[number]): boolean =>
  personal !== 'none' && personal.patron !== undefined;

test('what names a patron is ended by the erasure of the patron, and nothing else is', () => {
  const erased = keyTable.filter(({ retention }) => retention.ends.includes('erasure'));
  expect(erased.map(({ entity }) => entity)).toEqual(keyTable.filter(namesPatron).map(({ entity }) => entity));
});

test('what ends by its time to live is written with that time by a store beside its keys', () => {
  const storesOf = (file: string): string[] => {
    const folder = join(root, dirname(file));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /(?<!\.test)\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  };
  const unwritten = keyTable
    .filter(({ retention }) => retention.ends.includes('ttl'))
    .filter(
      ({ entity, file }) => !storesOf(file).some((text) => text.includes(`'${entity}'`) && text.includes('expiresAt')),
    );
  expect(unwritten.map(({ entity }) => entity)).toEqual([]);
});
