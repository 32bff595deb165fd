import * as z from 'zod';
import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { key } from './keys.ts';
import { readPatronStatus } from './patron-schemas.ts';

const pointer = z.object({ survivorId: z.string(), state: z.string() });

type StatusRead = Consistency & { whileMerging?: boolean };

/** Returns the patron into whom a missing patron was merged. Throws a conflict, to be retried, while that patron's data is being moved. */
const survivorOf = async (
  table: Table,
  patronId: string,
  { whileMerging }: StatusRead,
): Promise<string | undefined> => {
  const item = await table.get(key('patronMerge', { patronId }), { strong: true });
  if (!item) return undefined;
  const { survivorId, state } = pointer.parse(item);
  if (state === 'moving' && !whileMerging) throw new TableConflict('two patrons are being merged');
  return survivorId;
};

/**
 * Returns a patron's status, by its id or by that of a patron merged into it, directly or indirectly. Costs a second read only when there
 * is no such patron.
 */
export const loadPatronStatus = async (
  table: Table,
  patronId: string,
  reading: StatusRead = {},
): Promise<PatronStatus | undefined> => {
  const item = await table.get(key('patronStatus', { patronId }), { strong: reading.strong ?? false });
  if (item) return readPatronStatus(item);
  const survivorId = await survivorOf(table, patronId, reading);
  return survivorId === undefined ? undefined : loadPatronStatus(table, survivorId, reading);
};
