import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemChange } from '../decisions/relay.ts';

/** The stages of the late lists: overdue, or lost (declared, or overdue for so long that it counts as lost). */
export const lateStages = ['overdue', 'lost'] as const;
export type LateStage = (typeof lateStages)[number];

/**
 * A loan on a branch's late list; `since` is when it became due or lost. Ids only: never the borrower. `classId`: the class of the school
 * of the branch in which the borrower was when it became overdue.
 */
export type LateLoan = {
  branchId: string;
  stage: LateStage;
  since: string;
  loanId: string;
  itemId: string;
  classId?: string;
};

/**
 * Returns the late lists of an item at an instant: that of the lending branch, and of its home branch when that is another, since the
 * owner looks for it too. None while it is claimed returned, nor once it is paid for.
 */
export const lateLoans = ({ itemId, state, branchId: home, loan }: ItemCirculation, at: string): LateLoan[] => {
  if (loan === undefined) return [];
  const lost = state === 'lost' ? loan.lost?.at : undefined;
  const overdue = state === 'on-loan' && millis(loan.due) < millis(at) ? loan.due : undefined;
  const since = lost ?? overdue;
  if (since === undefined) return [];
  const stage = lost === undefined ? 'overdue' : 'lost';
  const branches = [...new Set([loan.checkoutBranch, home])];
  return branches.map((branchId) => ({ branchId, stage, since, loanId: loan.loanId, itemId }));
};

/** Returns whether two entries are the same. */
export const sameEntry = (one: LateLoan, other: LateLoan): boolean =>
  one.branchId === other.branchId &&
  one.stage === other.stage &&
  one.since === other.since &&
  one.loanId === other.loanId;

/**
 * Returns the effect of an item's change on the late lists: the entries that end, and new ones of a lost item. A loan becomes overdue
 * without a change; the scheduled check adds it.
 */
export const lateLoanChanges = ({ before, after }: Pick<ItemChange, 'before' | 'after'>, at: string) => {
  const [was, is] = [before ? lateLoans(before, at) : [], lateLoans(after, at)];
  const without = (these: LateLoan[], those: LateLoan[]) =>
    these.filter((one) => !those.some((other) => sameEntry(one, other)));
  return { ended: without(was, is), lost: without(is, was).filter(({ stage }) => stage === 'lost') };
};

/**
 * Returns whether an entry is shown on the list of a whole member: only that of the lending branch when the home branch belongs to the
 * same member.
 */
export const shownForMember = ({ branchId }: LateLoan, { loan }: ItemCirculation): boolean => {
  const lender = loan?.checkoutBranch ?? branchId;
  return branchId === lender || memberOfBranch(lender) !== memberOfBranch(branchId);
};
