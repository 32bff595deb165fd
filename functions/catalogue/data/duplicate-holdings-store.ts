import * as z from 'zod';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import {
  type DuplicateFigures,
  type DuplicateHoldingChange,
  duplicateBases,
  duplicateFigures,
} from '../domain/duplicates/duplicate-holdings.ts';
import { indexPartition, key } from './keys.ts';
import { possibleDuplicateSchema } from './possible-duplicate-store.ts';

/** The most of a member's records in one union record that are listed; all are counted. */
const MOST_NAMED = 20;

const stored = z.object({
  memberId: z.string(),
  recordId: z.string(),
  basis: z.enum(duplicateBases),
  /** The first of the member's source records in it, and their number. */
  sources: z.array(z.string()),
  count: z.number(),
});

/** A duplicate holding as stored. */
export type StoredDuplicateHolding = z.infer<typeof stored>;

/** Returns the writes that update members' lists of duplicate holdings, in one transaction with the union records. */
export const duplicateHoldingWrites = (changes: readonly DuplicateHoldingChange[]): Write[] =>
  changes.map(({ duplicateHolding, ...of }) => {
    const at = key('duplicateHolding', of);
    if (!duplicateHolding) return { delete: at };
    const { sources, basis } = duplicateHolding;
    const named = sources.slice(0, MOST_NAMED);
    return { put: { ...at, ...stamp('duplicateHolding', 1), ...of, basis, sources: named, count: sources.length } };
  });

const partitionOf = (memberId: string): string => key('duplicateHolding', { memberId, recordId: '-' }).pk;

/** Returns a page of a member's duplicate holdings, the oldest first. */
export const duplicateHoldingsOf = (
  table: Table,
  memberId: string,
  pageRequest: PageRequest,
): Promise<CursorPage<StoredDuplicateHolding> | 'bad-cursor'> =>
  readPage(table, { partition: partitionOf(memberId) }, pageRequest, (row) => stored.parse(row));

/** How much of a list is counted: the count of a longer one is a minimum. No count may read without limit. */
const COUNTED = { pages: 20, rows: 1000 };

type List = { partition: string; index?: 'gsi2' };

const counted = async <T>(table: Table, list: List, schema: z.ZodType<T>): Promise<{ rows: T[]; isWhole: boolean }> => {
  const rows: T[] = [];
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < COUNTED.pages; page += 1) {
    const { items, next } = await table.query({ ...list, limit: COUNTED.rows, ...(after && { after }) });
    rows.push(...items.map((row) => schema.parse(row)));
    if (!next) return { rows, isWhole: true };
    after = next;
  }
  return { rows, isWhole: false };
};

/**
 * Counts a member's duplicate holdings and possible duplicates from the two lists: the cost depends on these, not on the size of the
 * catalogue. `atLeast` when a list is longer than is counted.
 */
export const countDuplicates = async (
  table: Table,
  memberId: string,
): Promise<DuplicateFigures & { atLeast: boolean }> => {
  const [duplicateHoldings, possibleDuplicates] = await Promise.all([
    counted(table, { partition: partitionOf(memberId) }, stored),
    counted(
      table,
      { index: 'gsi2', partition: indexPartition('possibleDuplicate', 'gsi2', { memberId }) },
      possibleDuplicateSchema,
    ),
  ]);
  return {
    ...duplicateFigures(duplicateHoldings.rows, possibleDuplicates.rows),
    atLeast: !duplicateHoldings.isWhole || !possibleDuplicates.isWhole,
  };
};
