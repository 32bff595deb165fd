import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan, LostCharge } from '../../../items/public/loan.ts';
import { isLost } from '../../../items/public/loan-is-lost.ts';
import type { CounterDeltas } from '../../../patrons/public/counters.ts';
import { countedDown } from '../checkin/checkin-close-loan.ts';
import { type Decided, type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { RefusalFor } from '../decisions/refusals.ts';

/** The input of a declaration about a loan; `branchId` is the desk's branch, if any. */
export type DeclarationRequest = { item: ItemCirculation; at: string; branchId?: string };

/** Ids of the bills of the charge and of the processing fee, and of their ledger entries, used if needed. */
type ChargeIds = { ids: { bill: string; entry: string; feeBill: string; feeEntry: string } };

/** The input of aging; `calendar` is that of `calendarBranch(policies, item, loan.checkoutBranch)`. */
type AgeRequest = DeclarationRequest & ChargeIds & { calendar: BranchCalendar };

const declarable = (item: ItemCirculation): Finding<Exclude<RefusalFor<'declareLost'>, 'not-your-loan'>>[] => [
  finding('not-on-loan', item.loan !== undefined, `The item is ${item.state}`),
  finding('loan-lost', !isLost(item), `The item is ${item.state}`),
  finding('loan-claimed', item.state !== 'claimed-returned', `The item is ${item.state}`),
];

const about = ({ item, at, branchId }: DeclarationRequest, loan: Loan): Omit<Fact, 'name'> => ({
  at,
  members: { owner: item.memberId, patron: loan.patronMember },
  itemId: item.itemId,
  loanId: loan.loanId,
  patronId: loan.patronId,
  ...(branchId && { branchId }),
});

/** Returns whether a member is a party of a loan: it owns the item, lent it, or is the patron's home library. */
export const isLoanParty = ({ memberId, loan }: ItemCirculation, branchId: string): boolean => {
  const parties = loan ? [memberId, memberOfBranch(loan.checkoutBranch), loan.patronMember] : [memberId];
  return parties.includes(memberOfBranch(branchId));
};

/** Only a party of the loan may declare something about it at a desk; an automatic rule has no desk. */
const partyFinding = ({ item, branchId }: DeclarationRequest): Finding<'not-your-loan'> => {
  const theirs = item.loan === undefined || branchId === undefined || isLoanParty(item, branchId);
  const why = theirs ? 'This library has a part in the loan' : 'Ask its owner, its lender or the patron’s home library';
  return finding('not-your-loan', theirs, why);
};

const declarableBy = (request: DeclarationRequest): Finding<RefusalFor<'declareLost'>>[] => [
  ...declarable(request.item),
  partyFinding(request),
];

/** Adds to what a decision changes of the borrower's counters: one transaction writes a status once. */
const addCounters = ({ changes: { patrons } }: Decided, { patronId }: Loan, add: CounterDeltas): void => {
  const known = patrons.find((one) => one.patronId === patronId);
  if (known) known.add = { ...known.add, ...add, owed: (known.add.owed ?? 0) + (add.owed ?? 0) };
  else patrons.push({ patronId, add, limits: [] });
};

/** Marks a lost loan without an open charge as settled: it is no longer counted, and stays with the item for its return. */
const settle = (out: Decided, request: DeclarationRequest, loan: Loan, lost: LostCharge): Decided => {
  const { item } = request;
  const settled: Loan = { ...loan, lost: { ...lost, paid: true } };
  out.changes.item = { after: { ...item, state: 'lost-and-paid', loan: settled, v: item.v + 1 }, expect: item.v };
  addCounters(out, loan, countedDown(loan));
  out.facts.push({ name: 'loan-closed', ...about(request, loan) });
  return out;
};

/** Charges the processing fee of an item that becomes lost; returns what the loss records of it. */
const chargeProcessing = (
  out: Decided,
  { item: { itemId, memberId: member }, at, ids }: DeclarationRequest & ChargeIds,
  loan: Loan,
): Pick<LostCharge, 'feeBillId'> => {
  const { patronId, loanId, costCentre } = loan;
  const { processing: amount = 0, currency } = loan.terms;
  if (amount === 0) return {};
  const centre = costCentre === undefined ? {} : { costCentre };
  const bill = { billId: ids.feeBill, patronId, loanId, itemId, member, amount, currency, at, ...centre };
  addCounters(out, loan, { owed: amount });
  out.changes.bills.push({ ...bill, kind: 'lost-processing' });
  const entry = { entryId: ids.feeEntry, at, kind: 'lost-item-charged' as const, currency, causeId: ids.feeBill };
  out.postings.push({ ...entry, ...centre, memo: 'lost-processing', member, amount });
  return { feeBillId: ids.feeBill };
};

const losing = (request: DeclarationRequest & ChargeIds, loan: Loan, how: 'declared-lost' | 'aged-to-lost') => {
  const { item, at, ids } = request;
  const { lost: amount, currency } = loan.terms;
  const out = nothingYet();
  const fee = chargeProcessing(out, request, loan);
  const lost: LostCharge = { at, billId: ids.bill, amount, ...fee, ...(how === 'aged-to-lost' && { aged: true }) };
  out.facts.push({ name: 'item-lost', ...about(request, loan), ...(lost.aged && { detail: { how } }) });
  // A zero charge is settled immediately, since no payment would ever settle it.
  if (amount === 0) return settle(out, request, loan, lost);
  out.changes.item = { after: { ...item, state: 'lost', loan: { ...loan, lost }, v: item.v + 1 }, expect: item.v };
  const { itemId, memberId: member } = item;
  const { patronId, loanId } = loan;
  const centre = loan.costCentre === undefined ? {} : { costCentre: loan.costCentre };
  const bill = { billId: ids.bill, patronId, loanId, itemId, member, amount, currency, at, ...centre };
  addCounters(out, loan, { owed: amount });
  out.changes.bills.unshift({ ...bill, kind: 'lost' });
  const entry = { entryId: ids.entry, at, kind: 'lost-item-charged' as const, currency, causeId: ids.bill, memo: how };
  out.postings.push({ ...entry, ...centre, member, amount });
  out.facts.push({ name: 'lost-charged', ...about(request, loan), detail: { amount, currency } });
  return out;
};

/**
 * Declares a loan lost: its owner's charge, as stored with the loan, is billed and recorded on the loan, so that a return reverses
 * exactly that amount (C73, C74); a zero charge is settled immediately. Refuses an item that is not on loan, already lost, or claimed
 * returned (C72), and a library that is not a party of the loan.
 */
export const declareLost = (request: DeclarationRequest & ChargeIds): Decision<RefusalFor<'declareLost'>> => {
  const { item } = request;
  const explain = { checks: declarableBy(request) };
  const refused = refusalsIn(declarableBy(request));
  if (refused.length > 0 || item.loan === undefined) return { refused, explain };
  return { ...losing(request, item.loan, 'declared-lost'), explain };
};

/**
 * Returns the instant at which a loan ages to lost by its own terms: the end of that many days after the due day, in the branch's time
 * zone. Undefined when it never does.
 */
export const agesAt = ({ due, terms }: Pick<Loan, 'due' | 'terms'>, calendar: BranchCalendar): string | undefined =>
  terms.age === undefined ? undefined : dueAtEndOf(calendar, addDays(localDay(calendar, due), terms.age));

/**
 * Ages a loan to lost: charged as a declared loss. Refuses an item claimed returned, which never ages (C72), one already lost, so that a
 * second run changes nothing, and one that is not overdue for long enough.
 */
export const ageLoan = (request: AgeRequest): Decision<RefusalFor<'ageLoan'>> => {
  const { item, at, calendar } = request;
  const when = item.loan && agesAt(item.loan, calendar);
  const ripe = when !== undefined && millis(when) <= millis(at);
  const checks: Finding<RefusalFor<'ageLoan'>>[] = [
    ...declarable(item),
    finding('not-aged', ripe, when === undefined ? 'It never ages' : `It ages at ${when}`),
  ];
  const refused = refusalsIn(checks);
  if (refused.length > 0 || item.loan === undefined) return { refused, explain: { checks } };
  return { ...losing(request, item.loan, 'aged-to-lost'), explain: { checks } };
};

/**
 * Records the patron's claim that the item was returned: fines stop, the loan never ages to lost, and the patron's claims are counted
 * (C72).
 */
export const claimReturned = (request: DeclarationRequest): Decision<RefusalFor<'claimReturned'>> => {
  const { item, at } = request;
  const explain = { checks: declarableBy(request) };
  const refused = refusalsIn(declarableBy(request));
  const { loan } = item;
  if (refused.length > 0 || loan === undefined) return { refused, explain };
  const out = nothingYet();
  out.changes.item = {
    after: { ...item, state: 'claimed-returned', loan: { ...loan, claimedAt: at }, v: item.v + 1 },
    expect: item.v,
  };
  out.changes.patrons.push({ patronId: loan.patronId, add: { claims: 1 }, limits: [] });
  out.facts.push({ name: 'item-claimed-returned', ...about(request, loan) });
  return { ...out, explain };
};

/**
 * Ends a claim of return with the item not found: the loan ends, nothing is charged, the item is missing (C72). The operation stores the
 * mandatory comment in the audit.
 */
export const claimMissing = (request: DeclarationRequest): Decision<RefusalFor<'claimMissing'>> => {
  const { item } = request;
  const { loan, ...rest } = item;
  const checks: Finding<RefusalFor<'claimMissing'>>[] = [
    finding('not-claimed', item.state === 'claimed-returned' && loan !== undefined, `The item is ${item.state}`),
    partyFinding(request),
  ];
  const refused = refusalsIn(checks);
  if (refused.length > 0 || loan === undefined) return { refused, explain: { checks } };
  const out = nothingYet();
  out.changes.item = { after: { ...rest, state: 'missing', v: item.v + 1 }, expect: item.v };
  out.changes.patrons.push({ patronId: loan.patronId, add: countedDown(loan), limits: [] });
  out.facts.push(
    { name: 'loan-closed', ...about(request, loan) },
    { name: 'item-marked', ...about(request, loan), detail: { from: item.state, to: 'missing' } },
  );
  return { ...out, explain: { checks } };
};

/**
 * Settles a lost item when its charge is fully paid: the loan is no longer counted, and stays with the item for a refund (C73). A waived
 * amount is deducted from the charge, settled or not. Undefined when the bill is not that of this loss, or part of it is open.
 */
export const settleLost = (request: DeclarationRequest, bill: { billId: string; open: number; waived?: number }) => {
  const { item } = request;
  const { loan } = item;
  const { open, waived = 0 } = bill;
  if (item.state !== 'lost' || loan?.lost?.billId !== bill.billId || (open > 0 && waived === 0)) return undefined;
  const out = nothingYet();
  // A return reverses only the rest: a waived amount was never paid and is not open.
  const lost = { ...loan.lost, amount: loan.lost.amount - waived };
  if (open > 0) {
    out.changes.item = { after: { ...item, loan: { ...loan, lost }, v: item.v + 1 }, expect: item.v };
    return out;
  }
  return settle(out, request, loan, lost);
};
