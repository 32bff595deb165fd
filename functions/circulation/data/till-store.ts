import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { and, lacks, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { countTill, type TillAmount, tillCountSchema } from '../domain/till.ts';
import { key } from './keys.ts';

/** Whose till of which local day (YYYY-MM-DD). */
export type TillPlace = { branchId: string; day: string };

const stored = z.object({
  branchId: z.string(),
  day: z.string(),
  opened: z.object({ at: z.string(), by: z.string() }).exactOptional(),
  closed: z.object({ at: z.string(), by: z.string(), counts: z.array(tillCountSchema) }).exactOptional(),
  v: z.number(),
});

const TAKEN = 'taken ';

/** A till with what should be in it. */
export type Till = z.infer<typeof stored> & { expected: TillAmount[] };

// Each sum is an attribute of its own, so that parallel payments only add to it.
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

/** The write by which money comes into a till, or leaves it: never once it is closed. The first of a day opens it by itself. */
export const tillWrite = (place: TillPlace, taken: TillAmount): Write => ({
  update: keyOf(place),
  set: named(place),
  add: adding(taken),
  when: lacks('closed'),
});

/** The tills of branches, one a local day. */
export type TillStore = {
  get(place: TillPlace, reading?: { strong?: boolean }): Promise<Till | undefined>;
  /** Opens a till with what is laid into it. False when it was opened or closed already. */
  open(place: TillPlace, by: { at: string; by: string }, float: TillAmount): Promise<boolean>;
  /** Closes a till with what was counted. Gives it closed; nothing when others took money just now, or it is closed. */
  close(till: Till, by: { at: string; by: string }, counted: readonly TillAmount[]): Promise<Till | undefined>;
  /** The tills of a member in a month (YYYY-MM), by day and branch. */
  ofMember(memberId: string, month: string): Promise<Till[]>;
};

/** The tills kept in the table. */
export const tillStore = (table: Table): TillStore => ({
  get: async (place, reading = {}) => {
    const item = await table.get(keyOf(place), reading);
    return item && tillOf(item);
  },
  open: async (place, opened, float) => {
    const when = and(lacks('closed'), lacks('opened'));
    const write = { update: keyOf(place), set: { ...named(place), opened }, add: adding(float), when };
    return (await table.write([write])) === undefined;
  },
  close: async (till, by, counted) => {
    const closed = { ...by, counts: countTill(till.expected, counted) };
    const when = and(unchanged(till.v), lacks('closed'));
    const lost = await table.write([{ update: keyOf(till), set: { closed }, when }]);
    return lost === undefined ? { ...till, closed } : undefined;
  },
  ofMember: async (memberId, month) => {
    const { pk: partition } = key('till', { memberId, month, day: month, branchId: memberId });
    return (await table.queryAll({ partition })).map(tillOf);
  },
});
