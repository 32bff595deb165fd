import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { calendarBranch } from '../../../circulation/public/calendar-branch.ts';
import { decideCheckin } from '../../../circulation/public/checkin.ts';
import { decideCheckout } from '../../../circulation/public/checkout.ts';
import { decisionWrites } from '../../../circulation/public/circulation-writes.ts';
import { type Changes, type Decided, nothingYet, type Refusal } from '../../../circulation/public/decision.ts';
import type { HoldsById } from '../../../circulation/public/holds-by-id.ts';
import { lateSince } from '../../../circulation/public/late-since.ts';
import { libraryAsPatron } from '../../../circulation/public/library-as-patron.ts';
import type { LostBills } from '../../../circulation/public/lost-bill.ts';
import { homeBound } from '../../../circulation/public/movement-rules.ts';
import type { LoadOpenLoans } from '../../../circulation/public/open-loans.ts';
import type { Leaving, WaitingHolds } from '../../../circulation/public/others-wait.ts';
import type { Override } from '../../../circulation/public/override.ts';
import type { CirculationPolicies } from '../../../circulation/public/policies.ts';
import { policiesFor } from '../../../circulation/public/policies-for.ts';
import type { RefusalFor } from '../../../circulation/public/refusals.ts';
import type { NewKey } from '../../../circulation/public/used-keys.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemStore } from '../../../items/public/item-store.ts';
import type { BranchStore } from '../../../membership/public/branch-store.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { PatronStore } from '../../../patrons/public/patron-store.ts';
import type { BorrowedItems } from '../../data/borrowed-items.ts';
import { letGo } from '../../domain/items/reserved-item.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import type { Trigger } from '../../domain/workflow/triggers.ts';

/**
 * The effect of a step on the request's copy: writes for the same transaction, whether the request still counts as a
 * hold, and what the request stores about the copy.
 */
export type ItemMoves = {
  writes: Write[];
  counted?: boolean;
  noted?: { itemId: string; barcode: string };
};
export type ItemRefusal = Refusal<RefusalFor<'checkout'> | 'item-not-free' | 'unknown-branch'>;

export type Moving = Promise<ItemMoves | { refused: ItemRefusal[] }>;

/**
 * A step as far as the copy is concerned. `item` is the copy named at the supplier's desk, `barcode` the scanned label.
 */
export type ItemStep = {
  before: LoanRequest;
  after: LoanRequest;
  trigger: Trigger;
  branchId?: string | undefined;
  item?: ItemCirculation | undefined;
  barcode?: string | undefined;
  /** Staff state that the patron uses the item in the library. */
  inLibrary?: boolean | undefined;
  /** A supervisor's override of the holds that wait for the copy. */
  override?: Override | undefined;
  /** The idempotency key of a desk's call, stored on the item with the answer. */
  key?: NewKey | undefined;
  /** Epoch ms and the same as ISO. */
  now: number;
  at: string;
};

export type Stores = {
  items: ItemStore;
  holdsOf: HoldsById;
  patrons: Pick<PatronStore, 'status'>;
  branches: Pick<BranchStore, 'known' | 'calendarSince'>;
  borrowed: BorrowedItems;
  /** Reads the bills of a lost item as far as its return needs them. */
  lostBills: (item: ItemCirculation) => Promise<LostBills>;
  openLoans: LoadOpenLoans;
  /** Reads the holds that could use a copy. */
  waitingHolds: (leaving: Leaving) => Promise<WaitingHolds>;
  policies: (now: number) => Promise<CirculationPolicies | undefined>;
  /** Creates the borrower account of a partner, once. */
  addLibrary: (status: PatronStatus) => Promise<void>;
  ids: Ids;
};

/**
 * The copy and the hold that reserves it for the request, strongly read. `promised`: the copy set aside before, when
 * another one is used. `there`: the row in the place of a hold on the copy's own record, when the request's hold is on
 * another record: records may have been merged or separated since the promise.
 */
