import * as z from 'zod';
import { type CursorPage, type PageRequest, readPages } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';
import { key } from './keys.ts';

const stored = z.object({ branchId: z.string(), expiresOn: z.string(), patronId: z.string() });

/** A card by its last day of validity and home branch. */
export type CardExpiry = z.infer<typeof stored>;

/** How long after the last day of validity a row expires, in milliseconds. The row of a renewed card expires then as well. */
const RETENTION_MS = 30 * 24 * 60 * 60 * 1000;

/** Stores cards by their last day of validity. No request writes these rows; the patron's status decides whether one is still current. */
export const cardExpiryStore = (table: Table) => ({
  /** Lists a card; idempotent. */
  note: async ({ patronId, homeBranch: branchId, expiresOn }: PatronStatus): Promise<void> => {
    const row = { branchId, expiresOn, patronId };
    const expiresAt = Math.floor((Date.parse(expiresOn) + RETENTION_MS) / 1000);
    await table.write([{ put: { ...key('cardExpiry', row), ...stamp('cardExpiry', 1), ...row, expiresAt } }]);
  },
  /** Lists a page of the cards of branches that expire between two dates (inclusive), by branch, the earliest first. */
  list: (
    branchIds: readonly string[],
    { from, to }: { from: string; to: string },
    page: PageRequest,
  ): Promise<CursorPage<CardExpiry> | 'bad-cursor'> => {
    const queries = branchIds.map((branchId) => {
      const { pk: partition } = key('cardExpiry', { branchId, expiresOn: '-', patronId: '-' });
      // `~` sorts after whatever follows the date in a sort key.
      return { partition, between: [from, `${to}~`] as [string, string] };
    });
    return readPages(table, queries, page, (row) => stored.parse(row));
  },
});

export type CardExpiryStore = ReturnType<typeof cardExpiryStore>;
