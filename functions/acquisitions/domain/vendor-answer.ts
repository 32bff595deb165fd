import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import { parseExact, toMinorUnits } from '../../../layers/kernel/money/exact.ts';
import { inOneLine } from '../../../layers/kernel/text/typed-text.ts';
import type { LibraryMessage, MessageLine } from '../../../layers/protocols/edifact/library-message.ts';
import { dayIn, noOrderLine, type OrdersByNumber, orderLineOf, priceIn } from './message-orders.ts';
import {
  cancelledLine,
  type Line,
  type Order,
  type OrderStep,
  stateOf,
  type VendorAnswer,
  wantedOf,
  withStep,
} from './order.ts';

/** What the vendor does with a line (LIN 1229). */
const acts: Record<string, VendorAnswer['act']> = {
  ...{ '2': 'cancelled', '3': 'changed', '5': 'accepted', '10': 'not-found', '24': 'recorded' },
};

const LONGEST_DOCUMENT = 40;
const LONGEST_CODE = 6;
const MOST_OF_ONE = 1_000_000_000;

/** Why a message of a vendor answers no order: with its segment, and the line where one is the reason. */
export type AnswerRefusal = {
  code: 'not-an-answer' | 'no-such-order-line' | 'bad-values' | 'too-many-steps';
  segment: number;
  line?: string;
  detail: string;
};

const copiesOf = ({ quantities }: MessageLine, code: string): number | undefined =>
  quantities.find(({ qualifier }) => qualifier === code)?.value;

/** The price of one before discount that the vendor states. */
const priceOf = (line: MessageLine, currency: string): number | undefined => {
  const stated = priceIn(line, ['AAB', 'AAF', 'AAE']);
  if (stated === undefined) return undefined;
  const price = toMinorUnits(parseExact(stated), decimalsOf(currency));
  return price >= 0 && price <= MOST_OF_ONE ? price : undefined;
};

/** A day that is none, such as 20270231, is left out. */
const validDay = (day: string | undefined): string | undefined => (daySchema.safeParse(day).success ? day : undefined);

const answerOf = (line: MessageLine, message: LibraryMessage, currency: string, today: string): VendorAnswer => {
  const isDispatch = message.type === 'DESADV';
  const [sent, later, cancelled] = ['12', '83', '85'].map((code) => copiesOf(line, code));
  const available = validDay(dayIn(line, '44'));
  const price = message.currency === undefined || message.currency === currency ? priceOf(line, currency) : undefined;
  const code = inOneLine(line.states[0]?.code ?? '').slice(0, LONGEST_CODE);
  return {
    act: isDispatch ? 'dispatched' : (acts[line.action ?? ''] ?? 'recorded'),
    document: inOneLine(message.document.number).slice(0, LONGEST_DOCUMENT),
    on: validDay(dayIn(message, '137')) ?? today,
    ...(sent !== undefined && { sent }),
    ...(later !== undefined && { later }),
    ...(cancelled !== undefined && { cancelled }),
    ...(available !== undefined && { available }),
    ...(price !== undefined && { price }),
    ...(code !== '' && { code }),
  };
};

/** What a message says of the lines of one order. */
export type OrderAnswer = { order: Order; answers: ReadonlyMap<number, VendorAnswer> };

/** Returns the reference under which an order records that a message was loaded. */
export const referenceOf = ({ type, document }: LibraryMessage): string =>
  `${type} ${inOneLine(document.number).slice(0, LONGEST_DOCUMENT)}`;

/** Returns what an ORDRSP or DESADV says of the orders that it names. A line that names none refuses the whole message. */
export const answersOf = (
  message: LibraryMessage,
  orders: OrdersByNumber,
  today: string,
): OrderAnswer[] | AnswerRefusal => {
  const { type, place: segment, lines } = message;
  if (type !== 'ORDRSP' && type !== 'DESADV') return { code: 'not-an-answer', segment, detail: `It is ${type}.` };
  if (lines.length === 0) return { code: 'bad-values', segment, detail: 'It has no lines.' };
  const found = new Map<string, { order: Order; answers: Map<number, VendorAnswer> }>();
  for (const line of lines) {
    const named = orderLineOf(line, message, orders);
    if (!named) return noOrderLine(line);
    const { order, line: ordered } = named;
    const of = found.get(order.orderId) ?? { order, answers: new Map() };
    of.answers.set(ordered.number, answerOf(line, message, ordered.price.foreign?.currency ?? order.currency, today));
    found.set(order.orderId, of);
  }
  return [...found.values()];
};

/** Returns whether an order has the answer of this message already. */
export const isAnswered = ({ steps }: Order, reference: string): boolean =>
  steps.some((step) => step.act === 'answer' && step.reference === reference);

const answered = (line: Line, answer: VendorAnswer | undefined): Line => {
  if (!answer) return line;
  const reason = `${answer.document}${answer.code === undefined ? '' : `: ${answer.code}`}`;
  // Copies that are on their way are not cancelled: a person decides when they have arrived.
  const isOver = answer.act === 'cancelled' && !answer.sent && wantedOf(line) > line.received;
  return { ...(isOver ? cancelledLine(line, reason) : line), answer };
};

/**
 * Returns a placed order with the answers of its vendor. What the vendor cancels is cancelled, and its money is free; what comes later is
 * waited for, and its money stays encumbered.
 */
export const answeredOrder = (
  order: Order,
  answers: ReadonlyMap<number, VendorAnswer>,
  step: Pick<OrderStep, 'by' | 'at' | 'reference'>,
): Order => {
  const lines = order.lines.map((line) => answered(line, answers.get(line.number)));
  return withStep(order, { lines, state: stateOf(lines) }, { act: 'answer', ...step });
};
