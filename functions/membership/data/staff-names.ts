import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

/** The prefix of a staff user's actor name (`actorName`). */
const ACTOR = 'staff:';
const named = z.object({ staffId: z.string(), name: z.string() });

/** A person at a shared desk acts as `staff:stf_…@dsk_…`. */
const idOf = (actor: string): string => actor.slice(ACTOR.length).split('@')[0] ?? '';

/** Returns the names of staff by their actor names (`staff:stf_…`); unknown actors, and those that are not staff, are left out. */
export const staffNames = async (table: Table, actors: readonly string[]): Promise<Record<string, string>> => {
  const all = [...new Set(actors)].filter((actor) => actor.startsWith(ACTOR));
  if (all.length === 0) return {};
  const ids = [...new Set(all.map(idOf))];
  const items = await table.getMany(ids.map((staffId) => key('staff', { staffId })));
  const known = new Map(
    items.flatMap((item) => (item ? [named.parse(item)] : [])).map((one) => [one.staffId, one.name]),
  );
  return Object.fromEntries(
    all.flatMap((actor) => {
      const name = known.get(idOf(actor));
      return name === undefined ? [] : [[actor, name]];
    }),
  );
};
