import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { countedDown } from '../checkin/checkin-close-loan.ts';
import { type Decided, nothingYet } from '../decisions/decision.ts';
import { contextWith, type Reader, usesChange } from '../decisions/decision-use.ts';
import { oneChange } from '../decisions/one-change.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { overdueCharge } from '../money/overdue-charge.ts';
import { recalledDue } from './recall.ts';

/** An item on loan; the lender's terms change no other items. */
export type LentItem = ItemCirculation & { loan: Loan };

/** Returns whether the lender's terms can change the loan: it is open, neither lost nor claimed returned. */
export const isLentOn = (item: ItemCirculation | undefined): item is LentItem =>
  item?.loan !== undefined && item.state === 'on-loan';

const about = ({ itemId, memberId: owner, loan }: LentItem, at: string): Omit<Fact, 'name'> => ({
  ...{ at, members: { owner, patron: loan.patronMember }, itemId },
  ...{ loanId: loan.loanId, patronId: loan.patronId },
});

/** The input for extending a loan to the lender's new due date; `calendar` and `ids` for a fine until now. A library has no `patron`. */
export type Longer = {
  item: LentItem;
  patron?: Reader | undefined;
  due: string;
  at: string;
  calendar: BranchCalendar;
  ids: { bill: string; entry: string };
};

/**
 * Extends the loan of an item to the due date that its lender allows (C68, between libraries). As at any renewal, days already overdue
 * are fined first, and a recall ends. It is a renewal in the archive of facts, and a use of the library by the patron.
 */
export const lentLonger = ({ item, patron, due, at, calendar, ids }: Longer): Decided => {
  const out = nothingYet();
  const { recalledAt: _, auto: _auto, ...remaining } = item.loan;
  const charge = overdueCharge({ item, loan: item.loan, until: at, at, ids, calendar });
  const fined = (remaining.fined ?? 0) + (charge?.amount ?? 0);
  const loan: Loan = { ...remaining, due, renewals: remaining.renewals + 1, ...(fined > 0 && { fined }) };
  out.changes.item = { after: { ...item, loan, v: item.v + 1 }, expect: item.v };
  out.facts.push({ name: 'loan-renewed', ...about(item, at), detail: { due, renewals: loan.renewals } });
  const use = { month: localDay(calendar, at).slice(0, 7), member: memberOfBranch(loan.checkoutBranch) };
  const uses = patron && usesChange(patron, use);
  const owed = charge && { owed: charge.amount };
  if (owed || uses) {
    out.changes.patrons.push({ patronId: loan.patronId, add: owed ?? {}, limits: [], ...(uses && { uses }) });
  }
  const made = patron ? { ...out, context: contextWith(patron, use, calendar.timeZone) } : out;
  if (charge === undefined) return made;
  out.changes.bills.push(charge.bill);
  out.postings.push(charge.posting);
  out.facts.push({ name: 'fine-charged', ...about(item, at), detail: charge.detail });
  return made;
};

/** The input for recalling a loan: its rule, the calendar of its due date, and the date (`named`) by which the lender wants the item. */
export type Shorter = {
  item: LentItem;
  rule: ResolvedRule;
  calendar: BranchCalendar;
  at: string;
  policies: CirculationPolicies;
  named?: string | undefined;
};

/**
 * Recalls the loan of an item for its lender: due as at any recall (C70), with the borrower's guaranteed days. A later date named by the
 * lender applies instead, but never one later than the current due date.
 */
export const lentShorter = ({ item, rule, calendar, at, policies, named = at }: Shorter): Decided => {
  const out = nothingYet();
  if (item.loan.recalledAt !== undefined) return out;
  const least = recalledDue(item, rule, calendar, at, policies.loanRules.body.closedDays);
  const wanted = millis(named) < millis(item.loan.due) ? named : item.loan.due;
  const due = millis(wanted) > millis(least) ? wanted : least;
  const loan: Loan = { ...item.loan, due, recalledAt: at };
  out.changes.item = { after: { ...item, loan, v: item.v + 1 }, expect: item.v };
  out.facts.push({ name: 'loan-recalled', ...about(item, at), detail: { due } });
  return out;
};

/**
 * Withdraws an item of an external library that has received it back or given it up. An open loan ends and is no longer counted; its
 * bills stay. `before` is a decision on the item in the same write, if any.
 */
export const withdrawReturned = (item: ItemCirculation, at: string, before: Decided = nothingYet()): Decided => {
  const now = before.changes.item?.after ?? item;
  const { loan, transit: _t, hold: _h, aside: _a, placed: _p, ...rest } = now;
  const facts: Fact[] = [...before.facts];
  let patrons = before.changes.patrons;
  if (loan !== undefined && loan.lost?.paid !== true) {
    patrons = oneChange([...patrons, { patronId: loan.patronId, add: countedDown(loan), limits: [] }]);
    facts.push({ name: 'loan-closed', ...about({ ...now, loan }, at) });
  }
  const members = { owner: item.memberId };
  facts.push({ name: 'item-marked', at, members, itemId: item.itemId, detail: { from: item.state, to: 'withdrawn' } });
  const after: ItemCirculation = { ...rest, state: 'withdrawn', v: item.v + 1 };
  return { ...before, facts, changes: { ...before.changes, patrons, item: { after, expect: item.v } } };
};
