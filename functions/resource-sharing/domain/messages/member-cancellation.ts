import type { LoanRequest } from '../requests/request.ts';
import { isBetweenUs } from '../rota/member-rota.ts';
import { type Acted, act } from '../workflow/act.ts';
import type { TriggerContext } from '../workflow/context.ts';
import type { MessageName } from '../workflow/triggers.ts';
import { withAsk } from '../workflow/with-ask.ts';
import type { Message } from './message.ts';

type Cancellation = { name: MessageName; askId: string };

/**
 * Cancels a partner's broadcast request between the refusal of one member and the ask of the next: nothing is promised,
 * so the cancellation is accepted and nobody else is asked (C80). Undefined for other messages and states.
 */
export const cancelledBetweenUs = (
  request: LoanRequest,
  { name, askId }: Cancellation,
  { at, by, policy }: Pick<TriggerContext, 'at' | 'by' | 'policy'>,
): Acted | undefined => {
  const last = request.asks.find((ask) => ask.askId === askId);
  if (name !== 'Cancel' || last === undefined || !isBetweenUs(request)) return undefined;
  const acted = act(request, 'cancel', { side: 'requester', at, by, policy });
  if ('refused' in acted || acted.unchanged) return undefined;
  const sequence = last.sent.supplier + 1;
  const { requestId } = request;
  const yes: Message = { name: 'CancelAccepted', requestId, askId, from: 'supplier', sequence, at };
  const sent = withAsk(acted.request, askId, (ask) => ({ ...ask, sent: { ...ask.sent, supplier: sequence } }));
  return { ...acted, request: sent, outgoing: [...acted.outgoing, yes] };
};
