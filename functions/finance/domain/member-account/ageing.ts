import * as z from 'zod';
import { type AccountLine, dueDate } from './account-line.ts';
import type { Settling } from './settling.ts';

/** The age classes of overdue amounts, the columns of a statement of account. */
export const ages = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;
export type Age = (typeof ages)[number];

/** Open amounts by how long they are overdue, in minor units; `inCredit` is the excess of payments and credits. */
export const ageingSchema = z.strictObject({
  notDue: z.int(),
  upTo30: z.int(),
  upTo60: z.int(),
  upTo90: z.int(),
  over90: z.int(),
  inCredit: z.int(),
});
export type Ageing = z.infer<typeof ageingSchema>;

const DAY = 86_400_000;

/** Returns the age of a line on a day (YYYY-MM-DD): not due up to and including its due day. */
export const ageOf = (line: AccountLine, today: string): Age => {
  const days = (Date.parse(today) - Date.parse(dueDate(line))) / DAY;
  if (days <= 0) return 'notDue';
  return days <= 30 ? 'upTo30' : days <= 60 ? 'upTo60' : days <= 90 ? 'upTo90' : 'over90';
};

/** Returns the open amounts of a settled account on a day, by age. */
export const ageingOf = ({ owed, inCredit }: Settling, today: string): Ageing => {
  const ageing: Ageing = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit };
  for (const { line, open } of owed) ageing[ageOf(line, today)] += open;
  return ageing;
};
