import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeyRow } from '../layers/platform/dynamodb/keys.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = createRequire(import.meta.url);

/** The files that hold rows of the key table: `keys.ts` of each context and of each kind of record, and that of idempotency. */
const files = (): string[] => [
  ...['functions', 'layers/records'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => `${folder}/${name}/data/keys.ts`)
      .filter((file) => existsSync(join(root, file))),
  ),
  'layers/platform/dynamodb/idempotency-keys.ts',
];

/** One entity of the table, with the file that owns it. */
export type OwnedRow = KeyRow & { entity: string; file: string };

/** Every entity of the one table. Throws when two contexts claim one name. */
export const keyTable: readonly OwnedRow[] = files().flatMap((file) => {
  const { keys } = load(join(root, file)) as { keys: { rows: Record<string, KeyRow> } };
  return Object.entries(keys.rows).map(([entity, row]) => ({ entity, file, ...row }));
});
const names = keyTable.map(({ entity }) => entity);
const twice = names.find((entity, i) => names.indexOf(entity) !== i);
if (twice) throw new Error(`Two contexts own the entity ${twice}.`);
