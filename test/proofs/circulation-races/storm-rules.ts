import { type Hold, isOver } from '../../../functions/items/domain/hold.ts';
import type { ItemCirculation } from '../../../functions/items/domain/item-circulation.ts';
import { isLinearizable, type Model, type Seen } from './linearizable.ts';

/** An act of a desk, as seen by its client. `captured`: the copy was reserved for a hold. */
export type Desk =
  | { call: 'lent'; itemId: string; patronId: string }
  | { call: 'refused'; itemId: string; patronId: string; codes: string[] }
  | { call: 'back'; itemId: string; closed: boolean; captured: boolean }
  | { call: 'held' | 'not-held'; itemId: string; patronId: string; holdId: string };

/** The counters of a patron. */
export type Counters = { loans: number; holds: number };

/** The maximum number of loans of a patron in the tests' policies. */
const LIMIT = 15;

/** A copy as the desks must see it: not on loan, or lent to one patron. */
const copyModel: Model<string, Desk> = {
  first: '',
  name: (state) => state,
  next: (state, did) => {
    if (did.call === 'lent') return state === '' ? did.patronId : undefined;
    if (did.call === 'back') return did.closed === (state !== '') ? '' : undefined;
    if (did.call !== 'refused') return state;
    if (did.codes.includes('item-on-loan') && (state === '' || state === did.patronId)) return undefined;
    if (did.codes.includes('already-lent-to-patron') && state !== did.patronId) return undefined;
    return state;
  },
};

const byItem = (seen: readonly Seen<Desk>[]): Map<string, Seen<Desk>[]> => {
  const items = new Map<string, Seen<Desk>[]>();
  for (const one of seen) items.set(one.did.itemId, [...(items.get(one.did.itemId) ?? []), one]);
  return items;
};

/** Each loan: its patron, the call that lent it, and the call that ended it, if any. */
type Lent = { patronId: string; lent: Seen<Desk>; back?: Seen<Desk> };

// On one linear item the k-th loan is ended by the k-th check-in that closed one.
const loansOf = (calls: readonly Seen<Desk>[]): Lent[] => {
  const lent = calls.filter(({ did }) => did.call === 'lent').toSorted((one, other) => one.to - other.to);
  const closed = calls
    .filter(({ did }) => did.call === 'back' && did.closed)
    .toSorted((one, other) => one.to - other.to);
  return lent.map((loan, i) => {
    const back = closed[i];
    return { patronId: (loan.did as { patronId: string }).patronId, lent: loan, ...(back && { back }) };
  });
};

/** How many patrons certainly exceeded the limit, and how many refusals came too early. */
const limitFaults = (seen: readonly Seen<Desk>[], loans: readonly Lent[]): { over: number; early: number } => {
  const of = Map.groupBy(loans, ({ patronId }) => patronId);
  const surely = (own: readonly Lent[], at: number): number =>
    own.filter(({ lent, back }) => lent.to <= at && (back === undefined || back.from > at)).length;
  const over = [...of.values()].filter((own) => own.some(({ lent }) => surely(own, lent.to) > LIMIT)).length;
  const early = seen.filter(({ from, to, did }) => {
    if (did.call !== 'refused' || !did.codes.includes('too-many-loans')) return false;
    const perhaps = (of.get(did.patronId) ?? []).filter(
      ({ lent, back }) => lent.from < to && (back === undefined || back.to > from),
    );
    return perhaps.length < LIMIT;
  }).length;
  return { over, early };
};

/**
 * The number of holds that still wait although a later one, not placed concurrently, got the copy: queue order (C34). A copy
 * taken off the open shelf does not count.
 */
const orderFaults = (seen: readonly Seen<Desk>[], holds: readonly Hold[]): number => {
  const placing = new Map(seen.flatMap((one) => (one.did.call === 'held' ? [[one.did.holdId, one] as const] : [])));
  const queues = Map.groupBy(holds, ({ recordId }) => recordId);
  const passed = (waiting: Hold, queue: readonly Hold[]): boolean =>
    queue.some((other) => {
      const [first, second] = [placing.get(waiting.holdId), placing.get(other.holdId)];
      return (
        other.shelfExpiresAt !== undefined && first !== undefined && second !== undefined && first.to < second.from
      );
    });
  return holds.filter(
    (hold) =>
      hold.state === 'placed' && hold.shelfExpiresAt === undefined && passed(hold, queues.get(hold.recordId) ?? []),
  ).length;
};

/** The table after a storm: the copies, the holds on them, and the patrons' counters by patron id. */
export type StoredState = {
  copies: readonly ItemCirculation[];
  holds: readonly Hold[];
  counters: ReadonlyMap<string, Counters>;
};

/**
 * Checks the results of a storm's clients, and the table after it, against the rules: each copy linear (never two loans), limits
 * never exceeded and never refused too early, queues in order, counters equal to a recount. Returns the violations by rule.
 */
export const soundStorm = (
  seen: readonly Seen<Desk>[],
  { copies, holds, counters }: StoredState,
): { lent: number; captured: number; broken: Record<string, number> } => {
  const items = byItem(seen);
  const loans = [...items.values()].flatMap(loansOf);
  const { over, early } = limitFaults(seen, loans);
  const recounted = (patronId: string): Counters => ({
    loans: copies.filter(({ loan }) => loan?.patronId === patronId).length,
    holds: holds.filter((hold) => hold.patronId === patronId && !isOver(hold)).length,
  });
  const wrong = [...counters].filter(([patronId, stated]) => {
    const { loans: lent, holds: held } = recounted(patronId);
    return stated.loans !== lent || stated.holds !== held;
  });
  const open = loans.filter(({ back }) => back === undefined).length;
  const broken = {
    notLinear: [...items.values()].filter((calls) => !isLinearizable(copyModel, calls)).length,
    overLimit: over,
    refusedTooEarly: early,
    queueOrder: orderFaults(seen, holds),
    wrongCounters: wrong.length,
    lostLoans: Math.abs(open - copies.filter(({ loan }) => loan !== undefined).length),
  };
  const captured = seen.filter(({ did }) => did.call === 'back' && did.captured).length;
  return { lent: loans.length, captured, broken };
};
