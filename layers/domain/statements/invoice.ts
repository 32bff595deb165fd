import * as z from 'zod';
import { monthSchema } from '../report/month.ts';

/** The fiscal year in which an instant (ISO 8601, UTC) is, by the calendar year in which it begins: `2026` of 2026-07 to 2027-06. */
export const fiscalYearOf = (at: string, startsIn: number): string => {
  const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))];
  return String(month < startsIn ? year - 1 : year);
};

/** An invoice's number in the series of its issuer and fiscal year, e.g. `2026-000042`. Credit notes are counted with them. */
export const invoiceNumberOf = (year: string, number: number): string => `${year}-${String(number).padStart(6, '0')}`;

/** The day by which it is to be paid. */
export const dueOn = (at: string, daysToPay: number): string =>
  new Date(Date.parse(`${at.slice(0, 10)}T00:00:00.000Z`) + daysToPay * 86_400_000).toISOString().slice(0, 10);

/** An invoice or credit note: amount in minor units, below zero for a credit note; `dueOn` for an invoice. */
export const invoiceSchema = z.strictObject({
  number: z.string(),
  document: z.enum(['invoice', 'credit-note']),
  memberId: z.string(),
  month: monthSchema,
  amount: z.int(),
  currency: z.string(),
  issuedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
});
export type Invoice = z.infer<typeof invoiceSchema>;
