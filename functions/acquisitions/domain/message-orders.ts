import { isbn13Of } from '../../../layers/kernel/citation/standard-numbers.ts';
import type { LibraryMessage, MessageLine } from '../../../layers/protocols/edifact/library-message.ts';
import type { Line, Order } from './order.ts';

/** Orders by their number, as far as they exist. */
export type OrdersByNumber = ReadonlyMap<string, Order>;

const LONGEST_NUMBER = 40;

/** Returns the day of a date (DTM) of a message or a line, where it has it. */
export const dayIn = ({ dates }: Pick<LibraryMessage, 'dates'>, code: string): string | undefined => {
  const stated = dates.find(({ qualifier }) => qualifier === code)?.value ?? '';
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(stated) ?? [];
  return year && `${year}-${month}-${day}`;
};

const valuesOf = ({ references }: Pick<MessageLine, 'references'>, code: string): string[] =>
  references.flatMap(({ qualifier, value }) => (qualifier === code ? [value] : []));

/** Splits the reference of a line as orders are sent: the number of the order, a hyphen, and the number of the line. */
const splitReference = (value: string): { number: string; line: number } | undefined => {
  const [, number, line] = /^(.+)-(\d{1,4})$/.exec(value) ?? [];
  return number === undefined ? undefined : { number, line: Number(line) };
};

const namedBy = (line: MessageLine, message: LibraryMessage): string[] => [
  ...valuesOf(line, 'ON'),
  ...valuesOf(message, 'ON'),
];

/** Returns the numbers of the orders that a message may name. */
export const orderNumbersIn = (message: LibraryMessage): string[] =>
  [
    ...new Set(
      message.lines.flatMap((line) => [
        ...valuesOf(line, 'LI').flatMap((value) => splitReference(value)?.number ?? []),
        ...namedBy(line, message),
      ]),
    ),
  ].filter((number) => number !== '' && number.length <= LONGEST_NUMBER);

const isOfBook = ({ isbn }: Line, { ids }: MessageLine): boolean => {
  const ordered = isbn13Of(isbn ?? '');
  return ordered !== undefined && ids.some(({ value }) => isbn13Of(value) === ordered);
};

/**
 * Returns the line of an order that a line of a message is for: by the library's own reference (RFF LI), or else by the number of the order
 * (RFF ON) with that of the line or with an ISBN that one line of the order has.
 */
export const orderLineOf = (
  line: MessageLine,
  message: LibraryMessage,
  orders: OrdersByNumber,
): { order: Order; line: Line } | undefined => {
  const references = valuesOf(line, 'LI');
  for (const value of references) {
    const named = splitReference(value);
    const order = named && orders.get(named.number);
    const found = order?.lines.find(({ number }) => number === named?.line);
    if (order && found) return { order, line: found };
  }
  for (const number of namedBy(line, message)) {
    const order = orders.get(number);
    const byNumber = order?.lines.find((one) => references.includes(String(one.number)));
    const byBook = order?.lines.filter((one) => isOfBook(one, line)) ?? [];
    const found = byNumber ?? (byBook.length === 1 ? byBook[0] : undefined);
    if (order && found) return { order, line: found };
  }
  return undefined;
};

/** Returns the refusal of a line that names no line of an order placed with the vendor, with its segment. */
export const noOrderLine = (line: MessageLine) => ({
  ...{ code: 'no-such-order-line' as const, segment: line.place, line: line.number },
  detail: `${(valuesOf(line, 'LI')[0] ?? '–').slice(0, 60)} is no line of an order that is placed with this vendor.`,
});

/** Returns the price (PRI) of the first of these qualifiers that a line states. */
export const priceIn = ({ prices }: MessageLine, codes: readonly string[]): string | undefined =>
  codes.flatMap((code) => prices.find(({ qualifier }) => qualifier === code)?.value ?? [])[0];
