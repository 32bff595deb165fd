import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { TransferPurpose, Transit } from '../../../items/public/transit.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { giveBackHold, involvedMembers } from './mark-item.ts';

/** The input of a manual transfer. `inHand`: the item is at this desk and is sent now; otherwise the transfer is requested. */
export type SendRequest = {
  item: ItemCirculation;
  branchId: string;
  to: string;
  purpose: TransferPurpose;
  inHand: boolean;
  at: string;
};

const factAbout = (
  name: Fact['name'],
  item: ItemCirculation,
  branchId: string,
  at: string,
  transit: Transit,
): Fact => ({
  name,
  at,
  members: { owner: item.memberId, desk: memberOfBranch(branchId) },
  itemId: item.itemId,
  branchId,
  detail: { from: transit.from, to: transit.to, purpose: transit.purpose },
});

const sendFindings = ({ item, branchId, to, inHand }: SendRequest): Finding<RefusalFor<'sendItem'>>[] => {
  const { state, loan, transit } = item;
  const stands = inHand ? branchId : item.currentBranch;
  const isReserved = state === 'paged' || state === 'on-hold-shelf';
  const fit = isReserved || loan !== undefined || ['available', 'in-transit', 'cancelled-transit'].includes(state);
  const theirs = memberOfBranch(branchId) === item.memberId || (inHand && to === item.branchId);
  return [
    finding('item-on-loan', loan === undefined, `The item is ${state}`),
    finding('transit-open', transit === undefined, transit ? `On its way to ${transit.to}` : 'Not on its way'),
    finding('item-held-for-another', !isReserved, `The item is ${state}`),
    finding('item-wrong-state', fit, `The item is ${state}`),
    finding('same-branch', to !== stands, `It is at ${stands}`),
    finding('not-your-item', theirs, theirs ? 'Its owner moves it' : `Only ${item.memberId} moves it`),
  ];
};

/**
 * Decides a manual transfer with a purpose (C18): sent immediately when the item is at the desk, otherwise requested from the branch
 * that has it, which sends it by scanning it; until then it is not in transit and can be borrowed (C16). Refuses an item on loan (C15),
 * in transit (C9), or reserved for a hold, and a library that does not own it, unless it sends the item home.
 */
export const decideSendItem = (request: SendRequest): Decision<RefusalFor<'sendItem'>> => {
  const { item, branchId, to, purpose, inHand, at } = request;
  const findings = sendFindings(request);
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const { placed: _placed, aside: _aside, ...rest } = item;
  const way = { from: inHand ? branchId : item.currentBranch, to, purpose };
  const transit: Transit = inHand ? { ...way, sentAt: at } : { ...way, requestedAt: at };
  const moved: ItemCirculation = inHand
    ? { ...rest, state: 'in-transit', currentBranch: branchId, transit, v: item.v + 1 }
    : { ...item, transit, v: item.v + 1 };
  out.changes.item = { after: moved, expect: item.v };
  out.facts.push(factAbout(inHand ? 'item-sent' : 'transit-requested', item, branchId, at, transit));
  return { ...out, explain };
};

/** The reasons why a transit is cancelled; required (C16). */
export const cancelReasons = [
  'sent-in-error',
  'wrong-item',
  'wanted-here',
  'not-sent',
  'owner-recalls',
  'other',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** The input of a transit cancellation; `forced` also cancels a transit that was already sent. */
export type CancelRequest = {
  item: ItemCirculation;
  branchId: string;
  reason: CancelReason;
  forced: boolean;
  at: string;
  /** The hold of the transit, if it is still open. */
  claim?: Hold | undefined;
};

/**
 * Decides the cancellation of a transit, with a reason (C16). A requested one ends without a trace. A sent one is refused unless forced:
 * the item then has the state "cancelled transit" wherever it is, its hold waits again at its old place, and the next scan routes it
 * anew (C10). Only members involved in the transit may cancel it.
 */
export const decideCancelTransit = (request: CancelRequest): Decision<RefusalFor<'cancelTransit'>> => {
  const { item, branchId, reason, forced, at } = request;
  const { transit, hold: _hold, ...rest } = item;
  const sent = transit?.sentAt !== undefined;
  const theirs = involvedMembers(item).includes(memberOfBranch(branchId));
  const findings: Finding<RefusalFor<'cancelTransit'>>[] = [
    finding('not-in-transit', transit !== undefined, `The item is ${item.state}`),
    finding('transit-sent', !sent || forced, sent ? `Sent on ${transit.sentAt}` : 'Not sent'),
    finding('not-your-item', theirs, theirs ? 'It has to do with this library' : 'Not this library’s to cancel'),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0 || transit === undefined) return { refused, explain };
  const out = nothingYet();
  const { transit: _asked, ...unasked } = item;
  const after: ItemCirculation = sent
    ? { ...rest, state: 'cancelled-transit', aside: { at, reason }, v: item.v + 1 }
    : { ...unasked, v: item.v + 1 };
  out.changes.item = { after, expect: item.v };
  const cancelled = factAbout('transit-cancelled', item, branchId, at, transit);
  out.facts.push({ ...cancelled, detail: { ...cancelled.detail, reason } });
  if (sent) giveBackHold(out, request, 'other', `transit-cancelled: ${reason}`);
  return { ...out, explain };
};
