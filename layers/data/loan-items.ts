import type { ItemCirculation } from '../domain/circulation/item-circulation.ts';
import { loanDue } from '../domain/circulation/loan-due.ts';
import { ruleFor } from '../domain/circulation/policies.ts';
import type { LoanRequest } from '../domain/resource-sharing/request.ts';
import { isSpent } from '../domain/resource-sharing/reserved-item.ts';
import type { Trigger } from '../domain/resource-sharing/triggers.ts';
import {
  type ItemMoves,
  type ItemRefusal,
  type ItemStep,
  lendOut,
  load,
  promise,
  release,
  type Stores,
  scan,
  sendHome,
  ship,
  standingOf,
} from './loan-item-moves.ts';

export type { ItemRefusal } from './loan-item-moves.ts';

const RESERVED: readonly string[] = ['will-supply', 'cancel-requested'];
// Promised and then completed without being shipped: a copy was sent instead, and the item stays on its shelf.
const LET_GO: readonly string[] = ['unfilled', 'cancelled', 'completed'];

const letsGo = (before: LoanRequest, after: LoanRequest): boolean =>
  before.asks.some(({ askId, supplierState }) => {
    const now = after.asks.find((ask) => ask.askId === askId)?.supplierState;
    return RESERVED.includes(supplierState) && now !== undefined && LET_GO.includes(now);
  });

const by: { readonly [T in Trigger]?: typeof promise } = {
  accept: promise,
  ship,
  receive: async (stores, step, loaded) =>
    loaded.item?.state === 'on-hold-shelf' ? { writes: [] } : scan(stores, step, loaded),
  lend: lendOut,
  return: async (stores, step, loaded) => (loaded.item?.loan ? scan(stores, step, loaded) : { writes: [] }),
  'ship-back': sendHome,
  'check-in': async (stores, step, loaded) =>
    loaded.item?.state === 'available' ? { writes: [] } : scan(stores, step, loaded),
};

/** The copy of a consortium loan, moved by the rules of circulation: set aside, sent, received, lent, taken back, home. */
export const loanItems = (stores: Stores) => ({
  /** What a step does to the copy; nothing for most. Refuses when the copy is not free, or may not be lent. */
  movesFor: async (step: ItemStep): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const move = by[step.trigger];
    const going = letsGo(step.before, step.after);
    const ends = step.before.state !== step.after.state;
    if (!move && !going && !ends) return { writes: [] };
    const loaded = await load(stores, step);
    if (going) return { writes: release(loaded, step.at) };
    const moved = move ? await move(stores, step, loaded) : { writes: [] };
    if ('refused' in moved || moved.counted !== undefined) return moved;
    return isSpent(loaded.hold) ? { ...moved, counted: false } : moved;
  },
  /** Until when the owner's rule would lend the copy to this patron, as an instant. */
  dueByRule: async (
    request: LoanRequest,
    item: ItemCirculation,
    at: string,
    now: number,
  ): Promise<string | undefined> => {
    const [patron, rules, branch] = await Promise.all([
      standingOf(stores, request),
      stores.policies(now),
      stores.branches.known(request.pickupBranch, now),
    ]);
    if (!patron || !rules || !branch) return undefined;
    const rule = ruleFor(rules, item, request.pickupBranch, patron);
    return loanDue({ policies: rules, item, rule, calendar: branch.calendar, from: at }).due;
  },
});
export type LoanItems = ReturnType<typeof loanItems>;
