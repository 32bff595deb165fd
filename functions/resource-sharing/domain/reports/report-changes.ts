import type { Ask, LoanRequest, Service, Step } from '../requests/request.ts';
import type { Acted } from '../workflow/act.ts';
import type { AskOutcome } from '../workflow/states.ts';
import { TABLE } from '../workflow/transitions.ts';
import { UNFILLED_REASONS } from '../workflow/unfilled-reasons.ts';
import { askOfStep, type Moment, momentsOf, reportingSide } from './moments.ts';
import { type Counts, waited } from './waits.ts';

/** The supplier's placeholder in the row of requests that ended without one. */
export const NOBODY = '-';

/** The changes of the counters of a pair of libraries by one step, in the month (UTC) in which it happened. */
export type ReportChange = { month: string; requester: string; supplier: string; service: Service; add: Counts };

/** The counters of asks by their end; a filled ask counts when it is sent, not when it is returned. */
const BY_OUTCOME: Readonly<Record<AskOutcome, string | undefined>> = {
  unfilled: 'unfilled',
  'timed-out': 'timedOut',
  withdrawn: 'withdrawn',
  cancelled: 'cancelled',
  unreachable: 'unreachable',
  'terms-refused': 'termsRefused',
  unusable: 'unusable',
  completed: undefined,
  lost: 'lost',
};

/** Reasons are an open list: unlisted ones are counted together, so that partners cannot create counters. */
const reasonName = (note: string | undefined): string =>
  note !== undefined && Object.hasOwn(UNFILLED_REASONS, note) ? note : 'other';

const sum = (...all: readonly Counts[]): Counts => {
  const total: Record<string, number> = {};
  for (const counts of all) {
    for (const [name, amount] of Object.entries(counts)) total[name] = (total[name] ?? 0) + amount;
  }
  return total;
};

/** Returns how the ask ended by this step on the counting side; undefined when it did not. */
const outcomeBy = (request: LoanRequest, { side, from, trigger, to }: Step): AskOutcome | undefined => {
  if (side !== reportingSide(request)) return undefined;
  if (side === 'requester') {
    const rows = TABLE.requester[from as keyof typeof TABLE.requester]?.on;
    return trigger === 'copy-unusable' ? 'unusable' : rows?.[trigger]?.closesAsk;
  }
  if (to === 'unfilled') return 'unfilled';
  if (to === 'cancelled') return 'cancelled';
  return to === 'closed-lost' ? 'lost' : undefined;
};

const endOf = (request: LoanRequest, step: Step): Counts => {
  const outcome = outcomeBy(request, step);
  const counter = outcome && BY_OUTCOME[outcome];
  if (counter === undefined) return {};
  return { [counter]: 1, ...(outcome === 'unfilled' && { [`because${reasonName(step.note)}`]: 1 }) };
};

const costOf = ({ terms }: LoanRequest): Counts => {
  const { amount = 0, currency = '' } = terms?.cost ?? {};
  return /^[A-Z]{3}$/.test(currency) && amount > 0 ? { [`cost${currency}`]: amount, [`charged${currency}`]: 1 } : {};
};

/** Returns what counts when an ask reaches a moment for the first time. */
const reached = (
  request: LoanRequest,
  ask: Ask,
  moment: Moment,
  at: Partial<Record<Moment, { at: string }>>,
): Counts => {
  const since = (from: string | undefined, wait: Parameters<typeof waited>[0], to: string): Counts =>
    from === undefined ? {} : waited(wait, from, to);
  const now = at[moment]?.at ?? '';
  switch (moment) {
    case 'answered':
      return since(ask.askedAt, 'answering', now);
    case 'shipped':
      return sum({ filled: 1 }, since(at.answered?.at, 'shipping', now), costOf(request));
    case 'received':
      return sum(since(at.shipped?.at, 'transit', now), waited('turnaround', request.placedAt, now));
    case 'returned':
      return since(at.received?.at, 'use', now);
    case 'home':
      return since(at.shipped?.at, 'away', now);
  }
};

const asked = ({ placedAt }: LoanRequest, { ordinal, askedAt }: Ask): Counts => ({
  asked: 1,
  ...(ordinal === 1 && waited('sourcing', placedAt, askedAt)),
});

/** Returns what a request's end counts when no supplier has part in it. */
const endWithout = ({ trigger, to, askId }: Step): Counts => {
  if (askId !== undefined) return {};
  if (trigger === 'rota-ended') return { endOfRota: 1 };
  if (trigger === 'fill-locally') return { filledLocally: 1 };
  return trigger === 'cancel' && to === 'cancelled' ? { cancelled: 1 } : {};
};

const ofStep = (request: LoanRequest, step: Step, place: number): { supplier: string; add: Counts } => {
  const ended = endWithout(step);
  const ask = askOfStep(request, step);
  if (Object.keys(ended).length > 0 || ask === undefined) return { supplier: NOBODY, add: ended };
  const at = momentsOf(request, ask);
  const now = (Object.keys(at) as Moment[]).filter((moment) => at[moment]?.place === place);
  const add = sum(
    step.trigger === 'ask' ? asked(request, ask) : {},
    ...now.map((moment) => reached(request, ask, moment, at)),
    endOf(request, step),
  );
  return { supplier: ask.supplierMember, add };
};

/**
 * Returns the changes of the report counters by a step: one per pair of libraries, usually one in all. Only one side’s
 * steps count for each ask, so that a step on both sides counts once. Patrons are not counted.
 */
export function reportChanges({ request, facts }: Pick<Acted, 'request' | 'facts'>): ReportChange[] {
  const { history, requesterMember: requester, service } = request;
  const first = history.length - facts.length;
  const byRow = new Map<string, ReportChange>();
  history.slice(first).forEach((step, i) => {
    const { supplier, add } = ofStep(request, step, first + i);
    if (Object.keys(add).length === 0) return;
    const month = step.at.slice(0, 7);
    const known = byRow.get(`${month}${supplier}`);
    byRow.set(`${month}${supplier}`, { month, requester, supplier, service, add: sum(known?.add ?? {}, add) });
  });
  return [...byRow.values()];
}
