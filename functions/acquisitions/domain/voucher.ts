import { type Cell, type FileTable, tableCsv } from '../../../layers/kernel/csv/table-csv.ts';
import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import { decimalText } from '../../../layers/kernel/money/exact.ts';
import type { Invoice, Voucher } from './invoice.ts';
import type { Vendor } from './vendor.ts';

const DIGITS = 5;

/** Returns what each payee of an invoice is paid: the vendor, and those of costs beside the lines. Who is paid nothing is left out. */
export const payeesOf = ({
  payable,
  adjustments,
}: Pick<Invoice, 'payable' | 'adjustments'>): Omit<Voucher, 'number'>[] => {
  const others = new Map<string, number>();
  for (const { payee, amount } of adjustments)
    if (payee !== undefined) others.set(payee, (others.get(payee) ?? 0) + amount);
  return [{ amount: payable }, ...[...others].map(([payee, amount]) => ({ payee, amount }))].filter(
    ({ amount }) => amount !== 0,
  );
};

/** Returns the vouchers of an invoice, numbered after those that its fiscal year has. */
export const vouchersOf = (invoice: Pick<Invoice, 'payable' | 'adjustments' | 'year'>, used: number): Voucher[] =>
  payeesOf(invoice).map((payee, at) => ({
    number: `V${invoice.year}-${String(used + at + 1).padStart(DIGITS, '0')}`,
    ...payee,
  }));

/** A payment of an invoice; one that was approved before there were vouchers has no number. */
type Payment = Omit<Voucher, 'number'> & { number?: string };

const columns = ['voucher', 'payee', 'account', 'vendor', 'invoice', 'date', 'due', 'amount', 'currency'] as const;

const rowsOf = (invoice: Invoice, vendor: Vendor | undefined): Cell[][] => {
  const currency = invoice.foreign?.currency ?? invoice.currency;
  const vouchers: readonly Payment[] = invoice.vouchers ?? payeesOf(invoice);
  return vouchers.map(({ number, payee, amount }) => [
    ...[number ?? '', payee ?? vendor?.name ?? invoice.vendor, payee === undefined ? (vendor?.account ?? '') : ''],
    ...[invoice.vendor, invoice.number, { date: invoice.date }, invoice.dueDate && { date: invoice.dueDate }],
    ...[{ number: decimalText(BigInt(amount), decimalsOf(currency)) }, currency],
  ]);
};

/** Returns what is to be paid as a file for the payment system: a row for each voucher, by number. */
export const paymentsCsv = (invoices: readonly Invoice[], vendors: readonly Vendor[]): string => {
  const byCode = new Map(vendors.map((vendor) => [vendor.code, vendor]));
  const table: FileTable = {
    ...{ name: 'payments', columns },
    rows: invoices
      .flatMap((invoice) => rowsOf(invoice, byCode.get(invoice.vendor)))
      .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  };
  return tableCsv(table);
};
