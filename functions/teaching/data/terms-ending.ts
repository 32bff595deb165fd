import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key, sortPrefix } from './keys.ts';

const stored = z.object({
  name: z.string(),
  endsOn: z.string(),
  endedAt: z.string().exactOptional(),
});

/** A term that ends soon: its name and its last day. */
export type TermEnding = { name: string; endsOn: string };

/** Reads which of a member's newest terms end on a day until `until` and are not closed, the next first. `limit`: how many are looked at. */
export const termsEnding = async (
  table: Table,
  memberId: string,
  { until, limit }: { until: string; limit: number },
): Promise<TermEnding[]> => {
  const partition = key('term', { memberId, termId: 'any' }).pk;
  const { items } = await table.query({ partition, begins: sortPrefix('term'), backwards: true, limit });
  return items
    .map((item) => stored.parse(item))
    .filter(({ endsOn, endedAt }) => endedAt === undefined && endsOn <= until)
    .map(({ name, endsOn }) => ({ name, endsOn }))
    .toSorted((one, other) => one.endsOn.localeCompare(other.endsOn));
};
