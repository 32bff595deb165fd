import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { cardExpiryStore } from '../../patrons/public/card-expiry-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import { lateLoanStore } from '../data/late-loan-store.ts';
import { scheduledCheckStore } from '../data/scheduled-check-store.ts';
import type { CardChange, ScheduledChange, ShelfChange, TimedChange } from '../domain/decisions/timed-changes.ts';
import { scheduleShelfCheck, waitingOnShelf } from '../domain/holds/shelf-reminder.ts';
import { scheduleCardCheck } from '../domain/loans/card-checks.ts';
import { lateLoanChanges } from '../domain/loans/late-loan.ts';
import { scheduleLoanCheck, setsDue } from '../domain/loans/loan-checks.ts';
import { checkTiming } from './check-timing.ts';

/**
 * Schedules the checks of loans, cards and copies on hold shelves after the writes that changed them, so that no request waits for it.
 * Repeating a change schedules the same checks. `at` in epoch ms: checks that were due before it are not processed.
 */
export const checkScheduler = (table: Table) => {
  const [time, checks, late, cards] = [
    checkTiming(table),
    scheduledCheckStore(table),
    lateLoanStore(table),
    cardExpiryStore(table),
  ];
  /** Schedules the checks of a loan from an instant on. */
  const loan = async (item: ItemCirculation, at: number): Promise<void> => {
    if (item.loan === undefined) return;
    const found = scheduleLoanCheck(item, await time.ofLoan(item, item.loan, at), iso(at));
    await checks.note(found.map((check) => ({ kind: 'loan' as const, ...check })));
  };
  const card = async (status: PatronStatus, at: number): Promise<void> => {
    // An external library that borrows copies has no card.
    if (isPartner(status.patronId)) return;
    const found = scheduleCardCheck(status, await time.ofCard(status, at), iso(at));
    await cards.note(status);
    await checks.note(found.map((check) => ({ kind: 'card' as const, ...check })));
  };
  const change = async ({ before, after, at }: Omit<TimedChange, 'cause'>): Promise<void> => {
    const { ended, lost } = lateLoanChanges({ before, after }, iso(at));
    await late.drop(ended);
    await late.enter(after, lost);
    if (setsDue({ before, after })) await loan(after, at);
  };
  const shelf = async ({ item, at }: Omit<ShelfChange, 'cause'>): Promise<void> => {
    const claim = waitingOnShelf(item);
    const row = claim && (await table.get(patronsKeys.key('patronStatus', claim)));
    if (claim === undefined || row === undefined) return;
    const { homeMember } = readPatronStatus(row);
    const timing = await time.ofShelf(claim.pickupBranch, homeMember, at);
    const found = scheduleShelfCheck(item, homeMember, timing, iso(at));
    await checks.note(found.map((check) => ({ kind: 'shelf' as const, ...check })));
  };
  const cardOf = async ({ patronId, at }: CardChange): Promise<void> => {
    const row = await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true });
    if (row) await card(readPatronStatus(row), at);
  };
  return {
    /** Follows a change of an item: schedules the new checks of its loan and updates the lists of late loans. */
    change,
    /** Schedules the reminder of a copy on a hold shelf; does nothing for any other item. */
    shelf,
    /** Lists a card under its last day and schedules its warning. */
    card,
    /** Lists the card of a patron whose row is read; does nothing without a row. */
    cardOf,
    /** Follows any of these changes. */
    follow: (scheduled: ScheduledChange): Promise<void> => {
      if (scheduled.of === 'loan') return change(scheduled);
      return scheduled.of === 'card' ? cardOf(scheduled) : shelf(scheduled);
    },
  };
};
export type CheckScheduler = ReturnType<typeof checkScheduler>;
