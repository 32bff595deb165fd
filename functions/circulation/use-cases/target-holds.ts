import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { instant, millis } from '../../../layers/kernel/calendar/days.ts';
import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { PolicyDocument } from '../../../layers/records/policies/domain/document.ts';
import { editionsOf } from '../../catalogue/public/editions.ts';
import type { UnionIds } from '../../catalogue/public/union-copies.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { holdCheckRow } from '../data/hold-check-store.ts';
import { resetsOf } from '../data/hold-reset-store.ts';
import { holdStore } from '../data/hold-store.ts';
import { stoppedHolds } from '../data/stopped-holds.ts';
import { type Unions, unionsOf } from '../data/union-queues.ts';
import {
  type CirculationPolicies,
  circulationKinds,
  circulationPolicies,
  targetingOf,
} from '../domain/decisions/policies.ts';
import { decideEditions, followed, wantsEditions } from '../domain/holds/hold-editions.ts';
import type { StoredReset } from '../domain/holds/hold-reset.ts';
import { decideHope } from '../domain/holds/hopeless-hold.ts';
import type { ShownCopy } from '../domain/holds/queue-counters.ts';
import { decideTarget, wantsTarget } from '../domain/holds/retarget-hold.ts';
import type { Looked } from '../domain/holds/target-hold.ts';
import { saveDecision } from './circulation-writes.ts';
import { beginCount, countQueueOf, finishCount } from './count-queue.ts';

const TRIES = 4;

const policiesAt = async (table: Table, now: number) => {
  const policies = policyStore(table);
  const found = await Promise.all(circulationKinds.map((kind) => policies.inForce(kind, now)));
  return circulationPolicies(
    found.flatMap((document): PolicyDocument[] => (document ? [document] : [])),
    iso(now),
  );
};

/** Returns a hold with all copies that it may use: those of its record, and for a work those of its current other editions. */
const copiesFor = async (
  table: Table,
  unions: Unions,
  union: UnionIds,
  hold: Hold,
  reading: Consistency = {},
): Promise<{ hold: Hold; copies: ItemCirculation[] }> => {
  const others = (hold.editions ?? []).filter((recordId) => !union.recordIds.includes(recordId));
  const found = await Promise.all(others.map((recordId) => unions.find(recordId, reading)));
  const all = [union, ...found.flatMap((one) => (one ? [one] : []))];
  const unique = [...new Map(all.map((one) => [one.recordId, one])).values()];
  const held = (await Promise.all(unique.map((one) => unions.copiesLent(one, reading)))).flatMap((lent) =>
    lent(hold.patronMember, hold.targetItemId),
  );
  // The requested copy may have left the record with its source since.
  const away = hold.itemId !== undefined && !held.some(({ itemId }) => itemId === hold.itemId);
  const copies = away ? [...held, ...(await itemStore(table).getMany([hold.itemId ?? ''], reading))] : held;
  return { hold: unique.reduce((known, { recordIds }) => followed(known, recordIds), hold), copies };
};

/**
 * Returns a hold for a work with the current editions; they are looked up again after a day. Unchanged when no look-up is due; undefined
 * after a conflict.
 */
const withEditions = async (
  table: Table,
  hold: Hold,
  policies: CirculationPolicies,
  at: string,
): Promise<Hold | undefined> => {
  const { nextCheckMinutes } = targetingOf(policies);
  if (!wantsEditions(hold, at, nextCheckMinutes)) return hold;
  const union = await unionsOf(table).find(hold.recordId, { strong: true });
  const found = union ? await editionsOf(table, union, hold.formats) : [];
  const decided = decideEditions(hold, found, at);
  const again = holdCheckRow(hold, instant(millis(at) + nextCheckMinutes * 60_000));
  const saved = await saveDecision(table, decided, { holds: [hold], withWrites: [again] });
  return saved === 'saved' ? decided.changes.holds[0]?.after : undefined;
};

/** Loads the further input of a choice among copies: the hold's resets, and the load and hours of the branches. */
export const lookUp = async (
  table: Table,
  hold: Hold,
  copies: readonly ItemCirculation[],
  policies: CirculationPolicies,
  now: number,
  known?: { stopped: boolean },
): Promise<Required<Looked> & { resets: StoredReset[] }> => {
  const { weights, skipClosed, skipClosedPickup } = targetingOf(policies);
  const onShelf = copies.filter(({ state }) => state === 'available' || state === 'paged');
  const branchIds = [...new Set(onShelf.map(({ currentBranch }) => currentBranch))];
  const needsCalendars = skipClosed || skipClosedPickup;
  const mostPages = weights.load > 0 ? Math.ceil(weights.mostLoad / weights.load) : 0;
  const [branches, items] = [branchStore(table), itemStore(table)];
  const [resets, stopped, pages, calendars] = await Promise.all([
    resetsOf(table, hold.holdId, { strong: true }),
    known?.stopped ?? stoppedHolds(table, [hold], policies, iso(now)).then((holds) => holds.has(hold.holdId)),
    // With a single branch, no other is less busy.
    Promise.all(branchIds.map((id) => (branchIds.length > 1 ? items.openPages(id, mostPages) : 0))),
    Promise.all(branchIds.map((id) => (needsCalendars ? branches.known(id, now) : undefined))),
  ]);
  const open = new Map(branchIds.map((id, at) => [id, pages[at] ?? 0]));
  const opening = new Map<string, BranchCalendar | undefined>(branchIds.map((id, at) => [id, calendars[at]?.calendar]));
  // This hold's own page is no load that another copy would save the branch.
  const own = copies.find(
    ({ state, hold: claim }) => state === 'paged' && claim?.holdId === hold.holdId,
  )?.currentBranch;
  const pagesAt = (id: string): number => Math.max(0, (open.get(id) ?? 0) - (id === own ? 1 : 0));
  return { resets, stopped, openPages: pagesAt, calendarOf: (id) => opening.get(id) };
};

