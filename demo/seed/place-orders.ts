import * as z from 'zod';
import { members } from '../members.ts';
import { type InvoiceEnd, invoiceOrder, invoiceWithoutOrder, loadDearInvoice } from './enter-invoices.ts';
import { fundYear } from './fill-funds.ts';
import type { Performer } from './in-process.ts';
import type { StaffActors } from './staff-actors.ts';
import { messageDay, vendorFile } from './vendor-file.ts';

const DAY = 86_400_000;

/** A vendor of the demo: code, name, usual discount in hundredths of a percent, days until a claim, GLN or SAN. */
const vendors = [
  ['MIDWEST', 'Midwest Library Books', 2_500, 45, '5412345000020'],
  ['HARBOR', 'Harbor Academic', 1_200, 60, '1697536'],
  ['LANTERN', 'Lantern Film and Music', 1_800, 30, undefined],
] as const;

/** Returns the SAN or GLN of a vendor, where it has one. */
const sanOf = (vendor: string): string | undefined => vendors.find(([code]) => code === vendor)?.[4];

/** A title that is bought: its name, its ISBN where the catalogue has it, the price of a copy in minor units, and the fund for each kind of library. */
type DemoTitle = {
  title: string;
  isbn?: string;
  price: number;
  funds: { public: string; academic: string; small: string };
};
const bought = (title: string, price: number, ofPublic: string, academic: string): DemoTitle => ({
  ...{ title, price, funds: { public: ofPublic, academic, small: 'BOOKS' } },
});
const titles: readonly DemoTitle[] = [
  bought('Rivers of the northern plains', 3_495, 'BOOKS-ADULT', 'MONO-SCI'),
  bought('A year in the reading room', 2_800, 'BOOKS-ADULT', 'MONO-ARTS'),
  bought('The small moon and other stories', 1_699, 'BOOKS-CHILD', 'MONO-ARTS'),
  bought('Introduction to soil chemistry', 8_900, 'BOOKS-ADULT', 'MONO-SCI'),
  bought('Ten quiet films', 4_200, 'FILMS', 'MONO-ARTS'),
  bought('Where the bus stops', 1_450, 'BOOKS-CHILD', 'MONO-ARTS'),
  bought('Statistics for nursing', 6_250, 'BOOKS-ADULT', 'E-BOOKS'),
  bought('Letters from the harbour', 2_399, 'BOOKS-ADULT', 'MONO-ARTS'),
];
/** The title of the catalogue for which twelve patrons wait. */
const awaited: DemoTitle = {
  ...bought('Where the crawdads sing', 2_399, 'BOOKS-ADULT', 'MONO-ARTS'),
  isbn: '9780735219090',
};

/** What becomes of the orders of a year, in turns; the last of them is the newest. */
const ends = ['closed', 'received', 'placed', 'partly', 'cancelled', 'closed', 'placed', 'draft'] as const;
type End = (typeof ends)[number] | 'waiting';

const orderSchema = z.object({
  ...{ orderId: z.string(), v: z.int() },
  ...{ vendor: z.string(), number: z.string() },
  lines: z.array(
    z.object({
      ...{ number: z.int(), title: z.string(), net: z.int(), received: z.int() },
      price: z.object({ printed: z.int() }),
    }),
  ),
});
type Order = z.infer<typeof orderSchema>;

/** Orders of one library in one fiscal year: who orders, where, and the funds of its kind. */
type Buying = {
  performer: Performer;
  actor: StaffActors;
  memberId: string;
  kind: keyof DemoTitle['funds'];
  year: string;
};

