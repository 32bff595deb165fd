import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { closeLoan, ERASED } from './checkin-close-loan.ts';
import { dropClaim, endTransit, fact, newDraft } from './checkin-draft.ts';
import type { CheckinRequest } from './checkin-request.ts';
import type { Decided, Decision } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import { homeAgain, isInterlibraryItem } from './interlibrary-item.ts';
import { LIBRARY_CATEGORY } from './lend-to-library.ts';
import { giveBackHold } from './mark-item.ts';
import { oneChange } from './one-change.ts';
import { ruleFor } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

/** A check-in of an item found damaged. */
export type DamageRequest = CheckinRequest & {
  /** Who is to pay: who has the item, or, when it is not lent any more, whom the desk names. */
  patron?: PatronStatus;
  /** Minor units, where it is not the owner's rule's own charge; 0 charges nothing. */
  amount?: number;
  damageIds: { bill: string; entry: string };
};

// What nobody can have in the hand, or is gone for good.
const absent: readonly ItemState[] = ['on-order', 'withdrawn'];

const chargeOf = ({ item, patron, amount, policies }: DamageRequest): number => {
  if (amount !== undefined) return amount;
  if (patron === undefined) return 0;
  return ruleFor(policies, item, item.loan?.checkoutBranch ?? item.currentBranch, patron).values.damageCharge;
};

/** Whether it came home from a loan between libraries, and no patron of ours had it: then the other library is to pay. */
const isFromLibrary = ({ item, branchId, patron }: DamageRequest): boolean => {
  const had = item.loan?.patronId;
  const byNobody = had === undefined ? patron === undefined : isPartner(had);
  return item.request !== undefined && !isInterlibraryItem(item, branchId) && byNobody;
};

/** What the owner claims of the library that had it: as the desk says, else the owner's charge for loans to libraries. */
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
 * Decides a check-in of a damaged item: its loan ends as by any check-in (fine, refund, counters), its owner's charge is
 * billed to who had it, and the item stays aside as damaged. A hold that it was set aside for waits again at its place, and
 * its log says why (C48). Home from a loan between libraries it charges no patron: what its owner claims of the library is noted with it.
 * Refuses an item that cannot be in a hand, and a charge without anybody to charge.
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
