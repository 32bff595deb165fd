import * as z from 'zod';
import { expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Tote, toteStates } from '../domain/items/tote.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** How long a tote is stored after it was opened: for the days that its route takes. */
const STORED_DAYS = 90;

const item = z.object({ itemId: z.string(), barcode: z.string() });
const stored = z.object({
  toteId: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(toteStates),
  items: z.array(item),
  openedAt: z.string(),
  sentAt: z.string().exactOptional(),
  receivedAt: z.string().exactOptional(),
  missing: z.array(item).exactOptional(),
  unexpected: z.array(z.string()).exactOptional(),
  settled: z.array(z.string()).exactOptional(),
  settledAt: z.string().exactOptional(),
  v: z.number(),
});

const expiry = (openedAt: string): number => Math.floor(Date.parse(openedAt) / 1000) + STORED_DAYS * DAY_SECONDS;

const claim = z.object({ toteId: z.string(), from: z.string(), v: z.number() });

/** The tote into which an item was packed last. */
export type ToteClaim = z.infer<typeof claim>;

/** Returns the tote into which an item was packed last, if any. */
export const toteClaimOf = async (table: Table, itemId: string): Promise<ToteClaim | undefined> => {
  const row = await table.get(key('toteItem', { itemId }), { strong: true });
  return row && claim.parse(row);
};

/** Returns the write by which a tote claims an item, if no other tote claimed it since it was read. */
export const claimWrite = (itemId: string, { toteId, from, openedAt }: Tote, before: ToteClaim | undefined): Write => ({
  put: {
    ...{ ...key('toteItem', { itemId }), ...stamp('toteItem', (before?.v ?? 0) + 1) },
    ...{ toteId, from, expiresAt: expiry(openedAt) },
  },
  when: expectedVersion(before?.v ?? 0),
});

/** Returns the write that ends the claim of an item. */
export const unclaimWrite = (itemId: string): Write => ({ delete: key('toteItem', { itemId }) });

/** Returns the write that discards a tote, if nobody changed it since it was read. */
export const discardWrite = (tote: Tote): Write => ({ delete: key('tote', tote), when: unchanged(tote.v) });

/** Returns the write of a tote, if nobody changed it since it was read with this version; 0 for a new one. */
export const toteWrite = (tote: Tote, before: number): Write => ({
  put: {
    ...key('tote', tote),
    ...gsi2('tote', tote),
    ...tote,
    ...stamp('tote', tote.v),
    expiresAt: expiry(tote.openedAt),
  },
  when: expectedVersion(before),
});

/** Stores totes. */
export type ToteStore = {
  /** Returns a tote of the branch that packs it, or of the branch to which it goes. */
  get(branchId: string, toteId: string): Promise<Tote | undefined>;
  comingTo(branchId: string, toteId: string): Promise<Tote | undefined>;
  /** Lists the totes from and to a branch, newest first, up to a number each. */
  ofBranch(branchId: string, most: number): Promise<{ from: Tote[]; to: Tote[] }>;
};

/** Stores totes in the table. */
export const toteStore = (table: Table): ToteStore => {
  const get: ToteStore['get'] = async (from, toteId) => {
    const row = await table.get(key('tote', { from, toteId }), { strong: true });
    return row && stored.parse(row);
  };
  const goingTo = (to: string) => ({ index: 'gsi2', partition: indexPartition('tote', 'gsi2', { to }) }) as const;
  return {
    get,
    comingTo: async (to, toteId) => {
      const { items } = await table.query({ ...goingTo(to), begins: toteId, limit: 1 });
      const [row] = items;
      return row && get(stored.parse(row).from, toteId);
    },
    ofBranch: async (branchId, most) => {
      const { pk: partition } = key('tote', { from: branchId, toteId: '-' });
      const [from, to] = await Promise.all([
        table.query({ partition, limit: most, backwards: true }),
        table.query({ ...goingTo(branchId), limit: most, backwards: true }),
      ]);
      return { from: from.items.map((row) => stored.parse(row)), to: to.items.map((row) => stored.parse(row)) };
    },
  };
};
