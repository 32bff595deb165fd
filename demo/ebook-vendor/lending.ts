import type { VendorTitle } from './titles.ts';

/** What a patron has of a title: a loan until a time, or a place in the queue; `ready` until a time when a licence waits for the patron. */
export type Held =
  | { title: VendorTitle; is: 'loan' | 'ready'; until: number }
  | { title: VendorTitle; is: 'waiting'; position: number };

/** Why the vendor refuses, by the last part of its problem's type. */
export type Refused = { problem: string; status: number };

const DAY_MS = 24 * 60 * 60 * 1000;
const LOAN_MS = 14 * DAY_MS;
const READY_MS = 3 * DAY_MS;
const MOST_LOANS = 5;
const MOST_HOLDS = 5;

type State = { loans: Map<string, number>; queue: string[]; ready: Map<string, number> };

/** The loans and holds of the stand-in vendor, in memory, by card number. */
export const lendingOf = (titles: readonly VendorTitle[], now: () => number) => {
  const states = new Map<string, State>(
    titles.map(({ key }) => [key, { loans: new Map(), queue: [], ready: new Map() }]),
  );
  const stateOf = (title: VendorTitle): State =>
    states.get(title.key) ?? { loans: new Map(), queue: [], ready: new Map() };

  /** Ends loans and offers whose time is over, and offers free licences to the queue. */
  const settle = (title: VendorTitle): State => {
    const state = stateOf(title);
    for (const held of [state.loans, state.ready])
      for (const [card, until] of held) if (until <= now()) held.delete(card);
    if (title.copies === undefined) return state;
    while (state.queue.length > 0 && state.loans.size + state.ready.size < title.copies)
      state.ready.set(state.queue.shift() ?? '', now() + READY_MS);
    return state;
  };

  const free = (title: VendorTitle): number => {
    const { loans, ready } = settle(title);
    return title.copies === undefined ? Number.POSITIVE_INFINITY : Math.max(0, title.copies - loans.size - ready.size);
  };

  const heldBy = (title: VendorTitle, card: string): Held | undefined => {
    const { loans, queue, ready } = settle(title);
    const [loan, offer, place] = [loans.get(card), ready.get(card), queue.indexOf(card)];
    if (loan !== undefined) return { title, is: 'loan', until: loan };
    if (offer !== undefined) return { title, is: 'ready', until: offer };
    return place < 0 ? undefined : { title, is: 'waiting', position: place + 1 };
  };

  const accountOf = (card: string): Held[] => titles.flatMap((title) => heldBy(title, card) ?? []);

  return {
    heldBy,
    accountOf,
    counts: (title: VendorTitle) => ({ free: free(title), waiting: settle(title).queue.length }),
    borrow: (title: VendorTitle, card: string): { held: Held; isNew: boolean } | Refused => {
      const before = heldBy(title, card);
      // What the patron has already is answered again: borrowing is idempotent.
      if (before !== undefined && before.is !== 'ready') return { held: before, isNew: false };
      const account = accountOf(card);
      const state = settle(title);
      if (before === undefined && free(title) < 1) {
        if (account.filter(({ is }) => is !== 'loan').length >= MOST_HOLDS)
          return { problem: 'hold-limit-reached', status: 403 };
        state.queue.push(card);
        return { held: { title, is: 'waiting', position: state.queue.length }, isNew: true };
      }
      if (account.filter(({ is }) => is === 'loan').length >= MOST_LOANS)
        return { problem: 'loan-limit-reached', status: 403 };
      state.ready.delete(card);
      state.loans.set(card, now() + LOAN_MS);
      return { held: { title, is: 'loan', until: now() + LOAN_MS }, isNew: true };
    },
    giveBack: (title: VendorTitle, card: string): Refused | undefined => {
      if (heldBy(title, card) === undefined) return { problem: 'no-active-loan', status: 400 };
      const state = stateOf(title);
      state.loans.delete(card);
      state.ready.delete(card);
      state.queue = state.queue.filter((one) => one !== card);
      settle(title);
      return undefined;
    },
  };
};
export type Lending = ReturnType<typeof lendingOf>;
