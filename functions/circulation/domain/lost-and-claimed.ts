import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, localDay, millis } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Fact } from '../../items/public/facts.ts';
import type { ItemCirculation, Loan, LostCharge } from '../../items/public/item-circulation.ts';
import { isLost } from '../../items/public/loan-states.ts';
import { countedDown } from './checkin-close-loan.ts';
import { type Decided, type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { RefusalFor } from './refusals.ts';

/** What a declaration about a loan is decided on; `branchId` where it is made, when at a desk. */
export type DeclarationRequest = { item: ItemCirculation; at: string; branchId?: string };

/** Ids for a bill and its ledger entry, should they be needed. */
type ChargeIds = { ids: { bill: string; entry: string } };

/** What aging is decided on; `calendar` of `calendarBranch(policies, item, loan.checkoutBranch)`. */
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

/** Whether a member has a say in a loan: it owns the item, lent it, or the patron is its own. */
export const isLoanParty = ({ memberId, loan }: ItemCirculation, branchId: string): boolean => {
  const parties = loan ? [memberId, memberOfBranch(loan.checkoutBranch), loan.patronMember] : [memberId];
  return parties.includes(memberOfBranch(branchId));
};

/** Only a party of the loan declares something of it at a desk; a rule that runs by itself stands at none. */
const partyFinding = ({ item, branchId }: DeclarationRequest): Finding<'not-your-loan'> => {
  const theirs = item.loan === undefined || branchId === undefined || isLoanParty(item, branchId);
  const why = theirs ? 'This library has a part in the loan' : 'Ask its owner, its lender or the patron’s home library';
  return finding('not-your-loan', theirs, why);
};

const declarableBy = (request: DeclarationRequest): Finding<RefusalFor<'declareLost'>>[] => [
  ...declarable(request.item),
  partyFinding(request),
];

/** Lost, and nothing of its charge is open: the loan counts no more and stays with the item for its return. */
const settle = (out: Decided, request: DeclarationRequest, loan: Loan, lost: LostCharge): Decided => {
  const { item } = request;
  const settled: Loan = { ...loan, lost: { ...lost, paid: true } };
  out.changes.item = { after: { ...item, state: 'lost-and-paid', loan: settled, v: item.v + 1 }, expect: item.v };
  out.changes.patrons.push({ patronId: loan.patronId, add: countedDown(loan), limits: [] });
  out.facts.push({ name: 'loan-closed', ...about(request, loan) });
  return out;
};

const losing = (request: DeclarationRequest & ChargeIds, loan: Loan, how: 'declared-lost' | 'aged-to-lost') => {
  const { item, at, ids } = request;
  const { lost: amount, currency } = loan.terms;
  const out = nothingYet();
  const lost: LostCharge = { at, billId: ids.bill, amount, ...(how === 'aged-to-lost' && { aged: true }) };
  out.facts.push({ name: 'item-lost', ...about(request, loan), ...(lost.aged && { detail: { how } }) });
  // What costs nothing has nobody to wait for: no payment would ever end it.
  if (amount === 0) return settle(out, request, loan, lost);
  out.changes.item = { after: { ...item, state: 'lost', loan: { ...loan, lost }, v: item.v + 1 }, expect: item.v };
  const { itemId, memberId: member } = item;
  const { patronId, loanId } = loan;
  const centre = loan.costCentre === undefined ? {} : { costCentre: loan.costCentre };
  const bill = { billId: ids.bill, patronId, loanId, itemId, member, amount, currency, at, ...centre };
  out.changes.patrons.push({ patronId, add: { owed: amount }, limits: [] });
  out.changes.bills.push({ ...bill, kind: 'lost' });
  const entry = { entryId: ids.entry, at, kind: 'lost-item-charged' as const, currency, causeId: ids.bill, memo: how };
  out.postings.push({ ...entry, ...centre, member, amount });
  out.facts.push({ name: 'lost-charged', ...about(request, loan), detail: { amount, currency } });
  return out;
};

/**
 * Declares a loan lost: its owner's charge, as kept with the loan, is billed and remembered on the loan, so that a
 * return takes back exactly that (C73, C74); one whose owner charges nothing is settled at once. Refuses an item not lent, lost already, or claimed returned (C72),
 * and a library that has no part in the loan.
 */
export const declareLost = (request: DeclarationRequest & ChargeIds): Decision<RefusalFor<'declareLost'>> => {
  const { item } = request;
  const explain = { checks: declarableBy(request) };
  const refused = refusalsIn(declarableBy(request));
  if (refused.length > 0 || item.loan === undefined) return { refused, explain };
  return { ...losing(request, item.loan, 'declared-lost'), explain };
};

/**
 * The instant at which a loan ages to lost by the terms it was made on: the end of that many days after the day due, as
 * its branch counts them. Nothing when it never does.
 */
export const agesAt = ({ due, terms }: Pick<Loan, 'due' | 'terms'>, calendar: BranchCalendar): string | undefined =>
  terms.age === undefined ? undefined : dueAtEndOf(calendar, addDays(localDay(calendar, due), terms.age));

/**
 * Ages a loan to lost: charged as one declared lost. Refuses what was claimed returned, which never ages (C72), what is
 * lost already, so that a second run changes nothing, and what is not overdue for long enough.
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

/** Records that the patron says the item was brought back: fines stand still, it never ages, and the patron's claims are counted (C72). */
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
 * Ends a claim of return whose item is nowhere: the loan is over, nothing is charged, the item is missing (C72). The
 * mandatory comment is the operation's, for the audit.
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
 * What the payment of the last of a lost item's charge does to the item: lost and paid for, its loan counts no more, and
 * stays with the item for a refund (C73). What is waived of the charge is taken off it, settled or not. Nothing when the bill is not the one of this item's loss, or something of it is open.
 */
export const settleLost = (request: DeclarationRequest, bill: { billId: string; open: number; waived?: number }) => {
  const { item } = request;
  const { loan } = item;
  const { open, waived = 0 } = bill;
  if (item.state !== 'lost' || loan?.lost?.billId !== bill.billId || (open > 0 && waived === 0)) return undefined;
  const out = nothingYet();
  // A return takes back the rest alone: what was waived was never paid, nor is it open.
  const lost = { ...loan.lost, amount: loan.lost.amount - waived };
  if (open > 0) {
    out.changes.item = { after: { ...item, loan: { ...loan, lost }, v: item.v + 1 }, expect: item.v };
    return out;
  }
  return settle(out, request, loan, lost);
};
