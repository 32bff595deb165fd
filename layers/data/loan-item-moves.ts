import { decideCheckin } from '../domain/circulation/checkin.ts';
import { decideCheckout } from '../domain/circulation/checkout.ts';
import { type Changes, type Decided, nothingYet, type Refusal } from '../domain/circulation/decision.ts';
import type { Hold } from '../domain/circulation/hold.ts';
import type { ItemCirculation } from '../domain/circulation/item-circulation.ts';
import { homeBound } from '../domain/circulation/movement-rules.ts';
import type { PatronStanding } from '../domain/circulation/patron-standing.ts';
import { type CirculationPolicies, calendarBranch } from '../domain/circulation/policies.ts';
import type { RefusalFor } from '../domain/circulation/refusals.ts';
import type { LoanRequest } from '../domain/resource-sharing/request.ts';
import { isFreeFor, keepFor, letGo } from '../domain/resource-sharing/reserved-item.ts';
import type { Trigger } from '../domain/resource-sharing/triggers.ts';
import type { Ids } from '../runtime/ids.ts';
import type { BranchStore } from './branch-store.ts';
import { decisionWrites } from './circulation-writes.ts';
import type { HoldStore } from './hold-store.ts';
import type { ItemStore } from './item-store.ts';
import type { PatronStore } from './patron-store.ts';
import type { Write } from './write.ts';

/** What a step of a request does to its copy: writes for the same transaction, and whether the request still counts as a hold. */
export type ItemMoves = { writes: Write[]; counted?: boolean };
export type ItemRefusal = Refusal<RefusalFor<'checkout'> | 'item-not-free' | 'unknown-branch'>;

type Moving = Promise<ItemMoves | { refused: ItemRefusal[] }>;

/** A step as far as the copy is concerned. `item` is the copy named at the supplier's desk. */
export type ItemStep = {
  before: LoanRequest;
  after: LoanRequest;
  trigger: Trigger;
  branchId?: string | undefined;
  item?: ItemCirculation | undefined;
  /** Epoch ms and the same as ISO. */
  now: number;
  at: string;
};

export type Stores = {
  items: ItemStore;
  holds: HoldStore;
  patrons: Pick<PatronStore, 'standing'>;
  branches: Pick<BranchStore, 'known'>;
  policies: (now: number) => Promise<CirculationPolicies | undefined>;
  ids: Ids;
};

/** The copy and the hold that keeps it, strongly read. */
export type Loaded = { item: ItemCirculation | undefined; hold: Hold | undefined };

const change = <T extends { v: number }>(after: T, expect: number): { after: T; expect?: number } =>
  expect === 0 ? { after } : { after, expect };

const decided = (changes: Partial<Changes>): Decided => {
  const nothing = nothingYet();
  return { ...nothing, changes: { ...nothing.changes, ...changes } };
};

/** Reads the copy that the request is about, and its hold. */
export const load = async (stores: Stores, { before, after, item }: ItemStep): Promise<Loaded> => {
  const { requestId, recordId } = before;
  const itemId = item?.itemId ?? before.itemId ?? after.asks.findLast((ask) => ask.itemId)?.itemId;
  const found = itemId === undefined ? undefined : await stores.items.get(itemId, { strong: true });
  const hold =
    (await stores.holds.get(found?.recordId ?? recordId, requestId, { strong: true })) ??
    (await stores.holds.get(recordId, requestId, { strong: true }));
  return { item: found, hold };
};

const writesOf = (made: Decided, { item, hold }: Loaded, patron?: PatronStanding): Write[] => {
  const read = { ...(item && { item }), holds: hold ? [hold] : [], patrons: patron ? [patron] : [] };
  return decisionWrites(made, read).map(({ write }) => write);
};

/** The writes that let the copy go. */
export const release = (loaded: Loaded, at: string): Write[] => {
  const { item, hold } = letGo(loaded, at);
  const changes = {
    ...(item && loaded.item && { item: change(item, loaded.item.v) }),
    holds: hold && loaded.hold ? [change(hold, loaded.hold.v)] : [],
  };
  return writesOf(decided(changes), loaded);
};

/** The patron of the request, as far as circulation asks. */
export const standingOf = async (stores: Stores, { patron }: LoanRequest): Promise<PatronStanding | undefined> =>
  patron && stores.patrons.standing(patron.patronId);

const notFree: { refused: ItemRefusal[] } = {
  refused: [{ code: 'item-not-free', detail: 'The item is lent, travelling or kept for somebody else.' }],
};
const noBranch: { refused: ItemRefusal[] } = {
  refused: [{ code: 'unknown-branch', detail: 'There is no such branch.' }],
};

