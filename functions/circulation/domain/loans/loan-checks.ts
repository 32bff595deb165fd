import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { NoticeMessage } from '../../../../layers/kernel/notices/notice-message.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import type { ItemChange } from '../decisions/relay.ts';
import { autoRenewalAt, isHourly, type LoanMoment, type LoanTime, loanMoments, shortNoticeAt } from './loan-moments.ts';

/**
 * A scheduled check of a loan; `cause` is the lending member. The item determines what is done then. `announces` is the due
 * date that the check announces as due soon outside of the usual days; after a renewal it is not that of the loan any more.
 */
export type LoanCheck = { at: string; loanId: string; itemId: string; cause: string; announces?: string };

/**
 * The result of checking a loan: notices, whether it is listed as overdue, whether it ages to lost, whether its rule renews it now, and the
 * next check.
 */
export type DueLoanChecks = {
  notices: NoticeMessage[];
  overdue: boolean;
  ages: boolean;
  renews: boolean;
  next?: string;
};

const lent = ({ state, loan }: ItemCirculation): Loan | undefined => (state === 'on-loan' ? loan : undefined);

/** Returns whether a change gave an item a loan or a new due date, whatever wrote it, including a load without facts. */
export const setsDue = ({ before, after }: Pick<ItemChange, 'before' | 'after'>): boolean => {
  const [was, is] = [before && lent(before), lent(after)];
  return is !== undefined && (was?.loanId !== is.loanId || was.due !== is.due);
};

/** Returns the check of an item's loan at an instant. */
export const loanCheckOf = ({ itemId }: ItemCirculation, { loanId, checkoutBranch }: Loan, at: string): LoanCheck => ({
  ...{ at, loanId, itemId },
  cause: memberOfBranch(checkoutBranch),
});

/**
 * Schedules the next check of a loan from an instant on, or an immediate one when it is already overdue (after a load). Earlier moments
 * are not processed: no notice is sent in May for a due date in March.
 */
export const scheduleLoanCheck = (item: ItemCirculation, time: LoanTime, from: string): LoanCheck[] => {
  const loan = lent(item);
  if (loan === undefined) return [];
  const late = millis(loan.due) < millis(from);
  const usual = loanMoments(loan, time).find(({ at }) => millis(at) >= millis(from))?.at;
  const short = late ? undefined : shortNoticeAt(loan, time, from);
  const next = late ? from : (short ?? usual ?? from);
  const check = {
    ...loanCheckOf(item, loan, instant(millis(next))),
    ...(short !== undefined && { announces: loan.due }),
  };
  const renewal = autoRenewalAt(loan, time);
  // The renewal may come before the short notice, with which the checks begin.
  const isEarlier = short !== undefined && renewal !== undefined && millis(renewal) >= millis(from);
  return isEarlier ? [check, loanCheckOf(item, loan, instant(millis(renewal)))] : [check];
};

type Step = Extract<LoanMoment, { what: 'overdue-notice' }>;
const isStep = (moment: LoanMoment): moment is Step => moment.what === 'overdue-notice';

const aboutLoan = ({ itemId, recordId }: ItemCirculation, loan: Loan) => {
  const { loanId, due, patronId, checkoutBranch: branchId } = loan;
  return {
    ...{ patronId, branchId, itemId, loanId, due, cause: memberOfBranch(branchId) },
    ...(recordId !== undefined && { recordId }),
  };
};

/** Returns the notice that a loan could not be renewed automatically, with the first reason; one for each due date. */
export const notRenewedNotice = (item: ItemCirculation, loan: Loan, at: string, reason: string): NoticeMessage => ({
  ...{ noticeId: `not-renewed:${loan.loanId}:${loan.due}`, kind: 'not-renewed', at, reason },
  ...aboutLoan(item, loan),
});

const messages = (item: ItemCirculation, loan: Loan, { calendar }: LoanTime, reached: LoanMoment[], late: boolean) => {
  const { loanId, due, patronId } = loan;
  // An external library is notified by the messages of its request.
  if (isPartner(patronId)) return [];
  const about = { ...aboutLoan(item, loan), ...(isHourly(loan, calendar) && { hourly: true as const }) };
  const soon = reached.find(({ what }) => what === 'due-soon');
  // Several steps may have passed since the last run: only the last one is notified.
  const step = reached.findLast(isStep);
  const tell: NoticeMessage[] = [];
  if (soon && !late) tell.push({ noticeId: `due-soon:${loanId}:${due}`, kind: 'due-soon', at: soon.at, ...about });
  if (step) {
    const noticeId = `overdue:${loanId}:${due}:${step.step}`;
    tell.push({ noticeId, kind: 'overdue', at: step.at, step: step.step, ...about });
  }
  return tell;
};

/**
 * Checks a loan for a scheduled check (never later than now). Undefined when the item is returned, lost, claimed returned (C72) or on
 * another loan. After a renewal or recall other moments apply; only those between the scheduled time and now count, so that each step
 * belongs to one check and repeated or reordered checks send nothing else.
 */
export const checkLoan = (
  item: ItemCirculation,
  { loanId, at: from, announces }: Pick<LoanCheck, 'loanId' | 'at' | 'announces'>,
  time: LoanTime,
  now: string,
): DueLoanChecks | undefined => {
  const loan = lent(item);
  if (loan?.loanId !== loanId) return undefined;
  const moments = loanMoments(loan, time);
  const reached = moments.filter(({ at }) => millis(at) >= millis(from) && millis(at) <= millis(now));
  if (announces === loan.due) reached.unshift({ at: from, what: 'due-soon' });
  const ages = moments.some(({ at, what }) => what === 'ages-to-lost' && millis(at) <= millis(now));
  const overdue = millis(loan.due) < millis(now);
  const next = moments.find(({ at }) => millis(at) > millis(now))?.at;
  // Only the lender extends a loan between libraries.
  const isOurs = item.request === undefined && !isPartner(loan.patronId);
  const renews = isOurs && !overdue && reached.some(({ what }) => what === 'auto-renewal');
  const tell = ages ? [] : messages(item, loan, time, reached, overdue);
  return { notices: tell, overdue, ages, renews, ...(next !== undefined && !ages && { next }) };
};