export type Loaded = {
  item: ItemCirculation | undefined;
  hold: Hold | undefined;
  promised?: ItemCirculation | undefined;
  there?: Hold | undefined;
};

/** Moves a copy on a step. */
export type Move = (stores: Stores, step: ItemStep, loaded: Loaded) => Moving;

/** A step that leaves the copy unchanged. */
export const noMoves: ItemMoves = { writes: [] };

/** A row as it will be, for a write that expects the version that was read; `expect` 0: no row exists yet. */
export const change = <T extends { v: number }>(after: T, expect: number): { after: T; expect?: number } =>
  expect === 0 ? { after } : { after, expect };

/** A circulation decision that changes these rows and nothing else. */
export const decided = (changes: Partial<Changes>): Decided => {
  const nothing = nothingYet();
  return { ...nothing, changes: { ...nothing.changes, ...changes } };
};

/** Reads the request's copy, the copy that was promised before, and the hold that reserves either. */
export const load = async (stores: Stores, { before, after, item }: ItemStep): Promise<Loaded> => {
  const { requestId, recordId } = before;
  const read = (id: string | undefined) => (id === undefined ? undefined : stores.items.get(id, { strong: true }));
  const itemId = item?.itemId ?? before.itemId ?? after.asks.findLast((ask) => ask.itemId)?.itemId;
  const setAside = before.asks.find(({ closedAt }) => closedAt === undefined)?.itemId;
  const [found, promised] = await Promise.all([read(itemId), setAside === itemId ? undefined : read(setAside)]);
  const records = [found?.recordId, recordId, promised?.recordId].filter((id) => id !== undefined);
  const [hold, ...rest] = await stores.holdsOf(records, requestId);
  // A copy without a record belongs to the request's record, as it does when a hold is written for it.
  const on = found?.recordId ?? recordId;
  const there = rest.find((one) => one.recordId === on);
  return { item: found, hold, promised, there };
};

/**
 * Builds the writes of a decision on the loaded rows, each on condition that its row is unchanged. `patron`: whose
 * counters change.
 */
export const writesOf = (made: Decided, { item, hold }: Loaded, patron?: PatronStatus): Write[] => {
  const read = { ...(item && { item }), holds: hold ? [hold] : [], patrons: patron ? [patron] : [] };
  return decisionWrites(made, read).map(({ write }) => write);
};

/** The request's patron, as circulation needs it. */
export const loadPatronStatus = async (stores: Stores, { patron }: LoanRequest): Promise<PatronStatus | undefined> =>
  patron && stores.patrons.status(patron.patronId);

/** The borrower: the patron, or the partner that requests the item. */
export const borrowerOf = async (
  stores: Stores,
  request: LoanRequest,
  item: ItemCirculation,
): Promise<PatronStatus | undefined> =>
  isPartner(request.requesterMember)
    ? libraryAsPatron(request.requesterMember, item)
    : loadPatronStatus(stores, request);

/**
 * Whether a copy is in transit for this request; a copy lent before copies carried a mark is identified by its patron
 * or its destination.
 */
export const isFor = (item: ItemCirculation, { requestId, patron, itemId }: LoanRequest): boolean => {
  if (item.request) return item.request.requestId === requestId;
  if (item.hold) return item.hold.holdId === requestId;
  if (item.loan) return item.loan.patronId === patron?.patronId;
  return item.itemId === itemId && item.transit?.purpose === 'home';
};

/** The copy is not reserved for this request. */
export const notFree: { refused: ItemRefusal[] } = {
  refused: [{ code: 'item-not-free', detail: 'The item is on loan, in transit or held for another patron.' }],
};
const noBranch: { refused: ItemRefusal[] } = {
  refused: [{ code: 'unknown-branch', detail: 'There is no such branch.' }],
};

