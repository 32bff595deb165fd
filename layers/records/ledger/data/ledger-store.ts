import { createHash } from 'node:crypto';
import { absent } from '../../../platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { isCostCentreOf } from '../domain/cost-centres.ts';
import { type LedgerEntry, ledgerEntrySchema } from '../domain/entry.ts';
import { isBetweenLibraries, sidesOf } from '../domain/owed.ts';
import { gsi2, gsi4, indexPartition, key } from './keys.ts';

/** A period's entries are spread over so many partitions: a busy month is more than one can take. */
const SHARDS = 8;

const shardOf = (entryId: string): string => String((createHash('sha256').update(entryId).digest()[0] ?? 0) % SHARDS);

const keyOf = ({ periodKey, at, entryId }: Pick<LedgerEntry, 'periodKey' | 'at' | 'entryId'>) =>
  key('ledgerEntry', { period: periodKey, shard: shardOf(entryId), at, entryId });

// Only what is between libraries is listed by member: fines of a month are many, and summed up whole.
const indexesOf = (entry: LedgerEntry): Record<string, string> => {
  if (!isBetweenLibraries(entry)) return {};
  const { periodKey: period, at, entryId } = entry;
  const { owing, owed } = sidesOf(entry);
  return {
    ...(owing !== undefined && gsi2('ledgerEntry', { memberId: owing, period, at, entryId })),
    ...(owed !== undefined && gsi4('ledgerEntry', { memberId: owed, period, at, entryId })),
  };
};

/** The write that books an entry: part of the transaction that it is the money of. It never changes an entry that stands. */
export const ledgerWrite = (entry: LedgerEntry): Write => ({
  put: { ...keyOf(entry), ...indexesOf(entry), ...stamp('ledgerEntry', 1), ...entry },
  when: absent(),
});

/**
 * The write that claims an entry's id at whatever instant it is booked: goes with the entry where the same thing may be tried
 * again later, since an entry's own place holds its instant.
 */
export const claimWrite = ({ entryId, at }: LedgerEntry): Write => ({
  put: { ...key('ledgerClaim', { entryId }), ...stamp('ledgerClaim', 1), at },
  when: absent(),
});

/** The entries of a period. */
export type LedgerStore = {
  /** Every entry of a period, in no order: what a month's closing adds up. */
  all(period: string): Promise<LedgerEntry[]>;
  /** Charges and settlements between libraries that a member has part in, in a period, in no order. */
  ofMember(memberId: string, period: string): Promise<LedgerEntry[]>;
  /** An entry that was booked with its claim. Always read strongly. */
  find(entryId: string): Promise<LedgerEntry | undefined>;
  /** The entries of those ids that were booked at these instants; what was not is left out. Always read strongly. */
  at(places: readonly Pick<LedgerEntry, 'at' | 'entryId'>[]): Promise<LedgerEntry[]>;
  /** Books entries together with what else must hold, all or none. False when any of them stands already: nothing is booked twice. */
  book(entries: readonly LedgerEntry[], also?: readonly Write[]): Promise<boolean>;
  /**
   * A page in the order of time: whole entries, or one member's lines of those it has a part in, with
   * the cost centre where the bill is its own. `next` is where the
   * following page begins.
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
  // A code of one library's own accounts is not told to the other that the entry is with.
  return [{ ...shared, lines, ...(costCentre !== undefined && isCostCentreOf(entry, member) && { costCentre }) }];
};

/** The ledger kept in the table. */
export const ledgerStore = (table: Table): LedgerStore => {
  /** The first entries of all shards after a place, merged: of `limit` of each, the first `limit` are the first of all. */
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
      // What sets off one debt against another stands in both lists.
      return [...new Map(entries.map((entry) => [entry.entryId, entry])).values()];
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
  const { entryId, at, kind, currency, lines, causeId, memo, periodKey, costCentre, partner } = item;
  const more = { ...(costCentre !== undefined && { costCentre }), ...(partner !== undefined && { partner }) };
  return { entryId, at, kind, currency, lines, causeId, memo, periodKey, ...more };
};