const step = async (
  { performer, actor, memberId }: Buying,
  order: Order,
  at: number,
  asked: object,
): Promise<Order> => {
  const path = { memberId, orderId: order.orderId };
  const body = { step: asked, v: order.v };
  return performer.act('acquisitions-step-order', orderSchema, { by: actor('acquisitions', memberId), at, path, body });
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const lineOf = ({ title, isbn, price, funds }: DemoTitle, kind: Buying['kind'], copies: number) => ({
  title,
  ...(isbn !== undefined && { isbn }),
  price: { printed: copies, printedPrice: price, electronic: 0, electronicPrice: 0, discount: 2_000, tax: 0, added: 0 },
  shares: [{ fund: funds[kind], percent: 10_000 }],
});

/** A title is needed in ten days, and its delivery is quoted for a week later. */
const neededAfter = (at: number) => ({ neededBy: dayOf(at + 10 * DAY), quotedFor: dayOf(at + 17 * DAY) });

const write = async (
  { performer, actor, memberId, kind, year }: Buying,
  at: number,
  turn: number,
  copies: number,
): Promise<Order> => {
  const lines = [0, 3].map((more) => lineOf(titles[(turn + more) % titles.length] as DemoTitle, kind, copies));
  // One library ordered the awaited title, and the drafts of all show that.
  const isAwaited = turn === 7 || (turn === 6 && memberId === 'lakeshore');
  const body = {
    year,
    vendor: vendors[turn % vendors.length]?.[0],
    lines: [
      ...(turn % 2 === 0 ? lines : lines.slice(0, 1)),
      ...(isAwaited ? [{ ...lineOf(awaited, kind, 1), ...neededAfter(at) }] : []),
    ],
    v: 0,
  };
  const by = actor('acquisitions', memberId);
  return performer.act('acquisitions-write-order', orderSchema, { by, at, path: { memberId }, body });
};

const copiesOf = (end: End, turn: number): number => (end === 'waiting' ? 40 : end === 'partly' ? 3 : 1 + (turn % 3));

/** How far the invoice of an order comes: the one of a received order comes as a file, is too dear, and stays open. */
const invoiced: Partial<Record<End, InvoiceEnd | 'dear'>> = { closed: 'paid', received: 'dear', partly: 'approved' };

/** Enters the invoice of what was received of an order. */
const invoice = async (buying: Buying, order: Order, end: InvoiceEnd | 'dear', at: number): Promise<void> => {
  const received = order.lines.flatMap(({ number: line, title: text, net, received: copies, price: { printed } }) =>
    copies > 0 ? [{ orderId: order.orderId, line, text, copies, price: Math.round(net / printed) }] : [],
  );
  const san = sanOf(order.vendor);
  if (end === 'dear') {
    if (san !== undefined) await loadDearInvoice(buying, { ...order, san, received, at });
    return;
  }
  await invoiceOrder(buying, { vendor: order.vendor, number: `INV-${order.number}`, end, received, at });
};

/** Loads the answer of the vendor to a placed order: its first line comes later, the others are accepted. */
const answer = async ({ performer, actor, memberId }: Buying, { vendor, number, lines }: Order, at: number) => {
  const san = sanOf(vendor);
  if (san === undefined) return;
  const segments = [
    ...[`BGM+231+R-${number}+4`, `DTM+137:${messageDay(at)}:102`],
    ...lines.flatMap((line, place) => [
      `LIN+${line.number}+${place === 0 ? 24 : 5}`,
      ...(place === 0 ? [`QTY+83:${line.price.printed}`, `DTM+44:${messageDay(at + 40 * DAY)}:102`] : []),
      `RFF+LI:${number}-${line.number}`,
    ]),
    ...['UNS+S', `CNT+2:${lines.length}`],
  ];
  const body = { vendor, base64: vendorFile({ type: 'ORDRSP', san, memberId, at, segments }) };
  const loaded = z.object({ answers: z.array(z.unknown()).length(1), refused: z.array(z.unknown()).length(0) });
  const by = actor('acquisitions', memberId);
  await performer.act('acquisitions-load-answers', loaded, { by, at, path: { memberId }, body });
};

/** Writes an order and takes it to its end, some days after one another. */
const follow = async (buying: Buying, turn: number, end: End, at: number): Promise<void> => {
  const written = await write(buying, at, turn, copiesOf(end, turn));
  if (end === 'draft') return;
  let order = await step(buying, written, at + 1_000, { act: 'place' });
  if (end === 'placed') await answer(buying, order, at + DAY);
  if (end === 'cancelled') await step(buying, order, at + 9 * DAY, { act: 'cancel', reason: 'Out of print' });
  if (end !== 'closed' && end !== 'received' && end !== 'partly') return;
  for (const { number, price } of end === 'partly' ? order.lines.slice(0, 1) : order.lines) {
    const copies = end === 'partly' ? Math.max(1, price.printed - 1) : price.printed;
    order = await step(buying, order, at + 12 * DAY, { act: 'receive', line: number, copies });
  }
  const invoiceEnd = invoiced[end];
  if (invoiceEnd) await invoice(buying, order, invoiceEnd, at + 14 * DAY);
  // The invoice has changed the order.
  const changed = { ...order, v: order.v + 1 };
  if (end === 'closed') await step(buying, changed, at + 20 * DAY, { act: 'close', reason: 'Received and paid' });
};

/** Enters invoices without an order: one that is open, and where a year has a limit one that waits for another person. */
const invoiceOthers = async (buying: Buying, at: number): Promise<void> => {
  const fund = (titles[0] as DemoTitle).funds[buying.kind];
  const shared = { vendor: vendors[0][0], fund, at };
  const map = { text: 'Wall map of the county', price: 18_900, number: 'MAP-17', isSubmitted: false };
  await invoiceWithoutOrder(buying, { ...shared, ...map });
  const database = { text: 'Database of newspapers, one year', price: 145_000, number: 'DB-2041', isSubmitted: true };
  if (buying.kind !== 'small') await invoiceWithoutOrder(buying, { ...shared, ...database });
};

/** Claims the first of the late lines where others stay late, so that both are seen. */
const claimOne = async ({ performer, actor, memberId }: Buying, at: number): Promise<void> => {
  const lateSchema = z.object({
    orders: z.array(z.object({ orderId: z.string(), lines: z.array(z.object({ line: z.int() })) })),
  });
  const asked = { by: actor('acquisitions', memberId), at, path: { memberId } };
  const { orders } = await performer.act('acquisitions-list-late-orders', lateSchema, asked);
  const late = orders.flatMap(({ orderId, lines }) => lines.map(({ line }) => ({ orderId, line })));
  if (late.length < 2) return;
  const body = { lines: late.slice(0, 1) };
  await performer.act('acquisitions-claim-orders', z.unknown(), { ...asked, body });
};

/**
 * Orders titles of several vendors for each library in its last and its present fiscal year: received and closed, placed, cancelled, drafts,
 * and where a year has a limit one that waits for approval. One late line is claimed. `at` is in epoch ms.
 */
export async function placeOrders(performer: Performer, actor: StaffActors, at: number): Promise<void> {
  const order = async ({ memberId, fiscalYearStartsIn, type }: (typeof members)[number]): Promise<void> => {
    const kind = type === 'public' || type === 'academic' ? type : 'small';
    for (const back of [1, 0]) {
      const { first, year } = fundYear(fiscalYearStartsIn, at, back);
      const by = actor('acquisitions', memberId);
      if (back === 1)
        for (const [code, name, discount, claimAfterDays, san] of vendors) {
          const account = `${memberId.slice(0, 3).toUpperCase()}-204`;
          const body = {
            name,
            discount,
            claimAfterDays,
            account,
            ...(san !== undefined && { san }),
            isActive: true,
            v: 0,
          };
          await performer.act('acquisitions-set-vendor', z.unknown(), {
            by,
            at: first,
            path: { memberId, code },
            body,
          });
        }
      const buying = { performer, actor, memberId, kind, year } as const;
      const until = back === 1 ? first + 300 * DAY : at - DAY;
      for (const [turn, end] of ends.slice(0, back === 1 ? 4 : undefined).entries()) {
        // An order of last year has come to its end.
        const past = end === 'cancelled' ? end : 'closed';
        const when = first + Math.floor(((until - first) * (turn + 1)) / (ends.length + 1));
        // What takes place after the order takes some of the time until now.
        await follow(
          buying,
          turn + back,
          back === 1 ? past : end,
          Math.max(first + 2 * DAY, when - (back === 0 ? 21 * DAY : 0)),
        );
      }
      if (back === 0 && kind !== 'small') await follow(buying, 3, 'waiting', at - DAY);
      if (back === 0) await invoiceOthers(buying, at - DAY);
      if (back === 0) await claimOne(buying, at - DAY);
    }
  };
  await Promise.all(members.map(order));
}
