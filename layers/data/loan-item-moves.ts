import { decideCheckin } from '../domain/circulation/checkin.ts';
import { decideCheckout } from '../domain/circulation/checkout.ts';
import { type Changes, type Decided, nothingYet, type Refusal } from '../domain/circulation/decision.ts';
import type { Hold } from '../domain/circulation/hold.ts';
import type { ItemCirculation } from '../domain/circulation/item-circulation.ts';
import { libraryAsPatron } from '../domain/circulation/lend-to-library.ts';
import { homeBound } from '../domain/circulation/movement-rules.ts';
import type { PatronStanding } from '../domain/circulation/patron-standing.ts';
import { type CirculationPolicies, calendarBranch } from '../domain/circulation/policies.ts';
import type { RefusalFor } from '../domain/circulation/refusals.ts';
import type { NewKey } from '../domain/circulation/used-keys.ts';
import { agreedIn } from '../domain/resource-sharing/borrowed-item.ts';
import { isPartner } from '../domain/resource-sharing/party.ts';
import type { LoanRequest } from '../domain/resource-sharing/request.ts';
import { isFreeFor, keepFor, letGo } from '../domain/resource-sharing/reserved-item.ts';
import type { Trigger } from '../domain/resource-sharing/triggers.ts';
import type { Ids } from '../runtime/ids.ts';
import type { BorrowedItems } from './borrowed-items.ts';
import type { BranchStore } from './branch-store.ts';
import { decisionWrites } from './circulation-writes.ts';
import type { HoldStore } from './hold-store.ts';
import type { ItemStore } from './item-store.ts';
import type { PatronStore } from './patron-store.ts';
import type { Write } from './write.ts';

/**
 * What a step of a request does to its copy: writes for the same transaction, whether the request still counts as a hold, and
 * what the request learns of the copy by it.
 */
export type ItemMoves = {
  writes: Write[];
  counted?: boolean;
  noted?: { itemId: string; barcode: string };
};
export type ItemRefusal = Refusal<RefusalFor<'checkout'> | 'item-not-free' | 'unknown-branch'>;

export type Moving = Promise<ItemMoves | { refused: ItemRefusal[] }>;

/** A step as far as the copy is concerned. `item` is the copy named at the supplier's desk, `barcode` what was scanned. */
export type ItemStep = {
  before: LoanRequest;
  after: LoanRequest;
  trigger: Trigger;
  branchId?: string | undefined;
  item?: ItemCirculation | undefined;
  barcode?: string | undefined;
  /** The desk says that the patron uses it in the library. */
  inLibrary?: boolean | undefined;
  /** The key of a desk's request, kept on the item with what the desk is told. */
  key?: NewKey | undefined;
  /** Epoch ms and the same as ISO. */
  now: number;
  at: string;
};

export type Stores = {
  items: ItemStore;
  holds: HoldStore;
  patrons: Pick<PatronStore, 'standing'>;
  branches: Pick<BranchStore, 'known'>;
  borrowed: BorrowedItems;
  policies: (now: number) => Promise<CirculationPolicies | undefined>;
  /** Keeps a library outside as a patron to lend to, once. */
  addLibrary: (standing: PatronStanding) => Promise<void>;
  ids: Ids;
};

/** The copy and the hold that keeps it, strongly read. */
export type Loaded = { item: ItemCirculation | undefined; hold: Hold | undefined };

/** What moves a copy on a step. */
export type Move = (stores: Stores, step: ItemStep, loaded: Loaded) => Moving;

/** A step that leaves the copy as it is. */
export const unmoved: ItemMoves = { writes: [] };

export const change = <T extends { v: number }>(after: T, expect: number): { after: T; expect?: number } =>
  expect === 0 ? { after } : { after, expect };

export const decided = (changes: Partial<Changes>): Decided => {
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

export const writesOf = (made: Decided, { item, hold }: Loaded, patron?: PatronStanding): Write[] => {
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

/** Who is lent to: the patron, or the library outside that asks. */
const borrowerOf = async (
  stores: Stores,
  request: LoanRequest,
  item: ItemCirculation,
): Promise<PatronStanding | undefined> =>
  isPartner(request.requesterMember) ? libraryAsPatron(request.requesterMember, item) : standingOf(stores, request);

/** Whether a copy is on the way of this request; one lent before copies bore a mark is known by its patron or its way home. */
export const isFor = (item: ItemCirculation, { requestId, patron, itemId }: LoanRequest): boolean => {
  if (item.request) return item.request.requestId === requestId;
  if (item.hold) return item.hold.holdId === requestId;
  if (item.loan) return item.loan.patronId === patron?.patronId;
  return item.itemId === itemId && item.transit?.purpose === 'home';
};

const notFree: { refused: ItemRefusal[] } = {
  refused: [{ code: 'item-not-free', detail: 'The item is lent, travelling or kept for somebody else.' }],
};
const noBranch: { refused: ItemRefusal[] } = {
  refused: [{ code: 'unknown-branch', detail: 'There is no such branch.' }],
};

/** The check-in of the copy at a branch, for this request only: no queue takes what was lent for it. */
export const checkin = async (
  stores: Stores,
  loaded: { item: ItemCirculation; hold: Hold | undefined },
  branchId: string,
  { after, at, now, key }: ItemStep,
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
    ...(after.holdsReturn && { returnHeld: true }),
    ...(key && { key }),
    ids: {
      bill: stores.ids.next('bill', now),
      fineEntry: stores.ids.next('entry', now),
      refundEntry: stores.ids.next('entry', now),
    },
  });
};

