import { addDays, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Loan } from '../../../items/public/loan.ts';
import type { CounterDeltas } from '../../../patrons/public/counters.ts';
import { calendarBranch } from '../decisions/policies.ts';
import { overdueCharge } from '../money/overdue-charge.ts';
import { type Draft, fact } from './checkin-draft.ts';

const returnTime = ({ request }: Draft, loan: Loan): string => {
  const { at, madeAt, returnedAt = madeAt } = request;
  if (returnedAt === undefined || millis(returnedAt) > millis(at) || millis(returnedAt) < millis(loan.checkedOutAt))
    return at;
  return returnedAt;
};

const about = (loan: Loan) => ({ loanId: loan.loanId, patronId: loan.patronId });

const factAbout = ({ item, request }: Draft, loan: Loan) => ({
  ...about(loan),
  members: { owner: item.memberId, desk: memberOfBranch(request.branchId), patron: loan.patronMember },
});

/** The placeholder for an erased patron on an item that was lost and paid for: nobody can be refunded or charged. */
export const ERASED = 'erased';

/** Returns whether payments of a lost item's charges are still refunded: for ever, or to the end of a local day at the branch. */
const isCredited = (
  { request, item }: Draft,
  { terms: { creditDays }, checkoutBranch }: Loan,
  lostAt: string,
): boolean => {
  const calendar = request.calendarOf(calendarBranch(request.policies, item, checkoutBranch));
  const day = (at: string) => localDay(calendar, at);
  return creditDays === undefined || day(request.at) <= addDays(day(lostAt), creditDays);
};

/** Returns what the return of a lost item reverses: its whole charge or, when payments are no longer refunded, at most the open amount. */
const refundable = (draft: Draft, loan: Loan): { amount: number; open?: number } => {
  const { lost, terms, patronId } = loan;
  if (lost === undefined || terms.noRefund || patronId === ERASED) return { amount: 0 };
  if (isCredited(draft, loan, lost.at)) return { amount: lost.amount };
  const open = draft.request.lostBill?.open ?? 0;
  return { amount: Math.max(0, Math.min(lost.amount, open)), open };
};

/**
 * Returns the end of a loan's overdue period. A claim of return stops its fine (C72), and so does its loss, which was charged instead
 * (C73).
 */
const fineEnds = (draft: Draft, loan: Loan): string | undefined => {
  const { item, request } = draft;
  if (loan.patronId === ERASED) return undefined;
  if (item.state === 'claimed-returned') {
    return request.claimEnds === 'returned-by-patron' ? (loan.claimedAt ?? returnTime(draft, loan)) : undefined;
  }
  const returned = returnTime(draft, loan);
  if (loan.lost === undefined) return returned;
  // The overdue fine is restored when the lost charge is reversed; while the lost charge remains, the patron does not pay both.
  const stands = loan.lost.amount > 0 && refundable(draft, loan).amount === 0;
  if (stands || loan.terms.noOverdue) return undefined;
  return millis(loan.lost.at) < millis(returned) ? loan.lost.at : returned;
};

const chargeFine = (draft: Draft, loan: Loan): number => {
  const { item, request } = draft;
  const until = fineEnds(draft, loan);
  if (until === undefined) return 0;
  const calendar = request.calendarOf(calendarBranch(request.policies, item, loan.checkoutBranch));
  const ids = { bill: request.ids.bill, entry: request.ids.fineEntry };
  const charge = overdueCharge({ item, loan, until, at: request.at, ids, calendar });
  if (charge === undefined) return 0;
  const { amount, bill, posting, detail } = charge;
  draft.out.changes.bills.push(bill);
  draft.out.postings.push(posting);
  draft.out.facts.push(fact(draft, 'fine-charged', { ...factAbout(draft, loan), detail }));
  return amount;
};

const refundLost = (draft: Draft, loan: Loan): number => {
  const { item, request } = draft;
  const { amount, open } = refundable(draft, loan);
  if (loan.lost === undefined || amount === 0) return 0;
  const { billId } = loan.lost;
  const { patronId } = loan;
  const { currency } = loan.terms;
  const centre = loan.costCentre === undefined ? {} : { costCentre: loan.costCentre };
  const booked = { at: request.at, currency, causeId: billId, memo: 'lost-returned', ...centre };
  const entry = { entryId: request.ids.refundEntry, ...booked };
  draft.out.changes.refund = { patronId, billId, amount, at: request.at, ...(open !== undefined && { open }) };
  draft.out.postings.push({ ...entry, kind: 'lost-item-refunded', member: item.memberId, amount });
  draft.out.facts.push(fact(draft, 'lost-refunded', { ...factAbout(draft, loan), detail: { amount, currency } }));
  return amount;
};

/** Takes the processing fee of a lost item back as its charge, where the terms say so. Returns the amount. */
const refundProcessing = (draft: Draft, loan: Loan): number => {
  const { item, request } = draft;
  const { lost, terms, patronId, costCentre } = loan;
  const { feeBill: bill, at, ids } = request;
  if (lost === undefined || bill === undefined || patronId === ERASED) return 0;
  // Where the charge itself stays, so does its fee.
  if (!terms.processingRefunded || terms.noRefund) return 0;
  const { billId, open } = bill;
  const amount = isCredited(draft, loan, lost.at) ? bill.amount : Math.max(0, Math.min(bill.amount, open));
  if (amount === 0) return 0;
  const centre = costCentre === undefined ? {} : { costCentre };
  const entry = { entryId: ids.feeRefundEntry, at, currency: terms.currency, causeId: billId, memo: 'lost-returned' };
  draft.out.changes.feeRefund = { patronId, billId, amount, at, open };
  draft.out.postings.push({ ...entry, ...centre, kind: 'lost-item-refunded', member: item.memberId, amount });
  return amount;
};

/** Returns the decrements of the patron's counters at a loan's end: what its checkout added. */
export const countedDown = ({ groups = [] }: Loan): CounterDeltas =>
  Object.fromEntries([['loans', -1], ...groups.map((group) => [`group:${group}`, -1])]);

/**
 * The second step of C1: ends the loan, decrements its counters, fines a late one (C71), and reverses the charge of a lost one and
 * restores its overdue fine (C73). A second check-in finds no loan, so nothing is charged or refunded twice.
 */
export const closeLoan = (draft: Draft): void => {
  const { loan, ...rest } = draft.item;
  if (loan === undefined) return;
  const refund = refundLost(draft, loan) + refundProcessing(draft, loan);
  const owed = chargeFine(draft, loan) - refund;
  // The library had the item all the time: the claim was right and does not count against the patron.
  const wasRight = draft.item.state === 'claimed-returned' && draft.request.claimEnds === 'found-by-library';
  // The counters of a lost and paid loan were decremented at the payment.
  const ended = loan.lost?.paid === true;
  const add: CounterDeltas = {
    ...(!ended && countedDown(loan)),
    ...(wasRight && { claims: -1 }),
    ...(owed !== 0 && { owed }),
  };
  if (Object.keys(add).length > 0) draft.out.changes.patrons.push({ patronId: loan.patronId, add, limits: [] });
  if (!ended) draft.out.facts.push(fact(draft, 'loan-closed', factAbout(draft, loan)));
  draft.item = { ...rest, state: 'available' };
};
