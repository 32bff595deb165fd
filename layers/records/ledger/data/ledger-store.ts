import { createHash } from 'node:crypto';
import { absent } from '../../../platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { CONSORTIUM, isOfConsortium } from '../domain/consortium.ts';
import { isCostCentreOf } from '../domain/cost-centres.ts';
import { type LedgerEntry, ledgerEntrySchema } from '../domain/entry.ts';
import { isBetweenLibraries, sidesOf } from '../domain/owed.ts';
import { gsi2, gsi4, indexPartition, key } from './keys.ts';

/** The number of partitions of a period's entries: a busy month exceeds the capacity of one. */
const SHARDS = 8;

const shardOf = (entryId: string): string => String((createHash('sha256').update(entryId).digest()[0] ?? 0) % SHARDS);

const keyOf = ({ periodKey, at, entryId }: Pick<LedgerEntry, 'periodKey' | 'at' | 'entryId'>) =>
  key('ledgerEntry', { period: periodKey, shard: shardOf(entryId), at, entryId });

// Only entries between libraries, and with the consortium, are listed by party: a month has many fines, which are only summed.
const indexesOf = (entry: LedgerEntry): Record<string, string> => {
  const { periodKey: period, at, entryId } = entry;
  if (isOfConsortium(entry)) return gsi4('ledgerEntry', { memberId: CONSORTIUM, period, at, entryId });
  if (!isBetweenLibraries(entry)) return {};
  const { owing, owed } = sidesOf(entry);
  return {
    ...(owing !== undefined && gsi2('ledgerEntry', { memberId: owing, period, at, entryId })),
    ...(owed !== undefined && gsi4('ledgerEntry', { memberId: owed, period, at, entryId })),
  };
};

/** Returns the write that books an entry, for the transaction of its money act. It never changes an existing entry. */
export const ledgerWrite = (entry: LedgerEntry): Write => ({
  put: { ...keyOf(entry), ...indexesOf(entry), ...stamp('ledgerEntry', 1), ...entry },
  when: absent(),
});

/**
 * Returns the write that claims an entry's id regardless of its instant: for entries that may be retried later, since the entry's own
 * key contains its instant.
 */
export const claimWrite = ({ entryId, at }: LedgerEntry): Write => ({
  put: { ...key('ledgerClaim', { entryId }), ...stamp('ledgerClaim', 1), at },
  when: absent(),
});

/** Stores the entries of a period. */
export type LedgerStore = {
  /** Returns every entry of a period, unordered: the input of a month's close. */
  all(period: string): Promise<LedgerEntry[]>;
  /** Returns the charges and settlements between libraries that concern a member, in a period, unordered. */
  ofMember(memberId: string, period: string): Promise<LedgerEntry[]>;
  /** Returns the entries of the consortium's own books in a period, in time order, as its index has them. */
  ofConsortium(period: string): Promise<LedgerEntry[]>;
  /** Returns an entry that was booked with its claim. Always a strong read. */
  find(entryId: string): Promise<LedgerEntry | undefined>;
  /** Returns the entries of those ids that were booked at these instants; missing ones are omitted. Always a strong read. */
  at(places: readonly Pick<LedgerEntry, 'at' | 'entryId'>[]): Promise<LedgerEntry[]>;
  /** Books entries together with other writes, all or none. False when any of them exists already: nothing is booked twice. */
  book(entries: readonly LedgerEntry[], also?: readonly Write[]): Promise<boolean>;
  /**
   * Returns a page in time order: whole entries, or only one member's lines of its entries, with the cost centre of its own bills.
   * `next` is the start of the following page.
   */
  list(
    period: string,
    pageRequest: { member?: string | undefined; after?: string | undefined; limit: number },
  ): Promise<{ entries: LedgerEntry[]; next?: string }>;
};

type Placed = { sk: string; entry: LedgerEntry };

