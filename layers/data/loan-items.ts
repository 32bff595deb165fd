import { dueDate } from '../domain/calendar/due-date.ts';
import { decideCheckin } from '../domain/circulation/checkin.ts';
import { decideCheckout } from '../domain/circulation/checkout.ts';
import { type Changes, type Decided, nothingYet, type Refusal } from '../domain/circulation/decision.ts';
import type { Hold } from '../domain/circulation/hold.ts';
import type { ItemCirculation } from '../domain/circulation/item-circulation.ts';
import type { PatronStanding } from '../domain/circulation/patron-standing.ts';
import { type CirculationPolicies, calendarBranch, ruleFor } from '../domain/circulation/policies.ts';
import type { RefusalFor } from '../domain/circulation/refusals.ts';
import type { LoanRequest } from '../domain/resource-sharing/request.ts';
import { isFreeFor, isSpent, keepFor, letGo } from '../domain/resource-sharing/reserved-item.ts';
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

type Stores = {
  items: ItemStore;
  holds: HoldStore;
  patrons: Pick<PatronStore, 'standing'>;
  branches: Pick<BranchStore, 'known'>;
  policies: (now: number) => Promise<CirculationPolicies | undefined>;
  ids: Ids;
};

type Loaded = { item: ItemCirculation | undefined; hold: Hold | undefined };

const RESERVED: readonly string[] = ['will-supply', 'cancel-requested'];
const LET_GO: readonly string[] = ['unfilled', 'cancelled'];

const letsGo = (before: LoanRequest, after: LoanRequest): boolean =>
  before.asks.some(({ askId, supplierState }) => {
    const now = after.asks.find((ask) => ask.askId === askId)?.supplierState;
    return RESERVED.includes(supplierState) && now !== undefined && LET_GO.includes(now);
  });

const change = <T extends { v: number }>(after: T, expect: number): { after: T; expect?: number } =>
  expect === 0 ? { after } : { after, expect };

const decided = (changes: Partial<Changes>): Decided => {
  const nothing = nothingYet();
  return { ...nothing, changes: { ...nothing.changes, ...changes } };
};

