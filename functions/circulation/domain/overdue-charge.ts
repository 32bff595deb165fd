import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Posting } from '../../../layers/records/ledger/domain/post.ts';
import type { Fact } from '../../items/public/facts.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import type { Bill } from './decision.ts';
import { overdueFine } from './fine.ts';

/** What a loan's overdue fine is charged on: until when it was late, when that is charged, and the calendar of its checkout. */
export type Overdue = {
  item: ItemCirculation;
  loan: Loan;
  until: string;
  at: string;
  ids: { bill: string; entry: string };
  calendar: BranchCalendar;
};

/** A fine to be charged, in minor units: its bill, its ledger entry, and what its fact says. */
export type OverdueCharge = { amount: number; bill: Bill; posting: Posting; detail: NonNullable<Fact['detail']> };

/**
 * Charges a loan's overdue (C71), at its end or at its renewal; nothing when it is not fined. The overdue belongs to the
 * desk that lent, wherever the item comes back or is renewed (C74).
 */
export const overdueCharge = ({ item, loan, until, at, ids, calendar }: Overdue): OverdueCharge | undefined => {
  const { amount, late } = overdueFine(loan.terms, loan.due, until, calendar, loan.fined);
  if (amount === 0) return undefined;
  const { loanId, patronId, checkoutBranch } = loan;
  const { currency } = loan.terms;
  const member = memberOfBranch(checkoutBranch);
  const kind = 'fine-charged' as const;
  const centre = loan.costCentre === undefined ? {} : { costCentre: loan.costCentre };
  const bill = { billId: ids.bill, loanId, patronId, itemId: item.itemId, member, amount, currency, at, ...centre };
  const booked = { entryId: ids.entry, at, kind, currency, causeId: ids.bill, memo: 'overdue', ...centre };
  return {
    amount,
    bill: { ...bill, kind: 'overdue' },
    posting: { ...booked, member, amount },
    detail: { amount, currency, ...late },
  };
};
