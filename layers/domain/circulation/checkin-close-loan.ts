import { millis } from '../calendar/days.ts';
import { memberOfBranch } from '../identity/roles.ts';
import { type Draft, fact } from './checkin-draft.ts';
import { overdueFine } from './fine.ts';
import type { Loan } from './item-circulation.ts';
import type { CounterDeltas } from './patron-standing.ts';
import { calendarBranch } from './policies.ts';

const returnTime = ({ request }: Draft, loan: Loan): string => {
  const { at, returnedAt } = request;
  if (returnedAt === undefined || millis(returnedAt) > millis(at) || millis(returnedAt) < millis(loan.checkedOutAt))
    return at;
  return returnedAt;
};

const about = (loan: Loan) => ({ loanId: loan.loanId, patronId: loan.patronId });

const factAbout = ({ item, request }: Draft, loan: Loan) => ({
  ...about(loan),
  members: { owner: item.memberId, desk: memberOfBranch(request.branchId), patron: loan.patronMember },
});

const chargeFine = (draft: Draft, loan: Loan): number => {
  const { item, request } = draft;
  const claimed = item.state === 'claimed-returned';
  if (claimed && request.claimEnds !== 'returned-by-patron') return 0;
  // Fines stopped when the patron claimed to have returned it (C72).
  const until = claimed && loan.claimedAt ? loan.claimedAt : returnTime(draft, loan);
  const branch = calendarBranch(request.policies, item, loan.checkoutBranch);
  const { amount, days } = overdueFine(loan.terms, loan.due, until, request.calendarOf(branch));
  if (amount === 0) return 0;
  // The overdue belongs to the desk that lent, wherever the item comes back (C74).
  const member = memberOfBranch(loan.checkoutBranch);
  const { at, ids } = request;
  const { currency } = loan.terms;
  draft.out.changes.bills.push({
    billId: ids.bill,
    ...about(loan),
    itemId: item.itemId,
    member,
    kind: 'overdue',
    amount,
    currency,
    at,
  });
  draft.out.postings.push({
    entryId: ids.fineEntry,
    at,
    kind: 'fine-charged',
    currency,
    causeId: ids.bill,
    memo: 'overdue',
    member,
    amount,
  });
  draft.out.facts.push(fact(draft, 'fine-charged', { ...factAbout(draft, loan), detail: { amount, currency, days } }));
  return amount;
};

const refundLost = (draft: Draft, loan: Loan): number => {
  const { item, request } = draft;
  if (loan.lost === undefined || loan.lost.amount === 0) return 0;
  const { amount, billId } = loan.lost;
  const { currency } = loan.terms;
  const entry = { entryId: request.ids.refundEntry, at: request.at, currency, causeId: billId, memo: 'lost-returned' };
  draft.out.postings.push({ ...entry, kind: 'lost-item-refunded', member: item.memberId, amount });
  draft.out.facts.push(fact(draft, 'lost-refunded', { ...factAbout(draft, loan), detail: { amount, currency } }));
  return amount;
};

/**
 * The second step of C1: the loan ends, its counters go down, a late one is fined (C71), a lost one has its charge
 * taken back and its overdue restored (C73). A second check-in finds no loan, so nothing is charged or refunded twice.
 */
export const closeLoan = (draft: Draft): void => {
  const { loan, ...rest } = draft.item;
  if (loan === undefined) return;
  const refund = refundLost(draft, loan);
  const owed = chargeFine(draft, loan) - refund;
  const add: CounterDeltas = { loans: -1, ...(owed !== 0 && { owed }) };
  for (const group of loan.groups ?? []) add[`group:${group}`] = -1;
  draft.out.changes.patrons.push({ patronId: loan.patronId, add, limits: [] });
  draft.out.facts.push(fact(draft, 'loan-closed', factAbout(draft, loan)));
  draft.item = { ...rest, state: 'available' };
};
