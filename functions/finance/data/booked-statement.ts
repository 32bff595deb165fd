import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

const chainSchema = z.object({ month: z.string() });
const headSchema = z.object({
  month: z.string(),
  currency: z.string(),
  total: z.number(),
  due: z.number(),
  booked: z.string().optional(),
});

/** A member's statement of the last closed month, in minor units; `booked` is when it was charged. */
export type BookedStatement = { month: string; currency: string; total: number; due: number; booked: string };

/** Returns a member's statement of the last closed month; undefined when no month is closed or the member had none. */
export const bookedStatement = async (table: Table, memberId: string): Promise<BookedStatement | undefined> => {
  const last = await table.get(key('periodChain', {}));
  if (last === undefined) return undefined;
  const { month } = chainSchema.parse(last);
  const row = await table.get(key('statement', { month, memberId }));
  const head = row && headSchema.parse(row);
  // A statement of an earlier round, which was left out when the month was written again, is not booked.
  return head?.booked === undefined ? undefined : { ...head, booked: head.booked };
};
