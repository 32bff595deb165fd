import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import type { Bill } from '../decisions/decision.ts';
import { overdueFine } from './fine.ts';

/** The basis of a loan's overdue fine: the end of the overdue period, the time of the charge, and the calendar of its checkout. */
export type Overdue = {
  item: ItemCirculation;
  loan: Loan;
  until: string;
  at: string;
  ids: { bill: string; entry: string };
  calendar: BranchCalendar;
};

/** A fine to charge, in minor units: its bill, its ledger entry, and the detail of its fact. */
export type OverdueCharge = { amount: number; bill: Bill; posting: Posting; detail: NonNullable<Fact['detail']> };

/**
 * Charges a loan's overdue fine (C71), at its end or at its renewal; undefined when no fine is due. The fine belongs to the lending
 * desk, wherever the item is returned or renewed (C74).
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
