import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyTable } from '../../functions/key-table.ts';
import { root } from '../../local/places.ts';

const namesPatron = ({ personal }: (typeof keyTable)[number]): boolean =>
  personal !== 'none' && personal.patron !== undefined;

test('every row that names a patron, and no other, is handled by the patron’s erasure', () => {
  const erased = keyTable.filter(({ retention }) => retention.ends.includes('erasure'));
  expect(erased.map(({ entity }) => entity)).toEqual(keyTable.filter(namesPatron).map(({ entity }) => entity));
});

test('every row that expires has its time to live set by a store beside its keys', () => {
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
