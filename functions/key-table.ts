import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyRow } from '../layers/platform/dynamodb/keys.ts';
import { foldersIn, loadModule, projectRoot } from './folders.ts';

/** The files that hold rows of the key table: `keys.ts` of each context and of each kind of record, and that of idempotency. */
const files = (): string[] => [
  ...['functions', 'layers/records'].flatMap((folder) =>
    foldersIn(join(projectRoot, folder))
      .map((name) => `${folder}/${name}/data/keys.ts`)
      .filter((file) => existsSync(join(projectRoot, file))),
  ),
  'layers/platform/dynamodb/idempotency-keys.ts',
];

/** One entity of the table, with the file that owns it. */
export type OwnedRow = KeyRow & { entity: string; file: string };

/** Every entity of the one table. Throws when two contexts claim one name. */
export const keyTable: readonly OwnedRow[] = files().flatMap((file) => {
  const { keys } = loadModule<{ keys: { rows: Record<string, KeyRow> } }>(join(projectRoot, file));
  return Object.entries(keys.rows).map(([entity, row]) => ({ entity, file, ...row }));
});
const names = keyTable.map(({ entity }) => entity);
const twice = names.find((entity, i) => names.indexOf(entity) !== i);
if (twice) throw new Error(`Two contexts own the entity ${twice}.`);
