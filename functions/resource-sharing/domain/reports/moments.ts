import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Ask, LoanRequest, Step } from '../requests/request.ts';
import type { Side, Trigger } from '../workflow/triggers.ts';

/** What is timed on the way of an ask. */
export type Moment = 'answered' | 'shipped' | 'received' | 'returned' | 'home';

type Marks = Record<Moment, { triggers: readonly Trigger[]; from?: Step['from'] }>;

/** By which steps each moment is known at the side that is ours: the requester's, or the supplier's when a partner asks. */
const MARKS: Record<Side, Marks> = {
  requester: {
    // Only the first answer: what comes later is about something else.
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

/** The side whose steps tell of a request: the requester’s, or where a partner asks the supplier’s. */
export const reportingSide = ({ requesterMember }: Pick<LoanRequest, 'requesterMember'>): Side =>
  isPartner(requesterMember) ? 'supplier' : 'requester';

/** Which ask a step is about; one that names none is about the last: a copy is handed on when its ask is over. */
export const askOfStep = ({ asks }: Pick<LoanRequest, 'asks'>, { askId }: Step): Ask | undefined =>
  askId === undefined ? asks.at(-1) : asks.find((ask) => ask.askId === askId);

/** When each moment of an ask came first, and by which step of the history (its place). */
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
