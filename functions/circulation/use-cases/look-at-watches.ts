import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import { lateLoanStore } from '../data/late-loan-store.ts';
import type { Watch } from '../data/watch-store.ts';
import { checkCard } from '../domain/card-watch.ts';
import { lateLoans } from '../domain/late-loan.ts';
import { lookAtLoan } from '../domain/loan-watch.ts';
import { ageLoan } from '../domain/lost-and-claimed.ts';
import { saveDecision } from './circulation-writes.ts';
import { clockTime } from './clock-time.ts';

const TRIES = 4;

/** What came of a look: what to tell, when to look again, and whether a loan aged to lost. */
export type Looked = { tell: NoticeMessage[]; next?: Watch; aged?: true };

/**
 * Looks at what was noted (at an instant, epoch ms) by the records as they are, strongly read: what is not so any more drops
 * out by itself. Safe to repeat: it writes under conditions, and tells by ids that stay the same.
 */
export const watchLooker = (table: Table, ids: Ids, now: number) => {
  const [time, items, late, at] = [clockTime(table), itemStore(table), lateLoanStore(table), iso(now)];

  const loan = async (watch: Extract<Watch, { kind: 'loan' }>): Promise<Looked> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const item = await items.get(watch.itemId, { strong: true });
      if (item?.loan === undefined) return { tell: [] };
      const loanTime = await time.ofLoan(item, item.loan, now);
      const look = lookAtLoan(item, watch, loanTime, at);
      if (look === undefined) return { tell: [] };
      if (look.ages) {
        const charged = { bill: ids.next('bill', now), entry: ids.next('entry', now) };
        const decision = ageLoan({ item, at, ids: charged, calendar: loanTime.calendar });
        if ('refused' in decision) return { tell: [] };
        // Its charge is the owner's; the look before it was for who lent.
        const saved = await causedBy({ cause: item.memberId }, () => saveDecision(table, decision, { item }));
        if (saved === 'saved') return { tell: [], aged: true };
        continue;
      }
      if (look.overdue && !(await late.enter(item, lateLoans(item, at)))) continue;
      return { tell: look.notices, ...(look.next !== undefined && { next: { ...watch, at: look.next } }) };
    }
    throw new TableConflict(`${watch.loanId} was written by others ${TRIES} times`);
  };

  const card = async (watch: Extract<Watch, { kind: 'card' }>): Promise<Looked> => {
    const row = await table.get(patronsKeys.key('patronStatus', watch), { strong: true });
    if (row === undefined) return { tell: [] };
    const status = readPatronStatus(row);
    const { tell, next } = checkCard(status, watch, await time.ofCard(status, now), at);
    return { tell, ...(next !== undefined && { next: { ...watch, at: next } }) };
  };

  return (watch: Watch): Promise<Looked> =>
    causedBy({ cause: watch.cause }, () => (watch.kind === 'loan' ? loan(watch) : card(watch)));
};
