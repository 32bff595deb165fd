import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { ItemState } from '../../../items/public/item-states.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { closeLoan, ERASED } from '../checkin/checkin-close-loan.ts';
import { dropClaim, endTransit, fact, newDraft } from '../checkin/checkin-draft.ts';
import type { CheckinRequest } from '../checkin/checkin-request.ts';
import type { Decided, Decision } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { oneChange } from '../decisions/one-change.ts';
import { ruleFor } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { homeAgain, isInterlibraryItem } from '../loans/interlibrary-item.ts';
import { LIBRARY_CATEGORY } from '../loans/lend-to-library.ts';
import { giveBackHold } from './mark-item.ts';

/** A check-in of a damaged item. */
export type DamageRequest = CheckinRequest & {
  /** The patron to charge: the borrower or, when the item is no longer on loan, the patron whom the desk names. */
  patron?: PatronStatus;
  /** Minor units; replaces the charge of the owner's rule. 0 charges nothing. */
  amount?: number;
  damageIds: { bill: string; entry: string };
};

// States in which nobody can have the item at a desk.
const absent: readonly ItemState[] = ['on-order', 'withdrawn'];

const chargeOf = ({ item, patron, amount, policies }: DamageRequest): number => {
  if (amount !== undefined) return amount;
  if (patron === undefined) return 0;
  return ruleFor(policies, item, item.loan?.checkoutBranch ?? item.currentBranch, patron).values.damageCharge;
};

/** Returns whether the item came home from an interlibrary loan and no patron of ours had it; the other library then pays. */
const isFromLibrary = ({ item, branchId, patron }: DamageRequest): boolean => {
  const had = item.loan?.patronId;
  const byNobody = had === undefined ? patron === undefined : isPartner(had);
  return item.request !== undefined && !isInterlibraryItem(item, branchId) && byNobody;
};

/** Returns the owner's claim against the library that had it: the desk's amount, otherwise the owner's charge for loans to libraries. */
const claimOf = (request: DamageRequest): number => {
  const { item, amount, policies } = request;
  if (!isFromLibrary(request)) return 0;
  const borrower = { homeMember: item.memberId, category: LIBRARY_CATEGORY };
  return amount ?? ruleFor(policies, item, item.branchId, borrower).values.damageCharge;
};

const setAside = (item: ItemCirculation, { branchId, at }: DamageRequest, claim: number): ItemCirculation => {
  const seen = { currentBranch: branchId, lastCheckin: { at, branchId } };
  const aside = { at, reason: 'damaged', ...(claim > 0 && { claim }) };
  return { ...homeAgain(item, branchId), state: 'damaged', ...seen, aside };
};

const bill = (out: Decided, request: DamageRequest, patronId: string, amount: number): void => {
  const { item, at, damageIds: ids, branchId, policies } = request;
  const { currency } = policies.loanRules.body;
  const { itemId, memberId: member, loan } = item;
  const about = { patronId, itemId, ...(loan && { loanId: loan.loanId }) };
  const centre = loan?.costCentre === undefined ? {} : { costCentre: loan.costCentre };
  out.changes.patrons.push({ patronId, add: { owed: amount }, limits: [] });
  out.changes.bills.push({ billId: ids.bill, ...about, member, kind: 'damaged', amount, currency, at, ...centre });
  const posting = { entryId: ids.entry, at, kind: 'fee-charged' as const, currency, causeId: ids.bill };
  out.postings.push({ ...posting, ...centre, memo: 'damaged-item', member, amount });
  const members = { owner: member, desk: memberOfBranch(branchId), ...(loan && { patron: loan.patronMember }) };
  out.facts.push({ name: 'damage-charged', at, members, ...about, branchId, detail: { amount, currency } });
};

/**
 * Decides a check-in of a damaged item: its loan ends as in any check-in (fine, refund, counters), the owner's charge is billed to the
 * borrower, and the item is set aside as damaged. A hold that it was reserved for waits again at its place, and its log records the
 * reason (C48). Home from an interlibrary loan, no patron is charged: the owner's claim against the library is recorded instead. Refuses
 * an item in a state that excludes a check-in, and a charge without a patron.
 */
export const decideDamage = (request: DamageRequest): Decision<RefusalFor<'damage'>> => {
  const { item, patron } = request;
  const had = item.loan?.patronId;
  const payer = had === undefined || had === ERASED ? patron?.patronId : had;
  const claim = claimOf(request);
  const amount = isFromLibrary(request) ? 0 : chargeOf(request);
  const checks: Finding<RefusalFor<'damage'>>[] = [
    finding('item-wrong-state', !absent.includes(item.state), `The item is ${item.state}`),
    finding('nobody-to-charge', amount === 0 || payer !== undefined, `To be charged: ${amount}`),
  ];
  const explain = { checks };
  const refused = refusalsIn(checks);
  if (refused.length > 0) return { refused, explain };
  const draft = newDraft(request);
  closeLoan(draft);
  endTransit(draft, 'transit-cancelled');
  const { out } = draft;
  giveBackHold(out, request, 'not-fit');
  dropClaim(draft);
  if (payer !== undefined && amount > 0) bill(out, request, payer, amount);
  out.changes.patrons = oneChange(out.changes.patrons);
  out.facts.push(fact(draft, 'item-marked', { detail: { from: item.state, to: 'damaged' } }));
  const { placed: _placed, ...remaining } = draft.item;
  out.changes.item = { after: { ...setAside(remaining, request, claim), v: item.v + 1 }, expect: item.v };
  return { ...out, explain };
};