/** Returns the copies that may fill a hold, as `copiesLent` does. */
const lentTo = (shown: readonly ShownCopy[], { patronMember, targetItemId }: Hold): ItemCirculation[] =>
  shown
    .filter(({ item, ownOnly }) => !ownOnly || item.memberId === patronMember || item.itemId === targetItemId)
    .map(({ item }) => item);

const couldBePaged = (hold: Hold, copies: readonly ItemCirculation[]): boolean =>
  hold.state === 'targeted' || hold.lookAt !== undefined || copies.some(({ state }) => state === 'available');

/** The outcome for one hold: a page was sent, no action was due, or a write conflicted. */
type Came = { paged: boolean; lost: boolean; taken: string | undefined };

/**
 * Pages available copies for the waiting holds of a record, in queue order, and retargets those whose page timed out (C36 to C47). Takes
 * any id of the record and the time (epoch ms); returns the number of pages. Safe to repeat and to run concurrently (C38): paged copies
 * stay paged, and each write is conditional on the records as read. Throws after repeated conflicts, so that the message is redelivered.
 */
export const targetHolds = async (table: Table, recordId: string, now: number): Promise<number> => {
  const policies = await policiesAt(table, now);
  if (!policies) return 0;
  const [unions, at] = [unionsOf(table), iso(now)];
  const target = async (hold: Hold, copies: readonly ItemCirculation[], stopped: boolean): Promise<Came> => {
    const nothing = { paged: false, lost: false, taken: undefined };
    const hope = decideHope({ hold, items: copies, policies, at });
    if (hope) {
      if ((await saveDecision(table, hope, { holds: [hold] })) !== 'saved') return { ...nothing, lost: true };
      const after = hope.changes.holds[0]?.after;
      // A hold that can be filled again may have a copy to page immediately.
      return after && after.hopelessSince === undefined ? target(after, copies, stopped) : nothing;
    }
    if (!couldBePaged(hold, copies)) return nothing;
    const looked = await lookUp(table, hold, copies, policies, now, { stopped });
    const decision = decideTarget({ hold, items: copies, policies, at, looked });
    if ('refused' in decision) return nothing;
    const { item, freedCopy } = decision.changes;
    const read = (itemId: string | undefined) => copies.find((copy) => copy.itemId === itemId);
    const loaded = {
      item: read(item?.after.itemId),
      freedCopy: read(freedCopy?.after.itemId),
      holds: [hold],
      by: 'schedule',
    };
    const lost = (await saveDecision(table, decision, loaded)) !== 'saved';
    const paged = decision.changes.holds.some(({ after }) => after.state === 'targeted');
    return { paged: paged && !lost, lost, taken: item?.after.itemId };
  };
  let paged = 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const union = await unions.find(recordId, { strong: true });
    if (!union) return paged;
    // The counters are read before all that is counted.
    const begun = await beginCount(table, union);
    const count = async (shown?: readonly ShownCopy[]): Promise<void> => {
      if (!(await finishCount(table, { union, begun, shown }, now))) await countQueueOf(table, recordId, now);
    };
    const queue = await holdStore(table).queue(union.recordIds, { strong: true });
    const stopped = await stoppedHolds(table, queue, policies, at, { strong: true });
    const wanting = queue.filter((hold) => wantsTarget(hold, at));
    if (wanting.length === 0) {
      await count();
      return paged;
    }
    const shown = await unions.shownCopies(union, { strong: true });
    const taken = new Set<string>();
    let lost = false;
    for (const known of wanting) {
      const today = await withEditions(table, known, policies, at);
      lost = today === undefined;
      if (today === undefined) break;
      const { hold, copies } = today.editions
        ? await copiesFor(table, unions, union, today, { strong: true })
        : { hold: today, copies: lentTo(shown, today) };
      const came = await target(
        hold,
        copies.filter(({ itemId }) => !taken.has(itemId)),
        stopped.has(hold.holdId),
      );
      if (came.taken !== undefined) taken.add(came.taken);
      if (came.paged) paged += 1;
      lost = came.lost;
      if (lost) break;
    }
    if (lost) continue;
    await count(shown);
    return paged;
  }
  throw new TableConflict(`Others changed the holds of ${recordId} again and again.`);
};
