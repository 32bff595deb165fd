import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

const place = (month: string) => key('budgetAlerts', { month });

/** Returns the write that counts an alert in its month (`at`, ISO 8601), for the transaction of the alert, so that each counts once. */
export const countAlert = (at: string): Write => {
  const month = at.slice(0, 7);
  const { v: _, ...kind } = stamp('budgetAlerts', 1);
  return { update: place(month), set: { ...kind, month }, add: { raised: 1 } };
};

const storedSchema = z.object({ month: z.string(), raised: z.int() });

/** Returns the number of budget alerts, of all members and the consortium, in each month from one to another, without empty months. */
export const alertCounts = async (table: Table, from: string, to: string): Promise<Record<string, number>> => {
  const between: [string, string] = [place(from).sk, place(to).sk];
  const items = await table.queryAll({ partition: place(from).pk, between });
  return Object.fromEntries(items.map((item) => storedSchema.parse(item)).map(({ month, raised }) => [month, raised]));
};