/** Sets the copy aside. */
export const promise: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const patron = item && (await borrowerOf(stores, step.after, item));
  if (item === undefined || patron === undefined) return unmoved;
  if (!isFreeFor(item, step.after.requestId)) return notFree;
  if (item.hold?.holdId === step.after.requestId) return unmoved;
  const kept = keepFor(step.after, item, patron, step.at, hold);
  const changes = { item: change(kept.item, item.v), holds: [change(kept.hold, hold?.v ?? 0)] };
  return { writes: writesOf(decided(changes), loaded) };
};

/** Sent on at a desk of circulation already: the request catches up, and its hold learns on what terms it is lent. */
const sentBefore = (step: ItemStep, loaded: Loaded): ItemMoves => {
  const { hold } = loaded;
  const { agreed } = agreedIn(step.after);
  const open = hold !== undefined && ['targeted', 'in-transit', 'on-shelf'].includes(hold.state);
  if (!open || agreed === undefined) return unmoved;
  return { writes: writesOf(decided({ holds: [change({ ...hold, agreed, v: hold.v + 1 }, hold.v)] }), loaded) };
};

/** The writes that free the copy that was promised, when another one is sent. */
export const freeingOther = async (stores: Stores, { at }: ItemStep, { item, hold }: Loaded): Promise<Write[]> => {
  const promised = hold?.targetItemId;
  if (promised === undefined || promised === item?.itemId) return [];
  const other = await stores.items.get(promised, { strong: true });
  const freed = other && letGo({ item: other, hold }, at).item;
  return freed && other ? writesOf(decided({ item: change(freed, other.v) }), { item: other, hold: undefined }) : [];
};

/** Sends the copy to the pickup branch; one other than promised takes its place. */
export const ship: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { requestId } = step.after;
  const patron = await standingOf(stores, step.after);
  if (item === undefined || patron === undefined) return unmoved;
  const isSet = item.hold?.holdId === requestId;
  if (item.request?.requestId === requestId || (isSet && item.state === 'in-transit')) return sentBefore(step, loaded);
  if (!isFreeFor(item, requestId)) return notFree;
  const kept =
    isSet && hold
      ? { item, hold: { ...hold, ...agreedIn(step.after) } }
      : keepFor(step.after, item, patron, step.at, hold);
  const before = { item: { ...kept.item, v: item.v }, hold: { ...kept.hold, v: hold?.v ?? 0 } };
  const made = await checkin(stores, before, step.branchId ?? '', step);
  if ('refused' in made) return made;
  const holds = made.changes.holds.map((one) => change(one.after, one.expect ?? 0));
  const writes = writesOf({ ...made, changes: { ...made.changes, holds } }, loaded);
  return { writes: [...writes, ...(await freeingOther(stores, step, loaded))] };
};

/** Lends the copy to the patron: a checkout, until the day that the owner named. */
export const lendOut: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { after, branchId, at, now, inLibrary = false } = step;
  const [patron, rules] = await Promise.all([standingOf(stores, after), stores.policies(now)]);
  if (item === undefined || patron === undefined || rules === undefined) return unmoved;
  if (item.loan?.patronId === patron.patronId) return { writes: [], counted: false };
  // Without a desk a request only follows a copy that was lent there, and may be back by now.
  if (branchId === undefined) return unmoved;
  const branch = await stores.branches.known(calendarBranch(rules, item, branchId), now);
  if (!branch) return noBranch;
  const made = decideCheckout({
    ...{ item, patron, branchId, at, loanId: stores.ids.next('loan', now), policies: rules, calendar: branch.calendar },
    ...(hold && { claim: hold }),
    ...(after.due !== undefined && { agreed: { due: after.due } }),
    inLibrary,
  });
  if ('refused' in made) return { refused: made.refused };
  // The checkout closed the hold, or a desk did before: either way it counts no more.
  return { writes: writesOf(made, loaded, patron), ...(hold && { counted: false }) };
};

/** Checks the copy in where it is. */
export const scan: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  if (item === undefined || step.branchId === undefined) return unmoved;
  const made = await checkin(stores, { item, hold }, step.branchId, step);
  return 'refused' in made ? made : { writes: writesOf(made, loaded) };
};

/** Checks the copy in for nobody: its patron, who has not fetched it, waits for it no more. */
export const comeHome: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  if (item === undefined || step.branchId === undefined) return unmoved;
  const ended = letGo({ item: undefined, hold }, step.at).hold;
  const made = await checkin(stores, { item, hold: ended ?? hold }, step.branchId, step);
  if ('refused' in made) return made;
  const holdChanges = ended && hold ? [change(ended, hold.v)] : [];
  return { writes: writesOf({ ...made, changes: { ...made.changes, holds: holdChanges } }, loaded) };
};

/** Sends the copy home, fetched or not. */
export const sendHome: Move = async (stores, step, loaded) =>
  loaded.item?.transit?.purpose === 'home' ? unmoved : comeHome(stores, step, loaded);
