import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { and, expectedVersion, lacks, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { countTill, sumAmounts, type TillAmount, tillCountSchema } from '../domain/money/till.ts';
import { key } from './keys.ts';

/** The key of a till: a branch and a local day (YYYY-MM-DD). */
export type TillPlace = { branchId: string; day: string };

const stored = z.object({
  branchId: z.string(),
  day: z.string(),
  opened: z.object({ at: z.string(), by: z.string() }).exactOptional(),
  closed: z.object({ at: z.string(), by: z.string(), counts: z.array(tillCountSchema) }).exactOptional(),
  v: z.number(),
});

const TAKEN = 'taken ';

/** A till with its expected contents. */
export type Till = z.infer<typeof stored> & { expected: TillAmount[] };

// Each sum is a separate attribute, so that concurrent payments only add to it.
const expectedIn = (item: Record<string, unknown>): TillAmount[] =>
  Object.entries(item).flatMap(([name, amount]) => {
    const [currency = '', means = ''] = name.slice(TAKEN.length).split(' ');
    return name.startsWith(TAKEN) && typeof amount === 'number' ? [{ currency, means, amount }] : [];
  });

const tillOf = (item: Record<string, unknown>): Till => ({ ...stored.parse(item), expected: expectedIn(item) });

const keyOf = ({ branchId, day }: TillPlace) =>
  key('till', { memberId: memberOfBranch(branchId), month: day.slice(0, 7), day, branchId });

const named = (place: TillPlace) => {
  const { v: _, ...rest } = stamp('till', 1);
  return { ...rest, ...place };
};

const adding = ({ currency, means, amount }: TillAmount) => ({ [`${TAKEN}${currency} ${means}`]: amount });

/**
 * Returns the write that adds money to a till or removes it; it fails once the till is closed. The first payment of a day opens the till
 * automatically.
 */
export const tillWrite = (place: TillPlace, taken: TillAmount): Write => ({
  update: keyOf(place),
  set: named(place),
  add: adding(taken),
  when: lacks('closed'),
});

/** Stores the tills of branches, one per local day. */
export type TillStore = {
  get(place: TillPlace, reading?: { strong?: boolean }): Promise<Till | undefined>;
  /** Opens a till with its float. Returns why not: it was opened or closed already, or a concurrent payment arrived. */
  open(
    place: TillPlace,
    by: { at: string; by: string },
    float: TillAmount,
    alsoWrite: (opened: Till) => Write[],
  ): Promise<Till | 'till-opened' | 'changed-meanwhile'>;
  /** Closes a till with the counted sums. Returns the closed till; undefined after a concurrent payment, or when it is already closed. */
  close(
    till: Till,
    by: { at: string; by: string },
    counted: readonly TillAmount[],
    alsoWrite: (closed: Till) => Write[],
  ): Promise<Till | undefined>;
  /** Returns the tills of a member in a month (YYYY-MM), by day and branch. */
  ofMember(memberId: string, month: string): Promise<Till[]>;
};

/** Stores tills in the table. */
export const tillStore = (table: Table): TillStore => ({
  get: async (place, reading = {}) => {
    const item = await table.get(keyOf(place), reading);
    return item && tillOf(item);
  },
  open: async (place, opened, float, alsoWrite) => {
    const item = await table.get(keyOf(place), { strong: true });
    const before = item ? tillOf(item) : { ...place, expected: [], v: 0 };
    if (before.opened || before.closed) return 'till-opened';
    const till = { ...before, opened, expected: sumAmounts([...before.expected, float]), v: before.v + 1 };
    const when = expectedVersion(before.v);
    const write = { update: keyOf(place), set: { ...named(place), opened }, add: adding(float), when };
    return (await table.write([write, ...alsoWrite(till)])) ? 'changed-meanwhile' : till;
  },
  close: async (before, by, counted, alsoWrite) => {
    const till = { ...before, closed: { ...by, counts: countTill(before.expected, counted) }, v: before.v + 1 };
    const when = and(unchanged(before.v), lacks('closed'));
    const lost = await table.write([{ update: keyOf(before), set: { closed: till.closed }, when }, ...alsoWrite(till)]);
    return lost === undefined ? till : undefined;
  },
  ofMember: async (memberId, month) => {
    const { pk: partition } = key('till', { memberId, month, day: month, branchId: memberId });
    return (await table.queryAll({ partition })).map(tillOf);
  },
});
