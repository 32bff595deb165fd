import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

/** The prefix of a staff user's actor name (`actorName`). */
const ACTOR = 'staff:';
const named = z.object({ staffId: z.string(), name: z.string() });

/** Returns the names of staff by their actor names (`staff:stf_…`); unknown actors, and those that are not staff, are left out. */
export const staffNames = async (table: Table, actors: readonly string[]): Promise<Record<string, string>> => {
  const ids = [...new Set(actors)].flatMap((actor) => (actor.startsWith(ACTOR) ? [actor.slice(ACTOR.length)] : []));
  if (ids.length === 0) return {};
  const items = await table.getMany(ids.map((staffId) => key('staff', { staffId })));
  const known = items.flatMap((item) => (item ? [named.parse(item)] : []));
  return Object.fromEntries(known.map(({ staffId, name }) => [`${ACTOR}${staffId}`, name]));
};
