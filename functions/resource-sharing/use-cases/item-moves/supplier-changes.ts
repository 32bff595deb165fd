import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { calendarBranch } from '../../../circulation/public/calendar-branch.ts';
import { decisionWrites } from '../../../circulation/public/circulation-writes.ts';
import { decideDamage } from '../../../circulation/public/damage.ts';
import { declareLost } from '../../../circulation/public/declare-lost.ts';
import { isLentOn } from '../../../circulation/public/is-lent-on.ts';
import { lateSince } from '../../../circulation/public/late-since.ts';
import { lendToLibrary } from '../../../circulation/public/lend-to-library.ts';
import { lentLonger } from '../../../circulation/public/lent-longer.ts';
import { lentShorter } from '../../../circulation/public/lent-shorter.ts';
import { libraryAsPatron } from '../../../circulation/public/library-as-patron.ts';
import { lostChargeIds } from '../../../circulation/public/lost-charge-ids.ts';
import { ruleFor } from '../../../circulation/public/rule-for.ts';
import { withKey } from '../../../circulation/public/used-keys.ts';
import { isFreeFor, letGo } from '../../domain/items/reserved-item.ts';
import { hasEnded } from '../../domain/workflow/workflow.ts';
import {
  change,
  decided,
  type ItemStep,
  isFor,
  type Loaded,
  type Move,
  noMoves,
  type Stores,
  writesOf,
} from './item-move.ts';
import { othersFirst } from './others-first.ts';
import { freeingOther } from './set-aside.ts';

const calendarOf = async (stores: Stores, { item }: Loaded, now: number) => {
  const rules = await stores.policies(now);
  if (!item?.loan || !rules) return undefined;
  const place = calendarBranch(rules, item, item.loan.checkoutBranch);
  const calendar = await stores.branches.calendarSince(place, lateSince(item.loan, now), now);
  return calendar && { rules, calendar };
};

/** Lends a copy to a partner until the agreed date. */
export const lendOutside: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { after, branchId, at, now, key } = step;
  const { requestId, requesterMember: partnerId, due } = after;
  const rules = await stores.policies(now);
  if (item === undefined || rules === undefined || due === undefined) return noMoves;
  if (item.request?.requestId === requestId) return noMoves;
  if (!isFreeFor(item, requestId)) {
    return {
      refused: [{ code: 'item-not-free', detail: 'The item is on loan, in transit or held for another patron.' }],
    };
  }
  const library = libraryAsPatron(partnerId, item);
  const isSet = item.hold?.holdId === requestId;
  const others = isSet ? { writes: [] } : await othersFirst(stores, step, item, library);
  if ('refused' in others) return others;
  await stores.addLibrary(library);
  const loanId = stores.ids.next('loan', now);
  const made = lendToLibrary({
    ...{ item, partnerId, requestId, due, branchId: branchId ?? item.branchId, at, loanId, policies: rules, hold, key },
  });
  return { writes: [...writesOf(made, loaded), ...freeingOther(step, loaded), ...others.writes] };
};

/** Extends a loan to the due date that the lender states. */
export const lengthen: Move = async (stores, step, loaded) => {
  const { item } = loaded;
  const { after, at, now } = step;
  const time = await calendarOf(stores, loaded, now);
  if (!isLentOn(item) || !isFor(item, after) || after.due === undefined || after.due === item.loan.due || !time)
    return noMoves;
  const ids = { bill: stores.ids.next('bill', now), entry: stores.ids.next('entry', now) };
  const { patronId } = item.loan;
  const patron = isPartner(patronId) ? undefined : await stores.patrons.status(patronId);
  const made = lentLonger({ item, patron, due: after.due, at, calendar: time.calendar, ids });
  return { writes: writesOf(made, loaded, patron) };
};

const endHold = ({ at }: ItemStep, loaded: Loaded) => {
  const { hold } = loaded;
  const ended = letGo(hold, at);
  if (!ended || !hold) return noMoves;
  const { holdId, patronId, patronMember: patron, pickupBranch: branchId } = hold;
  const fact = { name: 'hold-ended' as const, at, members: { patron }, holdId, patronId, branchId };
  const made = { ...decided({ holds: [change(ended, hold.v)] }), facts: [fact] };
  return { writes: writesOf(made, { ...loaded, item: undefined }) };
};