/** Checks the copy in at a branch for this request only: no hold queue takes a copy that was lent for it. */
export const checkin = async (
  stores: Stores,
  loaded: { item: ItemCirculation; hold: Hold | undefined },
  branchId: string,
  { after, at, now, key }: ItemStep,
): Promise<Decided | { refused: ItemRefusal[] }> => {
  const rules = await stores.policies(now);
  const { item, hold } = loaded;
  const places = [branchId, item.branchId, ...(item.loan ? [item.loan.checkoutBranch] : []), hold?.pickupBranch ?? ''];
  const since = lateSince(item.loan, now);
  const [bills, ...known] = await Promise.all([
    stores.lostBills(item),
    ...places
      .filter(Boolean)
      .map(async (place) => [place, await stores.branches.calendarSince(place, since, now)] as const),
  ]);
  const calendars = new Map(known);
  const here = calendars.get(branchId);
  if (!here || !rules) return noBranch;
  const calendarOf = (id: string) => calendars.get(id) ?? here;
  return decideCheckin({
    item,
    branchId,
    at,
    policies: homeBound(rules),
    calendarOf,
    waiting: [],
    ...bills,
    ...(hold && { claim: hold }),
    ...(after.holdsReturn && { returnHeld: true }),
    ...(key && { key }),
    ids: {
      bill: stores.ids.next('bill', now),
      fineEntry: stores.ids.next('entry', now),
      refundEntry: stores.ids.next('entry', now),
      feeRefundEntry: stores.ids.next('entry', now),
    },
  });
};

/** Lends the copy to the patron: a checkout until the due date that the owner set. */
export const lendOut: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  const { after, branchId, at, now, inLibrary = false } = step;
  const [patron, rules] = await Promise.all([loadPatronStatus(stores, after), stores.policies(now)]);
  if (item === undefined || patron === undefined || rules === undefined) return noMoves;
  if (item.loan?.patronId === patron.patronId) return { writes: [], counted: false };
  // Without a desk, the request only follows a copy that was lent there and may have been returned since.
  if (branchId === undefined) return noMoves;
  const [branch, open] = await Promise.all([
    stores.branches.known(calendarBranch(rules, item, branchId), now),
    stores.openLoans(patron, rules, now),
  ]);
  if (!branch) return noBranch;
  const made = decideCheckout({
    ...{ item, patron, branchId, at, loanId: stores.ids.next('loan', now), calendar: branch.calendar },
    policies: policiesFor(rules, patron),
    ...(hold && { claim: hold }),
    ...(after.due !== undefined && { agreed: { due: after.due } }),
    ...open,
    inLibrary,
  });
  if ('refused' in made) return { refused: made.refused };
  // The checkout closed the hold, or a desk did before: either way it no longer counts.
  return { writes: writesOf(made, loaded, patron), ...(hold && { counted: false }) };
};

/** Checks the copy in at its current branch. */
export const scan: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  if (item === undefined || step.branchId === undefined) return noMoves;
  const made = await checkin(stores, { item, hold }, step.branchId, step);
  return 'refused' in made ? made : { writes: writesOf(made, loaded) };
};

/** Checks the copy in without a hold: its patron, who has not collected it, no longer waits for it. */
export const comeHome: Move = async (stores, step, loaded) => {
  const { item, hold } = loaded;
  if (item === undefined || step.branchId === undefined) return noMoves;
  const ended = letGo(hold, step.at);
  const made = await checkin(stores, { item, hold: ended ?? hold }, step.branchId, step);
  if ('refused' in made) return made;
  const holdChanges = ended && hold ? [change(ended, hold.v)] : [];
  return { writes: writesOf({ ...made, changes: { ...made.changes, holds: holdChanges } }, loaded) };
};

/** Sends the copy home, collected or not. */
export const sendHome: Move = async (stores, step, loaded) =>
  loaded.item?.transit?.purpose === 'home' ? noMoves : comeHome(stores, step, loaded);
