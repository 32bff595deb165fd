import * as z from 'zod';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';
import { messageDay, vendorFile } from './vendor-file.ts';

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const invoiceSchema = z.object({ invoiceId: z.string(), v: z.int(), state: z.string() });
type Invoice = z.infer<typeof invoiceSchema>;

/** Who enters invoices of one library in one fiscal year. */
type Entering = { performer: Performer; actor: StaffActors; memberId: string; year: string };

/** A line of an order of which copies were received. */
type Received = { orderId: string; line: number; text: string; copies: number; price: number };

/** How far an invoice that is entered comes. */
export type InvoiceEnd = 'approved' | 'paid';

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

/** Loads a file of the vendor with the invoice of what was received of an order: the prices are above the tolerance, and it stays open. */
export async function loadDearInvoice(
  { performer, actor, memberId, year }: Entering,
  {
    vendor,
    san,
    number,
    received,
    at,
  }: { vendor: string; san: string; number: string; received: Received[]; at: number },
): Promise<void> {
  const sums = received.map(({ price, copies }) => Math.round(price * DEARER) * copies);
  const decimal = (amount: number): string => (amount / 100).toFixed(2);
  const segments = [
    ...[`BGM+380+INV-${number}+9`, `DTM+137:${messageDay(at - DAY)}:102`, `DTM+13:${messageDay(at + 29 * DAY)}:102`],
    ...received.flatMap(({ line, text, copies }, place) => [
      ...[`LIN+${place + 1}`, `IMD+L+050+:::${text}`, `QTY+47:${copies}`, `MOA+203:${decimal(sums[place] ?? 0)}`],
      `RFF+LI:${number}-${line}`,
    ]),
    ...['UNS+S', `CNT+2:${received.length}`, `MOA+86:${decimal(sums.reduce((sum, one) => sum + one, 495))}`],
    ...['ALC+C', 'MOA+8:4.95'],
  ];
  const base64 = vendorFile({ type: 'INVOIC', san, memberId, at, segments });
  const body = { vendor, year, base64 };
  const by = actor('acquisitions', memberId);
  const loaded = z.object({ invoices: z.array(z.unknown()).length(1), refused: z.array(z.unknown()).length(0) });
  await performer.act('acquisitions-load-invoices', loaded, { by, at, path: { memberId }, body });
}

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
    ...{ ...stated, price, taxRate: 0 },
    order: { orderId, line },
  }));
  const adjustments = [{ text: 'Shipping', amount: 495, prorate: 'amount' }];
  const entered = await write(entering, at, { vendor, number, lines, adjustments });
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
