import type { Message } from '../messages/message.ts';
import { behindCancel, SUPPLIER_BEHIND } from '../messages/pending-cancellation.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import type { RequesterState, SupplierState } from './states.ts';
import { TABLE } from './transitions.ts';
import { MESSAGES, type MessageName, otherSide, type Side } from './triggers.ts';
import { arrowsOf } from './workflow.ts';

/** Where a side goes when it sends a message: the first arrow of the table that sends it, or as the message itself says. */
const afterSending = (side: Side, name: MessageName): string | undefined => {
  const message = MESSAGES[name];
  if ('stays' in message) return undefined;
  if ('partnersOnly' in message) return message.partnersOnly;
  const sends = arrowsOf(side).filter((arrow) => arrow.message === name);
  // What leaves a state where it was says nothing of where its sender stands.
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
 * The request when a partner outside is told a message: its side moves by the same table, as far as we can know, without
 * timers and without an answer; the true state is what it says next.
 */
export function toldPartner(request: LoanRequest, message: Message): LoanRequest {
  const { trigger } = MESSAGES[message.name];
  if (trigger === 'opens-ask') return request;
  const side = otherSide(message.from);
  const ask = request.asks.find(({ askId }) => askId === message.askId);
  if (ask === undefined) return request;
  const row =
    side === 'requester' ? TABLE.requester[request.state].on[trigger] : TABLE.supplier[ask.supplierState].on[trigger];
  if (row === undefined) return request;
  const closing = row.closesAsk && ask.closedAt === undefined && { closedAt: message.at, outcome: row.closesAsk };
  const told = put(request, side, message.askId, () => ({ ...closing }), row.to);
  if (side !== 'requester' || told.state === request.state) return told;
  // The only wait that we keep for a requester outside is for an answer of one of us, who has given it now.
  const { requester: _answered, ...timers } = told.timers;
  return { ...told, timers };
}

/** Where the supplier stands that refuses to cancel: there where it was, which it may have promised nothing yet. */
const afterRefusing = (request: LoanRequest, name: MessageName): SupplierState | undefined => {
  const behind = name === 'CancelRefused' ? behindCancel(request) : undefined;
  return behind && SUPPLIER_BEHIND[behind.state];
};

/** The request when a partner outside has said a message: it is where the table puts whoever sends it. */
export const partnerSaid = (request: LoanRequest, message: Message): LoanRequest =>
  put(
    request,
    message.from,
    message.askId,
    ({ sent }) => ({ sent: { ...sent, [message.from]: message.sequence } }),
    afterRefusing(request, message.name) ?? afterSending(message.from, message.name),
  );
