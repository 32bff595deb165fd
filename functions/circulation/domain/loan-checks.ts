import { instant, millis } from '../../../layers/kernel/calendar/days.ts';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import { isHourly, type LoanMoment, type LoanTime, loanMoments } from './loan-moments.ts';
import type { ItemChange } from './relay.ts';

/** When to look at a loan again; `cause` is the member that lent, whose loan it is. What is to be done then, the item says. */
export type LoanCheck = { at: string; loanId: string; itemId: string; cause: string };

/** What a look at a loan finds: what to tell, whether it stands on the lists of what is overdue, is to age, and when to look again. */
export type LoanLook = { notices: NoticeMessage[]; overdue: boolean; ages: boolean; next?: string };

const lent = ({ state, loan }: ItemCirculation): Loan | undefined => (state === 'on-loan' ? loan : undefined);

/** Whether a change gave an item a loan or its loan another due date: whoever wrote it, also a load that tells nothing. */
export const setsDue = ({ before, after }: Pick<ItemChange, 'before' | 'after'>): boolean => {
  const [was, is] = [before && lent(before), lent(after)];
  return is !== undefined && (was?.loanId !== is.loanId || was.due !== is.due);
};

/** The watch of an item's loan at an instant. */
export const loanCheckOf = ({ itemId }: ItemCirculation, { loanId, checkoutBranch }: Loan, at: string): LoanCheck => ({
  ...{ at, loanId, itemId },
  cause: memberOfBranch(checkoutBranch),
});

/**
 * The first look at a loan as it is from an instant on: the next moment of it, or at once when it is overdue already (it came
 * so with a load). What lies before is not made up for: nobody is told in May what was due in March.
 */
export const scheduleLoanCheck = (item: ItemCirculation, time: LoanTime, from: string): LoanCheck[] => {
  const loan = lent(item);
  if (loan === undefined) return [];
  const late = millis(loan.due) < millis(from);
  const next = late ? from : loanMoments(loan, time).find(({ at }) => millis(at) >= millis(from))?.at;
  return next === undefined ? [] : [loanCheckOf(item, loan, instant(millis(next)))];
};

type Step = Extract<LoanMoment, { what: 'overdue-told' }>;
const isStep = (moment: LoanMoment): moment is Step => moment.what === 'overdue-told';

const messages = (item: ItemCirculation, loan: Loan, { calendar }: LoanTime, reached: LoanMoment[], late: boolean) => {
  const { itemId, recordId } = item;
  const { loanId, due, patronId, checkoutBranch: branchId } = loan;
  // A library outside is told by the messages of its request.
  if (isPartner(patronId)) return [];
  const about = {
    ...{ patronId, branchId, itemId, loanId, due, cause: memberOfBranch(branchId) },
    ...(recordId !== undefined && { recordId }),
    ...(isHourly(loan, calendar) && { hourly: true as const }),
  };
  const soon = reached.find(({ what }) => what === 'due-soon');
  // The clock may have stood still over several steps: only the last of them is news.
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
 * Looks at a loan at an instant for a watch that was set for it (never later than now). Nothing when the item is back, lost,
 * claimed (C72) or lent anew. A loan renewed or recalled meanwhile has other moments, and only those between the watch and now
 * count: so each step falls to one look, and looks repeated or in any order tell nothing else.
 */
export const checkLoan = (
  item: ItemCirculation,
  { loanId, at: from }: Pick<LoanCheck, 'loanId' | 'at'>,
  time: LoanTime,
  now: string,
): LoanLook | undefined => {
  const loan = lent(item);
  if (loan?.loanId !== loanId) return undefined;
  const moments = loanMoments(loan, time);
  const reached = moments.filter(({ at }) => millis(at) >= millis(from) && millis(at) <= millis(now));
  const ages = moments.some(({ at, what }) => what === 'ages-to-lost' && millis(at) <= millis(now));
  const overdue = millis(loan.due) < millis(now);
  const next = moments.find(({ at }) => millis(at) > millis(now))?.at;
  const tell = ages ? [] : messages(item, loan, time, reached, overdue);
  return { notices: tell, overdue, ages, ...(next !== undefined && !ages && { next }) };
};
