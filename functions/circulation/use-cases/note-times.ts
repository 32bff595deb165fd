import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { cardExpiryStore } from '../../patrons/public/card-expiry-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { lateLoanStore } from '../data/late-loan-store.ts';
import { watchStore } from '../data/watch-store.ts';
import { scheduleCardCheck } from '../domain/card-watch.ts';
import { lateLoanChanges } from '../domain/late-loan.ts';
import { firstLook, setsDue } from '../domain/loan-watch.ts';
import type { CardChange, ScheduledChange, TimedChange } from '../domain/timed-changes.ts';
import { clockTime } from './clock-time.ts';

/**
 * Notes what time will do to loans and cards, behind the writes that made them: no request pays for it. The same changes
 * again note the same. `at` in epoch ms: what lay before it is not made up for.
 */
export const timeNotes = (table: Table) => {
  const [time, watches, late, cards] = [
    clockTime(table),
    watchStore(table),
    lateLoanStore(table),
    cardExpiryStore(table),
  ];
  /** Has a loan looked at from an instant on. */
  const loan = async (item: ItemCirculation, at: number): Promise<void> => {
    if (item.loan === undefined) return;
    const found = firstLook(item, await time.ofLoan(item, item.loan, at), iso(at));
    await watches.note(found.map((watch) => ({ kind: 'loan' as const, ...watch })));
  };
  const card = async (status: PatronStatus, at: number): Promise<void> => {
    // A library outside, to which copies are lent, has none.
    if (isPartner(status.patronId)) return;
    const found = scheduleCardCheck(status, await time.ofCard(status, at), iso(at));
    await cards.note(status);
    await watches.note(found.map((watch) => ({ kind: 'card' as const, ...watch })));
  };
  const change = async ({ before, after, at }: Omit<TimedChange, 'cause'>): Promise<void> => {
    const { ended, lost } = lateLoanChanges({ before, after }, iso(at));
    await late.drop(ended);
    await late.enter(after, lost);
    if (setsDue({ before, after })) await loan(after, at);
  };
  const cardOf = async ({ patronId, at }: CardChange): Promise<void> => {
    const row = await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true });
    if (row) await card(readPatronStatus(row), at);
  };
  return {
    /** A change of an item: its loan's moments, where they are others now; what it ends or enters on the lists of what is late. */
    change,
    /** A card as it stands: under its last day, and when to warn. */
    card,
    /** The same of a patron whose row is read; of none, nothing. */
    cardOf,
    /** Any change of those. */
    follow: (scheduled: ScheduledChange): Promise<void> =>
      scheduled.of === 'loan' ? change(scheduled) : cardOf(scheduled),
  };
};
export type TimeNotes = ReturnType<typeof timeNotes>;