/** The copy of a consortium loan, moved by the rules of circulation: set aside, sent, received, lent, taken back, home. */
export const loanItems = ({ items, holds, patrons, branches, policies, ids }: Stores) => {
  const load = async ({ before, after, item }: ItemStep): Promise<Loaded> => {
    const { requestId, recordId } = before;
    const itemId = item?.itemId ?? before.itemId ?? after.asks.findLast((ask) => ask.itemId)?.itemId;
    const found = itemId === undefined ? undefined : await items.get(itemId, { strong: true });
    const hold =
      (await holds.get(found?.recordId ?? recordId, requestId, { strong: true })) ??
      (await holds.get(recordId, requestId, { strong: true }));
    return { item: found, hold };
  };

  const writesOf = (made: Decided, { item, hold }: Loaded, patron?: PatronStanding): Write[] => {
    const read = { ...(item && { item }), holds: hold ? [hold] : [], patrons: patron ? [patron] : [] };
    return decisionWrites(made, read).map(({ write }) => write);
  };

  const release = (loaded: Loaded, at: string): Write[] => {
    const { item, hold } = letGo(loaded, at);
    const changes = {
      ...(item && loaded.item && { item: change(item, loaded.item.v) }),
      holds: hold && loaded.hold ? [change(hold, loaded.hold.v)] : [],
    };
    return writesOf(decided(changes), loaded);
  };

  const standingOf = async ({ patron }: LoanRequest): Promise<PatronStanding | undefined> =>
    patron && patrons.standing(patron.patronId);

  const notFree: { refused: ItemRefusal[] } = {
    refused: [{ code: 'item-not-free', detail: 'The item is lent, travelling or kept for somebody else.' }],
  };
  const noBranch: { refused: ItemRefusal[] } = {
    refused: [{ code: 'unknown-branch', detail: 'There is no such branch.' }],
  };

  /** The check-in of the copy at a branch, for this request only: no queue takes what was lent for it. */
  const checkin = async (
    loaded: { item: ItemCirculation; hold: Hold | undefined },
    branchId: string,
    { at, now }: ItemStep,
  ): Promise<Decided | { refused: ItemRefusal[] }> => {
    const rules = await policies(now);
    const { item, hold } = loaded;
    const places = [
      branchId,
      item.branchId,
      ...(item.loan ? [item.loan.checkoutBranch] : []),
      hold?.pickupBranch ?? '',
    ];
    const known = await Promise.all(places.filter(Boolean).map((place) => branches.known(place, now)));
    const here = known[0];
    if (!here || !rules) return noBranch;
    const calendarOf = (id: string) => known.find((branch) => branch?.branchId === id)?.calendar ?? here.calendar;
    return decideCheckin({
      item,
      branchId,
      at,
      policies: rules,
      calendarOf,
      waiting: [],
      ...(hold && { claim: hold }),
      ids: { bill: ids.next('bill', now), fineEntry: ids.next('entry', now), refundEntry: ids.next('entry', now) },
    });
  };

  const promise = async (step: ItemStep, loaded: Loaded): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const { item, hold } = loaded;
    const patron = await standingOf(step.after);
    if (item === undefined || patron === undefined) return { writes: [] };
    if (!isFreeFor(item, step.after.requestId)) return notFree;
    if (item.hold?.holdId === step.after.requestId) return { writes: [] };
    const kept = keepFor(step.after, item, patron, step.at, hold);
    const changes = { item: change(kept.item, item.v), holds: [change(kept.hold, hold?.v ?? 0)] };
    return { writes: writesOf(decided(changes), loaded) };
  };

  const ship = async (step: ItemStep, loaded: Loaded): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const { item, hold } = loaded;
    const { requestId } = step.after;
    const patron = await standingOf(step.after);
    if (item === undefined || patron === undefined) return { writes: [] };
    // Sent on at a desk of circulation already: the request only catches up.
    if (item.state === 'in-transit' && item.hold?.holdId === requestId) return { writes: [] };
    if (!isFreeFor(item, requestId)) return notFree;
    const promised = hold?.targetItemId;
    const other = promised && promised !== item.itemId ? await items.get(promised, { strong: true }) : undefined;
    const kept =
      item.hold?.holdId === requestId && hold ? { item, hold } : keepFor(step.after, item, patron, step.at, hold);
    const made = await checkin(
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

  const lendOut = async (step: ItemStep, loaded: Loaded): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const { item, hold } = loaded;
    const { after, branchId = '', at, now } = step;
    const [patron, rules] = await Promise.all([standingOf(after), policies(now)]);
    if (item === undefined || patron === undefined || rules === undefined || after.due === undefined)
      return { writes: [] };
    if (item.loan?.patronId === patron.patronId) return { writes: [], counted: false };
    const branch = await branches.known(calendarBranch(rules, item, branchId), now);
    if (!branch) return noBranch;
    const made = decideCheckout({
      ...{ item, patron, branchId, at, loanId: ids.next('loan', now), policies: rules, calendar: branch.calendar },
      ...(hold && { claim: hold }),
      agreed: { due: after.due },
    });
    if ('refused' in made) return { refused: made.refused };
    // The checkout closed the hold, or a desk did before: either way it counts no more.
    return { writes: writesOf(made, loaded, patron), ...(hold && { counted: false }) };
  };

  const scan = async (step: ItemStep, loaded: Loaded): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const { item, hold } = loaded;
    if (item === undefined || step.branchId === undefined) return { writes: [] };
    const made = await checkin({ item, hold }, step.branchId, step);
    return 'refused' in made ? made : { writes: writesOf(made, loaded) };
  };

  const sendHome = async (step: ItemStep, loaded: Loaded): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
    const { item, hold } = loaded;
    if (item === undefined || item.transit?.purpose === 'home') return { writes: [] };
    const ended = letGo({ item: undefined, hold }, step.at).hold;
    const made = await checkin({ item, hold: ended ?? hold }, step.branchId ?? '', step);
    if ('refused' in made) return made;
    const holdChanges = ended && hold ? [change(ended, hold.v)] : [];
    return { writes: writesOf({ ...made, changes: { ...made.changes, holds: holdChanges } }, loaded) };
  };

  const by: { readonly [T in Trigger]?: typeof promise } = {
    accept: promise,
    ship,
    receive: async (step, loaded) => (loaded.item?.state === 'on-hold-shelf' ? { writes: [] } : scan(step, loaded)),
    lend: lendOut,
    return: async (step, loaded) => (loaded.item?.loan ? scan(step, loaded) : { writes: [] }),
    'ship-back': sendHome,
    'check-in': async (step, loaded) => (loaded.item?.state === 'available' ? { writes: [] } : scan(step, loaded)),
  };

  return {
    /** What a step does to the copy; nothing for most. Refuses when the copy is not free, or may not be lent. */
    movesFor: async (step: ItemStep): Promise<ItemMoves | { refused: ItemRefusal[] }> => {
      const move = by[step.trigger];
      const going = letsGo(step.before, step.after);
      const ends = step.before.state !== step.after.state;
      if (!move && !going && !ends) return { writes: [] };
      const loaded = await load(step);
      if (going) return { writes: release(loaded, step.at) };
      const moved = move ? await move(step, loaded) : { writes: [] };
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
        standingOf(request),
        policies(now),
        branches.known(request.pickupBranch, now),
      ]);
      if (!patron || !rules || !branch) return undefined;
      const { loanPeriod: period } = ruleFor(rules, item, request.pickupBranch, patron).values;
      const { closedDays } = rules.loanRules.body;
      return dueDate({ calendar: branch.calendar, from: at, period, closedDays }).due;
    },
  };
};
export type LoanItems = ReturnType<typeof loanItems>;
