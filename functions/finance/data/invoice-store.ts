import * as z from 'zod';
import { absent, equals } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Invoice, invoiceNumberOf, invoiceSchema } from '../domain/statements/invoice.ts';
import { key, sortPrefix } from './keys.ts';

/** The issuer of invoices: the consortium. */
export const ISSUER = 'consortium';

/** An invoice before it has its number. */
export type UnnumberedInvoice = Omit<Invoice, 'number'>;

/** Stores the invoices and credit notes of the consortium. */
export type InvoiceStore = {
  /** Returns those of a fiscal year, in number order. */
  ofYear(year: string): Promise<Invoice[]>;
  /**
   * Issues an invoice: takes the year's next number in one transaction with the invoice and the writes of `rest`, so that numbers have
   * neither gaps nor duplicates. Retries when the number was taken concurrently; returns undefined when a condition of `rest` failed.
   */
  issue(year: string, invoice: UnnumberedInvoice, rest: (numbered: Invoice) => Write[]): Promise<Invoice | undefined>;
};

const TRIES = 200;
/** The maximum wait before a retry for the next number, in milliseconds. */
const PAUSE = 40;

/** Stores invoices in the table. */
export const invoiceStore = (table: Table): InvoiceStore => ({
  ofYear: async (year) => {
    const { pk: partition } = key('invoice', { issuer: ISSUER, year, number: 'any' });
    const items = await table.queryAll({ partition, begins: sortPrefix('invoice') });
    return items.map(({ invoice }) => invoiceSchema.parse(invoice));
  },
  issue: async (year, unnumbered, rest) => {
    const counter = key('invoiceNumbers', { issuer: ISSUER, year });
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const item = await table.get(counter, { strong: true });
      const next = z.object({ last: z.number() }).parse(item ?? { last: 0 }).last + 1;
      const invoice = { ...unnumbered, number: invoiceNumberOf(year, next) };
      const lost = await table.write([
        {
          put: { ...counter, ...stamp('invoiceNumbers', next), last: next },
          when: next === 1 ? absent() : equals('last', next - 1),
        },
        {
          put: { ...key('invoice', { issuer: ISSUER, year, ...invoice }), ...stamp('invoice', 1), invoice },
          when: absent(),
        },
        ...rest(invoice),
      ]);
      if (!lost) return invoice;
      if (lost.conflict.some(({ index }) => index > 1)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE));
    }
    throw new TableConflict(`Invoice numbers of ${year} were taken ${TRIES} times at once`);
  },
});
