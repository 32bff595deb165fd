import * as z from 'zod';
import { actSchema } from '../../../layers/kernel/identity/act.ts';
import { and, type Condition, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { whileUnwritten } from './period-store.ts';

/**
 * What is kept of anything that one person prepares and another approves. `seal` is the SHA-256 of what is decided on, which an
 * approver names; `preparers` are all who ever prepared it, none of whom approves it; `v` counts its writes.
 */
export const preparedFields = {
  seal: z.string(),
  prepared: actSchema,
  preparers: z.array(z.string()),
  approved: actSchema.exactOptional(),
  v: z.int(),
};

/** All who prepared it, the one of now among them. */
export const preparersWith = (before: { preparers: readonly string[] } | undefined, by: string): string[] => [
  ...new Set([...(before?.preparers ?? []), by]),
];

/** It is still as it was prepared, with this very seal: for the write that makes it approved, whose `v` is one above. */
export const whilePrepared = ({ v, seal }: { v: number; seal: string }): Condition =>
  and(unchanged(v - 1), equals('state', 'prepared'), equals('seal', seal));

/** What came of booking: the month that it was to go into is not open any more, or what it rests on was changed. */
export type Booking = 'booked' | 'not-open' | 'changed';

/** Books what was approved into the statements of a month that is open or metered, in one transaction with `writes`. */
export const bookInto = async (table: Table, month: string, writes: readonly Write[]): Promise<Booking> => {
  const lost = await table.write([whileUnwritten(month), ...writes]);
  if (!lost) return 'booked';
  return lost.conflict.some(({ index }) => index === 0) ? 'not-open' : 'changed';
};
