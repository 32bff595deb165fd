import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { dueDate } from '../../../../layers/kernel/calendar/due-date.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { type Borrower, type CirculationPolicies, calendarBranch, ruleFor } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { canFill, isWaiting } from '../holds/hold-queue.ts';

/** The input of a recall decision. */
export type RecallRequest = {
  /** The hold for which a loan is recalled. */
  hold: Hold;
  /** All copies of the union record. */
  items: readonly ItemCirculation[];
  /** The queue of the union record, which shows the recalls for other holds. */
  waiting: readonly Hold[];
  /** Returns the patron who has a loan by id, for the rules. */
  patronOf: (patronId: string) => Pick<Borrower, 'category' | 'residence'> | undefined;
  at: string;
  policies: CirculationPolicies;
  calendarOf: (branchId: string) => BranchCalendar | undefined;
  /** The branch of the recall, when at a desk. */
  branchId?: string;
};

type Lent = ItemCirculation & { loan: Loan };

const isLent = (item: ItemCirculation): item is Lent => item.loan !== undefined && item.state === 'on-loan';

const ruleOfLoan = ({ policies, patronOf }: RecallRequest, item: Lent): ResolvedRule => {
  const { category = '', residence } = patronOf(item.loan.patronId) ?? {};
  const borrower = { homeMember: item.loan.patronMember, category, residence };
  return ruleFor(policies, item, item.loan.checkoutBranch, borrower);
};

/** Returns how many waiting holds have recalled a copy. */
const recallsOf = (waiting: readonly Hold[], { itemId }: ItemCirculation): number =>
  waiting.filter((hold) => isWaiting(hold) && hold.recalledItemId === itemId).length;

/**
 * Returns the loan to recall: the one with the fewest recalls, then the earliest due date (C33). Lost and claimed items are never
 * recalled.
 */
const chosen = ({ waiting }: RecallRequest, candidates: readonly Lent[]): Lent | undefined =>
  candidates.toSorted(
    (one, other) =>
      recallsOf(waiting, one) - recallsOf(waiting, other) ||
      millis(one.loan.due) - millis(other.loan.due) ||
      (one.itemId < other.itemId ? -1 : 1),
  )[0];

/** Returns whether the loan recalled for a hold is still outstanding: neither returned nor renewed since. */
const recallStands = ({ hold, items }: RecallRequest): boolean =>
  items.some(({ itemId, loan }) => itemId === hold.recalledItemId && loan?.recalledAt !== undefined);

/** Returns the copies that a recall for this hold may choose from. */
const lentFor = ({ hold, items, policies }: RecallRequest): Lent[] =>
  items.filter(isLent).filter((item) => item.loan.patronId !== hold.patronId && canFill(item, hold, policies));

/**
 * Returns the due date of a recalled loan (C70): the later of the guaranteed days from its checkout and the days for the return, never
 * later than before. A second recall changes nothing; an overdue loan is due later only when the policy says so.
 */
export const recalledDue = (
  { loan }: Lent,
  { values }: ResolvedRule,
  calendar: BranchCalendar,
  at: string,
  closedDays: 'later' | 'earlier' | 'keep',
): string => {
  if (loan.recalledAt !== undefined) return loan.due;
  const strategy = values.closedDays ?? closedDays;
  // The borrower is guaranteed these days: a closed day moves the date later even where the rule is earlier.
  const until = (from: string, days: number) =>
    dueDate({ calendar, from, period: { days }, least: { days }, closedDays: strategy }).due;
  const back = until(at, values.recallReturnDays);
  if (millis(loan.due) < millis(at)) return values.recallExtendsOverdue ? back : loan.due;
  const guaranteed = until(loan.checkedOutAt, values.recallGuaranteedDays);
  const wanted = millis(guaranteed) > millis(back) ? guaranteed : back;
  return millis(wanted) < millis(loan.due) ? wanted : loan.due;
};

/** A decided recall, with the copy as it was read. */
export type RecallDecision =
  | (Extract<Decision<RefusalFor<'recall'>>, { changes: unknown }> & { item: ItemCirculation })
  | Extract<Decision<RefusalFor<'recall'>>, { refused: unknown }>;

const recalling = ({ hold, at, branchId }: RecallRequest, item: Lent, due: string) => {
  const { loan } = item;
  const out = nothingYet();
  const after = { ...item, loan: { ...loan, due, recalledAt: loan.recalledAt ?? at }, v: item.v + 1 };
  out.changes.item = { after, expect: item.v };
  out.changes.holds.push({ after: { ...hold, recalledItemId: item.itemId, v: hold.v + 1 }, expect: hold.v });
  const desk = branchId !== undefined && { desk: memberOfBranch(branchId) };
  out.facts.push({
    name: 'loan-recalled',
    at,
    members: { owner: item.memberId, ...desk, patron: loan.patronMember },
    itemId: item.itemId,
    loanId: loan.loanId,
    patronId: loan.patronId,
    ...(branchId !== undefined && { branchId }),
    detail: { due },
  });
  return out;
};

/**
 * Decides a recall for a waiting hold: the loan that C33 selects becomes due earlier by its owner's rule (C70), and the hold records its
 * copy, so that it has one recall at a time. Refuses a hold that does not wait, a second recall while the first is outstanding, and when
 * no loan can be recalled.
 */
export const decideRecall = (request: RecallRequest): RecallDecision => {
  const { hold, at, policies, calendarOf } = request;
  const lent = lentFor(request);
  const recallable = lent.filter((item) => ruleOfLoan(request, item).values.recallable);
  const item = chosen(request, recallable);
  const calendar = item && calendarOf(calendarBranch(policies, item, item.loan.checkoutBranch));
  const checks: Finding<RefusalFor<'recall'>>[] = [
    finding('hold-wrong-state', hold.state === 'placed', `The hold is ${hold.state}`),
    finding('recalled-already', !recallStands(request), `Recalled: ${hold.recalledItemId ?? 'nothing yet'}`),
    finding('nothing-to-recall', lent.length > 0, `${lent.length} copies are lent that could fill the hold`),
    finding('not-recallable', lent.length === 0 || calendar !== undefined, `${recallable.length} can be recalled`),
  ];
  const refused = refusalsIn(checks);
  if (refused.length > 0 || item === undefined || calendar === undefined) return { refused, explain: { checks } };
  const rule = ruleOfLoan(request, item);
  const due = recalledDue(item, rule, calendar, at, policies.loanRules.body.closedDays);
  const moved = due === item.loan.due ? [] : ['recall'];
  const explain = { checks, rule, policyVersion: policies.loanRules.version, due: { due, moved } };
  return { ...recalling(request, item, due), explain, item };
};
