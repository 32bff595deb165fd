import type { Message } from '../messages/message.ts';
import type { Acted } from '../workflow/act.ts';
import { runsOutAt, TIMERS, type TimerPolicy } from '../workflow/timers.ts';
import { isBroadcast } from './member-rota.ts';

/**
 * A partner’s request, assigned to one of our members: the requester is external and has no timer of ours; the member
 * has a deadline. In a broadcast request, a member that misses it is no longer asked.
 */
export const answerable = (acted: Acted, askId: string, at: string, policy: TimerPolicy): Acted => {
  const name = 'reply-by' as const;
  const supplier = { side: 'supplier' as const, name, trigger: TIMERS[name], at: runsOutAt(name, at, policy), askId };
  const ask = acted.request.asks.find((one) => one.askId === askId);
  const silent = { side: 'requester' as const, name: 'answer-by' as const, trigger: TIMERS['answer-by'], askId };
  const passesOn = isBroadcast(acted.request) && ask && { requester: { ...silent, at: ask.answerBy } };
  const timers = { supplier, ...passesOn };
  return { ...acted, timers, request: { ...acted.request, timers } };
};

/** The answer to a partner when no remaining member could be asked: not supplied, with the last reason given. */
export const unfilledByAllMembers = (acted: Acted, at: string): Acted => {
  const { request } = acted;
  const last = request.asks.at(-1);
  if (last === undefined) return acted;
  const reason = request.history.findLast(({ trigger }) => trigger === 'decline')?.note ?? 'NotAvailableForILL';
  const sequence = last.sent.supplier + 1;
  const { requestId } = request;
  const message: Message = {
    ...{ name: 'Unfilled', requestId, askId: last.askId, from: 'supplier', sequence, at, reason },
  };
  const asks = request.asks.map((ask) =>
    ask.askId === last.askId ? { ...ask, sent: { ...ask.sent, supplier: sequence } } : ask,
  );
  return { ...acted, request: { ...request, asks }, outgoing: [...acted.outgoing, message] };
};
