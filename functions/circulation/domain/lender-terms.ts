import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { ResolvedRule } from '../../../layers/records/policies/domain/resolve.ts';
import type { Fact } from '../../items/public/facts.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import { countedDown } from './checkin-close-loan.ts';
import { type Decided, nothingYet } from './decision.ts';
import { oneChange } from './one-change.ts';
import { overdueCharge } from './overdue-charge.ts';
import type { CirculationPolicies } from './policies.ts';
import { recalledDue } from './recall.ts';

/** An item that is lent; of other items a lender's word changes nothing. */
export type LentItem = ItemCirculation & { loan: Loan };

/** Whether the lender's word moves a loan: it goes on, neither lost nor claimed to be returned. */
export const isLentOn = (item: ItemCirculation | undefined): item is LentItem =>
  item?.loan !== undefined && item.state === 'on-loan';

const about = ({ itemId, memberId: owner, loan }: LentItem, at: string): Omit<Fact, 'name'> => ({
  ...{ at, members: { owner, patron: loan.patronMember }, itemId },
  ...{ loanId: loan.loanId, patronId: loan.patronId },
});

/** What a longer loan is decided on: until when, by the lender's word; `calendar` and `ids` for a fine until now. */
export type Longer = {
  item: LentItem;
  due: string;
  at: string;
  calendar: BranchCalendar;
  ids: { bill: string; entry: string };
};

/**
 * The loan of an item whose lender let it be kept longer (C68, between libraries): due when the lender says. As at any
 * renewal the days that were late are fined before the new date hides them, and a recall is over.
 */
export const lentLonger = ({ item, due, at, calendar, ids }: Longer): Decided => {
  const out = nothingYet();
  const { recalledAt: _, ...remaining } = item.loan;
  const charge = overdueCharge({ item, loan: item.loan, until: at, at, ids, calendar });
  const fined = (remaining.fined ?? 0) + (charge?.amount ?? 0);
  const loan: Loan = { ...remaining, due, renewals: remaining.renewals + 1, ...(fined > 0 && { fined }) };
  out.changes.item = { after: { ...item, loan, v: item.v + 1 }, expect: item.v };
  out.facts.push({ name: 'loan-renewed', ...about(item, at), detail: { due, renewals: loan.renewals } });
  if (charge === undefined) return out;
  out.changes.patrons.push({ patronId: loan.patronId, add: { owed: charge.amount }, limits: [] });
  out.changes.bills.push(charge.bill);
  out.postings.push(charge.posting);
  out.facts.push({ name: 'fine-charged', ...about(item, at), detail: charge.detail });
  return out;
};

/** What a shorter loan is decided on: the rule of the loan, the calendar that its due date follows, and by when (`named`) the lender wants it. */
export type Shorter = {
  item: LentItem;
  rule: ResolvedRule;
  calendar: BranchCalendar;
  at: string;
  policies: CirculationPolicies;
  named?: string | undefined;
};

/**
 * The loan of an item that its lender wants back: due as by any recall (C70), with the days that the borrower has for certain;
 * where the lender names a later day than that, until then, and never later than it was.
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
 * The end of an item of a library outside, when that has it again or gave it up: withdrawn, a loan that stands open is
 * over and counted no more; its bills stay. `before` is what was decided of it in the same write, if anything.
 */
export const givenBack = (item: ItemCirculation, at: string, before: Decided = nothingYet()): Decided => {
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
