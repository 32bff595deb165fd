import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import {
  cancelledLine,
  type Line,
  notInvoiced,
  type Order,
  type OrderState,
  releasedLine,
  stateOf,
  wantedOf,
} from './order.ts';

const line = z.int().min(1);
const reason = oneLine(200);

/** A step that a person takes with an order. */
export const orderStepSchema = z.discriminatedUnion('act', [
  /** With a reason, titles that libraries have or ordered already are placed too. */
  z.strictObject({ act: z.literal('place'), reason: reason.exactOptional() }),
  z.strictObject({ act: z.literal('approve') }),
  z.strictObject({ act: z.literal('reject'), reason }),
  /** Makes a placed order a draft again and releases its money, while nothing of it arrived, was answered, cancelled or invoiced. */
  z.strictObject({ act: z.literal('withdraw'), reason }),
  /** Cancels what did not arrive: of one line, or of all. */
  z.strictObject({ act: z.literal('cancel'), line: line.exactOptional(), reason }),
  /** Records copies that arrived; a number below 0 takes back what was recorded. */
  z.strictObject({ act: z.literal('receive'), line, copies: z.int().min(-20_000).max(20_000) }),
  /** Records the day that the vendor named for what is missing of a line. */
  z.strictObject({ act: z.literal('delay'), line, until: daySchema }),
  /** Ends a received order and releases what is still encumbered. `withoutInvoice`: no invoice comes for received copies. */
  z.strictObject({ act: z.literal('close'), reason, withoutInvoice: z.literal(true).exactOptional() }),
]);
export type AskedStep = z.infer<typeof orderStepSchema>;

/** From which states a step is taken. */
export const stepFrom: Record<AskedStep['act'], readonly OrderState[]> = {
  place: ['draft'],
  approve: ['waiting'],
  reject: ['waiting'],
  withdraw: ['placed'],
  cancel: ['draft', 'waiting', 'placed', 'partly-received'],
  receive: ['placed', 'partly-received', 'received'],
  delay: ['placed', 'partly-received'],
  close: ['received'],
};

/** Whether the money of an order in a state is encumbered. */
export const isEncumbered = (state: OrderState): boolean =>
  state === 'placed' || state === 'partly-received' || state === 'received';

type Changed = Pick<Order, 'lines' | 'state'> | 'unknown-order-line' | 'bad-copies' | 'not-invoiced' | 'order-underway';

const received = (of: Line, copies: number): Line | undefined => {
  const after = of.received + copies;
  return copies === 0 || after < 0 || after > wantedOf(of) ? undefined : { ...of, received: after };
};

const delayed = (of: Line, until: string): Line | undefined =>
  wantedOf(of) > of.received ? { ...of, delayedUntil: until } : undefined;

const cancelled = ({ lines, state }: Order, step: Extract<AskedStep, { act: 'cancel' }>): Changed => {
  const isMeant = ({ number }: Line): boolean => step.line === undefined || step.line === number;
  if (!lines.some(isMeant)) return 'unknown-order-line';
  if (!isEncumbered(state)) return step.line === undefined ? { lines, state: 'cancelled' } : 'unknown-order-line';
  if (!lines.some((one) => isMeant(one) && wantedOf(one) > one.received)) return 'bad-copies';
  const after = lines.map((one) => (isMeant(one) ? cancelledLine(one, step.reason) : one));
  return { lines: after, state: stateOf(after) };
};

const isUnderWay = ({ received, cancelled: some, answer, invoices }: Line): boolean =>
  received > 0 || some !== undefined || answer !== undefined || invoices !== undefined;

/** Returns the lines and the state of an order after a step; `needsApproval` says whether placing it waits for another person. */
export const afterStep = (order: Order, step: AskedStep, needsApproval: boolean): Changed => {
  const { lines } = order;
  switch (step.act) {
    case 'place':
      return { lines, state: needsApproval ? 'waiting' : 'placed' };
    case 'approve':
      return { lines, state: 'placed' };
    case 'reject':
      return { lines, state: 'draft' };
    case 'withdraw':
      return lines.some(isUnderWay) ? 'order-underway' : { lines, state: 'draft' };
    case 'cancel':
      return cancelled(order, step);
    case 'close':
      if (!step.withoutInvoice && lines.some((one) => notInvoiced(one) > 0)) return 'not-invoiced';
      return { lines: lines.map(releasedLine), state: 'closed' };
    case 'delay':
    case 'receive': {
      const meant = lines.find(({ number }) => number === step.line);
      if (!meant) return 'unknown-order-line';
      const changed = step.act === 'delay' ? delayed(meant, step.until) : received(meant, step.copies);
      if (!changed) return 'bad-copies';
      const after = lines.map((one) => (one === meant ? changed : one));
      return { lines: after, state: stateOf(after) };
    }
  }
};

/** Returns whether another person must approve an order: it costs more than the limit of its year. */
export const needsApproval = ({ total }: Pick<Order, 'total'>, approvalAbove: number | undefined): boolean =>
  approvalAbove !== undefined && total > approvalAbove;
