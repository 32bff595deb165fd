import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Ask, LoanRequest, Step } from '../requests/request.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';

/** The moments of an ask that are timed. */
export type Moment = 'answered' | 'shipped' | 'received' | 'returned' | 'home';

type Marks = Record<Moment, { triggers: readonly Trigger[]; from?: Step['from'] }>;

/** The steps that establish each moment on our side: the requester's, or the supplier's when a partner asks. */
const MARKS: Record<Side, Marks> = {
  requester: {
    // Only the first answer: later ones are about something else.
    answered: {
      triggers: ['will-supply', 'unfilled', 'loaned', 'terms-offered', 'conditions-set', 'copy-supplied'],
      from: 'asked',
    },
    shipped: { triggers: ['loaned', 'copy-supplied'] },
    received: { triggers: ['receive', 'deliver-copy'] },
    returned: { triggers: ['ship-back'] },
    home: { triggers: ['completed', 'damage-claimed'] },
  },
  supplier: {
    answered: { triggers: ['accept', 'decline', 'offer-terms', 'ship', 'supply-copy'], from: 'request-received' },
    shipped: { triggers: ['ship', 'supply-copy'] },
    received: { triggers: ['received'] },
    returned: { triggers: ['shipped-return'] },
    home: { triggers: ['check-in', 'check-in-damaged'] },
  },
};

const MOMENTS = Object.keys(MARKS.requester) as Moment[];

/** The side whose steps count for a request: the requester’s, or the supplier’s when a partner asks. */
export const reportingSide = ({ requesterMember }: Pick<LoanRequest, 'requesterMember'>): Side =>
  isPartner(requesterMember) ? 'supplier' : 'requester';

/**
 * Finds the ask of a step; a step without one belongs to the last ask, because a copy is delivered after its ask has
 * ended.
 */
export const askOfStep = ({ asks }: Pick<LoanRequest, 'asks'>, { askId }: Step): Ask | undefined =>
  askId === undefined ? asks.at(-1) : asks.find((ask) => ask.askId === askId);

/** The first time of each moment of an ask, with its step's position in the history. */
export const momentsOf = (
  request: Pick<LoanRequest, 'requesterMember' | 'asks' | 'history'>,
  ask: Ask,
): Partial<Record<Moment, { at: string; place: number }>> => {
  const side = reportingSide(request);
  const found: Partial<Record<Moment, { at: string; place: number }>> = {};
  request.history.forEach((step, place) => {
    if (step.side !== side || askOfStep(request, step)?.askId !== ask.askId) return;
    for (const moment of MOMENTS) {
      const { triggers, from } = MARKS[side][moment];
      if (!triggers.includes(step.trigger) || (from !== undefined && step.from !== from)) continue;
      found[moment] ??= { at: step.at, place };
    }
  });
  return found;
};
