import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { LIBRARY_CATEGORY } from '../../../circulation/public/library-category.ts';
import { loanDue } from '../../../circulation/public/loan-due.ts';
import type { Borrower } from '../../../circulation/public/policies.ts';
import { ruleFor } from '../../../circulation/public/rule-for.ts';
import { isBorrowed } from '../../../items/public/borrowed-item.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { isSpent } from '../../domain/items/reserved-item.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import type { Trigger } from '../../domain/workflow/triggers.ts';
import { hasEnded } from '../../domain/workflow/workflow.ts';
import {
  comeHome,
  type ItemMoves,
  type ItemRefusal,
  type ItemStep,
  isFor,
  type Loaded,
  lendOut,
  load,
  loadPatronStatus,
  type Move,
  noMoves,
  type Stores,
  scan,
  sendHome,
} from './item-move.ts';
import { arrive, sendOutside, withdraw } from './partner-item.ts';
import { promise, release, ship } from './set-aside.ts';
import { comeHomeDamaged, keepKey, lendOutside, lengthen, lose, shorten } from './supplier-changes.ts';

export type { ItemRefusal } from './item-move.ts';

/** States in which a copy may be set aside, also after terms that were offered following a promise. */
const RESERVED: readonly string[] = ['request-received', 'terms-offered', 'will-supply', 'cancel-requested'];
/** States that a supplier reaches from there without the copy; 'completed' when a reproduction was sent instead. */
const LET_GO: readonly string[] = ['unfilled', 'cancelled', 'completed'];

const letsGo = (before: LoanRequest, after: LoanRequest): boolean =>
  before.asks.some(({ askId, supplierState }) => {
    const now = after.asks.find((ask) => ask.askId === askId)?.supplierState;
    return RESERVED.includes(supplierState) && now !== undefined && LET_GO.includes(now);
  });

/** Moves the copy only for this request: a copy that now serves another request is not changed. */
const own =
  (move: Move): Move =>
  async (stores, step, loaded) =>
    loaded.item && isFor(loaded.item, step.before) ? move(stores, step, loaded) : noMoves;

const fromOutside = ({ asks }: LoanRequest): boolean =>
  isPartner(asks.find(({ closedAt }) => closedAt === undefined)?.supplierMember ?? '');

const receive: Move = async (stores, step, loaded) => {
  if (fromOutside(step.before)) return arrive(stores, step, loaded);
  return loaded.item?.state === 'in-transit' ? own(scan)(stores, step, loaded) : noMoves;
};

/**
 * The effect of staff steps on the copy. Each happens once: when a circulation desk has done it already, the request
 * catches up.
 */
const by: { readonly [T in Trigger]?: Move } = {
  accept: promise,
  ship: (stores, step, loaded) =>
    isPartner(step.after.requesterMember) ? lendOutside(stores, step, loaded) : ship(stores, step, loaded),
  receive,
  lend: lendOut,
  renew: keepKey,
  return: own(async (stores, step, loaded) => (loaded.item?.loan ? scan(stores, step, loaded) : noMoves)),
  found: own(async (stores, step, loaded) => (loaded.item?.loan ? scan(stores, step, loaded) : noMoves)),
  'ship-back': own((stores, step, loaded) =>
    loaded.item && isBorrowed(loaded.item) ? sendOutside(stores, step, loaded) : sendHome(stores, step, loaded),
  ),
  'report-lost': lose,
  'declare-lost': lose,
  'check-in': own(comeHome),
  'check-in-damaged': comeHomeDamaged,
};

/** The effect of the lender's message on the copy, entered at a member's desk or received from a partner. */
const moveByLender = ({ before, after }: ItemStep): Move | undefined => {
  if (after.due !== undefined && before.due !== after.due) return lengthen;
  const ask = (request: LoanRequest) => request.asks.at(-1)?.supplierState;
  const recalled = (request: LoanRequest): boolean => request.state === 'recalled' || ask(request) === 'recalled';
  return recalled(after) && !recalled(before) ? shorten : undefined;
};

const moveOf = (step: ItemStep): Move | undefined => {
  if (letsGo(step.before, step.after))
    return async (_, { before, at }, loaded) => ({ writes: release(loaded, before, at) });
  if (hasEnded(step.after) && !hasEnded(step.before) && fromOutside(step.before)) return withdraw;
  return by[step.trigger] ?? moveByLender(step);
};

/** A partner's item number must not replace the item's barcode here: a renewal may repeat the number. */
const known = ({ before, after }: ItemStep, { item }: Loaded): Pick<ItemMoves, 'noted'> => {
  if (item === undefined || !isBorrowed(item) || !isFor(item, before)) return {};
  const { itemId, barcode } = item;
  return after.itemId === itemId && after.barcode === barcode ? {} : { noted: { itemId, barcode } };
};

/**
 * Moves the copy of a loan between libraries by the rules of circulation: set aside, sent, received, lent, taken back,
 * returned.
 */
export const loanItems = (stores: Stores) => ({
  /**
   * Returns the effect of a step on the copy; most steps have none. Refuses when the copy is not available or may not
   * be lent.
   */
  movesFor: async (step: ItemStep): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const move = moveOf(step);
    if (!move && step.before.state === step.after.state) return noMoves;
    const loaded = await load(stores, step);
    const made = move ? await move(stores, step, loaded) : noMoves;
    const moved = 'refused' in made ? made : { ...known(step, loaded), ...made };
    if ('refused' in moved || moved.counted !== undefined || letsGo(step.before, step.after)) return moved;
    return isSpent(loaded.hold) ? { ...moved, counted: false } : moved;
  },
  /**
   * Returns the due date (an instant) by the owner's rule for this patron, or for the partner that requests the item.
   */
  dueByRule: async (
    request: LoanRequest,
    item: ItemCirculation,
    at: string,
    now: number,
  ): Promise<string | undefined> => {
    const outside = isPartner(request.requesterMember);
    const place = outside ? item.branchId : request.pickupBranch;
    const [patron, rules, branch] = await Promise.all([
      outside ? undefined : loadPatronStatus(stores, request),
      stores.policies(now),
      stores.branches.known(place, now),
    ]);
    const borrower: Borrower | undefined = outside ? { homeMember: item.memberId, category: LIBRARY_CATEGORY } : patron;
    const calendar: BranchCalendar | undefined = branch?.calendar;
    if (!borrower || !rules || !calendar) return undefined;
    const rule = ruleFor(rules, item, place, borrower);
    return loanDue({ policies: rules, item, rule, calendar, from: at }).due;
  },
});
export type LoanItems = ReturnType<typeof loanItems>;
