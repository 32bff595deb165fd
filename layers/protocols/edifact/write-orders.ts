import type { Party } from './interchange.ts';
import { type Segment, segmentText } from './segments.ts';

/** A line of an order as a vendor gets it. Prices are decimals in the currency of the order. */
export type OrderedLine = {
  /** The number by which the vendor's answers name the line. */
  reference: string;
  isbn?: string;
  texts: { title: string; author?: string; publisher?: string; published?: string };
  copies: number;
  price: string;
  /** Copies for a branch and a fund each; their numbers sum to `copies`. */
  shares: readonly { branch?: string; fund?: string; copies: number }[];
  note?: string;
};

/** An order as a vendor gets it. `on` is the day of the order (YYYY-MM-DD). */
export type Ordered = {
  number: string;
  on: string;
  buyer: Party;
  vendor: Party;
  account?: string;
  currency: string;
  lines: readonly OrderedLine[];
};

/** An interchange to be written. `at` is its time (ISO 8601, UTC); `reference` is its control reference, unique for the recipient. */
export type Sent = { sender: Party; recipient: Party; reference: string; at: string; orders: readonly Ordered[] };

const segment = (tag: string, ...elements: (string | readonly string[])[]): Segment => ({
  tag,
  elements: elements.map((element) => (typeof element === 'string' ? [element] : element)),
});

/** A text of the profile has two components of 35 characters; a longer one is written in further segments. */
const PART = 35;
const MOST_PARTS = 10;

const texts = (kind: string, text: string | undefined): Segment[] => {
  const characters = [...(text ?? '').replace(/\s+/g, ' ').trim()];
  const parts: string[] = [];
  for (let at = 0; at < characters.length && parts.length < MOST_PARTS; at += PART)
    parts.push(characters.slice(at, at + PART).join(''));
  return parts.flatMap((one, at) =>
    at % 2 === 0 ? [segment('IMD', 'L', kind, ['', '', '', one, parts[at + 1] ?? ''])] : [],
  );
};

const isbnSegments = (isbn: string | undefined): { id: readonly string[]; more: Segment[] } => {
  if (isbn === undefined) return { id: [''], more: [] };
  if (isbn.length === 13) return { id: [isbn, 'EN'], more: [] };
  return { id: [''], more: [segment('PIA', '5', [isbn, 'IB'])] };
};

const copiesOf = (shares: OrderedLine['shares']): Segment[] =>
  shares.map(({ branch, fund, copies }, at) =>
    segment(
      'GIR',
      String(at + 1).padStart(3, '0'),
      ...(branch === undefined ? [] : [[branch, 'LLO']]),
      ...(fund === undefined ? [] : [[fund, 'LFN']]),
      [String(copies), 'LQT'],
    ),
  );

const lineSegments = (line: OrderedLine, at: number): Segment[] => {
  const { id, more } = isbnSegments(line.isbn);
  return [
    segment('LIN', String(at + 1), '', id),
    ...more,
    ...texts('010', line.texts.author),
    ...texts('050', line.texts.title),
    ...texts('109', line.texts.publisher),
    ...texts('170', line.texts.published),
    segment('QTY', ['21', String(line.copies)]),
    ...copiesOf(line.shares),
    ...(line.note === undefined ? [] : [segment('FTX', 'LIN', '', '', [...line.note].slice(0, 70).join(''))]),
    segment('PRI', ['AAB', line.price]),
    segment('RFF', ['LI', line.reference]),
  ];
};

const compact = (day: string): string => day.replaceAll('-', '');

const messageSegments = (order: Ordered, reference: string): Segment[] => {
  const body = [
    segment('BGM', '220', order.number, '9'),
    segment('DTM', ['137', compact(order.on), '102']),
    segment('NAD', 'BY', [order.buyer.id, '', order.buyer.qualifier]),
    ...(order.account === undefined ? [] : [segment('RFF', ['API', order.account])]),
    segment('NAD', 'SU', [order.vendor.id, '', order.vendor.qualifier]),
    segment('CUX', ['2', order.currency, '9']),
    ...order.lines.flatMap(lineSegments),
    segment('UNS', 'S'),
    segment('CNT', ['2', String(order.lines.length)]),
  ];
  return [
    segment('UNH', reference, ['ORDERS', 'D', '96A', 'UN', 'EAN008']),
    ...body,
    segment('UNT', String(body.length + 2), reference),
  ];
};

/**
 * Returns an interchange of orders in the library profile of D.96A (EDItEUR), as bytes. It is in Latin-1 (UNOC) where that has all
 * characters, in UTF-8 (UNOY) otherwise.
 */
export const writeOrders = ({ sender, recipient, reference, at, orders }: Sent): Uint8Array => {
  const messages = orders.flatMap((order, index) => messageSegments(order, String(index + 1)));
  const isLatin1 = messages.every(({ elements }) => elements.flat().every((text) => /^[\u0020-\u00ff]*$/.test(text)));
  const time = [compact(at.slice(2, 10)), at.slice(11, 16).replace(':', '')];
  const from = segment('UNB', [isLatin1 ? 'UNOC' : 'UNOY', isLatin1 ? '3' : '4'], [sender.id, sender.qualifier]);
  const head: Segment = {
    tag: 'UNB',
    elements: [...from.elements, [recipient.id, recipient.qualifier], time, [reference]],
  };
  const all = [head, ...messages, segment('UNZ', String(orders.length), reference)];
  const text = `UNA:+.? '${all.map(segmentText).join('')}`;
  return isLatin1 ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : new TextEncoder().encode(text);
};
