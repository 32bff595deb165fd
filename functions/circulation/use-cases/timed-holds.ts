import { addDays } from '../../../layers/kernel/calendar/days.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import { holdStore } from '../data/hold-store.ts';
import { unionsOf } from '../data/union-queues.ts';
import type { Shelf } from '../domain/checkin/shelf-after.ts';
import { type CirculationPolicies, circulationKinds, circulationPolicies } from '../domain/decisions/policies.ts';
import { decideTimedHold } from '../domain/holds/hold-time.ts';
import { saveDecision } from './circulation-writes.ts';
import { releasePagedCopy } from './release-paged-copy.ts';

/** The number of days that the job looks back: after a month without runs nothing is lost. */
const DAYS_BACK = 31;
const TRIES = 4;

/** The outcome for the due holds. */
export type TimedHolds = { changed: number; failed: number };

const policiesAt = async (table: Table, now: number): Promise<CirculationPolicies | undefined> => {
  const policies = policyStore(table);
  const found = await Promise.all(circulationKinds.map((kind) => policies.inForce(kind, now)));
  return circulationPolicies(
    found.filter((document) => document !== undefined),
    iso(now),
  );
};

/**
 * Returns a function that changes one hold, reading it again after each conflict. It returns whether the hold was changed; a hold that
 * is not due is not.
 */
const changer = (table: Table, policies: CirculationPolicies, now: number) => {
  const [holds, items, unions, branches] = [holdStore(table), itemStore(table), unionsOf(table), branchStore(table)];
  const [at, strong] = [iso(now), { strong: true }];
  const shelfOf = async (item: ItemCirculation): Promise<{ shelf?: Shelf }> => {
    const [{ waiting: queue, stopped }, branch] = await Promise.all([
      unions.candidates({ item, branchId: item.currentBranch, at, policies }, strong),
      branches.known(item.currentBranch, now),
    ]);
    return branch ? { shelf: { queue, policies, stopped, calendar: branch.calendar } } : {};
  };
  return async ({ recordId, holdId }: Hold): Promise<boolean> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const hold = await holds.get(recordId, holdId, strong);
      if (!hold) return false;
      const target = hold.targetItemId;
      const item = target === undefined ? undefined : await items.get(target, strong);
      const shelf = item && hold.state === 'on-shelf' ? await shelfOf(item) : {};
      const decision = decideTimedHold({ hold, at, policies, ...(item && { item }), ...shelf });
      if (decision === undefined || 'refused' in decision) return false;
      const read = { item, holds: [hold, ...(shelf.shelf?.queue ?? [])], by: 'schedule' };
      if ((await saveDecision(table, decision, read)) !== 'saved') continue;
      if (decision.changes.pageToRelease) await releasePagedCopy(table, decision.changes.pageToRelease);
      return true;
    }
    return false;
  };
};

/**
 * Ends, suspends and resumes the holds that are due by now (epoch ms). They are found by day, one shard at a time, never by a scan. Safe
 * to repeat and to run concurrently: each write is conditional on the hold as read. A failed hold does not stop the others, and the next
 * run retries it.
 */
export const changeTimedHolds = async (table: Table, now: number): Promise<TimedHolds> => {
  const policies = await policiesAt(table, now);
  const done: TimedHolds = { changed: 0, failed: 0 };
  if (!policies) return done;
  const [change, today] = [changer(table, policies, now), iso(now).slice(0, 10)];
  for (let back = DAYS_BACK; back >= 0; back -= 1) {
    for await (const due of holdStore(table).due(addDays(today, -back), iso(now))) {
      for (const hold of due) {
        try {
          if (await causedBy({ cause: hold.patronMember }, () => change(hold))) done.changed += 1;
        } catch (error) {
          logError('change a hold whose time has come', error, { holdId: hold.holdId });
          done.failed += 1;
        }
      }
    }
  }
  return done;
};
