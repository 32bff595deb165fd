import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import { lateLoanStore } from '../data/late-loan-store.ts';
import type { ScheduledCheck } from '../data/scheduled-check-store.ts';
import { checkShelf } from '../domain/holds/shelf-reminder.ts';
import { ageLoan } from '../domain/items/lost-and-claimed.ts';
import { checkCard } from '../domain/loans/card-checks.ts';
import { lateLoans } from '../domain/loans/late-loan.ts';
import { checkLoan, notRenewedNotice } from '../domain/loans/loan-checks.ts';
import { checkTiming } from './check-timing.ts';
import { saveDecision } from './circulation-writes.ts';
import { lostChargeIds } from './lost-charge-ids.ts';
import { ruleRenewer } from './renew-by-rule.ts';

const TRIES = 4;

/** The result of a check: notices to send, the next check, and whether a loan aged to lost. A renewal schedules its own checks. */
export type Looked = { tell: NoticeMessage[]; next?: ScheduledCheck; aged?: true };

/**
 * Processes a scheduled check (`now` in epoch ms) against the records as they are, read strongly consistent. A check that no
 * longer applies does nothing. Safe to repeat: writes are conditional and notices keep their ids.
 */
export const scheduledCheckProcessor = (table: Table, ids: Ids, now: number) => {
  const [time, items, late, at] = [checkTiming(table), itemStore(table), lateLoanStore(table), iso(now)];

  const renew = ruleRenewer(table, ids, now);

  const loan = async (check: Extract<ScheduledCheck, { kind: 'loan' }>): Promise<Looked> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const item = await items.get(check.itemId, { strong: true });
      if (item?.loan === undefined) return { tell: [] };
      const loanTime = await time.ofLoan(item, item.loan, now);
      const look = checkLoan(item, check, loanTime, at);
      if (look === undefined) return { tell: [] };
      if (look.ages) {
        const decision = ageLoan({ item, at, ids: lostChargeIds(ids, now), calendar: loanTime.calendar });
        if ('refused' in decision) return { tell: [] };
        // The owner is charged for this write; the lending library was charged for the check itself.
        const saved = await causedBy({ cause: item.memberId }, () => saveDecision(table, decision, { item }));
        if (saved === 'saved') return { tell: [], aged: true };
        continue;
      }
      if (look.overdue && !(await late.enter(item, lateLoans(item, at)))) continue;
      const renewed = look.renews ? await renew(item, item.loan) : undefined;
      if (renewed === 'renewed') return { tell: [] };
      if (renewed === 'changed') continue;
      const reason = renewed?.reasons[0];
      if (reason !== undefined) look.notices.push(notRenewedNotice(item, item.loan, at, reason));
      // The next check is one of the usual ones.
      const { announces: _, ...usual } = check;
      return { tell: look.notices, ...(look.next !== undefined && { next: { ...usual, at: look.next } }) };
    }
    throw new TableConflict(`${check.loanId} was written by others ${TRIES} times`);
  };

  const card = async (check: Extract<ScheduledCheck, { kind: 'card' }>): Promise<Looked> => {
    const row = await table.get(patronsKeys.key('patronStatus', check), { strong: true });
    if (row === undefined) return { tell: [] };
    const status = readPatronStatus(row);
    const { tell, next } = checkCard(status, check, await time.ofCard(status, now), at);
    return { tell, ...(next !== undefined && { next: { ...check, at: next } }) };
  };

  const shelf = async (check: Extract<ScheduledCheck, { kind: 'shelf' }>): Promise<Looked> => {
    const item = await items.get(check.itemId, { strong: true });
    if (item?.hold === undefined) return { tell: [] };
    const { tell, next } = checkShelf(item, check, await time.ofShelf(item.hold.pickupBranch, check.member, now), at);
    return { tell, ...(next !== undefined && { next: { ...check, at: next } }) };
  };

  const looked = (check: ScheduledCheck): Promise<Looked> => {
    if (check.kind === 'loan') return loan(check);
    return check.kind === 'card' ? card(check) : shelf(check);
  };
  return (check: ScheduledCheck): Promise<Looked> => causedBy({ cause: check.cause }, () => looked(check));
};
