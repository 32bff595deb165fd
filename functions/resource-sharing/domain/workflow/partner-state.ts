import type { Message } from '../messages/message.ts';
import { behindCancellation, SUPPLIER_BEHIND } from '../messages/pending-cancellation.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import type { RequesterState, SupplierState } from './states.ts';
import { TABLE } from './transitions.ts';
import { MESSAGES, type MessageName, otherSide, type Side } from './triggers.ts';
import { arrowsOf } from './workflow.ts';

/** Finds the state of a side after it has sent a message: where the table's first transition that sends it leads, or as the message itself says. */
const senderState = (side: Side, name: MessageName): string | undefined => {
  const message = MESSAGES[name];
  if ('stays' in message) return undefined;
  if ('partnersOnly' in message) return message.partnersOnly;
  const sends = arrowsOf(side).filter((arrow) => arrow.message === name);
  // A transition back to the same state does not tell the sender's state.
  return (sends.find(({ from, to }) => from !== to) ?? sends[0])?.to;
};

const put = (request: LoanRequest, side: Side, askId: string, change: (ask: Ask) => Partial<Ask>, state?: string) => {
  const asks = request.asks.map((ask) => {
    if (ask.askId !== askId) return ask;
    const to = side === 'supplier' && state !== undefined ? { supplierState: state as SupplierState } : {};
    return { ...ask, ...to, ...change(ask) };
  });
  return { ...request, ...(side === 'requester' && state !== undefined && { state: state as RequesterState }), asks };
};

/**
 * Returns the request after a message was sent to a partner: the partner's side moves by the same table, as far as we can
 * know, without timers and without an answer. Its next message says its true state.
 */
export function afterSending(request: LoanRequest, message: Message): LoanRequest {
  const { trigger } = MESSAGES[message.name];
  if (trigger === 'opens-ask') return request;
  const side = otherSide(message.from);
  const ask = request.asks.find(({ askId }) => askId === message.askId);
  if (ask === undefined) return request;
  const row =
    side === 'requester' ? TABLE.requester[request.state].on[trigger] : TABLE.supplier[ask.supplierState].on[trigger];
  if (row === undefined) return request;
  const closing = row.closesAsk && ask.closedAt === undefined && { closedAt: message.at, outcome: row.closesAsk };
  const moved = put(request, side, message.askId, () => ({ ...closing }), row.to);
  if (side !== 'requester' || moved.state === request.state) return moved;
  // The only timer of an external requester waits for the answer of a member, which this message gives.
  const { requester: _answered, ...timers } = moved.timers;
  return { ...moved, timers };
}

/** Finds the state of a supplier that refuses to cancel: the one before the cancellation, in which it may have promised nothing yet. */
const afterRefusing = (request: LoanRequest, name: MessageName): SupplierState | undefined => {
  const behind = name === 'CancelRefused' ? behindCancellation(request) : undefined;
  return behind && SUPPLIER_BEHIND[behind.state];
};

/** Returns the request after a partner's message: the table decides the state of its sender. */
export const afterReceiving = (request: LoanRequest, message: Message): LoanRequest =>
  put(
    request,
    message.from,
    message.askId,
    ({ sent }) => ({ sent: { ...sent, [message.from]: message.sequence } }),
    afterRefusing(request, message.name) ?? senderState(message.from, message.name),
  );