const ownLines = (entry: LedgerEntry, member: string | undefined): LedgerEntry[] => {
  if (member === undefined) return [entry];
  const lines = entry.lines.filter((line) => line.member === member);
  if (lines.length === 0) return [];
  const { costCentre, ...shared } = entry;
  // A code of one library's own accounts is not shown to the other library of the entry.
  return [{ ...shared, lines, ...(costCentre !== undefined && isCostCentreOf(entry, member) && { costCentre }) }];
};

/** Stores the ledger in the table. */
export const ledgerStore = (table: Table): LedgerStore => {
  /** Returns the first entries of all shards after a position, merged: of `limit` of each, the first `limit` are the first of all. */
  const merged = async (period: string, after: string, limit: number): Promise<Placed[]> => {
    const shards = Array.from({ length: SHARDS }, async (_, shard) => {
      const { pk } = key('ledgerEntry', { period, shard: String(shard), at: period, entryId: 'any' });
      const { items } = await table.query({ partition: pk, between: [`${after}\u0000`, '\uffff'], limit });
      return items.map((item): Placed => ({ sk: String(item.sk), entry: ledgerEntrySchema.parse(plain(item)) }));
    });
    return (await Promise.all(shards))
      .flat()
      .toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
      .slice(0, limit);
  };
  return {
    all: async (period) => {
      const shards = Array.from({ length: SHARDS }, (_, shard) =>
        table.queryAll({
          partition: key('ledgerEntry', { period, shard: String(shard), at: period, entryId: 'any' }).pk,
          strong: true,
        }),
      );
      return (await Promise.all(shards)).flat().map((item) => ledgerEntrySchema.parse(plain(item)));
    },
    ofMember: async (memberId, period) => {
      const lists = (['gsi2', 'gsi4'] as const).map((index) =>
        table.queryAll({ index, partition: indexPartition('ledgerEntry', index, { memberId, period }) }),
      );
      const entries = (await Promise.all(lists)).flat().map((item) => ledgerEntrySchema.parse(plain(item)));
      // A set-off of one debt against another is in both lists.
      return [...new Map(entries.map((entry) => [entry.entryId, entry])).values()];
    },
    ofConsortium: async (period) => {
      const partition = indexPartition('ledgerEntry', 'gsi4', { memberId: CONSORTIUM, period });
      const items = await table.queryAll({ index: 'gsi4', partition });
      return items.map((item) => ledgerEntrySchema.parse(plain(item)));
    },
    find: async (entryId) => {
      const claim = await table.get(key('ledgerClaim', { entryId }), { strong: true });
      if (!claim) return undefined;
      const at = String(claim.at);
      const place = { period: at.slice(0, 7), shard: shardOf(entryId), at, entryId };
      const item = await table.get(key('ledgerEntry', place), { strong: true });
      return item && ledgerEntrySchema.parse(plain(item));
    },
    at: async (places) => {
      const keys = places.map(({ at, entryId }) => keyOf({ at, entryId, periodKey: at.slice(0, 7) }));
      const items = await table.getMany(keys, { strong: true });
      return items.flatMap((item) => (item ? [ledgerEntrySchema.parse(plain(item))] : []));
    },
    book: async (entries, also = []) =>
      entries.length === 0 || (await table.write([...also, ...entries.map(ledgerWrite)])) === undefined,
    list: async (period, { member, after = '', limit }) => {
      const entries: LedgerEntry[] = [];
      let from = after;
      for (;;) {
        const page = await merged(period, from, limit);
        for (const { sk, entry } of page) {
          from = sk;
          entries.push(...ownLines(entry, member));
          if (entries.length === limit) return { entries, next: from };
        }
        if (page.length < limit) return { entries };
      }
    },
  };
};

const plain = (item: Record<string, unknown>) => {
  const { entryId, at, kind, currency, lines, causeId, memo, period, periodKey, costCentre, partner, reference } = item;
  const more = {
    ...(costCentre !== undefined && { costCentre }),
    ...(partner !== undefined && { partner }),
    ...(reference !== undefined && { reference }),
    ...(period !== undefined && { period }),
  };
  return { entryId, at, kind, currency, lines, causeId, memo, periodKey, ...more };
};