/** The check-in of the copy at a branch, for this request only: no queue takes what was lent for it. */
const checkin = async (
  stores: Stores,
  loaded: { item: ItemCirculation; hold: Hold | undefined },
  branchId: string,
  { at, now }: ItemStep,
): Promise<Decided | { refused: ItemRefusal[] }> => {
  const rules = await stores.policies(now);
  const { item, hold } = loaded;
  const places = [branchId, item.branchId, ...(item.loan ? [item.loan.checkoutBranch] : []), hold?.pickupBranch ?? ''];
  const known = await Promise.all(places.filter(Boolean).map((place) => stores.branches.known(place, now)));
  const here = known[0];
  if (!here || !rules) return noBranch;
  const calendarOf = (id: string) => known.find((branch) => branch?.branchId === id)?.calendar ?? here.calendar;
  return decideCheckin({
    item,
    branchId,
    at,
    policies: homeBound(rules),
    calendarOf,
    waiting: [],
    ...(hold && { claim: hold }),
    ids: {
      bill: stores.ids.next('bill', now),
      fineEntry: stores.ids.next('entry', now),
      refundEntry: stores.ids.next('entry', now),
    },
  });
};

/** Sets the copy aside. */
export const promise = async (stores: Stores, step: ItemStep, loaded: Loaded): Moving => {
  const { item, hold } = loaded;
  const patron = await standingOf(stores, step.after);
  if (item === undefined || patron === undefined) return { writes: [] };
  if (!isFreeFor(item, step.after.requestId)) return notFree;
  if (item.hold?.holdId === step.after.requestId) return { writes: [] };
  const kept = keepFor(step.after, item, patron, step.at, hold);
  const changes = { item: change(kept.item, item.v), holds: [change(kept.hold, hold?.v ?? 0)] };
  return { writes: writesOf(decided(changes), loaded) };
};

/** Sends the copy to the pickup branch; one other than promised takes its place. */
export const ship = async (stores: Stores, step: ItemStep, loaded: Loaded): Moving => {
  const { item, hold } = loaded;
  const { requestId } = step.after;
  const patron = await standingOf(stores, step.after);
  if (item === undefined || patron === undefined) return { writes: [] };
  // Sent on at a desk of circulation already: the request only catches up.
  if (item.state === 'in-transit' && item.hold?.holdId === requestId) return { writes: [] };
  if (!isFreeFor(item, requestId)) return notFree;
  const promised = hold?.targetItemId;
  const other = promised && promised !== item.itemId ? await stores.items.get(promised, { strong: true }) : undefined;
  const kept =
    item.hold?.holdId === requestId && hold ? { item, hold } : keepFor(step.after, item, patron, step.at, hold);
  const made = await checkin(
    stores,
    { item: { ...kept.item, v: item.v }, hold: { ...kept.hold, v: hold?.v ?? 0 } },
    step.branchId ?? '',
    step,
  );
  if ('refused' in made) return made;
  const holdsAfter = made.changes.holds.map((one) => change(one.after, one.expect ?? 0));
  const freed = other && letGo({ item: other, hold }, step.at).item;
  const alsoFreed =
    freed && other ? writesOf(decided({ item: change(freed, other.v) }), { item: other, hold: undefined }) : [];
  return {
    writes: [...writesOf({ ...made, changes: { ...made.changes, holds: holdsAfter } }, loaded), ...alsoFreed],
  };
};

/** Lends the copy to the patron: a checkout, until the day that the owner named. */
export const lendOut = async (stores: Stores, step: ItemStep, loaded: Loaded): Moving => {
  const { item, hold } = loaded;
  const { after, branchId = '', at, now } = step;
  const [patron, rules] = await Promise.all([standingOf(stores, after), stores.policies(now)]);
  if (item === undefined || patron === undefined || rules === undefined || after.due === undefined)
    return { writes: [] };
  if (item.loan?.patronId === patron.patronId) return { writes: [], counted: false };
  const branch = await stores.branches.known(calendarBranch(rules, item, branchId), now);
  if (!branch) return noBranch;
  const made = decideCheckout({
    ...{ item, patron, branchId, at, loanId: stores.ids.next('loan', now), policies: rules, calendar: branch.calendar },
    ...(hold && { claim: hold }),
    agreed: { due: after.due },
  });
  if ('refused' in made) return { refused: made.refused };
  // The checkout closed the hold, or a desk did before: either way it counts no more.
  return { writes: writesOf(made, loaded, patron), ...(hold && { counted: false }) };
};

/** Checks the copy in where it is. */
export const scan = async (stores: Stores, step: ItemStep, loaded: Loaded): Moving => {
  const { item, hold } = loaded;
  if (item === undefined || step.branchId === undefined) return { writes: [] };
  const made = await checkin(stores, { item, hold }, step.branchId, step);
  return 'refused' in made ? made : { writes: writesOf(made, loaded) };
};

/** Sends the copy home, fetched or not. */
export const sendHome = async (stores: Stores, step: ItemStep, loaded: Loaded): Moving => {
  const { item, hold } = loaded;
  if (item === undefined || item.transit?.purpose === 'home') return { writes: [] };
  const ended = letGo({ item: undefined, hold }, step.at).hold;
  const made = await checkin(stores, { item, hold: ended ?? hold }, step.branchId ?? '', step);
  if ('refused' in made) return made;
  const holdChanges = ended && hold ? [change(ended, hold.v)] : [];
  return { writes: writesOf({ ...made, changes: { ...made.changes, holds: holdChanges } }, loaded) };
};
