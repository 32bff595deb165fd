import { memberOfBranch } from '../identity/roles.ts';
import { closeLoan, ERASED } from './checkin-close-loan.ts';
import { dropClaim, endTransit, fact, newDraft } from './checkin-draft.ts';
import type { CheckinRequest } from './checkin-request.ts';
import type { Decided, Decision } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { ItemState } from './item-states.ts';
import { giveBackHold } from './mark-item.ts';
import type { PatronStanding } from './patron-standing.ts';
import { ruleFor } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

/** A check-in of an item found damaged. */
export type DamageRequest = CheckinRequest & {
  /** Who is to pay: who has the item, or, when it is not lent any more, whom the desk names. */
  patron?: PatronStanding;
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

/** One change a patron: a transaction writes an item only once. */
const merged = (out: Decided): void => {
  const [first, ...rest] = out.changes.patrons;
  if (first === undefined) return;
  const add = { ...first.add };
  for (const { add: more } of rest) {
    for (const [name, by] of Object.entries(more)) {
      const counter = name as keyof typeof add;
      add[counter] = (add[counter] ?? 0) + (by ?? 0);
    }
  }
  out.changes.patrons = [{ ...first, add }];
};

/**
 * Decides a check-in of a damaged item: its loan ends as by any check-in (fine, refund, counters), its owner's charge is
 * billed to who had it, and the item stays aside as damaged. A hold that it was set aside for waits again at its place, and
 * its log says why (C48).
 * Refuses an item that cannot be in a hand, and a charge without anybody to charge.
 */
export const decideDamage = (request: DamageRequest): Decision<RefusalFor<'damage'>> => {
  const { item, patron, branchId, at } = request;
  const had = item.loan?.patronId;
  const payer = had === undefined || had === ERASED ? patron?.patronId : had;
  const amount = chargeOf(request);
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
  merged(out);
  out.facts.push(fact(draft, 'item-marked', { detail: { from: item.state, to: 'damaged' } }));
  const aside = { at, reason: 'damaged' };
  const { placed: _placed, ...kept } = draft.item;
  const seen = { currentBranch: branchId, lastCheckin: { at, branchId } };
  out.changes.item = { after: { ...kept, state: 'damaged', ...seen, aside, v: item.v + 1 }, expect: item.v };
  return { ...out, explain };
};
