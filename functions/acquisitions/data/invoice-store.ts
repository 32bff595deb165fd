import * as z from 'zod';
import {
  absent,
  and,
  atLeast,
  type Condition,
  differs,
  equals,
  expectedVersion,
  lacks,
} from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readMatching } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { spentOf } from '../domain/figures.ts';
import { type Invoice, type InvoiceState, invoiceSchema, normalNumber, ordersOf } from '../domain/invoice.ts';
import type { Order } from '../domain/order.ts';
import { type FundPosting, spendingHeadroom } from '../domain/posting.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { orderWrite } from './order-store.ts';

type Place = { memberId: string; invoiceId: string };
type Filter = {
  state?: InvoiceState | undefined;
  vendor?: string | undefined;
  fund?: string | undefined;
  order?: string | undefined;
};
type Numbered = Pick<Invoice, 'memberId' | 'year' | 'vendor' | 'number'>;

/** What is written with an invoice: the orders and funds that it changes, and what it was before. */
type With = {
  before: Invoice | undefined;
  orders: readonly Order[];
  postings: readonly FundPosting[];
  /** How many vouchers the year had before those of an approval. */
  vouchersBefore?: number | undefined;
  beside: readonly Write[];
};

/** Stores the invoices of vendors with what they post. */
export type InvoiceStore = {
  /** A strong read. */
  get(place: Place): Promise<Invoice | undefined>;
  /** Returns the invoices of a member, the newest first. */
  list(memberId: string, filter: Filter, page: PageRequest): Promise<CursorPage<Invoice> | 'bad-cursor'>;
  /** Returns all invoices in a state. */
  allIn(memberId: string, state: InvoiceState): Promise<Invoice[]>;
  /** Returns how many vouchers a year has. A strong read. */
  vouchersIn(place: { memberId: string; year: string }): Promise<number>;
  /** Returns the id of the invoice that has this number of the vendor in the year. A strong read. */
  ofNumber(numbered: Numbered): Promise<string | undefined>;
  /**
   * Writes an invoice with what it posts, in one transaction: `false` when the invoice or an order is not as it was read, another invoice
   * has its number, or a fund at any level does not allow so much by now.
   */
  put(invoice: Invoice, more: With): Promise<boolean>;
};

const readInvoice = (row: Record<string, unknown>): Invoice => {
  const { pk: _p, sk: _s, gsi2pk: _g, gsi2sk: _h, entity: _e, schema: _c, ...rest } = row;
  return invoiceSchema.parse(rest);
};

const numberKey = (numbered: Numbered) =>
  key('vendorInvoiceNumber', { ...numbered, number: normalNumber(numbered.number) });

/** What a fund must allow: at each level, what the posting spends, and that so much is encumbered as it releases. */
const conditionsOf = (scope: 'own' | 'whole', posting: FundPosting): Condition[] => {
  const { encumbered, ...spending } = posting[scope];
  const spent = spentOf(spending);
  return [
    ...(encumbered < 0 ? [atLeast(`amounts.${scope}.encumbered`, 0 - encumbered)] : []),
    ...(spent > 0
      ? [
          atLeast(`headroom.${scope}.toInvoice`, spent),
          // Credits raise what is left above the limit itself, which invoices may not use.
          atLeast(`headroom.${scope}.invoiceCeiling`, spent),
        ]
      : []),
  ];
};

/** Returns the write of a posting to a fund: it fails when the fund, alone or with those under it, does not allow so much by now. */
export const postingWrite = (posting: FundPosting): Write => {
  const add: Record<string, number> = {};
  for (const scope of ['own', 'whole'] as const)
    for (const [map, of] of [
      ['amounts', posting[scope]],
      ['headroom', spendingHeadroom(posting[scope])],
    ] as const)
      for (const [name, sum] of Object.entries(of)) if (sum !== 0) add[`${map}.${scope}.${name}`] = sum;
  const state = posting.isNew ? equals('state', 'active') : differs('state', 'inactive');
  const when = [state, lacks('closed'), ...conditionsOf('own', posting), ...conditionsOf('whole', posting)];
  return { update: key('fund', posting.fund), add, when: and(...when) };
};

/** The number is taken by the write that first has it, and free again after a cancellation. */
const numberWrites = (invoice: Invoice, before: Invoice | undefined): Write[] => {
  const { memberId, year, vendor, number, invoiceId } = invoice;
  const own = equals('invoiceId', invoiceId);
  if (invoice.state === 'cancelled') return [{ delete: numberKey(invoice), when: own }];
  const taken = numberKey(invoice);
  if (before && numberKey(before).pk === taken.pk && numberKey(before).sk === taken.sk) return [];
  const put = { ...taken, ...stamp('vendorInvoiceNumber', 1), memberId, year, vendor, number, invoiceId };
  return [{ put, when: absent() }, ...(before ? [{ delete: numberKey(before), when: own }] : [])];
};

/** Raises the vouchers of the year by those of an approval, so that no number is given twice and none is left out. */
const voucherWrites = ({ memberId, year, vouchers = [] }: Invoice, before: number | undefined): Write[] => {
  if (before === undefined || vouchers.length === 0) return [];
  const used = before + vouchers.length;
  const put = { ...key('voucherNumbers', { memberId, year }), ...stamp('voucherNumbers', 1), memberId, year, used };
  return [{ put, when: before === 0 ? absent() : equals('used', before) }];
};

/** Stores the invoices of vendors in the table. */
export const invoiceStore = (table: Table): InvoiceStore => ({
  get: async (place) => {
    const found = await table.get(key('vendorInvoice', place), { strong: true });
    return found && readInvoice(found);
  },
  list: (memberId, { state, vendor, fund, order }, page) => {
    const wanted = (row: Record<string, unknown>): boolean => {
      const invoice = readInvoice(row);
      return (
        (vendor === undefined || invoice.vendor === vendor) &&
        (fund === undefined || invoice.spending.some((one) => one.fund === fund)) &&
        (order === undefined || ordersOf(invoice).includes(order))
      );
    };
    const query =
      state === undefined
        ? { partition: key('vendorInvoice', { memberId, invoiceId: '-' }).pk }
        : { index: 'gsi2' as const, partition: indexPartition('vendorInvoice', 'gsi2', { memberId, state }) };
    return readMatching(table, { ...query, backwards: true }, page, { wanted, read: readInvoice });
  },
  allIn: async (memberId, state) => {
    const partition = indexPartition('vendorInvoice', 'gsi2', { memberId, state });
    return (await table.queryAll({ index: 'gsi2', partition })).map(readInvoice);
  },
  vouchersIn: async (place) => {
    const found = await table.get(key('voucherNumbers', place), { strong: true });
    return found ? z.object({ used: z.int() }).parse(found).used : 0;
  },
  ofNumber: async (numbered) => {
    const found = await table.get(numberKey(numbered), { strong: true });
    return found && z.object({ invoiceId: z.string() }).parse(found).invoiceId;
  },
  put: async (invoice, { before, orders, postings, vouchersBefore, beside }) => {
    const stored = { ...key('vendorInvoice', invoice), ...gsi2('vendorInvoice', invoice) };
    const put = { ...stored, ...stamp('vendorInvoice', invoice.v), ...invoice };
    const written = { put, when: expectedVersion(invoice.v - 1) };
    const numbers = [...numberWrites(invoice, before), ...voucherWrites(invoice, vouchersBefore)];
    const changed = [...orders.map(orderWrite), ...postings.map(postingWrite)];
    return (await table.write([written, ...numbers, ...changed, ...beside])) === undefined;
  },
});
