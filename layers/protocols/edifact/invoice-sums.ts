import { decimalsOf } from '../../kernel/money/currency.ts';
import { parseExact, toMinorUnits } from '../../kernel/money/exact.ts';
import type { LibraryMessage } from './library-message.ts';

/** The sums of an invoice in minor units of its currency. `difference` is payable less lines, charges and tax: 0 when they agree. */
export type InvoiceSums = { lines: number; charges: number; tax: number; payable: number; difference: number };

const codes = { lines: '203', charges: '8', tax: '124' } as const;

/** Adds up an invoice: its lines (MOA 203), charges (MOA 8) and tax (MOA 124) against what is payable (MOA 86). */
export const sumsOfInvoice = ({ lines, sums }: LibraryMessage, currency: string): InvoiceSums => {
  const all = [...sums, ...lines.flatMap((line) => line.sums)];
  const sumOf = (code: string): number =>
    all
      .filter(({ qualifier }) => qualifier === code)
      .reduce((sum, { value }) => sum + toMinorUnits(parseExact(value), decimalsOf(currency)), 0);
  const parts = { lines: sumOf(codes.lines), charges: sumOf(codes.charges), tax: sumOf(codes.tax) };
  const payable = sumOf('86');
  return { ...parts, payable, difference: payable - parts.lines - parts.charges - parts.tax };
};
