import * as z from 'zod';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const invoiceSchema = z.object({ invoiceId: z.string(), v: z.int(), state: z.string() });
type Invoice = z.infer<typeof invoiceSchema>;

/** Who enters invoices of one library in one fiscal year. */
type Entering = { performer: Performer; actor: StaffActors; memberId: string; year: string };

/** A line of an order of which copies were received. */
type Received = { orderId: string; line: number; text: string; copies: number; price: number };

/** How far an invoice comes: `dear` is entered with a price above the tolerance, and stays open. */
export type InvoiceEnd = 'open' | 'dear' | 'approved' | 'paid';

const step = (
  { performer, actor, memberId }: Entering,
  { invoiceId, v }: Invoice,
  at: number,
  asked: object,
): Promise<Invoice> =>
  performer.act('acquisitions-step-invoice', invoiceSchema, {
    ...{ by: actor('member-finance', memberId), at, path: { memberId, invoiceId }, body: { step: asked, v } },
  });

const write = (
  { performer, actor, memberId, year }: Entering,
  at: number,
  terms: { vendor: string; number: string; lines: object[]; adjustments: object[] },
): Promise<Invoice> => {
  const body = { year, date: dayOf(at - DAY), dueDate: dayOf(at + 29 * DAY), taxIncluded: false, ...terms, v: 0 };
  const by = actor('acquisitions', memberId);
  return performer.act('acquisitions-write-invoice', invoiceSchema, { by, at, path: { memberId }, body });
};

const DEARER = 1.12;

/** Enters the invoice of what was received of an order, and takes it to its end. */
export async function invoiceOrder(
  entering: Entering,
  {
    vendor,
    number,
    end,
    received,
    at,
  }: { vendor: string; number: string; end: InvoiceEnd; received: Received[]; at: number },
): Promise<void> {
  const lines = received.map(({ orderId, line, price, ...stated }) => ({
    ...{ ...stated, price: end === 'dear' ? Math.round(price * DEARER) : price, taxRate: 0 },
    order: { orderId, line },
  }));
  const adjustments = [{ text: 'Shipping', amount: 495, prorate: 'amount' }];
  const entered = await write(entering, at, { vendor, number, lines, adjustments });
  if (end === 'open' || end === 'dear') return;
  const approved = await step(entering, entered, at + DAY, { act: 'submit' });
  if (end !== 'paid') return;
  const reference = `Transfer ${number}`;
  await step(entering, approved, at + 4 * DAY, { act: 'pay', on: dayOf(at + 4 * DAY), reference });
}

/** An invoice of one line that is for no order. */
type Alone = {
  vendor: string;
  number: string;
  fund: string;
  text: string;
  price: number;
  isSubmitted: boolean;
  at: number;
};

/** Enters an invoice without an order: above the limit of its year it waits for another person. */
export async function invoiceWithoutOrder(
  entering: Entering,
  { vendor, number, fund, text, price, isSubmitted, at }: Alone,
): Promise<void> {
  const lines = [{ text, copies: 1, price, taxRate: 0, shares: [{ fund, percent: 10_000 }] }];
  const entered = await write(entering, at, { vendor, number, lines, adjustments: [] });
  if (isSubmitted) await step(entering, entered, at + 1_000, { act: 'submit' });
}