/**
 * Recalls a loan for its lender: it is due earlier, as by any recall. A waiting patron no longer waits and is notified.
 */
export const shorten: Move = async (stores, step, loaded) => {
  const { item } = loaded;
  const { after, at, now } = step;
  if (item === undefined || !isFor(item, after)) return noMoves;
  if (item.hold?.holdId === after.requestId) return endHold(step, loaded);
  const time = await calendarOf(stores, loaded, now);
  if (!isLentOn(item) || !time) return noMoves;
  const { rules: policies, calendar } = time;
  const { patronId, patronMember: homeMember, checkoutBranch } = item.loan;
  const { category = '', residence } = (await stores.patrons.status(patronId)) ?? {};
  const rule = ruleFor(policies, item, checkoutBranch, { homeMember, category, residence });
  const made = lentShorter({ item, rule, calendar, at, policies, named: after.recalledTo });
  return made.changes.item ? { writes: writesOf(made, loaded) } : noMoves;
};

/**
 * Marks a loan as lost when a library reports the item lost, and charges it by its terms. When the request ends with
 * that, the hold of an item that nobody collected ends too.
 */
export const lose: Move = async (stores, step, loaded) => {
  const { item } = loaded;
  const { after, at, now, branchId } = step;
  const awaited = item !== undefined && item.loan === undefined && item.hold?.holdId === after.requestId;
  if (awaited && hasEnded(after)) return endHold(step, loaded);
  if (!isLentOn(item) || !isFor(item, after)) return noMoves;
  const ids = lostChargeIds(stores.ids, now);
  // A library that neither owns nor lent the item may not report it lost at a desk; the two libraries of the request
  // may.
  const made = declareLost({ item, at, ids });
  if ('refused' in made) return noMoves;
  return { writes: decisionWrites(made, { item, by: branchId }).map(({ write }) => write) };
};

/** Takes a damaged item back at its owner: set aside, and claimed between the libraries, never from a patron. */
export const comeHomeDamaged: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { after, branchId, at, now } = step;
  const rules = await stores.policies(now);
  if (item === undefined || branchId === undefined || !rules || !isFor(item, after)) return noMoves;
  const place = item.loan ? calendarBranch(rules, item, item.loan.checkoutBranch) : branchId;
  const [calendar, bills] = await Promise.all([
    stores.branches.calendarSince(place, lateSince(item.loan, now), now),
    stores.lostBills(item),
  ]);
  if (!calendar) return noMoves;
  const entry = () => stores.ids.next('entry', now);
  // The waiting patron no longer waits: the item is not passed on from here.
  const ended = letGo(hold, at);
  const claim = ended ?? hold;
  const made = decideDamage({
    ...{ item, branchId, at, policies: rules, waiting: [], calendarOf: () => calendar, amount: 0 },
    ...bills,
    ids: { bill: stores.ids.next('bill', now), fineEntry: entry(), refundEntry: entry(), feeRefundEntry: entry() },
    damageIds: { bill: stores.ids.next('bill', now), entry: entry() },
    ...(claim && { claim }),
  });
  if ('refused' in made) return noMoves;
  const holds = ended && hold ? [change(ended, hold.v)] : made.changes.holds;
  return { writes: writesOf({ ...made, changes: { ...made.changes, holds } }, loaded) };
};

/**
 * Stores the idempotency key of a renewal request with the item; the loan stays as it is until the supplier answers.
 */
export const keepKey: Move = async (_stores, { key }, loaded) => {
  const { item } = loaded;
  if (key === undefined || item?.loan === undefined) return noMoves;
  const { loanId, due } = item.loan;
  const saved = { ...withKey(item, { ...key, result: `${loanId} ${due} asked` }), v: item.v + 1 };
  return { writes: writesOf(decided({ item: change(saved, item.v) }), loaded) };
};
