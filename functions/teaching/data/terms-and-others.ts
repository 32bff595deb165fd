import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

const stored = z.object({
  name: z.string(),
  endsOn: z.string(),
  endedAt: z.string().exactOptional(),
});

/** A term that ends soon: its name and its last day. */
export type TermEnding = { name: string; endsOn: string };

/** The rows of the overdue loans of classes, one a branch, stand before the terms in this order. */
const OTHERS = 4;

/**
 * Reads which of a member's newest terms end on a day until `until` and are not closed, the next first. `limit`: how many are looked at.
 * The same read returns `others`, which stand beside the terms: the rows in which circulation counts the overdue loans of classes.
 */
export const termsAndOthers = async (
  table: Table,
  memberId: string,
  { until, limit }: { until: string; limit: number },
): Promise<{ terms: TermEnding[]; others: Record<string, unknown>[] }> => {
  const { pk: partition } = key('term', { memberId, termId: 'any' });
  const { items } = await table.query({ partition, begins: 'TERM', backwards: true, limit: limit + OTHERS });
  const isTerm = ({ entity }: Record<string, unknown>): boolean => entity === 'term';
  const terms = items
    .filter(isTerm)
    .slice(0, limit)
    .map((item) => stored.parse(item))
    .filter(({ endsOn, endedAt }) => endedAt === undefined && endsOn <= until)
    .map(({ name, endsOn }) => ({ name, endsOn }))
    .toSorted((one, other) => one.endsOn.localeCompare(other.endsOn));
  return { terms, others: items.filter((item) => !isTerm(item)) };
};
