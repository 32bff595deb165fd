import * as z from 'zod';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { type OnlinePayment, onlinePaymentSchema, type Refund } from '../domain/online-payment.ts';
import { gsi1, gsi2, indexPartition, key } from './keys.ts';

const EVENT_DAYS_SECONDS = 90 * 86_400;

const record = (payment: OnlinePayment): Item => {
  const { paymentId, patron } = payment;
  return {
    ...key('onlinePayment', { paymentId }),
    ...(patron && gsi1('onlinePayment', { ...patron, paymentId })),
    ...gsi2('onlinePayment', payment),
    ...stamp('onlinePayment', payment.v),
    ...payment,
  };
};

/** Returns the write of a payment that was read in version `v - 1`. */
export const paymentWrite = (payment: OnlinePayment): Write => ({
  put: record(payment),
  when: payment.v === 1 ? absent() : unchanged(payment.v - 1),
});

/** Returns the writes that open a payment: it fails while the patron has another open one. */
export const openingWrites = (payment: OnlinePayment, patronId: string): Write[] => [
  paymentWrite(payment),
  {
    put: { ...key('openPayment', { patronId }), ...stamp('openPayment', 1), paymentId: payment.paymentId },
    when: absent(),
  },
];

/** Returns the write that ends the patron's open payment. */
export const closingWrite = (patronId: string, paymentId: string): Write => ({
  delete: key('openPayment', { patronId }),
  when: equals('paymentId', paymentId),
});

/** Returns the write that finds a payment by the provider's number. */
export const intentWrite = (intent: string, paymentId: string): Write => ({
  put: { ...key('paymentIntent', { intent }), ...stamp('paymentIntent', 1), intent, paymentId },
});

/** Returns the write that notes an event as processed. `now` in epoch ms. */
export const eventWrite = ({ account, eventId, now }: { account: string; eventId: string; now: number }): Write => ({
  put: {
    ...key('paymentEvent', { account, eventId }),
    ...stamp('paymentEvent', 1),
    expiresAt: Math.floor(now / 1000) + EVENT_DAYS_SECONDS,
  },
});

/** Returns the write that notes a requested refund as open. */
export const openRefundWrite = ({ account, paymentId }: OnlinePayment, { at, refundId }: Refund): Write => ({
  put: { ...key('openRefund', { account, at, refundId }), ...stamp('openRefund', 1), paymentId, refundId },
});

/** Returns the write that ends an open refund. */
export const endedRefundWrite = ({ account }: OnlinePayment, { at, refundId }: Refund): Write => ({
  delete: key('openRefund', { account, at, refundId }),
});

const openRefundSchema = z.object({ paymentId: z.string(), refundId: z.string() });

const idIn = (item: unknown): string => z.object({ paymentId: z.string() }).parse(item).paymentId;

/** The online payments. */
export type PaymentStore = {
  /** Reads a payment, strongly. */
  get(paymentId: string): Promise<OnlinePayment | undefined>;
  /** Returns the id of the patron's open payment. */
  openOf(patronId: string): Promise<string | undefined>;
  /** Returns the patron's latest payments, newest first. */
  ofPatron(patronId: string, limit: number): Promise<OnlinePayment[]>;
  /** Returns the payments of an account begun between two instants, oldest first. */
  ofAccount(account: string, from: string, to: string): Promise<OnlinePayment[]>;
  /** Returns a page of the payments of an account begun in a month (YYYY-MM), newest first. */
  ofMonth(account: string, month: string, page: PageRequest): Promise<CursorPage<OnlinePayment> | 'bad-cursor'>;
  /** Returns the refunds of an account that the provider has not finished, oldest first. */
  openRefunds(account: string): Promise<z.infer<typeof openRefundSchema>[]>;
  byIntent(intent: string): Promise<string | undefined>;
  wasProcessed(account: string, eventId: string): Promise<boolean>;
};

/** Stores payments in the table. */
export const paymentStore = (table: Table): PaymentStore => ({
  get: async (paymentId) => {
    const item = await table.get(key('onlinePayment', { paymentId }), { strong: true });
    return item && onlinePaymentSchema.parse(item);
  },
  openOf: async (patronId) => {
    const item = await table.get(key('openPayment', { patronId }), { strong: true });
    return item && idIn(item);
  },
  ofPatron: async (patronId, limit) => {
    const partition = indexPartition('onlinePayment', 'gsi1', { patronId });
    const begins = gsi1('onlinePayment', { patronId, paymentId: '-' }).gsi1sk?.split('#')[0] ?? '';
    const page = await table.query({ index: 'gsi1', partition, begins: `${begins}#`, backwards: true, limit });
    return page.items.map((item) => onlinePaymentSchema.parse(item));
  },
  ofAccount: async (account, from, to) => {
    const partition = indexPartition('onlinePayment', 'gsi2', { account });
    const items = await table.queryAll({ index: 'gsi2', partition, between: [from, to] });
    return items.map((item) => onlinePaymentSchema.parse(item));
  },
  ofMonth: (account, month, page) => {
    const partition = indexPartition('onlinePayment', 'gsi2', { account });
    const between: [string, string] = [month, `${month}~`];
    return readPage(table, { index: 'gsi2', partition, between, backwards: true }, page, (item) =>
      onlinePaymentSchema.parse(item),
    );
  },
  openRefunds: async (account) => {
    const { pk: partition } = key('openRefund', { account, at: '-', refundId: '-' });
    return (await table.queryAll({ partition })).map((item) => openRefundSchema.parse(item));
  },
  byIntent: async (intent) => {
    const item = await table.get(key('paymentIntent', { intent }), { strong: true });
    return item && idIn(item);
  },
  wasProcessed: async (account, eventId) =>
    (await table.get(key('paymentEvent', { account, eventId }), { strong: true })) !== undefined,
});
