import * as z from 'zod';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { imagesOf } from '../../../layers/platform/dynamodb/stream-images.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { causeOfChange } from '../../outbox/public/cause-of-change.ts';
import { cardExpiryStore } from '../../patrons/public/card-expiry-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { lateLoanStore } from '../data/late-loan-store.ts';
import { watchStore } from '../data/watch-store.ts';
import { scheduleCardCheck } from '../domain/card-watch.ts';
import { lateNews } from '../domain/late-loan.ts';
import { firstLook, setsDue } from '../domain/loan-watch.ts';
import { clockTime } from './clock-time.ts';

/** A change of an item with a loan, and when it was made (epoch ms); `cause` is the member that lent. */
export type TimedChange = { before?: ItemCirculation | undefined; after: ItemCirculation; at: number; cause: string };

/** A patron whose card may have another last day, since when (epoch ms), by whose act. */
export type CardNews = { patronId: string; at: number; cause: string };

/** A change of an item as far as time has to do with it: there is a loan, or was. */
export const timesOf = (change: Pick<TimedChange, 'before' | 'after'>, at: number): TimedChange[] => {
  const loan = change.after.loan ?? change.before?.loan;
  return loan === undefined ? [] : [{ ...change, at, cause: memberOfBranch(loan.checkoutBranch) }];
};

const news = z.object({ pk: z.string(), entity: z.enum(['patronStatus', 'patronChange']) });

/**
 * The card of a patron after a change (as the stream tells it) that may have moved its last day: the status is new, or
 * staff changed something, which is always noted. Not each loan's change of the counters.
 */
export const cardsOf = (images: ReturnType<typeof imagesOf>, at: number): CardNews[] => {
  const row = news.safeParse(images.after);
  if (images.before !== undefined || !row.success) return [];
  const patronId = row.data.pk.slice(patronsKeys.key('patronStatus', { patronId: '-' }).pk.length - 1);
  return [{ patronId, at, cause: causeOfChange(images) ?? '' }];
};

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
  return {
    /** A change of an item: its loan's moments, where they are others now; what it ends or enters on the lists of what is late. */
    change: async ({ before, after, at }: Omit<TimedChange, 'cause'>): Promise<void> => {
      const { ended, lost } = lateNews({ before, after }, iso(at));
      await late.drop(ended);
      await late.enter(after, lost);
      if (setsDue({ before, after })) await loan(after, at);
    },
    /** A card as it stands: under its last day, and when to warn. */
    card,
    /** The same of a patron whose status is read; of none, nothing. */
    cardOf: async ({ patronId, at }: CardNews): Promise<void> => {
      const row = await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true });
      if (row) await card(readPatronStatus(row), at);
    },
  };
};
