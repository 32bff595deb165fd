import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { StatementLine } from './statement.ts';

/** Returns the fiscal year of an instant (ISO 8601, UTC) or a month (YYYY-MM), named by the calendar year in which it begins: `2026` for 2026-07 to 2027-06. */
export const fiscalYearOf = (at: string, startsIn: number): string => {
  const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))];
  return String(month < startsIn ? year - 1 : year);
};

/** Returns an invoice's number in the series of its issuer and the fiscal year of its month of service, e.g. `2026-000042`. Credit notes share the series. */
export const invoiceNumberOf = (year: string, number: number): string => `${year}-${String(number).padStart(6, '0')}`;

/** Returns the day by which it must be paid. */
export const dueOn = (at: string, daysToPay: number): string =>
  new Date(Date.parse(`${at.slice(0, 10)}T00:00:00.000Z`) + daysToPay * 86_400_000).toISOString().slice(0, 10);

/**
 * An invoice or credit note: amount in minor units, negative for a credit note; `dueOn` for an invoice. `corrects` are the numbers of
 * earlier ones with corrected lines (EN 16931, BG-3), `purchaseOrders` those of the charged lines (BT-13).
 */
export const invoiceSchema = z.strictObject({
  number: z.string(),
  document: z.enum(['invoice', 'credit-note']),
  memberId: z.string(),
  month: monthSchema,
  amount: z.int(),
  currency: z.string(),
  issuedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  corrects: z.array(z.string()).exactOptional(),
  purchaseOrders: z.array(z.string()).exactOptional(),
});
export type Invoice = z.infer<typeof invoiceSchema>;

const once = (names: readonly string[]): string[] => [...new Set(names)].toSorted(byId);

const correctedBy = ({ corrects, evidence }: StatementLine): readonly string[] => {
  if (evidence.kind === 'true-up') return evidence.invoices;
  if (evidence.kind === 'carried' && evidence.invoices) return evidence.invoices;
  return corrects?.invoice === undefined ? [] : [corrects.invoice];
};

/** Returns the references of a document, from its statement's lines: earlier invoices that it corrects, and purchase orders. */
export const referencesOf = (lines: readonly StatementLine[]): Pick<Invoice, 'corrects' | 'purchaseOrders'> => {
  const charged = lines.filter(({ mode }) => mode === 'charge');
  const corrects = once(charged.flatMap(correctedBy));
  const purchaseOrders = once(charged.flatMap(({ codes }) => codes?.purchaseOrder ?? []));
  return { ...(corrects.length > 0 && { corrects }), ...(purchaseOrders.length > 0 && { purchaseOrders }) };
};
